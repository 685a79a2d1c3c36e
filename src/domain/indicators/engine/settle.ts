import { Exact } from '../../scoring/scored';
import { ABSENT } from '../absentWords';
import { definitionAt } from '../definitionAt';
import { none, valued, type Outcome } from '../outcome';
import type { IndicatorRecord } from '../evaluation';
import type { IndicatorDefinition } from '../indicator.schema';
import { grainOf, isFiner, partsOf, type Period } from '../period';
import { overTimeRule, overUnitsRule } from '../rollRule';
import { asked, made, nothing, type At } from './at';
import { combined } from './combine';
import type { Ask, Computed, Work, Working } from './computed';
import { fromFormula } from './byFormula';
import { entered, fromData, fromIndicator, fromRatio } from './bySource';
import type { World } from './world';

/** How far back a value is carried forward, in periods. */
const CARRIED = 120;

/** The value that is asked for, by the definition that held, as it was known when the period was closed. */
export function* settled(world: World, ask: Ask): Work {
  const { indicator, unit, period } = ask;
  const bare = (outcome: Outcome): Computed => ({
    ask,
    knownAt: ask.knownAt,
    closed: false,
    outcome,
    trace: { how: 'absent' },
    reported: false,
  });
  const record = world.facts.indicator(indicator);
  if (record === undefined) return bare(none('not-in-force', ABSENT.noSuchIndicator(ask), [indicator]));
  const { version, knownAt, closed } = holding(world, record, { unit, period, knownAt: ask.knownAt });
  if (version === undefined) return bare(none('not-in-force', ABSENT.notInForce(ask), [indicator]));
  const at: At = { world, ask, version, knownAt, closed };
  if (version.definition.retired === true)
    return made(at, none('not-in-force', ABSENT.retired(ask), [indicator]), { how: 'absent' });
  const measured = yield* measure(at);
  const stands = ask.bare === true || measured.outcome.state !== 'missing';
  return stands ? measured : yield* byMissingRule(at, measured);
}

/** The definition that holds, as it was known when the period was closed. */
function holding(world: World, record: IndicatorRecord, { unit, period, knownAt: asOf }: Omit<Ask, 'indicator'>) {
  const closedAt = world.closedAt(unit, period, asOf);
  const knownAt = closedAt !== undefined && !(asOf !== undefined && asOf < closedAt) ? closedAt : asOf;
  return { version: definitionAt(record, period, knownAt), knownAt, closed: closedAt !== undefined };
}

function* measure(at: At): Work {
  const { definition } = at.version;
  const grain = grainOf(at.ask.period);
  if (isFiner(grain, definition.frequency)) {
    const words = ABSENT.finer(at.ask, definition.frequency);
    return made(at, none('not-applicable', words, [at.ask.indicator]), { how: 'absent' });
  }
  const rule = overTimeRule(definition, at.ask.counting);
  if (grain !== definition.frequency && rule.rule !== 'at-source') return yield* overTime(at);
  if (isEntered(definition)) return entered(at) ?? (yield* overUnits(at)) ?? made(at, nothing(at), { how: 'absent' });
  const below = overUnitsRule(definition).rule === 'at-source' ? undefined : yield* overUnits(at);
  if (below !== undefined) return below;
  const found = atSource(at);
  return 'outcome' in found ? found : yield* found;
}

const isEntered = ({ source }: Pick<IndicatorDefinition, 'source'>): boolean =>
  source.type === 'entered' || (source.type === 'ratio' && source.numerator === undefined);

/** What asks for more is returned as the computation itself, so that every ask passes through one computation less. */
function atSource(at: At): Work | Computed {
  const { source } = at.version.definition;
  switch (source.type) {
    case 'entered':
      return made(at, nothing(at), { how: 'absent' });
    case 'ratio':
      return fromRatio(at, source);
    case 'indicator':
      return fromIndicator(at, source.indicator, source.lag ?? 0);
    case 'formula':
      return fromFormula(at, source);
    case 'cases':
    case 'survey':
    case 'programme':
      return fromData(at, source);
  }
}

function* overTime(at: At): Work {
  const { definition } = at.version;
  const { counting } = at.ask;
  const parts: Computed[] = [];
  for (const period of partsOf(at.ask.period, definition.frequency)) parts.push(yield asked(at, { period, counting }));
  const { outcome, rule } = combined(at, parts, overTimeRule(definition, counting));
  const whole = made(at, outcome, { how: 'over-time', rule, parts });
  return { ...whole, reported: whole.reported && parts.some(({ reported }) => reported) };
}

/**
 * Of the nearest units below that report, however deep they stand. Where none does there is nothing to roll up, and the
 * unit itself is what is missing.
 */
function* overUnits(at: At): Working<Computed | undefined> {
  const { world, ask, version } = at;
  const parts: Computed[] = [];
  for (const unit of world.children(ask.unit)) {
    const child = yield asked(at, { unit, counting: ask.counting });
    if (child.below !== undefined) parts.push(...child.below);
    else if (child.reported || world.line(unit).includes(version.definition.home)) parts.push(child);
  }
  if (!parts.some(({ reported }) => reported)) return undefined;
  const { outcome, rule } = combined(at, parts, overUnitsRule(version.definition, ask.counting));
  return { ...made(at, outcome, { how: 'over-units', rule, parts }), below: parts };
}

/** What stands in where a value is missing. Not yet due and not applicable are not missing. */
function* byMissingRule(at: At, measured: Computed): Work {
  const { missing: rule } = at.version.definition;
  if (measured.pending === true || rule === 'ignore') return measured;
  if (rule === 'zero') return standIn(at, measured, { outcome: zero(), rule });
  if (rule === 'block') {
    const outcome = none('blocked', ABSENT.blocked(at.ask), [at.ask.indicator]);
    return standIn(at, measured, { outcome, rule });
  }
  for (let by = 1; by <= CARRIED; by++) {
    const period = at.world.back(at.ask.period, by);
    if (period === undefined) return measured;
    if (isEmpty(at, period)) continue;
    const from = yield asked(at, { period, counting: at.ask.counting, bare: true });
    const { outcome } = from;
    if (outcome.state === 'not-in-force') return measured;
    if (outcome.state !== 'value') continue;
    const carried = { ...outcome, quality: 'estimated', stoodIn: { by: 'carry-forward', period } } as const;
    return standIn(at, measured, { outcome: carried, rule, from });
  }
  return measured;
}

/** Of what is entered in no unit there is no value, and nothing else ends the search there: no unit below is looked at. */
function isEmpty({ world, ask, knownAt }: At, period: Period): boolean {
  if (world.facts.hasFigures?.(ask.indicator, period) !== false) return false;
  const record = world.facts.indicator(ask.indicator);
  if (record?.definitions.every(({ definition }) => isEntered(definition)) !== true) return false;
  const held = holding(world, record, { unit: ask.unit, period, knownAt }).version?.definition;
  return held !== undefined && held.retired !== true && held.frequency === grainOf(period);
}

const zero = (): Outcome => valued(new Exact(0), { quality: 'estimated', stoodIn: { by: 'zero' } });

type StandIn = {
  readonly outcome: Outcome;
  readonly rule: 'zero' | 'carry-forward' | 'block';
  readonly from?: Computed;
};
const standIn = (at: At, missing: Computed, { outcome, rule, from }: StandIn): Computed => ({
  ...made(at, outcome, { how: 'missing-rule', rule, missing, ...(from !== undefined && { from }) }),
  reported: false,
});
