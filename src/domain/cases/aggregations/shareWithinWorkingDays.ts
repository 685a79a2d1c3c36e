import { shareOf } from './share';
import { decidedWithinWorkingDays } from './workingLimit';
import type { CaseAggregation } from './aggregation';
import { casesDecidedAfter } from './exampleCases';

/**
 * Share of decided cases that were decided within so many working days of the procedure's calendar: ratio 0..1. The
 * day of receipt does not count; a decision on the last day is in time. `undefined` when nothing was decided.
 */
export const shareWithinWorkingDays = {
  key: 'share-within-working-days',
  aliases: ['within-working-days'],
  nature: 'share',
  unit: 'ratio',
  speed: true,
  better: 'higher',
  needs: ['decidedAt', 'limit', 'calendar'],
  parameters: ['days'],
  dateBy: 'received',
  names: {
    vi: 'Tỷ lệ giải quyết trong số ngày làm việc quy định',
    en: 'Share decided within a number of working days',
    ja: '所定の執務日数以内の決定の割合',
  },
  description: {
    vi: 'Tỷ lệ hồ sơ đã giải quyết trong thời hạn tính bằng ngày làm việc theo lịch của cơ quan.',
    en: "Share of the decided cases that were decided within a limit in working days of the office's calendar.",
    ja: '決定済みの案件のうち、機関のカレンダーの執務日で数えた期限以内に決定された割合。',
  },
  measure: (fact, context) =>
    decidedWithinWorkingDays(fact, context.parameters.days ?? context.limitWorkingDays, context),
  compute: shareOf,
  example: { given: casesDecidedAfter(0, 4, 7, 8), parameters: { days: 5 }, expect: 0.75 },
} as const satisfies CaseAggregation;
