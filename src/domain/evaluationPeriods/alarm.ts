import type { Instant } from '../shared/time';
import type { EvaluationPeriod, PeriodPhase } from './state';

export type PeriodAlarm = {
  readonly at: Instant;
  readonly command: { readonly type: 'BeginStep'; readonly phase: PeriodPhase } | { readonly type: 'Finalise' };
};

/** How often a period looks whether its last appeal is decided, besides being told. */
const LOOK_AGAIN_MS = 6 * 3_600_000;

/** What the period does by itself next, and when. The calibration meeting and the publication wait for people. */
export function nextAlarm(period: EvaluationPeriod, now: Instant): PeriodAlarm | undefined {
  if (period.paused !== undefined) return undefined;
  const { dates, appealsUntil } = period;
  switch (period.phase) {
    case 'collecting':
      return { at: dates.endsAt, command: { type: 'BeginStep', phase: 'selfAssessment' } };
    case 'selfAssessment':
      return { at: dates.steps.selfAssessment.at, command: { type: 'BeginStep', phase: 'rating' } };
    case 'rating':
      return { at: dates.steps.managerRating.at, command: { type: 'BeginStep', phase: 'approval' } };
    case 'approval':
      return { at: dates.steps.approval.at, command: { type: 'BeginStep', phase: 'calibration' } };
    case 'appeals': {
      const again = new Date(Date.parse(now) + LOOK_AGAIN_MS).toISOString();
      const until = appealsUntil?.at ?? again;
      return { at: until > now ? until : again, command: { type: 'Finalise' } };
    }
    default:
      return undefined;
  }
}

/** Nothing happens to this period any more. */
export const isFinished = ({ phase }: EvaluationPeriod): boolean => phase === 'final' || phase === 'cancelled';
