import type { CaseAggregation } from './aggregation';
import { casesDecidedAfter } from './exampleCases';

/** Cases decided in the period, whenever they were received. `undefined` for none. */
export const throughput = {
  key: 'throughput',
  aliases: ['decided', 'completed'],
  nature: 'count',
  unit: 'cases',
  speed: true,
  better: 'higher',
  needs: ['decidedAt', 'earlier-cases'],
  parameters: [],
  dateBy: 'decided',
  names: { vi: 'Số hồ sơ đã giải quyết', en: 'Cases decided', ja: '決定件数' },
  description: {
    vi: 'Số hồ sơ được giải quyết trong kỳ, kể cả hồ sơ tiếp nhận từ kỳ trước.',
    en: 'Number of cases decided in the period, whenever they were received.',
    ja: '受付の時期にかかわらず、期間中に決定した案件の数。',
  },
  measure: (fact) => (fact.decidedAt === undefined ? undefined : 1),
  compute: (measured) => (measured.length === 0 ? undefined : measured.length),
  example: { given: casesDecidedAfter(1, 2, undefined), expect: 2 },
} as const satisfies CaseAggregation;
