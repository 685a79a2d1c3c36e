import type { Instant } from '../shared/time';
import type { Survey } from './state';

export type SurveyAlarm = {
  readonly at: Instant;
  readonly command: { readonly type: 'OpenSurvey' | 'CloseSurvey' | 'ReconsiderOpening' };
};

/** How often a survey asks whether its cycle's Do has begun, besides being told. */
const LOOK_AGAIN_MS = 6 * 3_600_000;

/** What the survey does by itself next, and when. A draft waits for people. */
export function nextAlarm(survey: Survey, now: Instant): SurveyAlarm | undefined {
  if (survey.phase === 'open') return { at: survey.closesAt, command: { type: 'CloseSurvey' } };
  if (survey.phase !== 'scheduled') return undefined;
  if (survey.opensAt !== undefined) return { at: survey.opensAt, command: { type: 'OpenSurvey' } };
  return {
    at: new Date(Date.parse(now) + LOOK_AGAIN_MS).toISOString(),
    command: { type: 'ReconsiderOpening' },
  };
}

/** Nothing will happen to this survey any more. */
export const isFinished = ({ phase }: Survey): boolean => phase === 'closed' || phase === 'cancelled';
