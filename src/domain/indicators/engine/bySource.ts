import { Exact } from '../../scoring/scored';
import { ABSENT, faultsWords } from '../absentWords';
import type { ComputedAsk, ComputedFigure, ComputedSource } from '../evaluation';
import type { Figure } from '../facts';
import { figureAt } from '../figureAt';
import type { IndicatorSource } from '../indicator.schema';
import { none, quotient, valued, weakest, type NoneOutcome, type Outcome } from '../outcome';
import { firstDayOf } from '../period';
import { asked, faultOf, input, made, nothing, type At } from './at';
import { withoutValue } from './combine';
import type { Computed, Working } from './computed';

/** What is entered for the unit and the period itself. `undefined`: nothing is. */
export function entered(at: At): Computed | undefined {
  const { world, ask, version, knownAt } = at;
  const figures = world.facts.figures(ask.indicator, ask.unit, ask.period);
  const standing = figureAt(figures, { knownAt, approval: version.definition.approval === true });
  if (standing === undefined) return undefined;
  if (standing.figure !== undefined)
    return made(at, figureOutcome(at, standing.figure), { how: 'figure', figure: standing.figure });
  const { waiting } = standing;
  const outcome = none('waiting-approval', ABSENT.waiting(ask, waiting.version), [ask.indicator]);
  return made(at, outcome, { how: 'figure', figure: waiting });
}

function figureOutcome({ ask, version }: At, figure: Figure): Outcome {
  const { status, value, numerator, denominator, n, reason } = figure;
  if (status === 'not-applicable')
    return stated(none(status, ABSENT.notApplicable(ask, reason), [ask.indicator]), reason);
  if (status === 'missing') return stated(none(status, ABSENT.statedMissing(ask, reason), [ask.indicator]), reason);
  const { source } = version.definition;
  if (numerator !== undefined && denominator !== undefined) {
    const fraction = { numerator: new Exact(numerator), denominator: new Exact(denominator) };
    const byZero = ABSENT.byZero(ask, ask.indicator);
    const per = source.type === 'ratio' ? (source.per ?? 1) : 1;
    return quotient(fraction, per, { n, quality: status, byZero, inputs: [ask.indicator] });
  }
  if (value === undefined) return none('missing', ABSENT.noFigure(ask), [ask.indicator]);
  return valued(new Exact(value), { n, quality: status });
}

const stated = (outcome: NoneOutcome, reason: string | undefined): NoneOutcome =>
  reason === undefined ? outcome : { ...outcome, because: { ...outcome.because, reason } };

/** A figure over cases, answers or books, for the unit with all below it. */
export function fromData(at: At, source: ComputedSource): Computed {
  const { world, ask, knownAt } = at;
  if (firstDayOf(ask.period) > world.day) return made(at, nothing(at), { how: 'absent' });
  const wanted: ComputedAsk = { source, unit: ask.unit, period: ask.period, ...(knownAt !== undefined && { knownAt }) };
  const figure = world.computed(wanted);
  if (figure !== 'not-loaded') return made(at, dataOutcome(at, figure), { how: 'computed', asked: wanted, figure });
  const absent = none('missing', ABSENT.notLoaded(ask), [ask.indicator]);
  return { ...made(at, absent, { how: 'absent' }), pending: true };
}

function dataOutcome(at: At, { value, numerator, denominator, n, because }: ComputedFigure): Outcome {
  const fraction =
    numerator === undefined || denominator === undefined
      ? undefined
      : { numerator: new Exact(numerator), denominator: new Exact(denominator) };
  if (value !== undefined) return valued(new Exact(value), { fraction, n });
  const absent = { ...nothing(at, because === undefined ? ABSENT.nothingMeasured : () => because), n };
  return fraction === undefined ? absent : { ...absent, fraction };
}

type RatioSource = Extract<IndicatorSource, { type: 'ratio' }>;

/** Numerator ÷ denominator × per, both counted at the unit and period asked for. */
export function* fromRatio(at: At, { numerator = '', denominator = '', per = 1 }: RatioSource): Working<Computed> {
  const above = yield asked(at, { indicator: numerator, counting: true });
  const under = yield asked(at, { indicator: denominator, counting: true });
  const trace = { how: 'ratio', parts: [above, under], per } as const;
  const [top, bottom] = [input(above), input(under)];
  if (top.state !== 'value' || bottom.state !== 'value') {
    const parts = [
      { of: above, outcome: top },
      { of: under, outcome: bottom },
    ];
    return made(at, withoutValue(at, parts), trace);
  }
  const outcome = quotient({ numerator: top.value, denominator: bottom.value }, per, {
    n: bottom.n,
    quality: weakest([top.quality, bottom.quality]),
    byZero: ABSENT.byZero(at.ask, denominator),
    inputs: [denominator],
  });
  return made(at, outcome, trace);
}

/** The value of another indicator, so many periods back. */
export function* fromIndicator(at: At, indicator: string, lag: number): Working<Computed> {
  const period = at.world.back(at.ask.period, lag);
  if (period === undefined)
    return made(at, none('missing', ABSENT.nothingEarlier({ ...at.ask, indicator }), [indicator]), { how: 'absent' });
  const part = yield asked(at, { indicator, period, counting: at.ask.counting });
  const { stoodIn: _ownRule, ...outcome } = { stoodIn: undefined, ...input(part, lag) };
  const trace = { how: 'indicator', parts: [part] } as const;
  if (outcome.state === 'value') return made(at, outcome, trace);
  const words = faultsWords(at.ask, [faultOf(part, outcome.state)]);
  return made(at, { ...none(outcome.state, words, [indicator]), fraction: outcome.fraction, n: outcome.n }, trace);
}
