import { did, shareOf } from './share';
import type { CaseAggregation } from './aggregation';
import { casesDecidedAfter } from './exampleCases';

/**
 * Share of cases in which a step was done more than once: ratio 0..1. Open cases count as far as they have come; cases
 * whose steps are not known do not count.
 */
export const reworkShare = {
  key: 'rework-share',
  aliases: ['rework'],
  nature: 'share',
  unit: 'ratio',
  speed: false,
  better: 'lower',
  needs: ['repeats'],
  parameters: [],
  dateBy: 'received',
  names: { vi: 'Tỷ lệ hồ sơ phải làm lại', en: 'Rework share', ja: '手戻りの割合' },
  description: {
    vi: 'Tỷ lệ hồ sơ có ít nhất một bước bị lặp lại.',
    en: 'Share of the cases in which at least one step was repeated.',
    ja: '一つ以上の工程が繰り返された案件の割合。',
  },
  measure: (fact) => (fact.repeats === undefined ? undefined : did(fact.repeats > 0)),
  compute: shareOf,
  example: {
    given: casesDecidedAfter(1, 1, 1, undefined, 1).map((fact, i) => (i === 4 ? fact : { ...fact, repeats: i })),
    expect: 0.75,
  },
} as const satisfies CaseAggregation;
