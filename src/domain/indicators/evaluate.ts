import { ABSENT } from './absentWords';
import { seen } from './engine/at';
import type { Ask, Computed } from './engine/computed';
import { settled } from './engine/settle';
import { solver } from './engine/solve';
import { worldOf, type World } from './engine/world';
import type { EvaluationOptions, Evaluator, Facts } from './evaluation';
import { explained } from './explain';
import { none, plain } from './outcome';
import { firstDayOf, grainOf, isFiner, partsOf, type Period } from './period';
import { judged } from './scoredValue';
import { targetsAt, type Targets } from './targetsAt';
import type { IndicatorValue, NoValue } from './value';

/**
 * Values of indicators over the same facts, each computed once, in any order. What every state means: ./value. Chains of
 * any length are followed; what depends on itself at the same period is `circular`, all of it.
 */
export function evaluator(facts: Facts, options: EvaluationOptions): Evaluator {
  const world = worldOf(facts, options);
  const { solve, forgetPending } = solver({
    work: (ask) => settled(world, ask),
    circular: (ask, indicators) => circular(world, ask, indicators),
  });
  const computed = (indicator: string, unit: string, period: Period): Computed =>
    solve({ indicator, unit, period, ...(world.asOf !== undefined && { knownAt: world.asOf }) });
  return {
    value: (indicator, unit, period) => valueOf(world, computed(indicator, unit, period)),
    explain: (indicator, unit, period) => {
      const of = computed(indicator, unit, period);
      return explained(of, valueOf(world, of));
    },
    wanted: () => {
      forgetPending();
      return world.wanted();
    },
  };
}

function circular(world: World, ask: Ask, indicators: readonly string[]): Computed {
  const outcome = none('circular', ABSENT.circle(indicators), indicators);
  const closed = world.closedAt(ask.unit, ask.period, ask.knownAt) !== undefined;
  return { ask, knownAt: ask.knownAt, closed, outcome, trace: { how: 'absent' }, reported: true };
}

function valueOf(world: World, of: Computed): IndicatorValue {
  const { ask, version, closed } = of;
  const outcome = seen(of);
  const targets = targetsOf(world, of);
  const head = {
    indicator: ask.indicator,
    unit: ask.unit,
    period: ask.period,
    ...(version !== undefined && { definitionVersion: version.version }),
    ...targets,
    ...(closed && { closed }),
  };
  const n = outcome.n === undefined ? {} : { n: outcome.n };
  if (outcome.state !== 'value') return { ...head, state: outcome.state, because: outcome.because, ...n };
  const { value, fraction, quality, stoodIn } = outcome;
  return {
    ...head,
    state: 'value',
    value: plain(value),
    ...(fraction && { numerator: plain(fraction.numerator), denominator: plain(fraction.denominator) }),
    ...n,
    quality,
    ...(version !== undefined && judged(value, version.definition, targets)),
    ...(stoodIn && { stoodIn }),
  };
}

function targetsOf(world: World, of: Computed): Targets {
  const { ask, version, knownAt } = of;
  const record = world.facts.indicator(ask.indicator);
  if (record === undefined || version === undefined) return {};
  const counting = countingParts(world, of, version.definition.frequency);
  return targetsAt(record, { unitLine: world.line(ask.unit), period: ask.period, knownAt }, counting);
}

const OUT_OF_IT: ReadonlySet<NoValue | 'value'> = new Set(['not-yet-due', 'not-applicable', 'not-in-force']);

/** To date: of a longer period those parts count whose values could be there. */
function countingParts(
  world: World,
  { ask, trace }: Computed,
  frequency: Parameters<typeof partsOf>[1],
): readonly Period[] | undefined {
  if (!isFiner(frequency, grainOf(ask.period))) return undefined;
  if (trace.how === 'over-time')
    return trace.parts.filter(({ outcome }) => !OUT_OF_IT.has(outcome.state)).map((part) => part.ask.period);
  return partsOf(ask.period, frequency).filter((part) => firstDayOf(part) <= world.day);
}
