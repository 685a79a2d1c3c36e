import { Exact } from '../scoring/scored';
import { definitionAt, overrideAt, type At } from './definitionAt';
import type { IndicatorRecord } from './evaluation';
import type { IndicatorDefinition, IndicatorOverride } from './indicator.schema';
import { plain } from './outcome';
import { grainOf, isFiner, partsOf, type Period } from './period';
import { rolledUp } from './rollUp';
import { targetRule } from './rollRule';

/** What a value is measured against, in its unit; `weight` has none. What is not stated is left out. */
export type Targets = {
  readonly baseline?: number;
  readonly target?: number;
  readonly stretch?: number;
  readonly weight?: number;
};

const onItsWay = (own: IndicatorOverride | undefined, period: Period): number | undefined =>
  own?.trajectory?.find((step) => step.period === period)?.target ?? own?.target;

function ofOnePeriod(definition: IndicatorDefinition, own: IndicatorOverride | undefined, period: Period): Targets {
  const { baseline } = definition;
  const target = onItsWay(own, period) ?? onItsWay(definition, period);
  const stretch = own?.stretch ?? definition.stretch;
  const weight = own?.weight ?? definition.weight;
  const targets: { -readonly [K in keyof Targets]: Targets[K] } = {};
  if (baseline !== undefined) targets.baseline = baseline;
  if (target !== undefined) targets.target = target;
  if (stretch !== undefined) targets.stretch = stretch;
  if (weight !== undefined) targets.weight = weight;
  return targets;
}

/**
 * Baseline, target (of the trajectory where it names the period), stretch and weight, with what the nearest unit states
 * itself. Of a longer period than the indicator's own they are those of its parts by the rule of its values: sums add up.
 * Of a shorter one there are none but the weight.
 *
 * @param counting parts that count, where not all of them do (those not yet due do not); default all
 */
export function targetsAt(record: IndicatorRecord, at: At, counting?: readonly Period[]): Targets {
  const found = definitionAt(record, at.period, at.knownAt);
  if (found === undefined) return {};
  const { definition } = found;
  const whole = ofOnePeriod(definition, overrideAt(record, at), at.period);
  const weight = whole.weight === undefined ? {} : { weight: whole.weight };
  const grain = grainOf(at.period);
  if (grain === definition.frequency) return whole;
  if (isFiner(grain, definition.frequency)) return weight;
  const all = partsOf(at.period, definition.frequency);
  const parts = counting === undefined || counting.length === 0 ? all : all.filter((part) => counting.includes(part));
  const each = parts.map((period) => {
    const then = definitionAt(record, period, at.knownAt)?.definition ?? definition;
    return ofOnePeriod(then, overrideAt(record, { ...at, period }), period);
  });
  return { ...together(each, targetRule(definition)), ...weight };
}

/** A figure that one part lacks, the whole lacks too. */
function together(parts: readonly Targets[], rule: ReturnType<typeof targetRule>): Targets {
  const of = (name: 'baseline' | 'target' | 'stretch'): Targets => {
    const values = parts.flatMap((part) => (part[name] === undefined ? [] : [new Exact(part[name])]));
    const whole = values.length < parts.length ? undefined : rolledUp(values, rule);
    return whole === undefined ? {} : { [name]: plain(whole) };
  };
  return { ...of('baseline'), ...of('target'), ...of('stretch') };
}
