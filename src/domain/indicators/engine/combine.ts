import { PRECEDENCE } from '../../formula/evaluate';
import { Exact } from '../../scoring/scored';
import { ABSENT, faultsWords } from '../absentWords';
import type { RollUp } from '../indicator.schema';
import { none, quotient, valued, weakest, type Outcome, type StoodIn, type ValueOutcome } from '../outcome';
import { rolledUp } from '../rollUp';
import type { RollRule } from '../rollRule';
import { faultOf, type At } from './at';
import type { Computed } from './computed';

type Part = { readonly of: Computed; readonly outcome: Outcome };
type Valued = { readonly of: Computed; readonly outcome: ValueOutcome };
export type Combined = { readonly outcome: Outcome; readonly rule: RollUp };

/** No value of parts: the state that must be mended first, and which parts have it. */
export function withoutValue({ ask }: At, parts: readonly Part[]): Outcome {
  const without = parts.flatMap(({ of, outcome }) => (outcome.state === 'value' ? [] : [{ of, outcome }]));
  const state = PRECEDENCE.find((one) => without.some(({ outcome }) => outcome.state === one)) ?? 'missing';
  const faulty = without.filter(({ outcome }) => outcome.state === state);
  const [only] = faulty;
  if (only !== undefined && faulty.length === 1 && only.of.ask.indicator === ask.indicator)
    return { state, because: only.outcome.because };
  const words = faultsWords(
    ask,
    faulty.map(({ of }) => faultOf(of, state)),
  );
  return none(
    state,
    words,
    faulty.map(({ of }) => of.ask.indicator),
  );
}

/**
 * One value of those of units below or of shorter periods. What is missing, not applicable or not yet due is left out;
 * what is blocked or depends on itself spoils the whole.
 */
export function combined(at: At, parts: readonly Computed[], { rule, stated }: RollRule): Combined {
  const all: readonly Part[] = parts.map((of) => ({ of, outcome: of.outcome }));
  const values = all.flatMap(({ of, outcome }): readonly Valued[] =>
    outcome.state === 'value' ? [{ of, outcome }] : [],
  );
  const fractions = values.length > 0 && values.every(({ outcome }) => outcome.fraction !== undefined);
  const by = rule === 'at-source' ? 'mean' : !stated && fractions ? 'ratio' : rule;
  const spoilt = all.filter(({ outcome }) => outcome.state === 'blocked' || outcome.state === 'circular');
  if (spoilt.length > 0) return { rule: by, outcome: withoutValue(at, spoilt) };
  if (by === 'ratio') return { rule: by, outcome: ratioOf(at, all, values) };
  const value = rolledUp(
    values.map(({ outcome }) => outcome.value),
    by,
  );
  return { rule: by, outcome: value === undefined ? withoutValue(at, all) : valued(value, together(values)) };
}

function together(values: readonly Valued[]): Pick<ValueOutcome, 'n' | 'quality' | 'stoodIn'> {
  const counts = values.flatMap(({ outcome }) => (outcome.n === undefined ? [] : [outcome.n]));
  const n = counts.length < values.length ? undefined : counts.reduce((sum, count) => sum + count, 0);
  return { n, quality: weakest(values.map(({ outcome }) => outcome.quality)), ...stoodInBy(values) };
}

/** Where every part is stood in for, the whole is. */
function stoodInBy(values: readonly Valued[]): { readonly stoodIn?: StoodIn } {
  const stoodIn = values.at(-1)?.outcome.stoodIn;
  return stoodIn !== undefined && values.every(({ outcome }) => outcome.stoodIn !== undefined) ? { stoodIn } : {};
}

/** Σ numerator ÷ Σ denominator × per. A zero that stands in adds nothing to either; 0 ÷ 0 of a part neither. */
function ratioOf(at: At, all: readonly Part[], values: readonly Valued[]): Outcome {
  const measured = values.filter(({ outcome }) => outcome.stoodIn?.by !== 'zero');
  const [lacking] = measured.filter(({ outcome }) => outcome.fraction === undefined);
  const fractions = all.flatMap(({ outcome }) => (outcome.fraction === undefined ? [] : [outcome.fraction]));
  if (lacking !== undefined)
    return measured.length === 1 && fractions.length === 0
      ? lacking.outcome
      : none('missing', ABSENT.noFraction(lacking.of.ask), [at.ask.indicator]);
  if (fractions.length === 0) return values.length > 0 ? valued(new Exact(0), together(values)) : withoutValue(at, all);
  const { source } = at.version.definition;
  const sum = {
    numerator: fractions.reduce((total, { numerator }) => total.plus(numerator), new Exact(0)),
    denominator: fractions.reduce((total, { denominator }) => total.plus(denominator), new Exact(0)),
  };
  const per = source.type === 'ratio' ? (source.per ?? 1) : 1;
  const inputs = [(source.type === 'ratio' ? source.denominator : undefined) ?? at.ask.indicator];
  const { n, quality, stoodIn } = together(measured);
  const outcome = quotient(sum, per, { n, quality, byZero: ABSENT.byZero(at.ask, inputs[0] ?? ''), inputs });
  return outcome.state === 'value' && stoodIn !== undefined ? { ...outcome, stoodIn } : outcome;
}
