import type { Instant } from '../../shared/time';
import { ABSENT, type Fault } from '../absentWords';
import type { DefinitionVersion } from '../facts';
import { none, type NoneOutcome, type Outcome } from '../outcome';
import { endOf } from '../period';
import type { NoValue } from '../value';
import type { Ask, Computed, Trace } from './computed';
import type { World } from './world';

/** What is computed, by which definition, in which world. */
export type At = {
  readonly world: World;
  readonly ask: Ask;
  readonly version: DefinitionVersion;
  readonly knownAt: Instant | undefined;
  readonly closed: boolean;
};

/** An input of something is asked for as it was known when that was closed. */
export const asked = ({ ask, knownAt }: At, other: Omit<Partial<Ask>, 'knownAt'>): Ask => ({
  indicator: other.indicator ?? ask.indicator,
  unit: other.unit ?? ask.unit,
  period: other.period ?? ask.period,
  knownAt,
  counting: other.counting,
  bare: other.bare,
});

export const made = ({ ask, version, knownAt, closed }: At, outcome: Outcome, trace: Trace): Computed => ({
  ask,
  version,
  knownAt,
  closed,
  outcome,
  trace,
  reported: outcome.state === 'value' || !SILENT.has(outcome.state),
});
const SILENT: ReadonlySet<NoValue> = new Set(['missing', 'not-yet-due', 'not-in-force']);

/** Nothing is there: not yet due while the period runs, missing afterwards. */
export function nothing({ world, ask }: At, words = ABSENT.noFigure): NoneOutcome {
  return endOf(ask.period) > world.day
    ? none('not-yet-due', ABSENT.notYetDue(ask), [ask.indicator])
    : none('missing', words(ask), [ask.indicator]);
}

/** What others see of a value: not what rests on too few. */
export function seen({ ask, version, outcome }: Computed): Outcome {
  const least = version?.definition.minimumN ?? 0;
  const { n } = outcome;
  if (outcome.state !== 'value' || n === undefined || n >= least) return outcome;
  return { ...none('too-few', ABSENT.tooFew(ask, n, least), [ask.indicator]), n };
}

/** An input as others see it: earlier than its beginning it is missing. */
export function input(of: Computed, lag = 0): Outcome {
  const outcome = seen(of);
  return lag > 0 && outcome.state === 'not-in-force' ? { ...outcome, state: 'missing' } : outcome;
}

export const faultOf = ({ ask }: Computed, state: NoValue): Fault => ({ spot: ask, state });
