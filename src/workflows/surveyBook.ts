import { ApplicationFailure, condition, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { SurveyActivities } from '../activities/survey.activities';
import { allowed } from '../domain/access/policy';
import type { Refusal } from '../domain/shared/result';
import type { Instant } from '../domain/shared/time';
import { decide, factsNeeded, refusalOf } from '../domain/survey/decide';
import type { AnySurveyCommand, SurveyContext, SurveyFacts } from '../domain/survey/decide';
import { ENGINE } from '../domain/survey/events';
import type { SurveyEvent } from '../domain/survey/events';
import { evolve } from '../domain/survey/evolve';
import type { Survey } from '../domain/survey/state';
import { REFUSAL } from './cycle.contract';
import type { CarriedSurvey, SurveyAnswered, SurveyEnvelope, SurveyWorkflowInput } from './survey.contract';

/** Storing is tried until it succeeds: an event that was decided is never given up. */
const store = proxyActivities<SurveyActivities>({
  startToCloseTimeout: '15 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '30 seconds' },
});
const quick = proxyLocalActivities<SurveyActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '30 seconds' },
});

const REMEMBERED_COMMANDS = 200;

/** The workflow's clock: the same at every replay. */
export const now = (): Instant => new Date().toISOString();

const refused = (refusal: Refusal): ApplicationFailure =>
  ApplicationFailure.create({ type: REFUSAL, message: refusal.code, nonRetryable: true, details: [refusal] });

/** The survey's state with its one way to change: decide, evolve, store; one command at a time. */
export type SurveyBook = {
  readonly survey: () => Survey;
  readonly sequence: () => number;
  readonly answer: () => SurveyAnswered | undefined;
  readonly carried: () => CarriedSurvey;
  readonly create: () => Promise<void>;
  readonly whenStored: () => Promise<SurveyAnswered>;
  /** Throws the refusal, if there is one. */
  readonly validate: (envelope: SurveyEnvelope) => void;
  readonly perform: (envelope: SurveyEnvelope) => Promise<SurveyAnswered>;
  readonly performOwn: (command: AnySurveyCommand, commandId: string) => Promise<void>;
  /** Tells whoever computes with the answers that they are complete. */
  readonly announce: () => Promise<void>;
};

export function surveyBook({ creation, carried }: SurveyWorkflowInput): SurveyBook {
  let state: Survey | undefined = carried?.survey;
  let sequence = carried?.sequence ?? 0;
  let stored = sequence;
  let busy = false;
  let remembered: readonly string[] = carried?.answered ?? [];

  const survey = (): Survey => {
    if (state === undefined) throw ApplicationFailure.nonRetryable('the survey is not made yet', 'NotMade');
    return state;
  };
  const answer = (): SurveyAnswered => ({ survey: survey(), version: sequence });

  async function record(commandId: string, events: readonly SurveyEvent[]): Promise<void> {
    const first = sequence + 1;
    for (const event of events) state = evolve(state, event);
    sequence += events.length;
    if (events.length > 0) await store.recordSurveyEvents({ survey: survey(), first, commandId, events });
    stored = sequence;
    remembered = [...remembered, commandId].slice(-REMEMBERED_COMMANDS);
  }

  async function execute(
    command: AnySurveyCommand,
    commandId: string,
    by: string,
    expected?: number,
  ): Promise<SurveyAnswered> {
    await condition(() => !busy && stored > 0);
    busy = true;
    try {
      if (remembered.includes(commandId)) return answer();
      const moved = movedOn(expected, sequence);
      if (moved !== undefined) throw refused(moved);
      const context: SurveyContext = { at: now(), by };
      const decision = decide(command, survey(), context, await gather(command, survey(), context.at));
      if (!decision.ok) throw refused(decision.refusal);
      await record(commandId, decision.events);
      return answer();
    } finally {
      busy = false;
    }
  }

  return {
    survey,
    sequence: () => sequence,
    answer: () => (state === undefined ? undefined : answer()),
    carried: () => ({ survey: survey(), sequence, answered: remembered }),
    create: async () => {
      if (sequence > 0) return;
      const { commandId, ...rest } = creation;
      await record(commandId, [{ type: 'SurveyCreated', at: now(), ...rest }]);
    },
    whenStored: async () => {
      await condition(() => stored > 0);
      return answer();
    },
    validate: (envelope) => {
      if (remembered.includes(envelope.commandId)) return;
      const refusal =
        accessRefusal(envelope, survey()) ??
        movedOn(envelope.expected, sequence) ??
        refusalOf(envelope.command, survey());
      if (refusal !== undefined) throw refused(refusal);
    },
    perform: ({ command, commandId, by, expected }) => execute(command, commandId, by.id, expected),
    performOwn: async (command, commandId) => {
      await execute(command, commandId, ENGINE).catch((error: unknown) => {
        if (!(error instanceof ApplicationFailure && error.type === REFUSAL)) throw error;
      });
    },
    announce: () => store.surveyClosed(survey().id),
  };
}

const movedOn = (expected: number | undefined, current: number): Refusal | undefined =>
  expected === undefined || expected === current ? undefined : { code: 'CHANGED_MEANWHILE', params: { current } };

/** The same policy the API asks. */
function accessRefusal({ by, place }: SurveyEnvelope, { owner }: Survey): Refusal | undefined {
  const relations = by.id === owner ? (['owner'] as const) : [];
  const answer = allowed({ person: by, action: 'survey.edit', place, relations });
  return answer.ok ? undefined : answer.refusal;
}

async function gather(command: AnySurveyCommand, survey: Survey, at: Instant): Promise<SurveyFacts> {
  const needed = factsNeeded(command, survey, at);
  if (needed.opening === undefined && needed.closing === undefined) return {};
  const { unit, procedure, definition } = survey;
  const { opens, belongsTo } = definition;
  return quick.surveyFacts({ ...needed, unit, opens, belongsTo, ...(procedure !== undefined && { procedure }) });
}
