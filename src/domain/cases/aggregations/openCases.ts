import type { StockAggregation } from './aggregation';
import { casesDecidedAfter } from './exampleCases';

/**
 * Cases received before the end of the period and not decided by then. 0 is a value once a case has been received;
 * before the first case the value is missing.
 */
export const openCases = {
  key: 'open-cases',
  aliases: ['open', 'backlog', 'work-in-progress'],
  nature: 'stock',
  unit: 'cases',
  speed: false,
  better: 'lower',
  needs: ['earlier-cases'],
  parameters: [],
  names: { vi: 'Số hồ sơ đang giải quyết', en: 'Open cases', ja: '未決定の案件' },
  description: {
    vi: 'Số hồ sơ đã tiếp nhận nhưng chưa giải quyết xong vào cuối kỳ.',
    en: 'Number of cases received but not yet decided at the end of the period.',
    ja: '期間の終わりの時点で、受け付けたもののまだ決定していない案件の数。',
  },
  presence: (fact) => [fact.receivedAt, fact.decidedAt ?? Number.POSITIVE_INFINITY],
  example: { given: casesDecidedAfter(1, 5, undefined), to: '2026-08-06', expect: 2 },
} as const satisfies StockAggregation;
