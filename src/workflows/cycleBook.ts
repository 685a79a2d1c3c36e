import {
  ApplicationFailure,
  condition,
  ParentClosePolicy,
  proxyActivities,
  proxyLocalActivities,
  startChild,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import {
  defineSearchAttributeKey,
  SearchAttributeType,
  WorkflowExecutionAlreadyStartedError,
} from '@temporalio/common';
import type { CycleActivities } from '../activities/cycle.activities';
import type { CheckActivities, CheckInput } from '../activities/check.activities';
import { allowed } from '../domain/access/policy';
import type { Answer } from '../domain/access/policy';
import { relationsToCycle } from '../domain/access/relations';
import { decide, dueOf, factsNeeded, refusalOf } from '../domain/cycle/decide';
import type { AnyCycleCommand, Context, Facts, SystemCommand } from '../domain/cycle/decide';
import type { CycleEvent } from '../domain/cycle/events';
import { ENGINE } from '../domain/cycle/events';
import { evolve } from '../domain/cycle/evolve';
import type { Cycle } from '../domain/cycle/state';
import type { Refusal } from '../domain/shared/result';
import type { Instant } from '../domain/shared/time';
import { CYCLE_WORKFLOW, cycleWorkflowId, REFUSAL } from './cycle.contract';
import type { Answered, CarriedCycle, CommandEnvelope, CycleAnswer, CycleInput } from './cycle.contract';
import { HEAVY_TASK_QUEUE } from './queues.contract';

/** Storing is tried until it succeeds: an event that was decided is never given up. */
const store = proxyActivities<CycleActivities>({
  startToCloseTimeout: '15 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '30 seconds' },
});
/** Dates and numbers are read in the worker that decides: short, and harmless to repeat. */
const quick = proxyLocalActivities<CycleActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '30 seconds' },
});
const heavy = proxyActivities<CheckActivities>({
  taskQueue: HEAVY_TASK_QUEUE,
  startToCloseTimeout: '2 hours',
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

/** How many carried-out commands a cycle remembers, so that a repetition answers as the first time. */
const REMEMBERED_COMMANDS = 200;

const UNIT = defineSearchAttributeKey('KairyoUnit', SearchAttributeType.KEYWORD);
const PROCEDURE = defineSearchAttributeKey('KairyoProcedure', SearchAttributeType.KEYWORD);
const PHASE = defineSearchAttributeKey('KairyoPhase', SearchAttributeType.KEYWORD);
const DUE_AT = defineSearchAttributeKey('KairyoDueAt', SearchAttributeType.DATETIME);

/** The workflow's clock: the same at every replay. */
export const now = (): Instant => new Date().toISOString();

export const refused = (refusal: Refusal): ApplicationFailure =>
  ApplicationFailure.create({ type: REFUSAL, message: refusal.code, nonRetryable: true, details: [refusal] });

/** The cycle's state with its one way to change: decide, evolve, store; one command at a time. */
export type CycleBook = {
  readonly cycle: () => Cycle;
  readonly sequence: () => number;
  readonly answer: () => CycleAnswer | undefined;
  readonly answered: (commandId: string) => Answered | undefined;
  readonly carried: () => CarriedCycle;
  readonly launch: () => Promise<void>;
  /** Throws the refusal, if there is one. */
  readonly validate: (envelope: CommandEnvelope) => void;
  readonly whenStored: () => Promise<CycleAnswer>;
  readonly perform: (envelope: CommandEnvelope) => Promise<CycleAnswer>;
  readonly performOwn: (command: SystemCommand, commandId: string) => Promise<void>;
};

export function cycleBook({ launch, searchable, carried }: CycleInput): CycleBook {
  let state: Cycle | undefined = carried?.cycle;
  let sequence = carried?.sequence ?? 0;
  let stored = sequence;
  let busy = false;
  const index = searchIndex();
  let remembered: readonly Answered[] = carried?.answered ?? [];

  const cycle = (): Cycle => {
    if (state === undefined) throw ApplicationFailure.nonRetryable('the cycle is not launched yet', 'NotLaunched');
    return state;
  };
  const answered = (commandId: string): Answered | undefined =>
    remembered.find((known) => known.commandId === commandId);
  const answer = (): CycleAnswer => ({ cycle: cycle(), version: sequence });

  async function record(commandId: string, events: readonly CycleEvent[]): Promise<void> {
    const first = sequence + 1;
    for (const event of events) state = evolve(state, event);
    sequence += events.length;
    if (events.length > 0) await store.recordEvents({ stream: launch.id, first, commandId, events, cycle: cycle() });
    stored = sequence;
    remembered = [...remembered, { commandId, sequence }].slice(-REMEMBERED_COMMANDS);
    if (searchable) index(cycle());
  }

  async function exclusively<Result>(work: () => Promise<Result>): Promise<Result> {
    await condition(() => !busy && stored > 0);
    busy = true;
    try {
      return await work();
    } finally {
      busy = false;
    }
  }

  const execute = (
    command: AnyCycleCommand,
    commandId: string,
    who: (cycle: Cycle) => Omit<Context, 'at'>,
    expected?: number,
  ): Promise<CycleAnswer> =>
    exclusively(async () => {
      if (answered(commandId) !== undefined) return answer();
      const moved = movedOn(expected, sequence);
      if (moved !== undefined) throw refused(moved);
      const context = { ...who(cycle()), at: now() };
      const facts = await gather(command, cycle(), context);
      const decision = decide(command, cycle(), context, facts);
      if (!decision.ok) throw refused(decision.refusal);
      await record(commandId, decision.events);
      await startNext(decision.events, launch.id, searchable);
      return answer();
    });

  return {
    cycle,
    sequence: () => sequence,
    answer: () => (state === undefined ? undefined : answer()),
    answered,
    carried: () => ({ cycle: cycle(), sequence, answered: remembered }),
    launch: async () => {
      if (sequence > 0) return;
      const { commandId, by, ...rest } = launch;
      await record(commandId, [{ type: 'CycleLaunched', at: now(), by, ...rest }]);
    },
    whenStored: async () => {
      await condition(() => stored > 0);
      return answer();
    },
    validate: (envelope) => {
      if (answered(envelope.commandId) !== undefined) return;
      const refusal =
        accessRefusal(envelope, cycle()) ??
        movedOn(envelope.expected, sequence) ??
        refusalOf(envelope.command, cycle(), contextOf(envelope, cycle()));
      if (refusal !== undefined) throw refused(refusal);
    },
    perform: (envelope) =>
      execute(envelope.command, envelope.commandId, (cycle) => contextOf(envelope, cycle), envelope.expected),
    performOwn: async (command, commandId) => {
      await execute(command, commandId, () => ({ by: ENGINE })).catch((error: unknown) => {
        if (!(error instanceof ApplicationFailure && error.type === REFUSAL)) throw error;
      });
    },
  };
}

function contextOf(envelope: CommandEnvelope, cycle: Cycle): Context {
  const { id: by, standsInFor = [] } = envelope.by;
  const answer = permission(envelope, cycle);
  const inPlaceOf = answer.ok ? (answer.inPlaceOf ?? []) : [];
  return { by, standsInFor, inPlaceOf, at: now() };
}

/** Somebody else was quicker: the person decides again on what is there now. */
const movedOn = (expected: number | undefined, current: number): Refusal | undefined =>
  expected === undefined || expected === current ? undefined : { code: 'CHANGED_MEANWHILE', params: { current } };

/** The same policy the API asks: who may do this, here, with these ties to the cycle. */
function permission({ command, by, place }: CommandEnvelope, cycle: Cycle): Answer {
  const countermeasure = command.type === 'ProgressCountermeasure' ? command.countermeasure : undefined;
  const relations = relationsToCycle(cycle, by, countermeasure);
  return allowed({ person: by, action: `cycle.command.${command.type}`, place, relations });
}

function accessRefusal(envelope: CommandEnvelope, cycle: Cycle): Refusal | undefined {
  const answer = permission(envelope, cycle);
  return answer.ok ? undefined : answer.refusal;
}

/** Fetches what the decision needs: a comparison of cases on the heavy queue, dates and numbers on the quick one. */
async function gather(command: AnyCycleCommand, cycle: Cycle, context: Context): Promise<Facts> {
  const { basis, check, next } = factsNeeded(command, cycle, context);
  const { unit, procedure } = cycle;
  const result =
    check === undefined
      ? undefined
      : await heavy.computeCheck({ cycleId: cycle.id, ...checkInput(cycle), checkOpenedAt: check.closesAt });
  const facts =
    basis === undefined && next === undefined
      ? {}
      : await quick.fetchFacts({ from: cycle.id, unit, procedure, basis, next });
  return result === undefined ? facts : { ...facts, result };
}

const checkInput = (cycle: Cycle): Omit<CheckInput, 'cycleId' | 'checkOpenedAt'> => ({
  procedure: cycle.procedure,
  plan: cycle.plan,
  doBeganAt: 'approvedAt' in cycle ? cycle.approvedAt : cycle.launchedAt,
});

/** The cycle that follows a decision lives its own life; it is started by id, so that a repetition starts nothing twice. */
async function startNext(events: readonly CycleEvent[], from: string, searchable: boolean): Promise<void> {
  for (const event of events) {
    if (event.type !== 'CycleDecided' || event.decision.next === undefined) continue;
    const { next, kind, reason } = event.decision;
    const launch = {
      ...next,
      by: event.by,
      commandId: `next/${next.id}`,
      earlier: { cycle: from, decision: kind, reason },
    };
    const args: [CycleInput] = [{ launch, searchable }];
    await startChild(CYCLE_WORKFLOW, {
      workflowId: cycleWorkflowId(next.unit, next.procedure, next.no),
      args,
      parentClosePolicy: ParentClosePolicy.ABANDON,
    }).catch((error: unknown) => {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    });
  }
}

/** Search attributes name places, phases and dates; people stay out of them. */
function searchIndex(): (cycle: Cycle) => void {
  let last = '';
  return (cycle) => {
    const due = dueOf(cycle)?.at;
    const seen = `${cycle.phase} ${due ?? ''}`;
    if (seen === last) return;
    last = seen;
    upsertSearchAttributes([
      { key: UNIT, value: cycle.unit },
      { key: PROCEDURE, value: cycle.procedure },
      { key: PHASE, value: cycle.phase },
      { key: DUE_AT, value: due === undefined ? null : new Date(due) },
    ]);
  };
}
