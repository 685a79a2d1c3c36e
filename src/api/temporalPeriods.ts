import {
  ApplicationFailure,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import type { Client } from '@temporalio/client';
import type { EvaluationPeriods, PeriodRow } from '../activities/evaluationPeriods.ports';
import type { Organisation } from '../activities/ports';
import { placeOf } from '../domain/access/place';
import type { Standing } from '../domain/access/policy';
import type { AnyPeriodCommand } from '../domain/evaluationPeriods/decide';
import type { PeriodOpening } from '../domain/evaluationPeriods/period.schema';
import { periodId } from '../domain/evaluationPeriods/state';
import type { EvaluationPeriod } from '../domain/evaluationPeriods/state';
import type { Refusal } from '../domain/shared/result';
import { REFUSAL } from '../workflows/cycle.contract';
import {
  EVALUATION_PERIOD_WORKFLOW,
  periodCommandUpdate,
  periodOpenedUpdate,
  periodWorkflowId,
  scoresChangedSignal,
} from '../workflows/evaluationPeriod.contract';
import type { PeriodAnswered, PeriodWorkflowInput } from '../workflows/evaluationPeriod.contract';
import { TASK_QUEUE } from '../workflows/queues.contract';

export type PeriodOutcome =
  | { readonly ok: true; readonly period: EvaluationPeriod; readonly version: number }
  | { readonly ok: false; readonly refusal: Refusal };
export type PeriodOrder = {
  readonly command: AnyPeriodCommand;
  readonly by: Standing;
  readonly commandId: string;
  readonly expected?: number | undefined;
};
/** All answer once the events are stored. The same `commandId` again answers as the first time. */
export interface PeriodCommands {
  open(opening: PeriodOpening, by: Standing, commandId: string): Promise<PeriodOutcome>;
  command(id: string, order: PeriodOrder): Promise<PeriodOutcome>;
  /** A published result of the period changed: the leaders above are computed again. */
  resultsChanged(id: string): Promise<void>;
}
export type TemporalPeriodsDeps = {
  readonly client: Client;
  readonly evaluationPeriods: Pick<EvaluationPeriods, 'get' | 'read' | 'has'>;
  readonly organisation: Organisation;
};

/** Publishing looks at everybody first. */
const ANSWER_WITHIN_MS = 60_000;

/** Periods of evaluation over Temporal: one workflow each; a command is an Update that answers when its events are stored. */
export function temporalPeriods({
  client,
  evaluationPeriods: periods,
  organisation,
}: TemporalPeriodsDeps): PeriodCommands {
  const handleOf = (id: string) => client.workflow.getHandle(periodWorkflowId(id));
  const within = <Result>(work: () => Promise<Result>): Promise<Result> =>
    client.connection.withDeadline(Date.now() + ANSWER_WITHIN_MS, work);

  return {
    open: async (opening, by, commandId) => {
      const id = periodId(opening.scheme, opening.unit, opening.period);
      const openedByOther = async (): Promise<boolean> => {
        const [first] = await periods.read(id, 0, 1);
        return first !== undefined && first.commandId !== commandId;
      };
      if (await openedByOther()) return exists(id);
      await start({ creation: { opening, by: by.id, commandId } }, id);
      const outcome = await answered(() => handleOf(id).executeUpdate(periodOpenedUpdate));
      if (await openedByOther()) return exists(id);
      return outcome === 'over' ? fromRow(await periods.get(id), id) : outcome;
    },
    command: async (id, { command, by, commandId, expected }) => {
      const row = await periods.get(id);
      if (row === undefined) return unknown(id);
      const place = placeOf(await organisation.allUnits(), row.period.unit);
      const envelope = { commandId, command, by, place, ...(expected !== undefined && { expected }) };
      const outcome = await answered(() =>
        handleOf(id).executeUpdate(periodCommandUpdate, { args: [envelope], updateId: `command/${commandId}` }),
      );
      if (outcome !== 'over') return outcome;
      if (await periods.has(id, commandId)) return fromRow(await periods.get(id), id);
      const { phase } = (await periods.get(id))?.period ?? row.period;
      return refused({ code: 'PERIOD_NOT_IN_THIS_PHASE', params: { phase, allowed: [] } });
    },
    resultsChanged: async (id) => {
      const row = await periods.get(id);
      if (row === undefined) return;
      const { period, version: sequence } = row;
      const { scheme, unit, calibrators, openedBy: by } = period;
      const opening = { scheme: scheme.id, unit, period: period.period, calibrators: [...calibrators], excluded: [] };
      const creation = { opening, by, commandId: `again/${sequence}` };
      await client.workflow.signalWithStart(EVALUATION_PERIOD_WORKFLOW, {
        workflowId: periodWorkflowId(id),
        taskQueue: TASK_QUEUE,
        args: [{ creation, carried: { period, sequence, answered: [] } } satisfies PeriodWorkflowInput],
        signal: scoresChangedSignal,
        signalArgs: [],
      });
    },
  };

  async function start(input: PeriodWorkflowInput, id: string): Promise<void> {
    const options = { workflowId: periodWorkflowId(id), taskQueue: TASK_QUEUE, args: [input] } as const;
    const once = { workflowIdReusePolicy: 'REJECT_DUPLICATE', workflowIdConflictPolicy: 'FAIL' } as const;
    await within(() => client.workflow.start(EVALUATION_PERIOD_WORKFLOW, { ...options, ...once })).catch(
      (error: unknown) => {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      },
    );
  }

  async function answered(asking: () => Promise<PeriodAnswered>): Promise<PeriodOutcome | 'over'> {
    try {
      return { ok: true, ...(await within(asking)) };
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal !== undefined) return refused(refusal);
      if (error instanceof WorkflowNotFoundError) return 'over';
      throw error;
    }
  }
}

const refused = (refusal: Refusal): PeriodOutcome => ({ ok: false, refusal });
const unknown = (id: string): PeriodOutcome => refused({ code: 'NO_SUCH_EVALUATION_PERIOD', params: { id } });
const exists = (id: string): PeriodOutcome =>
  refused({ code: 'EVALUATION_PERIOD_EXISTS', field: '/period', params: { id } });
const fromRow = (row: PeriodRow | undefined, id: string): PeriodOutcome =>
  row === undefined ? unknown(id) : { ok: true, period: row.period, version: row.version };

function refusalIn(error: unknown): Refusal | undefined {
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  return cause instanceof ApplicationFailure && cause.type === REFUSAL ? (cause.details?.[0] as Refusal) : undefined;
}
