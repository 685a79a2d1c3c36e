import { useState } from 'react';
import type { FormEvent } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { changedMeanwhile } from '../api/queries';
import { useMay, useUnitsWhere } from '../indicators/may';
import { nameIn } from '../indicators/names';
import { NotThere } from '../parts/notThere';
import { ProblemNote, Waiting } from '../parts/notes';
import { useDraft } from '../plan/draft';
import { idAt, Lacks } from '../plan/fields';
import { Restored } from '../plan/restored';
import { PageTitle } from '../shell';
import { About } from '../surveys/build/about';
import { Conflict } from '../surveys/build/conflict';
import { Dimensions } from '../surveys/build/dimensions';
import { contentOf, definitionOf, draftOf, freshDraft } from '../surveys/build/draft';
import type { Draft } from '../surveys/build/draft';
import { lacksOf } from '../surveys/build/lacks';
import { goTo, Missing } from '../surveys/build/missing';
import { Preview } from '../surveys/build/preview';
import { Questions } from '../surveys/build/questions';
import { Start } from '../surveys/build/start';
import { Privacy, Terms } from '../surveys/build/terms';
import { UndoNote } from '../surveys/build/undoNote';
import { useMakeSurvey, useSaveSurvey, useSurvey, useSurveys } from '../surveys/queries';
import type { SurveyView } from '../surveys/queries';
import { useBuildWords } from '../words/surveyBuild';
import { useWords } from '../words/words';

type Typed = {
  /** Events there were when the typing began; 0: a new survey. */
  readonly version: number;
  readonly draft: Draft;
};

/** A new survey (`id` empty), or a draft to be changed. */
export default function SurveyEditPage({ id }: { readonly id: string }) {
  return id === '' ? <NewSurvey /> : <Change id={id} />;
}

function NewSurvey() {
  const { language } = useWords();
  const from = new URLSearchParams(useSearch()).get('copy') ?? '';
  const homes = useUnitsWhere('survey.edit');
  const { data: surveys } = useSurveys();
  if (homes.length === 0) return <Forbidden />;
  if (from !== '' && surveys === undefined) return <Waiting />;
  const copied = surveys?.find(({ id }) => id === from);
  const fresh = {
    ...freshDraft(language),
    unit: homes[0]?.value ?? '',
    ...(copied !== undefined && contentOf(copied.definition)),
  };
  return <Editor key={from} fresh={fresh} stored={undefined} from={copied === undefined ? '' : `survey:${from}`} />;
}

function Forbidden() {
  const word = useBuildWords();
  const { say } = useWords();
  return (
    <>
      <PageTitle>{say('survey.new')}</PageTitle>
      <p className="note warn">{word('mayNot')}</p>
      <Link href="/surveys">{say('nav.surveys')}</Link>
    </>
  );
}

const hrefOf = (id: string): string => `/surveys/${encodeURIComponent(id)}`;

function Change({ id }: { readonly id: string }) {
  const word = useBuildWords();
  const { say, language } = useWords();
  const { data: survey, error } = useSurvey(id);
  const may = useMay(survey?.unit ?? '', survey?.owner);
  if (error !== null) return <NotThere error={error} list={{ to: '/surveys', text: say('nav.surveys') }} />;
  if (survey === undefined) return <Waiting />;
  if (!may('survey.edit')) return <Forbidden />;
  if (survey.phase === 'draft') return <Editor key={id} fresh={draftOf(survey.definition)} stored={survey} from="" />;
  return (
    <>
      <PageTitle>{nameIn(survey.definition.title, language)}</PageTitle>
      <p className="note warn">{word('locked')}</p>
      <Link href={hrefOf(id)}>{word('back')}</Link>
    </>
  );
}

type EditorProps = { readonly fresh: Draft; readonly stored: SurveyView | undefined; readonly from: string };
type Undo = { readonly said: string; readonly before: Draft };

function Editor({ fresh, stored, from }: EditorProps) {
  const word = useBuildWords();
  const { say, language } = useWords();
  const [, go] = useLocation();
  const version = stored?.version ?? 0;
  const kept = useDraft<Typed>(`survey.${stored?.id ?? ''}${from}`, { version, draft: fresh });
  const typed = kept.typed ? kept.value : { version, draft: fresh };
  const { draft } = typed;
  const [undo, setUndo] = useState<Undo>();
  const [round, setRound] = useState(0);
  const [tried, setTried] = useState(false);
  const make = useMakeSurvey();
  const change = useSaveSurvey();
  const saving = stored === undefined ? make : change;
  const set = (some: Partial<Draft>) => kept.change({ ...typed, draft: { ...draft, ...some } });
  const newer = stored !== undefined && kept.typed && version > typed.version;
  const lacks = lacksOf(draft);
  const begun = stored !== undefined || kept.typed || tried;
  const again = (next: Typed) => {
    kept.change(next);
    setRound(round + 1);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const [first] = lacks;
    if (first !== undefined) return goTo(idAt(first.field));
    const body = definitionOf(draft);
    const saved =
      stored === undefined
        ? make.mutateAsync(body)
        : change.mutateAsync({ id: stored.id, version: typed.version, body });
    await saved.then(
      ({ id }) => {
        kept.forget();
        go(hrefOf(id));
      },
      () => undefined,
    );
  };
  const takeTheirs = () => {
    kept.forget({ version, draft: fresh });
    saving.reset();
    setRound(round + 1);
  };
  const part = { draft, set };
  const title =
    stored === undefined ? say('survey.new') : word('editTitle', { title: nameIn(stored.definition.title, language) });
  return (
    <Lacks.Provider value={begun ? lacks : []}>
      <PageTitle>{title}</PageTitle>
      <Restored draft={{ restoredAt: kept.restoredAt, forget: takeTheirs }} />
      {newer && (
        <Conflict
          {...{ mine: draft, theirs: fresh, takeTheirs }}
          keepMine={() => {
            saving.reset();
            again({ version, draft });
          }}
        />
      )}
      <div className="planning surveying">
        <form key={round} className="stack" noValidate onSubmit={(event) => void submit(event)}>
          {stored === undefined && (
            <Start
              from={from}
              take={(content) => {
                setUndo({ said: word('filled'), before: draft });
                again({ version, draft: { ...draft, ...content } });
              }}
            />
          )}
          <About {...part} />
          <Questions {...part} survey={stored?.id ?? ''} removed={(said) => setUndo({ said, before: draft })} />
          <Dimensions {...part} />
          <Terms {...part} />
          <Privacy {...part} />
          {saving.error !== null && !changedMeanwhile(saving.error) && <ProblemNote error={saving.error} />}
          {begun && <Missing lacks={lacks} />}
          <div className="buttons">
            <button type="submit" className="main" disabled={saving.isPending || newer}>
              {saving.isPending ? say('note.working') : word(stored === undefined ? 'make' : 'save')}
            </button>
            <Link href={stored === undefined ? '/surveys' : hrefOf(stored.id)} className="button">
              {say('note.cancel')}
            </Link>
          </div>
          <p className="hint">{word('kept')}</p>
        </form>
        <Preview definition={definitionOf(draft)} />
      </div>
      <UndoNote
        said={undo?.said}
        onUndo={() => {
          if (undo !== undefined) again({ version: typed.version, draft: undo.before });
          setUndo(undefined);
        }}
      />
    </Lacks.Provider>
  );
}
