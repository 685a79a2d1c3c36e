import { useState } from 'react';
import type { FormEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { placeOf } from '../../../src/domain/access/place';
import { useKeyed } from '../api/keyed';
import { changedMeanwhile, useCommand, useCycle, useUnits } from '../api/queries';
import type { CycleView, DraftPlan } from '../api/queries';
import { useSession } from '../api/session';
import { commandsFor } from '../parts/mayDo';
import { NotThere } from '../parts/notThere';
import { ProblemNote, Waiting } from '../parts/notes';
import { differ, Differences } from '../plan/differences';
import { useDraft } from '../plan/draft';
import { PlanForm } from '../plan/planForm';
import { Restored } from '../plan/restored';
import { tidyPlan } from '../plan/tidy';
import { PageTitle } from '../shell';
import { useWords } from '../words/words';

export default function RevisePage({ id }: { readonly id: string }) {
  const { say } = useWords();
  const { data: cycle, error } = useCycle(id);
  const { data: units } = useUnits();
  const { session, last } = useSession();
  const here = session ?? last;
  if (cycle === undefined)
    return error === null ? <Waiting /> : <NotThere error={error} list={{ to: '/cycles', text: say('nav.cycles') }} />;
  if (units === undefined || here === undefined) return <Waiting />;
  const place = placeOf(units, cycle.unit);
  const may = commandsFor(cycle, here.person, place).some(({ type }) => type === 'RevisePlan');
  if (may) return <Revise key={id} cycle={cycle} />;
  return (
    <>
      <PageTitle>{cycle.title}</PageTitle>
      <p className="note warn">{say(cycle.phase === 'plan' ? 'revise.mayNot' : 'revise.locked')}</p>
      <Link href={`/cycles/${encodeURIComponent(id)}`}>{say('revise.back')}</Link>
    </>
  );
}

type Typed = { readonly version: number; readonly plan: DraftPlan };

/** Writes on the plan of a cycle. Somebody else's newer version is never overwritten unasked: both are shown. */
function Revise({ cycle }: { readonly cycle: CycleView }) {
  const { say } = useWords();
  const [, go] = useLocation();
  const draft = useDraft<Typed>(`plan.${cycle.id}`, { version: cycle.version, plan: ownPlan(cycle) });
  const command = useCommand(cycle.id);
  const keyed = useKeyed();
  const [round, setRound] = useState(0);
  const { version, plan } = draft.value;
  const here = `/cycles/${encodeURIComponent(cycle.id)}`;
  const newer = draft.typed && cycle.version > version && differ(tidyPlan(plan), ownPlan(cycle));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const given = { type: 'RevisePlan' as const, plan: tidyPlan(plan) };
      await keyed(given, (key) => command.mutateAsync({ command: given, version, key }));
      draft.forget();
      go(here);
    } catch {
      // Told below; a conflict by the differences.
    }
  };
  const keepMine = () => draft.change({ version: cycle.version, plan });
  const takeTheirs = () => {
    draft.forget({ version: cycle.version, plan: ownPlan(cycle) });
    setRound(round + 1);
  };
  return (
    <>
      <PageTitle>{say('revise.title', { title: cycle.title })}</PageTitle>
      <Restored draft={{ restoredAt: draft.restoredAt, forget: takeTheirs }} />
      {newer && (
        <Differences mine={tidyPlan(plan)} theirs={ownPlan(cycle)} keepMine={keepMine} takeTheirs={takeTheirs} />
      )}
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <PlanForm
          key={round}
          plan={plan}
          onChange={(changed) => draft.change({ version: draft.typed ? version : cycle.version, plan: changed })}
        />
        {command.error !== null && !changedMeanwhile(command.error) && <ProblemNote error={command.error} />}
        <div className="buttons">
          <button type="submit" className="main" disabled={command.isPending || newer}>
            {say(command.isPending ? 'note.working' : 'revise.do')}
          </button>
          <Link href={here} className="button">
            {say('note.cancel')}
          </Link>
        </div>
      </form>
    </>
  );
}

/** The plan as a person writes it: what the engine derived (`speed`, `unit`) stays out. */
function ownPlan({ plan }: CycleView): DraftPlan {
  const { indicators, ...others } = plan;
  if (indicators === undefined) return others;
  return { ...others, indicators: indicators.map(({ speed: _speed, unit: _unit, ...own }) => own) };
}
