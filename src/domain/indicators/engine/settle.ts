import { ABSENT } from '../absentWords';
import { none, type Outcome } from '../outcome';
import { grainOf, isFiner, partsOf } from '../period';
import { overTimeRule, overUnitsRule } from '../rollRule';
import { asked, made, nothing, type At } from './at';
import { combined } from './combine';
import type { Ask, Computed, Work, Working } from './computed';
import { fromFormula } from './byFormula';
import { entered, fromData, fromIndicator, fromRatio } from './bySource';
import { holding, isEntered } from './holding';
import { byMissingRule } from './missingRule';
import type { World } from './world';

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
