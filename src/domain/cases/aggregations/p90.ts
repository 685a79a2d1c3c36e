import { quantile } from '../../statistics/quantile';
import { leadTimeDays } from './duration';
import type { CaseAggregation } from './aggregation';
import { casesDecidedAfter } from './exampleCases';

/** The number of days within which nine of ten decided cases were decided; linear interpolation. */
export const p90 = {
  key: 'p90',
  aliases: ['p90-days', '90th-percentile'],
  nature: 'quantile',
  q: 0.9,
  unit: 'days',
  speed: true,
  better: 'lower',
  needs: ['decidedAt'],
  parameters: ['net'],
  dateBy: 'received',
  names: {
    vi: 'Thời gian giải quyết của 90 % hồ sơ',
    en: 'Time to decision (90th percentile)',
    ja: '決定までの日数（90 パーセンタイル）',
  },
  description: {
    vi: 'Số ngày mà chín trong mười hồ sơ đã giải quyết không vượt quá.',
    en: 'Days within which nine of ten decided cases were decided.',
    ja: '決定済みの案件 10 件のうち 9 件が決定された日数。',
  },
  measure: (fact, { parameters }) => leadTimeDays(fact, parameters.net),
  compute: (measured) => quantile(measured, 0.9),
  example: { given: casesDecidedAfter(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), expect: 9 },
} as const satisfies CaseAggregation;
