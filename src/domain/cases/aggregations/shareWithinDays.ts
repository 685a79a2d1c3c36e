import { leadTimeDays } from './duration';
import { did, shareOf } from './share';
import type { CaseAggregation } from './aggregation';
import { casesDecidedAfter } from './exampleCases';

/** Used when neither the indicator nor the procedure says how many days. */
export const DEFAULT_LIMIT_DAYS = 15;

/**
 * Share of decided cases that took no more than so many days of 24 hours: ratio 0..1. The number of days is the
 * parameter, else the number of the procedure's limit, else 15. `undefined` when nothing was decided.
 */
export const shareWithinDays = {
  key: 'share-within-days',
  aliases: ['within-days'],
  nature: 'share',
  unit: 'ratio',
  speed: true,
  better: 'higher',
  needs: ['decidedAt'],
  parameters: ['days', 'net'],
  dateBy: 'received',
  names: {
    vi: 'Tỷ lệ giải quyết trong số ngày quy định',
    en: 'Share decided within a number of days',
    ja: '所定日数以内の決定の割合',
  },
  description: {
    vi: 'Tỷ lệ hồ sơ đã giải quyết trong không quá số ngày cho trước (ngày liên tục, mỗi ngày 24 giờ).',
    en: 'Share of the decided cases that took no more than the given number of days (24 hours each).',
    ja: '決定済みの案件のうち、所定の日数（1 日は 24 時間）以内に決定された割合。',
  },
  measure: (fact, { parameters, limitWorkingDays }) => {
    const days = leadTimeDays(fact, parameters.net);
    return days === undefined ? undefined : did(days <= (parameters.days ?? limitWorkingDays ?? DEFAULT_LIMIT_DAYS));
  },
  compute: shareOf,
  example: { given: casesDecidedAfter(1, 15, 15.001, undefined, 4), expect: 0.75 },
} as const satisfies CaseAggregation;
