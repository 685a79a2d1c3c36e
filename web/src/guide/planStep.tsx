import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { FormEvent } from 'react';
import { useLocation } from 'wouter';
import { placeOf } from '../../../src/domain/access/place';
import { call } from '../api/client';
import { useKeyed } from '../api/keyed';
import { useLaunch, useProcedures, useUnits } from '../api/queries';
import type { Person } from '../api/session';
import { useAllPeople, useAllUnits } from '../organisation/documents';
import { ProblemNote, Waiting } from '../parts/notes';
import { EXAMPLE_TITLE } from '../plan/example';
import { PlanForm } from '../plan/planForm';
import { tidyPlan } from '../plan/tidy';
import { useGuideWords } from '../words/guide';
import { useWords } from '../words/words';
import { useFound } from './figures';
import { useFigureValue } from './foundStep';
import { daysBefore, examplePlan, proposedPlan, targetOf } from './proposal';
import type { Ground } from './proposal';
import type { GuideDraft } from './steps';

const CHANGE_AFTER_WORKING_DAYS = 10;
const AIM_AFTER_WORKING_DAYS = 130;
const DEFAULT_CALENDAR = 'vn';

/** A day so many working days from today, by the calendar of the procedure's office. */
function useWorkingDay(calendar: string, add: number): string | undefined {
  const from = new Date().toLocaleDateString('en-CA');
  const { data } = useQuery({
    queryKey: ['working-days', calendar, from, add],
    queryFn: () =>
      call<{ date?: string }>(
        'GET',
        `/v1/calendars/${encodeURIComponent(calendar)}/working-days?from=${from}&add=${add}`,
      ).catch(() => ({ date: from })),
  });
  return data?.date;
}

/** All that a proposal is made of; `undefined` while something is still asked for. */
function useGround(draft: GuideDraft, me: string): Ground | undefined {
  const { format } = useWords();
  const tell = useGuideWords();
  const valueOf = useFigureValue();
  const { found: all } = useFound(draft.procedure);
  const before = all && daysBefore(draft.way, all);
  const { found } = useFound(before && draft.procedure, before);
  const { data: people } = useAllPeople();
  const { data: units } = useAllUnits();
  const { data: procedures } = useProcedures();
  const procedure = procedures?.find(({ id }) => id === draft.procedure);
  const line = placeOf(units ?? [], procedure?.unit ?? '').flatMap((id) => units?.find((unit) => unit.id === id) ?? []);
  const office = line.find((unit) => unit.office?.calendar !== undefined)?.office?.calendar;
  const calendar = procedure?.calendar ?? office ?? DEFAULT_CALENDAR;
  const changeFrom = useWorkingDay(calendar, CHANGE_AFTER_WORKING_DAYS);
  const aimBy = useWorkingDay(calendar, AIM_AFTER_WORKING_DAYS);
  const chosen = found?.figures.find(({ key }) => key === draft.improve);
  if (
    found === undefined ||
    before === undefined ||
    chosen === undefined ||
    people === undefined ||
    procedure === undefined
  )
    return undefined;
  if (changeFrom === undefined || aimBy === undefined) return undefined;
  const indicator = chosen.name;
  const value = valueOf(chosen, chosen.value);
  const words = {
    problem: tell('guide.problem', {
      ...{ indicator, value, n: format.number(chosen.n) },
      ...{ from: format.day(before.from), to: format.day(before.to) },
    }),
    aim: tell('guide.aim', { indicator, value, target: valueOf(chosen, targetOf(chosen)) }),
    countermeasure: tell('guide.countermeasure'),
    pilot: line[0]?.name ?? procedure.name,
  };
  return { found, before, chosen, me, unit: procedure.unit, people, changeFrom, aimBy, words };
}

type Props = {
  readonly person: Person;
  readonly draft: GuideDraft;
  readonly change: (change: Partial<GuideDraft>) => void;
  readonly forget: () => void;
};

/** The proposed plan, to be altered and launched; once proposed it is the visitor's and no longer replaced. */
export function PlanStep({ person, draft, change, forget }: Props) {
  const tell = useGuideWords();
  const { data: procedures = [] } = useProcedures();
  const { data: units } = useUnits();
  const ground = useGround(draft, person.id);
  const wanted = `${draft.procedure ?? ''} ${draft.improve ?? ''}`;
  const proposed = draft.proposed === wanted;
  const name = procedures.find(({ id }) => id === draft.procedure)?.name ?? '';
  useEffect(() => {
    if (proposed || ground === undefined || units === undefined) return;
    const made = draft.way === 'made';
    const title = made ? EXAMPLE_TITLE : tell('guide.cycleTitle', { procedure: name, indicator: ground.chosen.name });
    change({ proposed: wanted, title, plan: made ? examplePlan(ground) : proposedPlan(ground) });
  });
  if (!proposed) return <Waiting />;
  return (
    <>
      <p>{tell('guide.planWhat')}</p>
      <LaunchForm draft={draft} change={change} forget={forget} />
    </>
  );
}

function LaunchForm({ draft, change, forget }: Omit<Props, 'person'>) {
  const { say } = useWords();
  const tell = useGuideWords();
  const launch = useLaunch();
  const keyed = useKeyed();
  const [, go] = useLocation();
  const { procedure = '', title, plan } = draft;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const named = title.trim() === '' ? {} : { title: title.trim() };
    const body = { procedure, ...named, plan: tidyPlan(plan) };
    try {
      const { id } = await keyed(body, (key) => launch.mutateAsync({ body, key }));
      forget();
      go(`/cycles/${encodeURIComponent(id)}?launched=yes`);
    } catch {
      // Told below by launch.error; what was typed stays.
    }
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <div className="field">
        <label htmlFor="title">{say('field.optional', { label: say('launch.name') })}</label>
        <input id="title" maxLength={300} value={title} onChange={({ target }) => change({ title: target.value })} />
      </div>
      <PlanForm plan={plan} onChange={(changed) => change({ plan: changed })} />
      {launch.error !== null && <ProblemNote error={launch.error} />}
      <div className="buttons">
        <button type="submit" className="main" disabled={launch.isPending}>
          {launch.isPending ? say('note.working') : tell('guide.launch')}
        </button>
      </div>
    </form>
  );
}
