import { Exact } from '../scoring/scored';
import type { RollUp } from './indicator.schema';

const total = (values: readonly Exact[]): Exact => values.reduce((sum, value) => sum.plus(value), new Exact(0));

/** Type 7 of Hyndman and Fan, as `statistics/quantile`, in decimals. */
function quantile(values: readonly Exact[], q: number): Exact | undefined {
  const ascending = [...values].sort((a, b) => a.comparedTo(b));
  const position = new Exact(ascending.length - 1).times(q);
  const below = ascending[position.floor().toNumber()];
  const above = ascending[position.ceil().toNumber()];
  if (below === undefined || above === undefined) return undefined;
  return below.plus(above.minus(below).times(position.minus(position.floor())));
}

/**
 * One value of many, in their unit; `undefined` when there are none. Domain facts §3.9.
 * @param values in order of time
 */
export function rolledUp(values: readonly Exact[], rule: Exclude<RollUp, 'ratio'>): Exact | undefined {
  if (values.length === 0) return undefined;
  switch (rule) {
    case 'sum':
      return total(values);
    case 'mean':
      return total(values).dividedBy(values.length);
    case 'last':
      return values.at(-1);
    case 'min':
      return Exact.min(...values);
    case 'max':
      return Exact.max(...values);
    case 'median':
      return quantile(values, 0.5);
    case 'p90':
      return quantile(values, 0.9);
  }
}
