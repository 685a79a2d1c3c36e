import type { IndicatorChange } from '../activities/indicators.ports';

/** The changes with one more; what says the same is kept once, and figures of many indicators are one change. */
export function withChange(changes: readonly IndicatorChange[], one: IndicatorChange): readonly IndicatorChange[] {
  if (one.kind !== 'figures') {
    const text = JSON.stringify(one);
    return changes.some((other) => JSON.stringify(other) === text) ? changes : [...changes, one];
  }
  const figures = changes.flatMap((change) => (change.kind === 'figures' ? change.indicators : []));
  const indicators = [...new Set([...figures, ...one.indicators])];
  return [...changes.filter(({ kind }) => kind !== 'figures'), { kind: 'figures', indicators }];
}
