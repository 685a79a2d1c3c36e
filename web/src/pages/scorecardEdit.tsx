import { useState } from 'react';
import type { FormEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { changedMeanwhile, useUnits } from '../api/queries';
import { useSession } from '../api/session';
import { idFrom } from '../indicators/edit/draft';
import { useLacks } from '../indicators/edit/lacking';
import { useMay, useUnitsWhere } from '../indicators/may';
import { nameIn } from '../indicators/names';
import { NotThere } from '../parts/notThere';
import { ProblemNote, Waiting } from '../parts/notes';
import { useDraft } from '../plan/draft';
import { idAt, Lacks, TextEntry } from '../plan/fields';
import { useUndoing } from '../plan/undoing';
import { Restored } from '../plan/restored';
import { About, From } from '../scorecards/edit/about';
import { Conflict } from '../scorecards/edit/conflict';
import { bodyOf, draftOf, freshDraft, structureOf } from '../scorecards/edit/draft';
import type { Draft, Typed } from '../scorecards/edit/draft';
import { Initiatives, Links } from '../scorecards/edit/initiatives';
import { Objectives } from '../scorecards/edit/objectives';
import { StatusLimits } from '../scorecards/edit/limits';
import { Perspectives } from '../scorecards/edit/perspectives';
import { scorecardHref, useDefinition, useSaveScorecard } from '../scorecards/queries';
import type { Scorecard } from '../scorecards/queries';
import { PageTitle } from '../shell';
import { useScorecardWords } from '../words/scorecards';
import { useWords } from '../words/words';
import '../styles/scorecards.css';

/** A new scorecard (`id` empty), or a new version of one. */
export default function ScorecardEditPage({ id }: { readonly id: string }) {
  const word = useScorecardWords();
  const { data, error } = useDefinition(id);
  const units = useUnitsWhere('scorecard.edit');
  const { isPending } = useUnits();
  const { session } = useSession();
  if (isPending) return <Waiting />;
  if (id === '' && session != null && units.length > 0) {
    const own = units.find(({ value }) => value === session.person.unit) ?? units[0];
    return <Editor fresh={freshDraft(own?.value ?? '', session.person.id)} stored={undefined} />;
  }
  if (id === '') return <Forbidden home="" />;
  if (error !== null) return <NotThere error={error} list={{ to: '/scorecards', text: word('sc.title') }} />;
  return data === undefined ? <Waiting /> : <Change stored={data} />;
}

function Forbidden({ home }: { readonly home: string }) {
  const word = useScorecardWords();
  return (
    <>
      <PageTitle>{word('sc.new')}</PageTitle>
      <p className="note warn">{word('sc.mayNot')}</p>
      <Link href={home === '' ? '/scorecards' : scorecardHref(home)}>{word('sc.title')}</Link>
    </>
  );
}

function Change({ stored }: { readonly stored: Scorecard }) {
  const may = useMay(stored.unit, stored.owner);
  if (!may('scorecard.edit')) return <Forbidden home={stored.id} />;
  return <Editor key={stored.id} fresh={draftOf(stored)} stored={stored} />;
}

type EditorProps = { readonly fresh: Draft; readonly stored: Scorecard | undefined };

function Editor({ fresh, stored }: EditorProps) {
  const { say, language } = useWords();
  const word = useScorecardWords();
  const [, go] = useLocation();
  const version = stored?.version ?? 0;
  const beginning: Typed = { id: stored?.id ?? '', version, definition: fresh, validFrom: '', reason: '' };
  const draft = useDraft<Typed>(`scorecard.${stored?.id ?? ''}`, beginning);
  const [round, setRound] = useState(0);
  const [sent, setSent] = useState(false);
  const save = useSaveScorecard();
  const typed = draft.typed ? draft.value : beginning;
  const { definition } = typed;
  const name = nameIn(definition.name, language);
  const id = stored?.id ?? (typed.id === '' ? idFrom(name) : typed.id);
  const undoing = useUndoing<Typed>();
  const set = (change: Partial<Typed>) => {
    undoing.keep(typed, structureOf(change.definition) !== structureOf(change.definition && definition));
    draft.change({ ...typed, ...change });
  };
  const undo = () => {
    const before = undoing.take();
    if (before !== undefined) draft.change(before);
    setRound(round + 1);
  };
  const reset = () => {
    undoing.keep(typed, true);
    draft.forget(beginning);
    save.reset();
    setRound(round + 1);
  };
  const part = {
    own: stored?.id ?? '',
    draft: definition,
    set: (change: Partial<Draft>) => set({ definition: { ...definition, ...change } }),
  };
  const newer = stored !== undefined && draft.typed && version > typed.version;
  const unreasoned = stored !== undefined && typed.reason.trim() === '';
  const lacks = useLacks(save.error, sent && unreasoned);
  const taken = stored === undefined && changedMeanwhile(save.error);
  const takeTheirs = () => {
    draft.forget(beginning);
    save.reset();
    setRound(round + 1);
  };
  const keepMine = () => {
    save.reset();
    set({ version });
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (unreasoned) return document.getElementById(idAt('/reason'))?.focus();
    const match = stored === undefined ? undefined : typed.version;
    const saved = await save.mutateAsync({ id, version: match, body: bodyOf(typed) }).catch(() => undefined);
    if (saved === undefined) return undefined;
    draft.forget();
    return go(scorecardHref(id));
  };
  return (
    <Lacks.Provider value={lacks}>
      <PageTitle>
        {stored === undefined ? word('sc.new') : word('sc.editOf', { name: nameIn(stored.name, language) })}
      </PageTitle>
      <Restored draft={{ restoredAt: draft.restoredAt, forget: takeTheirs }} />
      {newer && <Conflict mine={definition} theirs={fresh} keepMine={keepMine} takeTheirs={takeTheirs} />}
      <form className="stack scorecard-form" onSubmit={(event) => void send(event)}>
        <div key={round} className="stack">
          <About {...part} />
          {stored === undefined && (
            <TextEntry
              label={word('sc.id')}
              hint={word('sc.idHint')}
              at="/id"
              value={id}
              onChange={(text) => set({ id: text.trim() })}
            />
          )}
          <StatusLimits {...part} />
          <Perspectives {...part} />
          <Objectives {...part} />
          <Initiatives {...part} />
          <Links {...part} />
          <From typed={typed} set={set} />
        </div>
        <UndoButtons count={undoing.count} {...{ undo, reset }} stored={stored !== undefined && draft.typed} />
        {taken && (
          <p className="note bad" role="alert">
            {word('sc.idTaken', { id })} <Link href={scorecardHref(id)}>{word('sc.idTakenLook')}</Link>
          </p>
        )}
        {save.error !== null && !changedMeanwhile(save.error) && <ProblemNote error={save.error} />}
        <p className="hint">{say('gate.draft')}</p>
        <div className="buttons">
          <button type="submit" className="main" disabled={save.isPending || newer}>
            {save.isPending ? say('note.working') : word(stored === undefined ? 'sc.make' : 'sc.save')}
          </button>
          <Link href={stored === undefined ? '/scorecards' : scorecardHref(id)} className="button">
            {say('note.cancel')}
          </Link>
        </div>
      </form>
    </Lacks.Provider>
  );
}

type UndoProps = {
  readonly count: number;
  /** There is a stored version that the form differs from. */
  readonly stored: boolean;
  readonly undo: () => void;
  readonly reset: () => void;
};
/** The last change back, or all of them; the latter can be taken back too. */
function UndoButtons({ count, stored, undo, reset }: UndoProps) {
  const word = useScorecardWords();
  return (
    <div className="buttons" role="group" aria-label={word('sc.undoing')}>
      <button type="button" disabled={count === 0} onClick={undo}>
        {word('sc.undoLast')}
      </button>
      {stored && (
        <button type="button" onClick={reset}>
          {word('sc.reset')}
        </button>
      )}
    </div>
  );
}
