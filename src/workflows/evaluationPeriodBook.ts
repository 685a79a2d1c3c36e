import { ApplicationFailure, condition, proxyActivities } from '@temporalio/workflow';
import type { PeriodActivities, PeriodHeavyActivities } from '../activities/evaluationPeriod.activities';
import { allowed } from '../domain/access/policy';
import { decide, factsNeeded, refusalOf } from '../domain/evaluationPeriods/decide';
import type { AnyPeriodCommand, PeriodContext, PeriodFacts } from '../domain/evaluationPeriods/decide';
import { ENGINE } from '../domain/evaluationPeriods/events';
import type { PeriodEvent } from '../domain/evaluationPeriods/events';
import { evolve } from '../domain/evaluationPeriods/evolve';
import { relationsToPeriod, actionOf } from '../domain/evaluationPeriods/relations';
import { periodId } from '../domain/evaluationPeriods/state';
import type { EvaluationPeriod } from '../domain/evaluationPeriods/state';
import type { Refusal } from '../domain/shared/result';
import type { Instant } from '../domain/shared/time';
import { REFUSAL } from './cycle.contract';
import type { CarriedPeriod, PeriodAnswered, PeriodEnvelope, PeriodWorkflowInput } from './evaluationPeriod.contract';
import { HEAVY_TASK_QUEUE } from './queues.contract';

const retry = { initialInterval: '200 milliseconds', maximumInterval: '30 seconds' } as const;
/** Storing is tried until it succeeds: an event that was decided is never given up. */
const store = proxyActivities<PeriodActivities>({ startToCloseTimeout: '30 seconds', retry });
/** Batches over everybody: a heartbeat carries how far they have come. */
const heavy = proxyActivities<PeriodHeavyActivities>({
  taskQueue: HEAVY_TASK_QUEUE,
  startToCloseTimeout: '6 hours',
  heartbeatTimeout: '10 seconds',
  retry,
});

const REMEMBERED_COMMANDS = 200;

/** The workflow's clock: the same at every replay. */
export const now = (): Instant => new Date().toISOString();

const refused = (refusal: Refusal): ApplicationFailure =>
  ApplicationFailure.create({ type: REFUSAL, message: refusal.code, nonRetryable: true, details: [refusal] });

/** The period's state with its one way to change: decide, evolve, store; one command at a time. */
export type PeriodBook = {
  readonly period: () => EvaluationPeriod;
  readonly sequence: () => number;
  readonly answer: () => PeriodAnswered | undefined;
  readonly carried: () => CarriedPeriod;
  readonly open: () => Promise<void>;
  readonly whenStored: () => Promise<PeriodAnswered>;
  /** Throws the refusal, if there is one. */
  readonly validate: (envelope: PeriodEnvelope) => void;
  readonly perform: (envelope: PeriodEnvelope) => Promise<PeriodAnswered>;
  readonly performOwn: (command: AnyPeriodCommand, commandId: string) => Promise<void>;
  readonly openEverybody: () => Promise<void>;
  readonly publishEverybody: () => Promise<void>;
  readonly recomputeLeaders: () => Promise<void>;
  readonly beginForEverybody: (phase: 'self' | 'rating') => Promise<void>;
  readonly finaliseEverybody: () => Promise<void>;
};

type Order = {
  readonly command: AnyPeriodCommand;
  readonly commandId: string;
  readonly by: string;
  readonly expected?: number | undefined;
};

export function periodBook({ creation, carried }: PeriodWorkflowInput): PeriodBook {
  let state: EvaluationPeriod | undefined = carried?.period;
  let sequence = carried?.sequence ?? 0;
  let stored = sequence;
  let busy = false;
  let remembered: readonly string[] = carried?.answered ?? [];

  const period = (): EvaluationPeriod => {
    if (state === undefined) throw ApplicationFailure.nonRetryable('the period is not open yet', 'NotOpen');
    return state;
  };
  const answer = (): PeriodAnswered => ({ period: period(), version: sequence });

  async function record(commandId: string, events: readonly PeriodEvent[]): Promise<void> {
    const first = sequence + 1;
    for (const event of events) state = evolve(state, event);
    sequence += events.length;
    if (events.length > 0) await store.recordPeriodEvents({ period: period(), first, commandId, events });
    stored = sequence;
    remembered = [...remembered, commandId].slice(-REMEMBERED_COMMANDS);
  }

  async function execute({ command, commandId, by, expected }: Order): Promise<PeriodAnswered> {
    await condition(() => !busy && stored > 0);
    busy = true;
    try {
      if (remembered.includes(commandId)) return answer();
      const refusal = movedOn(expected, sequence) ?? refusalOf(command, period());
      if (refusal !== undefined) throw refused(refusal);
      const context: PeriodContext = { at: now(), by };
      const decision = decide(command, period(), context, await gather(command, period(), context.at));
      if (!decision.ok) throw refused(decision.refusal);
      await record(commandId, decision.events);
      return answer();
    } finally {
      busy = false;
    }
  }

  const performOwn = async (command: AnyPeriodCommand, commandId: string): Promise<void> => {
    await execute({ command, commandId, by: ENGINE }).catch((error: unknown) => {
      if (!(error instanceof ApplicationFailure && error.type === REFUSAL)) throw error;
    });
  };

  return {
    period,
    sequence: () => sequence,
    answer: () => (state === undefined ? undefined : answer()),
    carried: () => ({ period: period(), sequence, answered: remembered }),
    open: async () => {
      if (sequence > 0) return;
      const { opening, by, commandId } = creation;
      const at = now();
      const { scheme, unit, period: of, calibrators, excluded } = opening;
      const beginning = await store.periodBeginning({ opening, at });
      const id = periodId(scheme, unit, of);
      const event = { type: 'PeriodOpened', at, by, id, unit, period: of, calibrators, excluded } as const;
      await record(commandId, [{ ...event, ...beginning }]);
    },
    whenStored: async () => {
      await condition(() => stored > 0);
      return answer();
    },
    validate: (envelope) => {
      if (state === undefined || remembered.includes(envelope.commandId)) return;
      const refusal =
        accessRefusal(envelope, state) ?? movedOn(envelope.expected, sequence) ?? refusalOf(envelope.command, state);
      if (refusal !== undefined) throw refused(refusal);
    },
    perform: ({ command, commandId, by, expected }) => execute({ command, commandId, by: by.id, expected }),
    performOwn,
    openEverybody: async () => {
      const opened = await heavy.openEverybody({ id: period().id });
      await performOwn({ type: 'NoteOpened', ...opened }, 'opened');
    },
    publishEverybody: async () => {
      const { told } = await heavy.publishEverybody({ id: period().id });
      await performOwn({ type: 'NotePublished', told }, 'published');
    },
    recomputeLeaders: () => heavy.recomputeLeaders({ id: period().id }),
    beginForEverybody: (phase) => heavy.beginForEverybody({ id: period().id, phase }),
    finaliseEverybody: () => heavy.finaliseEverybody({ id: period().id }),
  };
}

const movedOn = (expected: number | undefined, current: number): Refusal | undefined =>
  expected === undefined || expected === current ? undefined : { code: 'CHANGED_MEANWHILE', params: { current } };

/** The same policy the API asks. */
function accessRefusal({ by, place, command }: PeriodEnvelope, period: EvaluationPeriod): Refusal | undefined {
  const relations = relationsToPeriod(period, by);
  const answer = allowed({ person: by, action: actionOf(command), place, relations });
  return answer.ok ? undefined : answer.refusal;
}

async function gather(command: AnyPeriodCommand, period: EvaluationPeriod, at: Instant): Promise<PeriodFacts> {
  const { unrated, quota, openAppeals, rated, ...days } = factsNeeded(command, period);
  const dates =
    Object.keys(days).length === 0
      ? {}
      : await store.periodDays({ unit: period.unit, dates: period.dates, at, ...days });
  if (openAppeals) await heavy.recomputeLeaders({ id: period.id });
  const people =
    (unrated ?? quota ?? openAppeals ?? rated)
      ? await heavy.periodStanding({ id: period.id, ...(quota && { quota }), ...(rated && { rated }) })
      : {};
  return { ...dates, ...people };
}
