import { definitionAt } from '../definitionAt';
import type { IndicatorRecord } from '../evaluation';
import type { IndicatorDefinition } from '../indicator.schema';
import type { Ask } from './computed';
import type { World } from './world';

/** The definition that holds, as it was known when the period was closed. */
export function holding(
  world: World,
  record: IndicatorRecord,
  { unit, period, knownAt: asOf }: Omit<Ask, 'indicator'>,
) {
  const closedAt = world.closedAt(unit, period, asOf);
  const knownAt = closedAt !== undefined && !(asOf !== undefined && asOf < closedAt) ? closedAt : asOf;
  return { version: definitionAt(record, period, knownAt), knownAt, closed: closedAt !== undefined };
}

export const isEntered = ({ source }: Pick<IndicatorDefinition, 'source'>): boolean =>
  source.type === 'entered' || (source.type === 'ratio' && source.numerator === undefined);
