import { ApplicationFailure, Context } from '@temporalio/activity';
import { appealsUntil, extendedDates, periodDates, resumedDates } from '../domain/evaluationPeriods/dates';
import type { PeriodFacts, PeriodFactsNeeded, Unrated } from '../domain/evaluationPeriods/decide';
import type { PeriodBeginning, PeriodEvent } from '../domain/evaluationPeriods/events';
import type { PeriodOpening } from '../domain/evaluationPeriods/period.schema';
import type { EvaluationPeriod, PeriodDates } from '../domain/evaluationPeriods/state';
import { firstDayOf } from '../domain/indicators/period';
import { readableWords } from '../domain/indicators/named';
import { localDateOf } from '../domain/calendar/zone';
import type { SchemeDefinition } from '../domain/schemes/scheme.schema';
import type { Instant } from '../domain/shared/time';
import { chained } from './chained';
import { membersOf } from './evaluationPeriodMembers';
import type { MembersDeps } from './evaluationPeriodMembers';
import { resultMessage } from './evaluationPeriodMessage';
import type {
  EvaluationPeriods,
  Opened,
  OpeningOf,
  PeriodEvaluations,
  PeriodPeople,
  Result,
  SchemeInForce,
} from './evaluationPeriods.ports';
import { calendarOf } from './officeCalendar';
import type { Channel, Clock, Reminders } from './ports';

export type RecordPeriodInput = {
  readonly period: EvaluationPeriod;
  /** Sequence of the first event. */
  readonly first: number;
  readonly commandId: string;
  readonly events: readonly PeriodEvent[];
};
export type PeriodDeps = MembersDeps & {
  readonly evaluationPeriods: EvaluationPeriods;
  readonly periodEvaluations: PeriodEvaluations;
  readonly periodPeople: PeriodPeople;
  readonly schemeInForce: SchemeInForce;
  readonly reminders: Reminders;
  readonly channels: readonly Channel[];
  readonly clock: Clock;
};
type DaysInput = Pick<PeriodFactsNeeded, 'extended' | 'resumed' | 'appealsUntil'> & {
  readonly unit: string;
  readonly dates: PeriodDates;
  readonly at: Instant;
};

/** What a period asks of the office. Every one of them may be repeated at any point. */
export function periodActivities(deps: PeriodDeps) {
  const { evaluationPeriods: periods } = deps;
  return {
    /** Appends events under the hash chain and moves the projection. */
    async recordPeriodEvents({ period, first, commandId, events }: RecordPeriodInput): Promise<void> {
      const [before] = first === 1 ? [] : await periods.read(period.id, first - 2, 1);
      if (first > 1 && before === undefined) throw new Error(`event ${first - 1} of ${period.id} is not stored yet`);
      await periods.append(chained(period.id, first, commandId, events, before?.hash ?? ''), period);
    },

    async periodBeginning({ opening, at }: { opening: PeriodOpening; at: Instant }): Promise<PeriodBeginning> {
      const { scheme: id, unit, period } = opening;
      const scheme = await deps.schemeInForce(id, firstDayOf(period));
      if (scheme === undefined) throw ApplicationFailure.nonRetryable(`there is no scheme ${id}`, 'NoScheme');
      const { version, definition } = scheme;
      const calendar = await calendarOf(deps.organisation, { unit, procedure: '' });
      const of = (await deps.organisation.units.get(unit))?.value.name ?? unit;
      return {
        scheme: { id, version, ...shown(definition) },
        title: {
          vi: `Đánh giá kỳ ${period}, ${of}`,
          en: `Evaluation ${period}, ${of}`,
          ja: `${of} 評価（${period}）`,
        },
        dates: periodDates(definition.deadlines, { period, at }, calendar),
      };
    },

    /** Today, and the deadlines as a command makes them. */
    async periodDays({ unit, dates, at, ...asked }: DaysInput): Promise<PeriodFacts> {
      const calendar = await calendarOf(deps.organisation, { unit, procedure: '' });
      const { extended, resumed, appealsUntil: appeals } = asked;
      return {
        today: localDateOf(at, calendar.timeZone),
        ...(extended !== undefined && { dates: extendedDates(dates, extended, calendar) }),
        ...(resumed !== undefined && { dates: resumedDates(dates, { from: resumed.from, to: at }, calendar) }),
        ...(appeals !== undefined && { appealsUntil: appealsUntil(calendar, at, appeals.workingDays) }),
      };
    },
  };
}
export type PeriodActivities = ReturnType<typeof periodActivities>;

/** People that are written between two heartbeats. */
const BATCH = 20;
const NAMED = 20;
type Of = { readonly id: string };
type StandingInput = Of & { readonly quota?: true; readonly rated?: true };

/** Batches over everybody of a period: on the heavy queue. A repetition goes on where the heartbeat says, and does nothing twice. */
export function periodHeavyActivities(deps: PeriodDeps) {
  const { periodEvaluations: evaluations } = deps;

  async function present(id: string): Promise<EvaluationPeriod> {
    const row = await deps.evaluationPeriods.get(id);
    if (row === undefined) throw new Error(`${id} is not stored yet`);
    return row.period;
  }
  const acting = (period: EvaluationPeriod, what: string): OpeningOf => ({
    ...{ period, at: deps.clock.now(), commandId: `period/${period.id}/${what}` },
  });

  async function members(period: EvaluationPeriod): Promise<readonly Opened[]> {
    const [first] = await deps.evaluationPeriods.read(period.id, 0, 1);
    const excluded = first?.event.type === 'PeriodOpened' ? first.event.excluded : [];
    const scheme = await deps.schemeInForce(period.scheme.id, firstDayOf(period.period));
    if (scheme === undefined)
      throw ApplicationFailure.nonRetryable(`there is no scheme ${period.scheme.id}`, 'NoScheme');
    return membersOf({ period, definition: scheme.definition }, excluded, deps);
  }

  return {
    /** Opens everybody; answers how many there are. */
    async openEverybody({ id }: Of): Promise<{ people: number; excluded: number }> {
      const period = await present(id);
      const people = await alive(() => members(period));
      await inBatches(people, (some) => evaluations.openMany(some, acting(period, 'open')));
      return { people: people.length, excluded: people.filter(({ excluded }) => excluded !== undefined).length };
    },

    /** When the period is over: who joined since is opened, who moved or was away is adjusted; then the step begins for everybody. */
    async beginForEverybody({ id, phase }: Of & { phase: 'self' | 'rating' }): Promise<void> {
      const period = await present(id);
      if (phase === 'self') {
        const people = await alive(() => members(period));
        await inBatches(people, async (some) => {
          await evaluations.openMany(some, acting(period, 'open'));
          await evaluations.adjustMany(some, acting(period, 'adjust'));
        });
      }
      await alive(() => evaluations.beginStep(phase, acting(period, phase)));
    },

    /** Freezes scores and classes and tells each person alone, once. */
    async publishEverybody({ id }: Of): Promise<{ told: number }> {
      const period = await present(id);
      const results = await alive(() => evaluations.results(period));
      await inBatches(results, async (some) => {
        await evaluations.publishMany(some, acting(period, 'publish'));
        await deps.reminders.record(await messages(some, period));
      });
      return { told: results.length };
    },

    async finaliseEverybody({ id }: Of): Promise<void> {
      const period = await present(id);
      await alive(async () => {
        await evaluations.reviseLeaders(acting(period, 'leaders'));
        await evaluations.finaliseMany(acting(period, 'final'));
      });
    },

    /** A subordinate's class changed after publication: leaders above are computed again, and told with it. */
    async recomputeLeaders({ id }: Of): Promise<void> {
      const period = await present(id);
      await alive(() => evaluations.reviseLeaders(acting(period, 'leaders')));
    },

    /** Who is not rated, what the quota says, whose appeal is open. */
    async periodStanding({ id, quota, rated }: StandingInput): Promise<PeriodFacts> {
      const period = await present(id);
      const look = await alive(() => deps.periodPeople.look(period));
      const those = (keep: (phase: string) => boolean) =>
        look.rows.filter(({ phase }) => keep(phase)).map(({ person }) => person);
      return {
        unrated: counted(those((phase) => UNRATED.includes(phase))),
        openAppeals: counted(those((phase) => phase === 'appealed')),
        ...(quota && { quota: look.quota }),
        ...(rated && { rated: those((phase) => phase !== 'excluded' && !UNRATED.includes(phase)) }),
      };
    },
  };

  async function messages(results: readonly Result[], period: EvaluationPeriod) {
    const people = await deps.organisation.peopleById(results.map(({ person }) => person));
    const known = new Map(people.map((person) => [person.id, person]));
    return results.flatMap((result) => {
      const person = known.get(result.person);
      return person === undefined ? [] : [resultMessage({ result, period, person }, deps.channels)];
    });
  }
}
export type PeriodHeavyActivities = ReturnType<typeof periodHeavyActivities>;

const UNRATED: readonly string[] = ['collecting', 'self', 'rating', 'approving'];
const counted = (persons: readonly string[]): Unrated => ({ count: persons.length, persons: persons.slice(0, NAMED) });

const shown = ({ name, deadlines, quotas, bandNames }: SchemeDefinition) => ({
  ...{ name: readableWords(name), deadlines, quotas },
  classes: Object.fromEntries(Object.entries(bandNames).map(([key, named]) => [key, readableWords(named)])),
});

const HEARTBEAT_MS = 2_000;
/** Beats while a long piece of work is being done that cannot say how far it is. */
async function alive<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const heart = setInterval(() => Context.current().heartbeat(progress()), HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heart);
  }
}

/** The last person of whom an earlier attempt said that they were done. */
function progress(): string {
  const details: unknown = Context.current().info.heartbeatDetails;
  return typeof details === 'string' ? details : '';
}

/** In the order of ids of people, so that it goes on behind the last one whatever has changed meanwhile. */
async function inBatches<One extends { readonly person: string }>(
  all: readonly One[],
  write: (some: readonly One[]) => Promise<void>,
): Promise<void> {
  const after = progress();
  const left = all.filter(({ person }) => person > after).sort((a, b) => (a.person < b.person ? -1 : 1));
  for (let done = 0; done < left.length; done += BATCH) {
    const some = left.slice(done, done + BATCH);
    await write(some);
    Context.current().heartbeat(some.at(-1)?.person ?? after);
  }
}
