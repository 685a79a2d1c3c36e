import { useState } from 'react';
import type { FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { call, matching } from '../api/client';
import { changedMeanwhile } from '../api/queries';
import { useUnits } from '../api/queries';
import { useSession } from '../api/session';
import { usePreview } from '../indicators/edit/asking';
import { Conflict } from '../indicators/edit/conflict';
import { draftOf, freshDraft, idFrom } from '../indicators/edit/draft';
import type { Draft } from '../indicators/edit/draft';
import { useAskedQuestion } from '../indicators/edit/fromQuestion';
import { From } from '../indicators/edit/from';
import { Judgement } from '../indicators/edit/judgement';
import { useLacks } from '../indicators/edit/lacking';
import { PreviewPanel } from '../indicators/edit/previewPanel';
import { Figures, Watching } from '../indicators/edit/rules';
import { Source } from '../indicators/edit/source';
import { bodyOf } from '../indicators/edit/typed';
import type { Typed } from '../indicators/edit/typed';
import { What, Whose } from '../indicators/edit/what';
import { useMay, useUnitsWhere } from '../indicators/may';
import { indicatorHref, nameIn } from '../indicators/names';
import { useDefinition, useIndicatorsChanged } from '../indicators/queries';
import type { Definition } from '../indicators/queries';
import { UnitChoice } from '../parts/choices';
import { ProblemNote, Waiting } from '../parts/notes';
import { useDraft } from '../plan/draft';
import { idAt, Lacks, TextEntry } from '../plan/fields';
import { Restored } from '../plan/restored';
import { PageTitle } from '../shell';
import { useEditorWords } from '../words/indicatorEditor';
import '../styles/indicators.css';

/** A new indicator (`id` empty), or a new version of one. */
export default function IndicatorEditPage({ id }: { readonly id: string }) {
  const { data, error } = useDefinition(id);
  const homes = useUnitsWhere('indicator.edit');
  const { isPending } = useUnits();
  const { session } = useSession();
  const asked = useAskedQuestion();
  if (asked === 'asking' || isPending) return <Waiting />;
  if (id === '' && session != null && homes.length > 0) {
    const own = homes.find(({ value }) => value === session.person.unit) ?? homes[0];
    const fresh = freshDraft(own?.value ?? '', session.person.id);
    return <Editor key={asked?.key} fresh={{ ...fresh, ...asked?.draft }} stored={undefined} from={asked?.key ?? ''} />;
  }
  if (id === '') return <Forbidden home="" />;
  if (data === undefined) return error === null ? <Waiting /> : <ProblemNote error={error} />;
  return <Change definition={data} />;
}

function Forbidden({ home }: { readonly home: string }) {
  const { say } = useEditorWords();
  return (
    <>
      <PageTitle>{say('ed.newTitle')}</PageTitle>
      <p className="note warn">{say('ed.mayNot')}</p>
      <Link href={home === '' ? '/indicators' : indicatorHref(home)}>{say('nav.indicators')}</Link>
    </>
  );
}

function Change({ definition }: { readonly definition: Definition }) {
  const { language } = useEditorWords();
  const may = useMay(definition.home);
  if (!may('indicator.edit')) return <Forbidden home={definition.id} />;
  return <Editor key={definition.id} fresh={draftOf(definition, language)} stored={definition} from="" />;
}

/** `from`: the question the new indicator is made from; what is typed for one is kept apart from what is typed for another. */
type EditorProps = { readonly fresh: Draft; readonly stored: Definition | undefined; readonly from: string };

function Editor({ fresh, stored, from }: EditorProps) {
  const { say, language } = useEditorWords();
  const [, go] = useLocation();
  const changed = useIndicatorsChanged();
  const version = stored?.version ?? 0;
  const beginning: Typed = { id: stored?.id ?? '', version, definition: fresh, validFrom: '', reason: '' };
  const draft = useDraft<Typed>(`indicator.${stored?.id ?? ''}${from}`, beginning);
  const [round, setRound] = useState(0);
  const [unit, setUnit] = useState('');
  const [sent, setSent] = useState(false);
  const typed = draft.typed ? draft.value : beginning;
  const { definition } = typed;
  const name = definition.name[language] ?? nameIn(definition.name, language);
  const id = stored?.id ?? (typed.id === '' ? idFrom(name) : typed.id);
  const set = (change: Partial<Typed>) => draft.change({ ...typed, ...change });
  const part = {
    draft: definition,
    set: (change: Partial<Draft>) => set({ definition: { ...definition, ...change } }),
  };
  const body = bodyOf(typed);
  const preview = usePreview(id, unit, JSON.stringify(body), name.trim() !== '');
  const newer = stored !== undefined && draft.typed && version > typed.version;
  const save = useMutation({
    mutationFn: () => {
      const match = matching(stored === undefined ? undefined : typed.version);
      return call<Definition>('PUT', `/v1/indicators/${encodeURIComponent(id)}`, body, match);
    },
    onSuccess: () => {
      draft.forget();
      changed();
      go(indicatorHref(id));
    },
    onError: (error) => {
      if (changedMeanwhile(error)) changed();
    },
  });
  const takeTheirs = () => {
    draft.forget(beginning);
    save.reset();
    setRound(round + 1);
  };
  const keepMine = () => {
    save.reset();
    set({ version });
  };
  const lacks = useLacks(save.error ?? preview.error, sent && stored !== undefined && typed.reason.trim() === '');
  const taken = stored === undefined && changedMeanwhile(save.error);
  return (
    <Lacks.Provider value={lacks}>
      <PageTitle>
        {stored === undefined ? say('ed.newTitle') : say('ed.title', { name: nameIn(stored.name, language) })}
      </PageTitle>
      <Restored draft={{ restoredAt: draft.restoredAt, forget: takeTheirs }} />
      {stored?.retired === true && <p className="note">{say('ed.wasRetired')}</p>}
      {newer && <Conflict mine={definition} theirs={fresh} keepMine={keepMine} takeTheirs={takeTheirs} />}
      <div className="planning editing">
        <form
          key={round}
          className="stack"
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            setSent(true);
            if (stored === undefined || typed.reason.trim() !== '') save.mutate();
            else document.getElementById(idAt('/reason'))?.focus();
          }}
        >
          <What {...part} />
          {stored === undefined && (
            <TextEntry
              label={say('ed.id')}
              hint={say('ed.idHint')}
              at="/id"
              value={id}
              onChange={(text) => set({ id: text.trim() })}
            />
          )}
          <Source {...part} id={id} />
          <Whose {...part} />
          <Judgement {...part} />
          <Figures {...part} />
          <Watching {...part} id={id} />
          <From typed={typed} set={set} id={stored?.id ?? ''} />
          {taken && (
            <p className="note bad" role="alert">
              {say('ed.idTaken', { id })} <Link href={indicatorHref(id)}>{say('ed.idTakenLook')}</Link>
            </p>
          )}
          {save.error !== null && !changedMeanwhile(save.error) && <ProblemNote error={save.error} />}
          <div className="buttons">
            <button type="submit" className="main" disabled={save.isPending || newer}>
              {say(save.isPending ? 'note.working' : stored === undefined ? 'ed.make' : 'ed.save')}
            </button>
            <Link href={stored === undefined ? '/indicators' : indicatorHref(id)} className="button">
              {say('note.cancel')}
            </Link>
          </div>
        </form>
        <div>
          <UnitChoice value={unit === '' ? definition.home : unit} onChange={setUnit} />
          <PreviewPanel
            preview={name.trim() === '' ? undefined : preview.data}
            error={name.trim() === '' ? null : preview.error}
            asking={preview.isFetching}
            title={name}
            target={definition.target}
          />
        </div>
      </div>
    </Lacks.Provider>
  );
}
