import {
  ApplicationFailure,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import type { Client } from '@temporalio/client';
import type { Indicators } from '../activities/indicators.ports';
import type { CycleReader, EventStore, Organisation } from '../activities/ports';
import { placeOf } from '../domain/access/place';

import type { CycleCommand, DraftPlan } from '../domain/cycle/cycle.schema';
import { cycleId } from '../domain/cycle/ids';
import { libraryIndicators, resolvePlan } from '../domain/cycle/resolvePlan';
import type { IndicatorDefinition } from '../domain/indicators/indicator.schema';
import { inForceOrNext } from '../domain/indicators/versions';
import type { Refusal } from '../domain/shared/result';
import {
  commandUpdate,
  CYCLE_WORKFLOW,
  cycleWorkflowId,
  launchedUpdate,
  REFUSAL,
  workflowIdOf,
} from '../workflows/cycle.contract';
import type { CycleAnswer, CycleInput } from '../workflows/cycle.contract';
import { TASK_QUEUE } from '../workflows/queues.contract';
import { bounded, boundedByKey } from './bounded';
import type { CycleCommands, CycleOutcome } from './ports';

type Answer = CycleOutcome;
type Place = { readonly unit: string; readonly procedure: string };
export type TemporalCyclesDeps = {
  readonly client: Client;
  readonly cycles: CycleReader;
  readonly events: EventStore;
  readonly organisation: Organisation;
  readonly indicators: Pick<Indicators, 'many'>;
  /** Whether the server has Kairyo's search attributes (the embedded and the composed ones have). */
  readonly searchable: boolean;
};

/** Starts slow down beyond some twenty at once on a file database (measured), so they queue here. */
const STARTS_AT_ONCE = 16;
/** A cycle takes its commands one after the other; side by side they were measured to take seven times as long. */
const COMMANDS_AT_ONCE = 1;
const ANSWER_WITHIN_MS = 30_000;

const refusal = (found: Refusal): Answer => ({ ok: false, refusal: found });

/** Cycles over Temporal: a launch is a workflow start under a meaningful id, a command is an Update that answers when its events are stored. */
export function temporalCycles(deps: TemporalCyclesDeps): CycleCommands {
  const { client, cycles, events, organisation } = deps;
  const inTurn = bounded(STARTS_AT_ONCE);
  const inTurnOf = boundedByKey(COMMANDS_AT_ONCE);
  const within = <Result>(work: () => Promise<Result>): Promise<Result> =>
    client.connection.withDeadline(Date.now() + ANSWER_WITHIN_MS, work);

  return {
    launch: async (input, by, commandId) => {
      const procedure = (await organisation.procedures.get(input.procedure))?.value;
      if (procedure === undefined)
        return refusal({ code: 'UNKNOWN_PROCEDURE', field: '/procedure', params: { id: input.procedure } });
      const unit = input.unit ?? procedure.unit;
      const units = await organisation.allUnits();
      if (!units.some(({ id }) => id === unit))
        return refusal({ code: 'UNKNOWN_UNIT', field: '/unit', params: { id: unit } });
      const plan = await checkedPlan(input.plan, procedure, '/plan', input.lead);
      if (!plan.ok) return plan;
      const latest = await cycles.latest(unit, procedure.id);
      if (latest !== undefined && latest.cycle.phase !== 'closed') return alreadyOpen(latest.id, commandId);
      const no = (latest?.cycle.no ?? 0) + 1;
      const title = input.title ?? `${procedure.name} ${no}`;
      const lead = input.lead ?? by.id;
      const launch = {
        id: cycleId(unit, procedure.id, no),
        unit,
        procedure: procedure.id,
        no,
        stage: 1,
        title,
        lead,
        plan: plan.plan,
        by: by.id,
        commandId,
      };
      return inTurn(() => start({ launch, searchable: deps.searchable }));
    },
    command: async (id, command, by, commandId, expected) => {
      const row = await cycles.get(id);
      if (row === undefined) return refusal({ code: 'NO_SUCH_CYCLE', params: { id } });
      const checked = await checkedCommand(command, row.cycle);
      if (!checked.ok) return checked;
      const envelope = {
        commandId,
        command: checked.command,
        by,
        place: placeOf(await organisation.allUnits(), row.cycle.unit),
        ...(expected === undefined ? {} : { expected }),
      };
      const handle = client.workflow.getHandle(workflowIdOf(id));
      return inTurnOf(id, () =>
        answered(id, commandId, () => handle.executeUpdate(commandUpdate, { args: [envelope], updateId: commandId })),
      );
    },
  };

  async function start(input: CycleInput): Promise<Answer> {
    const { id, unit, procedure, no, commandId } = input.launch;
    const workflowId = cycleWorkflowId(unit, procedure, no);
    try {
      await within(() =>
        client.workflow.start(CYCLE_WORKFLOW, {
          workflowId,
          taskQueue: TASK_QUEUE,
          args: [input],
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
          workflowIdConflictPolicy: 'FAIL',
        }),
      );
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return alreadyOpen(id, commandId);
      throw error;
    }
    return launched(workflowId, id, commandId);
  }

  function launched(workflowId: string, id: string, commandId: string): Promise<Answer> {
    return answered(id, commandId, () => client.workflow.getHandle(workflowId).executeUpdate(launchedUpdate));
  }

  /** An open cycle in the way; unless this very request launched it before its answer was lost. */
  async function alreadyOpen(id: string, commandId: string): Promise<Answer> {
    const [first] = await events.read(id, 0, 1);
    if (first === undefined)
      return (await launchedBy(id, commandId)) ?? refusal({ code: 'CYCLE_ALREADY_OPEN', params: { open: id } });
    if (first.commandId !== commandId) return refusal({ code: 'CYCLE_ALREADY_OPEN', params: { open: id } });
    return launched(workflowIdOf(id), id, commandId);
  }

  /** The launch may have been accepted by Temporal and not be stored yet. */
  async function launchedBy(id: string, commandId: string): Promise<Answer | undefined> {
    const answer = await launched(workflowIdOf(id), id, commandId);
    const [first] = await events.read(id, 0, 1);
    return first?.commandId === commandId ? answer : undefined;
  }

  async function answered(id: string, commandId: string, ask: () => Promise<CycleAnswer>): Promise<Answer> {
    try {
      return { ok: true, ...(await within(ask)) };
    } catch (error) {
      const found = refusalIn(error);
      if (found !== undefined) return refusal(found);
      if (error instanceof WorkflowNotFoundError) return fromStore(id, commandId);
      throw error;
    }
  }

  /** The workflow is over. A command it carried out before its answer was lost still has its answer; any other comes too late. */
  async function fromStore(id: string, commandId: string): Promise<Answer> {
    const row = await cycles.get(id);
    if (row === undefined) return refusal({ code: 'NO_SUCH_CYCLE', params: { id } });
    if (await events.has(id, commandId)) return { ok: true, cycle: row.cycle, version: row.version };
    const closedAt = row.cycle.phase === 'closed' ? row.cycle.closedAt : '';
    return refusal({ code: 'CYCLE_IS_CLOSED', params: { closedAt } });
  }

  async function checkedCommand(
    command: CycleCommand,
    place: Place,
  ): Promise<{ ok: true; command: CycleCommand } | Extract<Answer, { ok: false }>> {
    const procedure = (await organisation.procedures.get(place.procedure))?.value ?? {};
    if (command.type === 'RevisePlan') {
      const plan = await checkedPlan(command.plan, procedure, '/plan');
      return plan.ok ? { ok: true, command: { ...command, plan: plan.plan } } : plan;
    }
    if (command.type === 'AdaptChange') {
      const plan = await checkedPlan(command.changes, procedure, '/changes');
      return plan.ok ? { ok: true, command: { ...command, changes: plan.plan } } : plan;
    }
    if (command.type === 'ChangeReviewers')
      return (await unknownPeople(command.reviewers.map((id, i) => [`/reviewers/${i}`, id]))) ?? { ok: true, command };
    if (
      command.type === 'ExpandChange' &&
      command.unit !== undefined &&
      (await organisation.units.get(command.unit)) === undefined
    )
      return { ok: false, refusal: { code: 'UNKNOWN_UNIT', field: '/unit', params: { id: command.unit } } };
    return { ok: true, command };
  }

  async function checkedPlan(
    plan: DraftPlan,
    procedure: { readonly limitWorkingDays?: number },
    at: string,
    lead?: string,
  ): Promise<{ ok: true; plan: DraftPlan } | Extract<Answer, { ok: false }>> {
    const library = await definitionsOf(libraryIndicators(plan));
    const resolved = resolvePlan(plan, { ...procedure, library });
    if (!resolved.ok)
      return {
        ok: false,
        refusal: { ...resolved.refusal, field: (resolved.refusal.field ?? '').replace(/^\/plan/, at) },
      };
    if (
      plan.reminderPolicy !== undefined &&
      (await organisation.reminderPolicies.get(plan.reminderPolicy)) === undefined
    )
      return {
        ok: false,
        refusal: {
          code: 'UNKNOWN_REMINDER_POLICY',
          field: `${at}/reminderPolicy`,
          params: { id: plan.reminderPolicy },
        },
      };
    return (await unknownPeople(peopleIn(plan, at, lead))) ?? resolved;
  }

  /** As they stand now: the latest that was recorded for a day that has come. */
  async function definitionsOf(ids: readonly string[]): Promise<ReadonlyMap<string, IndicatorDefinition>> {
    const found = ids.length === 0 ? [] : await deps.indicators.many(ids);
    const today = new Date().toISOString().slice(0, 10);
    return new Map(
      found.flatMap(({ id, definitions }) => {
        const version = inForceOrNext(definitions, today);
        return version === undefined ? [] : [[id, version.definition] as const];
      }),
    );
  }

  async function unknownPeople(
    named: readonly (readonly [string, string])[],
  ): Promise<Extract<Answer, { ok: false }> | undefined> {
    const known = new Set((await organisation.peopleById([...new Set(named.map(([, id]) => id))])).map(({ id }) => id));
    const missing = named.find(([, id]) => !known.has(id));
    return missing === undefined
      ? undefined
      : { ok: false, refusal: { code: 'UNKNOWN_PERSON', field: missing[0], params: { id: missing[1] } } };
  }
}

const peopleIn = (plan: DraftPlan, at: string, lead?: string): readonly (readonly [string, string])[] => [
  ...(lead === undefined ? [] : ([['/lead', lead]] as const)),
  ...(plan.reviewers ?? []).map((id, index) => [`${at}/reviewers/${index}`, id] as const),
  ...(plan.countermeasures ?? []).flatMap(({ owner }, index) =>
    owner === undefined ? [] : [[`${at}/countermeasures/${index}/owner`, owner] as const],
  ),
];

/** The refusal a workflow answered with, by the validator or by the handler. */
function refusalIn(error: unknown): Refusal | undefined {
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  return cause instanceof ApplicationFailure && cause.type === REFUSAL ? (cause.details?.[0] as Refusal) : undefined;
}
