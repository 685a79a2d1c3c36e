import type { CaseAggregation } from './aggregation';
import { casesDecidedAfter } from './exampleCases';

/** Cases received in the period. `undefined` for none: an empty period may be a month that was not delivered. */
export const count = {
  key: 'count',
  aliases: ['received', 'cases'],
  nature: 'count',
  unit: 'cases',
  speed: false,
  better: 'lower',
  needs: [],
  parameters: [],
  dateBy: 'received',
  names: { vi: 'Số hồ sơ tiếp nhận', en: 'Cases received', ja: '受付件数' },
  description: {
    vi: 'Số hồ sơ tiếp nhận trong kỳ.',
    en: 'Number of cases received in the period.',
    ja: '期間中に受け付けた案件の数。',
  },
  measure: () => 1,
  compute: (measured) => (measured.length === 0 ? undefined : measured.length),
  example: { given: casesDecidedAfter(1, 2, undefined), expect: 3 },
} as const satisfies CaseAggregation;
