import { mean as average } from '../../statistics/mean';
import { leadTimeDays } from './duration';
import type { CaseAggregation } from './aggregation';
import { casesDecidedAfter } from './exampleCases';

/** Mean time from received to decided, in days. A few very long cases pull it up: read it beside the median. */
export const mean = {
  key: 'mean',
  aliases: ['mean-days', 'average', 'average-days', 'mean-lead-time'],
  nature: 'mean',
  unit: 'days',
  speed: true,
  better: 'lower',
  needs: ['decidedAt'],
  parameters: ['net'],
  dateBy: 'received',
  names: { vi: 'Thời gian giải quyết (trung bình)', en: 'Time to decision (mean)', ja: '決定までの日数（平均）' },
  description: {
    vi: 'Số ngày giải quyết trung bình của các hồ sơ đã giải quyết.',
    en: 'Average number of days of the decided cases.',
    ja: '決定済みの案件にかかった日数の平均。',
  },
  measure: (fact, { parameters }) => leadTimeDays(fact, parameters.net),
  compute: average,
  example: { given: casesDecidedAfter(1, 9, 2, undefined, 4), expect: 4 },
} as const satisfies CaseAggregation;
