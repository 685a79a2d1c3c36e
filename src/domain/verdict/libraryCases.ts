import { findAggregation } from '../cases/aggregations/catalogue';
import type { PlanIndicator } from '../cycle/cycle.schema';
import type { IndicatorVerdict } from '../cycle/verdict';
import type { DefinitionVersion } from '../indicators/facts';
import { readableWords, spellings } from '../indicators/named';
import { inForceOn } from '../indicators/versions';
import { canonicalJson } from '../shared/canonicalJson';
import type { Words } from '../shared/language';
import type { Windows } from './windows';

/** An indicator of the library that is compared by the cycle's own cases, and its names. */
export type OverCases = { readonly indicator: PlanIndicator; readonly names: Words };

/**
 * The plan's indicator as an aggregation over the cases of the cycle's procedure, where its definition says just that, the
 * same one before and after the change. Its verdict then goes back to the cases: medians do not average (domain facts
 * §3.8). `undefined`: it is compared by its values of periods.
 */
export function overCases(
  asked: PlanIndicator,
  definitions: readonly DefinitionVersion[],
  { procedure, windows }: { readonly procedure: string; readonly windows: Windows },
): OverCases | undefined {
  const sides = [windows.before.from, windows.before.to, windows.after.from, windows.after.to];
  const inForce = sides.map((day) => inForceOn(definitions, day)?.definition);
  const [first] = inForce;
  if (first === undefined || first.direction === 'range') return undefined;
  const { source, name } = first;
  const same = inForce.every((one) => canonicalJson(one?.source) === canonicalJson(source));
  if (!same || source.type !== 'cases' || source.procedure !== procedure || source.filter !== undefined)
    return undefined;
  const aggregation = findAggregation(source.aggregation);
  if (aggregation === undefined || aggregation.nature === 'stock') return undefined;
  if (source.date !== undefined && source.date !== aggregation.dateBy) return undefined;
  const { indicator: _library, name: given, ...rest } = asked;
  return {
    indicator: {
      ...rest,
      ...(given === undefined || spellings(name).includes(given) ? {} : { name: given }),
      aggregation: aggregation.key,
      better: asked.better ?? first.direction,
      ...(source.parameters === undefined ? {} : { parameters: source.parameters }),
    },
    names: readableWords(name),
  };
}

/** The verdict over cases under the library's name, with the values of periods beside it. */
export function underLibraryName(
  { aggregation: _aggregation, ...verdict }: IndicatorVerdict,
  { library, series, definitions }: IndicatorVerdict,
): IndicatorVerdict {
  return {
    ...verdict,
    ...(library === undefined ? {} : { library }),
    ...(series === undefined ? {} : { series }),
    ...(definitions === undefined ? {} : { definitions }),
  };
}
