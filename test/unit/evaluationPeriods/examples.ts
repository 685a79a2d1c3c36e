import { evolve } from '../../../src/domain/evaluationPeriods/evolve';
import type { PeriodEvent } from '../../../src/domain/evaluationPeriods/events';
import { periodDates } from '../../../src/domain/evaluationPeriods/dates';
import type { EvaluationPeriod, PeriodPhase } from '../../../src/domain/evaluationPeriods/state';
import type { QuotaGroup, Ranked } from '../../../src/domain/evaluationPeriods/quota';
import { VIETNAM } from '../../../src/domain/calendar/vietnam';

export const AT = '2026-03-02T02:00:00.000Z';
const deadlines = {
  ...{ selfAssessment: 3, managerRating: 5, approval: 8, calibration: 12, publication: 15 },
  ...{ appeal: 5, appealDecision: 10, lateEntryGrace: 3 },
};
const quota = {
  class: 'excellent',
  share: 0.2,
  of: ['good', 'excellent'],
  per: ['agency' as const],
  rounding: 'down' as const,
};
export const OPENED = {
  ...{ type: 'PeriodOpened', at: AT, by: 'le-an', id: 'vn-335-2025~kh-dpi~2026-03', unit: 'kh-dpi', period: '2026-03' },
  ...{ calibrators: ['tran-b'], excluded: [{ person: 'x', reason: 'study' }], title: { vi: 'a', en: 'a', ja: 'a' } },
  scheme: {
    id: 'vn-335-2025',
    version: 1,
    name: { vi: 'a', en: 'a', ja: 'a' },
    classes: {},
    deadlines,
    quotas: [quota],
  },
  dates: periodDates(deadlines, { period: '2026-03', at: AT }, VIETNAM),
} as const satisfies PeriodEvent;

export const after = (...events: readonly PeriodEvent[]): EvaluationPeriod =>
  events.reduce<EvaluationPeriod>((state, event) => evolve(state, event), evolve(undefined, OPENED));
export const inPhase = (phase: PeriodPhase): EvaluationPeriod => ({ ...after(), phase });
export const held: PeriodEvent = {
  type: 'CalibrationHeld',
  at: AT,
  by: 'tran-b',
  attendance: ['tran-b'],
  minutes: 'x',
};

export function groupOf(
  name: string,
  limit: number,
  parts: Partial<Record<'keep' | 'lower' | 'tied', readonly Ranked[]>>,
): QuotaGroup {
  const { keep = [], lower = [], tied = [] } = parts;
  return { ...{ rule: 0, per: 'agency', group: name, class: 'excellent', base: 10, limit }, keep, lower, tied };
}
export const ranked = (person: string, total: number): Ranked => ({ person, total });
