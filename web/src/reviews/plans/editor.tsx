import { useState } from 'react';
import type { FormEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { changedMeanwhile } from '../../api/queries';
import { idFrom } from '../../indicators/edit/draft';
import { useLacks } from '../../indicators/edit/lacking';
import { ProblemNote } from '../../parts/notes';
import { useDraft } from '../../plan/draft';
import { Lacks, TextEntry } from '../../plan/fields';
import { Restored } from '../../plan/restored';
import { useReviewPlanWords } from '../../words/reviewPlans';
import { useWords } from '../../words/words';
import { PlanConflict } from './conflict';
import { bodyOf } from './draft';
import type { Draft, Typed } from './draft';
import { PeopleFields, StepFields, WhatFields } from './fields';
import { planHref, useSavePlan } from './queries';
import type { Plan } from './queries';

type Props = { readonly stored: Plan | undefined; readonly fresh: Draft };

/** A new review plan, or a change of one; what is typed stays in this browser until it is saved. */
export function PlanEditor({ stored, fresh }: Props) {
  const { say } = useWords();
  const word = useReviewPlanWords();
  const [, go] = useLocation();
  const save = useSavePlan();
  const [round, setRound] = useState(0);
  const version = stored?.version ?? 0;
  const beginning: Typed = { id: stored?.id ?? '', version, draft: fresh, reason: '' };
  const kept = useDraft<Typed>(`review-plan.${stored?.id ?? ''}`, beginning);
  const typed = kept.typed ? kept.value : beginning;
  const { draft } = typed;
  const id = stored?.id ?? (typed.id === '' ? idFrom(`${draft.subject.id} ${draft.frequency}`) : typed.id);
  const set = (change: Partial<Draft>) => kept.change({ ...typed, draft: { ...draft, ...change } });
  const newer = stored !== undefined && kept.typed && version > typed.version;
  const taken = stored === undefined && changedMeanwhile(save.error);
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
      if (stored === undefined) go(planHref(id));
      else setRound(round + 1);
    };
    save.mutate({ id, version: seen, body: bodyOf(typed) }, { onSuccess: done });
  };
  return (
    <Lacks.Provider value={useLacks(save.error, false)}>
      <Restored draft={{ restoredAt: kept.restoredAt, forget: takeTheirs }} />
      {newer && (
        <PlanConflict {...{ mine: draft, theirs: fresh, keepMine, takeTheirs }} by={stored.by} at={stored.recordedAt} />
      )}
      <form key={round} className="stack" onSubmit={submit}>
        <WhatFields draft={draft} set={set} />
        <PeopleFields draft={draft} set={set} />
        <StepFields draft={draft} set={set} />
        {stored === undefined ? (
          <TextEntry
            {...{ label: word('rp.id'), at: '/id', hint: word('rp.idHint'), value: id }}
            onChange={(next) => kept.change({ ...typed, id: next.trim() })}
          />
        ) : (
          <TextEntry
            {...{ label: word('rp.reason'), at: '/reason', hint: word('rp.reasonHint') }}
            {...{ kind: 'area', value: typed.reason }}
            onChange={(reason) => kept.change({ ...typed, reason })}
          />
        )}
        {stored !== undefined && <p className="hint">{word('rp.openStay')}</p>}
        {taken && (
          <p className="note bad" role="alert">
            {word('rp.idTaken', { id })} <Link href={planHref(id)}>{word('rp.look')}</Link>
          </p>
        )}
        {save.error !== null && !changedMeanwhile(save.error) && <ProblemNote error={save.error} />}
        <div className="buttons">
          <button
            type="submit"
            className="main"
            disabled={save.isPending || newer || (stored !== undefined && !kept.typed)}
          >
            {save.isPending ? say('note.working') : word(stored === undefined ? 'rp.make' : 'rp.save')}
          </button>
          <Link className="button" href="/reviews/plans">
            {say('note.cancel')}
          </Link>
        </div>
      </form>
    </Lacks.Provider>
  );
}
