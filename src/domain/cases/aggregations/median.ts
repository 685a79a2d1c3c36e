import { median as middle } from '../../statistics/median';
import { leadTimeDays } from './duration';
import type { CaseAggregation } from './aggregation';
import { casesDecidedAfter } from './exampleCases';

/** Median time from received to decided, in days. Half of the decided cases took no longer. */
export const median = {
  key: 'median',
  aliases: ['median-days', 'median-lead-time'],
  nature: 'median',
  unit: 'days',
  speed: true,
  better: 'lower',
  needs: ['decidedAt'],
  parameters: ['net'],
  dateBy: 'received',
  names: { vi: 'Thời gian giải quyết (trung vị)', en: 'Time to decision (median)', ja: '決定までの日数（中央値）' },
  description: {
    vi: 'Số ngày mà một nửa số hồ sơ đã giải quyết không vượt quá.',
    en: 'Days within which half of the decided cases were decided.',
    ja: '決定済みの案件の半数が決定された日数。',
  },
  measure: (fact, { parameters }) => leadTimeDays(fact, parameters.net),
  compute: middle,
  example: { given: casesDecidedAfter(1, 9, 2, undefined, 4), expect: 3 },
} as const satisfies CaseAggregation;
