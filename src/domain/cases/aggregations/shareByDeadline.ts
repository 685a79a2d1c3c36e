import { MS_PER_DAY } from './duration';
import { did, shareOf } from './share';
import { decidedWithinWorkingDays } from './workingLimit';
import type { CaseAggregation } from './aggregation';
import { casesDecidedAfter, EXAMPLE_START } from './exampleCases';

/**
 * Share of decided cases that were decided by their own deadline: ratio 0..1. A case without a deadline is held to the
 * procedure's limit in working days; without that it is not counted. `undefined` when nothing was decided: 0 ÷ 0 says
 * nothing about punctuality.
 */
export const shareByDeadline = {
  key: 'share-by-deadline',
  aliases: ['on-time-share', 'on-time'],
  nature: 'share',
  unit: 'ratio',
  speed: true,
  better: 'higher',
  needs: ['decidedAt', 'dueAt'],
  parameters: [],
  dateBy: 'received',
  names: { vi: 'Tỷ lệ đúng hạn', en: 'Share decided by deadline', ja: '期限内の決定の割合' },
  description: {
    vi: 'Tỷ lệ hồ sơ đã giải quyết không muộn hơn hạn trả kết quả của từng hồ sơ.',
    en: 'Share of the decided cases that were decided no later than their deadline.',
    ja: '決定済みの案件のうち、期限までに決定された割合。',
  },
  measure: (fact, context) => {
    if (fact.decidedAt === undefined) return undefined;
    if (fact.dueAt !== undefined) return did(fact.decidedAt <= fact.dueAt);
    return decidedWithinWorkingDays(fact, context.limitWorkingDays, context);
  },
  compute: shareOf,
  example: {
    given: casesDecidedAfter(1, 2, 3, 4, undefined).map((fact) => ({ ...fact, dueAt: EXAMPLE_START + 3 * MS_PER_DAY })),
    expect: 0.75,
  },
} as const satisfies CaseAggregation;
