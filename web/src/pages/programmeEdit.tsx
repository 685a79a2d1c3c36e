import { useState } from 'react';
import type { FormEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { changedMeanwhile, useUnits } from '../api/queries';
import { useSession } from '../api/session';
import { idFrom } from '../indicators/edit/draft';
import { useLacks } from '../indicators/edit/lacking';
import { useMay, useUnitsWhere } from '../indicators/may';
import { nameIn } from '../indicators/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { useDraft } from '../plan/draft';
import { Lacks, TextEntry } from '../plan/fields';
import { Restored } from '../plan/restored';
import { bodyOf, draftOf, freshDraft, linesOf } from '../programmes/draft';
import type { Draft, Typed } from '../programmes/draft';
import { DateFields, WhatFields } from '../programmes/fields';
import { MilestoneFields } from '../programmes/milestoneFields';
import { programmeHref, useProgramme, useSaveProgramme } from '../programmes/queries';
import type { ProgrammeView } from '../programmes/queries';
import { Conflict } from '../settings/conflict';
import { PageTitle } from '../shell';
import { useProgrammeWords } from '../words/programmes';
import { useWords } from '../words/words';
import '../styles/scorecards.css';
import '../styles/programmes.css';

/** A new programme (`id` empty), or a change of one. */
export default function ProgrammeEditPage({ id }: { readonly id: string }) {
  const { data, error } = useProgramme(id);
  const homes = useUnitsWhere('programme.edit');
  const { isPending } = useUnits();
  const { session } = useSession();
  if (isPending) return <Waiting />;
  if (id === '') {
    const own = homes.find(({ value }) => value === session?.person.unit) ?? homes[0];
    if (own === undefined) return <Forbidden id="" />;
    return <Editor stored={undefined} fresh={freshDraft(own.value, session?.person.id ?? '')} />;
  }
  if (data === undefined) return error === null ? <Waiting /> : <ProblemNote error={error} />;
  return <Change programme={data} />;
}

function Change({ programme }: { readonly programme: ProgrammeView }) {
  const may = useMay(programme.unit);
  if (!may('programme.edit')) return <Forbidden id={programme.id} />;
  return <Editor stored={programme} fresh={draftOf(programme)} />;
}

function Forbidden({ id }: { readonly id: string }) {
  const word = useProgrammeWords();
  return (
    <>
      <PageTitle>{word('new')}</PageTitle>
      <p className="note warn">{word('mayNot')}</p>
      <Link href={id === '' ? '/programmes' : programmeHref(id)}>{word('back')}</Link>
    </>
  );
}

type EditorProps = { readonly stored: ProgrammeView | undefined; readonly fresh: Draft };
function Editor({ stored, fresh }: EditorProps) {
  const { say, language, format } = useWords();
  const word = useProgrammeWords();
  const [, go] = useLocation();
  const save = useSaveProgramme();
  const [round, setRound] = useState(0);
  const version = stored?.version ?? 0;
  const beginning: Typed = { id: stored?.id ?? '', version, draft: fresh, reason: '' };
  const kept = useDraft<Typed>(`programme.${stored?.id ?? ''}`, beginning);
  const typed = kept.typed ? kept.value : beginning;
  const { draft } = typed;
  const id = stored?.id ?? (typed.id === '' ? idFrom(nameIn(draft.name, language)) : typed.id);
  const set = (change: Partial<Draft>) => kept.change({ ...typed, draft: { ...draft, ...change } });
  const lacks = useLacks(save.error, false);
  const newer = stored !== undefined && kept.typed && version > typed.version;
  const takeTheirs = () => {
    kept.forget(beginning);
    save.reset();
    setRound(round + 1);
  };
  const keepMine = () => {
    save.reset();
    kept.change({ ...typed, version });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const seen = stored === undefined ? undefined : typed.version;
    const done = () => {
      kept.forget(beginning);
      go(programmeHref(id));
    };
    save.mutate({ id, version: seen, body: bodyOf(typed) }, { onSuccess: done });
  };
  const lines = (one: Draft) => linesOf(one, word);
  return (
    <Lacks.Provider value={lacks}>
      <PageTitle>
        {stored === undefined ? word('new') : word('editTitle', { name: nameIn(stored.name, language) })}
      </PageTitle>
      <Restored draft={{ restoredAt: kept.restoredAt, forget: takeTheirs }} />
      {newer && (
        <Conflict
          {...{ mine: lines(draft), theirs: lines(fresh), keepMine, takeTheirs }}
          by={stored.by}
          at={stored.recordedAt}
        />
      )}
      <form key={round} className="stack" onSubmit={submit}>
        <WhatFields draft={draft} set={set} />
        {stored === undefined && (
          <TextEntry
            {...{ label: word('id'), at: '/id', hint: word('idHint'), value: id }}
            onChange={(next) => kept.change({ ...typed, id: next })}
          />
        )}
        <DateFields
          {...{ draft, set }}
          hint={
            stored === undefined ? word('approvedHint') : word('movedHint', { day: format.day(stored.approvedEnd) })
          }
        />
        <MilestoneFields draft={draft} set={set} />
        {stored !== undefined && (
          <TextEntry
            {...{ label: word('reason'), at: '/reason', hint: word('reasonHint'), kind: 'area', value: typed.reason }}
            onChange={(reason) => kept.change({ ...typed, reason })}
          />
        )}
        {save.error !== null && !(newer && changedMeanwhile(save.error)) && <ProblemNote error={save.error} />}
        <div className="buttons">
          <button type="submit" className="main" disabled={save.isPending || newer}>
            {save.isPending ? say('note.working') : word('save')}
          </button>
          <Link className="button" href={stored === undefined ? '/programmes' : programmeHref(stored.id)}>
            {say('note.cancel')}
          </Link>
        </div>
      </form>
    </Lacks.Provider>
  );
}
