import {
  ApplicationFailure,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import type { Client } from '@temporalio/client';
import type { Organisation } from '../activities/ports';
import type { Surveys } from '../activities/surveys.ports';
import { placeOf } from '../domain/access/place';
import type { Standing } from '../domain/access/policy';
import type { Refusal } from '../domain/shared/result';
import type { AnySurveyCommand } from '../domain/survey/decide';
import type { Survey } from '../domain/survey/state';
import type { SurveyDefinition } from '../domain/survey/survey.schema';
import { REFUSAL } from '../workflows/cycle.contract';
import { TASK_QUEUE } from '../workflows/queues.contract';
import {
  reconsiderSurveySignal,
  SURVEY_WORKFLOW,
  surveyCommandUpdate,
  surveyCreatedUpdate,
  surveyWorkflowId,
} from '../workflows/survey.contract';
import type { SurveyAnswered, SurveyCreation } from '../workflows/survey.contract';
import type { CycleCommands } from './ports';

export type SurveyOutcome =
  | { readonly ok: true; readonly survey: Survey; readonly version: number }
  | { readonly ok: false; readonly refusal: Refusal };
export type NewSurvey = {
  readonly id: string;
  readonly unit: string;
  readonly procedure?: string;
  readonly definition: SurveyDefinition;
};
export type SurveyOrder = {
  readonly command: AnySurveyCommand;
  readonly by: Standing;
  readonly commandId: string;
  readonly expected?: number | undefined;
};
/** All answer once the events are stored. The same `commandId` again answers as the first time. */
export interface SurveyCommands {
  create(survey: NewSurvey, by: Standing, commandId: string): Promise<SurveyOutcome>;
  command(id: string, order: SurveyOrder): Promise<SurveyOutcome>;
  /** The cycle moved on: surveys that wait for it look again. */
  cycleMoved(cycle: string): Promise<void>;
}
export type TemporalSurveysDeps = {
  readonly client: Client;
  readonly surveys: Surveys;
  readonly organisation: Organisation;
};

const ANSWER_WITHIN_MS = 30_000;

/** Surveys over Temporal: one workflow each under its id; a command is an Update that answers when its events are stored. */
export function temporalSurveys({ client, surveys, organisation }: TemporalSurveysDeps): SurveyCommands {
  const handleOf = (id: string) => client.workflow.getHandle(surveyWorkflowId(id));
  const within = <Result>(work: () => Promise<Result>): Promise<Result> =>
    client.connection.withDeadline(Date.now() + ANSWER_WITHIN_MS, work);

  return {
    create: async (survey, by, commandId) => {
      const creation: SurveyCreation = { ...survey, by: by.id, commandId };
      const started = await start(creation);
      if (!started && (await surveys.get(survey.id)) === undefined) await answered(creation, created);
      const [first] = started ? [] : await surveys.read(survey.id, 0, 1);
      if (first !== undefined && first.commandId !== commandId) return exists(survey.id);
      return answered(creation, created);
    },
    command: async (id, { command, by, commandId, expected }) => {
      const row = await surveys.get(id);
      if (row === undefined) return refused({ code: 'NO_SUCH_SURVEY', params: { id } });
      const place = placeOf(await organisation.allUnits(), row.survey.unit);
      const envelope = { commandId, command, by, place, ...(expected !== undefined && { expected }) };
      const ask = () =>
        handleOf(id).executeUpdate(surveyCommandUpdate, { args: [envelope], updateId: `command/${commandId}` });
      return answered({ id, commandId }, ask);
    },
    cycleMoved: async (cycle) => {
      for (const id of await surveys.scheduledOf(cycle))
        await handleOf(id)
          .signal(reconsiderSurveySignal)
          .catch((error: unknown) => {
            if (!(error instanceof WorkflowNotFoundError)) throw error;
          });
    },
  };

  function created({ id }: Pick<SurveyCreation, 'id'>): Promise<SurveyAnswered> {
    return handleOf(id).executeUpdate(surveyCreatedUpdate);
  }

  /** `false`: a survey of that id was started before. */
  async function start(creation: SurveyCreation): Promise<boolean> {
    try {
      await within(() =>
        client.workflow.start(SURVEY_WORKFLOW, {
          workflowId: surveyWorkflowId(creation.id),
          taskQueue: TASK_QUEUE,
          args: [{ creation }],
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
          workflowIdConflictPolicy: 'FAIL',
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
      throw error;
    }
  }

  type Asked = Pick<SurveyCreation, 'id' | 'commandId'>;
  async function answered<Of extends Asked>(of: Of, ask: (of: Of) => Promise<SurveyAnswered>): Promise<SurveyOutcome> {
    try {
      return { ok: true, ...(await within(() => ask(of))) };
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal !== undefined) return refused(refusal);
      if (error instanceof WorkflowNotFoundError) return fromStore(of);
      throw error;
    }
  }

  /** The workflow is over. A command it carried out before its answer was lost still has its answer; any other comes too late. */
  async function fromStore({ id, commandId }: Asked): Promise<SurveyOutcome> {
    const row = await surveys.get(id);
    if (row === undefined) return refused({ code: 'NO_SUCH_SURVEY', params: { id } });
    const { survey, version } = row;
    if (await surveys.has(id, commandId)) return { ok: true, survey, version };
    const at = survey.phase === 'closed' ? survey.closedAt : survey.phase === 'cancelled' ? survey.cancelledAt : '';
    return refused({ code: 'SURVEY_IS_OVER', params: { at } });
  }
}

const refused = (refusal: Refusal): SurveyOutcome => ({ ok: false, refusal });
const exists = (id: string): SurveyOutcome => refused({ code: 'SURVEY_EXISTS', field: '/id', params: { id } });

function refusalIn(error: unknown): Refusal | undefined {
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  return cause instanceof ApplicationFailure && cause.type === REFUSAL ? (cause.details?.[0] as Refusal) : undefined;
}

/** Cycles whose beginning and end surveys hear of at once; one that hears nothing looks for itself every few hours. */
export function cyclesWithSurveys(cycles: CycleCommands, surveys: Pick<SurveyCommands, 'cycleMoved'>): CycleCommands {
  return {
    launch: (...asked) => cycles.launch(...asked),
    command: async (id, command, ...rest) => {
      const outcome = await cycles.command(id, command, ...rest);
      if (outcome.ok && (command.type === 'ApprovePlan' || command.type === 'WithdrawPlan'))
        await surveys.cycleMoved(id).catch(() => undefined);
      return outcome;
    },
  };
}
