import { accept, refuse } from '../shared/result';
import type { Decision, Refusal } from '../shared/result';
import type { Instant, IsoDuration } from '../shared/time';
import type { SurveyEvent } from './events';
import { ENGINE } from './events';
import type { SurveyRefusalCode } from './refusals';
import type { SurveyCommand, SurveyDefinition } from './survey.schema';
import type { Survey, SurveyPhase } from './state';

/** An edit comes by PUT; the others the engine gives itself: by timer, or when it looks again. */
export type AnySurveyCommand =
  | SurveyCommand
  | { readonly type: 'ReviseSurvey'; readonly definition: SurveyDefinition }
  | { readonly type: 'OpenSurvey' | 'CloseSurvey' | 'ReconsiderOpening' };

/** When it opens; it may have to wait for its cycle, or wait in vain. */
export type Opening =
  | { readonly state: 'at'; readonly at: Instant }
  | { readonly state: 'waiting' }
  | { readonly state: 'never'; readonly cycle: string };
export type SurveyFacts = { readonly opening?: Opening; readonly closesAt?: Instant };
export type SurveyContext = { readonly at: Instant; readonly by: string };
export type SurveyDecision = Decision<SurveyEvent, SurveyRefusalCode>;

const ALLOWED = {
  ReviseSurvey: ['draft'],
  ScheduleSurvey: ['draft'],
  OpenNow: ['draft', 'scheduled'],
  ExtendSurvey: ['open'],
  CloseEarly: ['open'],
  CancelSurvey: ['draft', 'scheduled', 'open'],
  OpenSurvey: ['scheduled'],
  CloseSurvey: ['open'],
  ReconsiderOpening: ['scheduled'],
} as const satisfies Record<AnySurveyCommand['type'], readonly SurveyPhase[]>;

/** Why a command cannot be carried out, as far as that is known without asking; asked by the Update's validator, and by `decide`. */
export function refusalOf({ type }: AnySurveyCommand, survey: Survey): Refusal<SurveyRefusalCode> | undefined {
  const allowed: readonly SurveyPhase[] = ALLOWED[type];
  if (allowed.includes(survey.phase)) return undefined;
  if (survey.phase === 'closed') return { code: 'SURVEY_IS_OVER', params: { at: survey.closedAt } };
  if (survey.phase === 'cancelled') return { code: 'SURVEY_IS_OVER', params: { at: survey.cancelledAt } };
  return { code: 'SURVEY_NOT_IN_THIS_PHASE', params: { phase: survey.phase, allowed } };
}

/** What has to be fetched before `decide` can answer: when it opens; a moment so long after another, in the office's zone. */
export type SurveyFactsNeeded = {
  readonly opening?: true;
  readonly closing?: { readonly from: Instant; readonly after: IsoDuration };
};
export function factsNeeded(command: AnySurveyCommand, survey: Survey, at: Instant): SurveyFactsNeeded {
  const { closes } = survey.definition;
  const closing = 'after' in closes ? { closing: { from: at, after: closes.after } } : {};
  switch (command.type) {
    case 'ScheduleSurvey':
    case 'ReconsiderOpening':
      return { opening: true };
    case 'OpenSurvey':
      return { opening: true, ...closing };
    case 'OpenNow':
      return closing;
    case 'ExtendSurvey':
      return survey.phase === 'open' && command.by !== undefined
        ? { closing: { from: survey.closesAt, after: command.by } }
        : {};
    default:
      return {};
  }
}

/** Events that follow from a command, or its refusal. */
export function decide(
  command: AnySurveyCommand,
  survey: Survey,
  context: SurveyContext,
  facts: SurveyFacts = {},
): SurveyDecision {
  const refusal = refusalOf(command, survey);
  if (refusal !== undefined) return { ok: false, refusal };
  const { at, by } = context;
  switch (command.type) {
    case 'ReviseSurvey':
      return accept({ type: 'SurveyRevised', at, by, definition: command.definition });
    case 'ScheduleSurvey':
      return schedule(command.reason, survey, context, need(facts.opening));
    case 'OpenNow': {
      const closesAt = closing(survey, facts);
      if (closesAt <= at) return tooEarly(closesAt, at);
      return accept({ type: 'SurveyOpened', at, by, closesAt, ...because(command.reason) });
    }
    case 'ExtendSurvey':
      return extend(command, survey, context, facts);
    case 'CloseEarly':
      return accept({ type: 'SurveyClosed', at, by, early: command.reason });
    case 'CancelSurvey':
      return accept({ type: 'SurveyCancelled', at, by, reason: command.reason });
    case 'OpenSurvey':
    case 'ReconsiderOpening':
      return look(command.type, survey, context, facts);
    case 'CloseSurvey':
      return survey.phase === 'open' && survey.closesAt <= at
        ? accept({ type: 'SurveyClosed', at, by: ENGINE })
        : accept();
  }
}

function schedule(
  reason: string | undefined,
  survey: Survey,
  { at, by }: SurveyContext,
  opening: Opening,
): SurveyDecision {
  if (opening.state === 'never')
    return refuse('CYCLE_NEVER_BEGINS', { field: '/opens', params: { cycle: opening.cycle } });
  const { closes } = survey.definition;
  const opensAt = opening.state === 'at' ? opening.at : undefined;
  const begins = opensAt === undefined || opensAt < at ? at : opensAt;
  if ('at' in closes && closes.at <= begins) return tooEarly(closes.at, begins);
  return accept({
    type: 'SurveyScheduled',
    at,
    by,
    ...(opensAt !== undefined && { opensAt }),
    ...because(reason),
  });
}

function extend(
  command: Extract<SurveyCommand, { type: 'ExtendSurvey' }>,
  survey: Survey,
  { at, by }: SurveyContext,
  facts: SurveyFacts,
): SurveyDecision {
  if (survey.phase !== 'open') throw new Error('rules let an extension through outside its phase');
  const closesAt = command.until === undefined ? need(facts.closesAt) : new Date(command.until).toISOString();
  if (closesAt <= survey.closesAt)
    return refuse('SURVEY_EXTENSION_MUST_BE_LATER', {
      field: command.until === undefined ? '/by' : '/until',
      params: { current: survey.closesAt },
    });
  return accept({ type: 'SurveyExtended', at, by, closesAt, reason: command.reason });
}

/** The timer fired, or it is time to look again: the date may be known now, have moved, or have become impossible. */
function look(
  type: 'OpenSurvey' | 'ReconsiderOpening',
  survey: Survey,
  { at }: SurveyContext,
  facts: SurveyFacts,
): SurveyDecision {
  if (survey.phase !== 'scheduled') throw new Error('rules let an opening through outside its phase');
  const opening = need(facts.opening);
  if (opening.state === 'never')
    return accept({ type: 'SurveyCancelled', at, by: ENGINE, reason: `the cycle ${opening.cycle} ended without a Do` });
  const opensAt = opening.state === 'at' ? opening.at : undefined;
  if (type === 'OpenSurvey' && opensAt !== undefined && opensAt <= at)
    return accept({ type: 'SurveyOpened', at, by: ENGINE, closesAt: closing(survey, facts) });
  if (opensAt === survey.opensAt) return accept();
  return accept({ type: 'OpeningMoved', at, by: ENGINE, ...(opensAt !== undefined && { opensAt }) });
}

const closing = ({ definition: { closes } }: Survey, facts: SurveyFacts): Instant =>
  'at' in closes ? closes.at : need(facts.closesAt);

const tooEarly = (closesAt: Instant, opensAt: Instant): SurveyDecision =>
  refuse('SURVEY_WOULD_CLOSE_BEFORE_IT_OPENS', { field: '/closes', params: { closesAt, opensAt } });

const because = (reason: string | undefined): { readonly reason?: string } => (reason === undefined ? {} : { reason });

function need<Fact>(fact: Fact | undefined): Fact {
  if (fact === undefined) throw new Error('a fact the decision needs was not fetched');
  return fact;
}
