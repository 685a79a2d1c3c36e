import type { Refusal } from '../shared/result';
import type { Instant } from '../shared/time';
import type { SurveyRefusalCode } from './refusals';
import type { Survey } from './state';

export type Door = 'not-open-yet' | 'open' | 'closed';

/** Whether answers are taken at this moment: the hour counts, not whether the engine has come to note it. */
export function doorOf(survey: Survey, at: Instant): Door {
  if (survey.phase === 'draft' || survey.phase === 'scheduled') return 'not-open-yet';
  return survey.phase === 'open' && at < survey.closesAt ? 'open' : 'closed';
}

export function closedAtOf(survey: Survey): Instant | undefined {
  if (survey.phase === 'open') return survey.closesAt;
  if (survey.phase === 'closed') return survey.closedAt;
  return survey.phase === 'cancelled' ? survey.cancelledAt : undefined;
}

/** Why no answer is taken now, or undefined. */
export function doorRefusal(survey: Survey, at: Instant): Refusal<SurveyRefusalCode> | undefined {
  const door = doorOf(survey, at);
  if (door === 'open') return undefined;
  if (door === 'closed') return { code: 'SURVEY_IS_CLOSED', params: { closedAt: closedAtOf(survey) ?? '' } };
  const opensAt = survey.phase === 'scheduled' ? survey.opensAt : undefined;
  return { code: 'SURVEY_NOT_OPEN_YET', params: opensAt === undefined ? {} : { opensAt } };
}
