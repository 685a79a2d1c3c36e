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
import { judge } from './scoredValue';
import { targetsAt, type Targets } from './targetsAt';
import type { IndicatorValue, NoValue } from './value';

/**
 * Values of indicators over the same facts, each computed once, in any order. What every state means: ./value. Chains of
 * any length are followed; what depends on itself at the same period is `circular`, all of it.
 */
export function evaluator(facts: Facts, options: EvaluationOptions): Evaluator {
  const world = worldOf(facts, options);
  const { solve, forgetPending, kept } = solver({
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
    kept,
  };
}

function circular(world: World, ask: Ask, indicators: readonly string[]): Computed {
  const outcome = none('circular', ABSENT.circle(indicators), indicators);
  const closed = world.closedAt(ask.unit, ask.period, ask.knownAt) !== undefined;
  return { ask, knownAt: ask.knownAt, closed, outcome, trace: { how: 'absent' }, reported: true };
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Valued = Extract<IndicatorValue, { state: 'value' }>;
type Head = Omit<Extract<IndicatorValue, { because: unknown }>, 'state' | 'because' | 'n'>;

/** Field by field: objects put together from many small ones take most of the time of an evaluation. */
function valueOf(world: World, of: Computed): IndicatorValue {
  const { version } = of;
  const outcome = seen(of);
  const targets = targetsOf(world, of);
  const head = headOf(of, targets);
  const { n } = outcome;
  if (outcome.state !== 'value') {
    const absent = { ...head, state: outcome.state, because: outcome.because };
    return n === undefined ? absent : { ...absent, n };
  }
  const { value, fraction, quality, stoodIn } = outcome;
  const made: Writable<Valued> = { ...head, state: 'value', value: plain(value), quality };
  if (fraction !== undefined) {
    made.numerator = plain(fraction.numerator);
    made.denominator = plain(fraction.denominator);
  }
  if (n !== undefined) made.n = n;
  if (version !== undefined) judge(made, { exact: value, definition: version.definition, targets });
  if (stoodIn !== undefined) made.stoodIn = stoodIn;
  return made;
}

function headOf({ ask, version, closed }: Computed, { baseline, target, stretch, weight }: Targets): Head {
  const head: Writable<Head> = { indicator: ask.indicator, unit: ask.unit, period: ask.period };
  if (version !== undefined) head.definitionVersion = version.version;
  if (baseline !== undefined) head.baseline = baseline;
  if (target !== undefined) head.target = target;
  if (stretch !== undefined) head.stretch = stretch;
  if (weight !== undefined) head.weight = weight;
  if (closed) head.closed = closed;
  return head;
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
