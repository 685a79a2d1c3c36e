import { mean } from './mean';
import { randomGamma, randomNormal, seededRandom, type Random } from './random';
import { unanswered, type Answered } from './unanswered';
import type { Spaced } from './prewhiten';

/** With fewer past values: no forecast. */
export const LEAST_PAST = 6;
/** Whole seasons from which seasons are looked for. */
const SEASONS = 3;
const MEMORIES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] as const;

export type FuturesAsked = {
  /** Equally spaced; `null`: nothing was measured. The first to draw comes right after the last. */
  readonly past: Spaced;
  readonly steps: number;
  /** Periods a season has. */
  readonly season: number;
  readonly seed: string;
  readonly draws?: number;
  /** Values beyond are brought back to them. */
  readonly least?: number;
  readonly most?: number;
};
/**
 * Each an equally likely course of the next values. `memory`, on average: 0 the values lie about one level, 1 each goes on
 * from the last.
 */
export type Futures = {
  readonly courses: readonly Float64Array[];
  readonly memory: number;
  readonly seasonal: boolean;
  readonly past: number;
};

/**
 * How it may go on, if it goes on as before. Simple exponential smoothing with additive errors (Hyndman et al., 2008); its
 * memory is drawn for each course by how well it would have foretold the past; seasons only where leaving each value out in turn says that they help.
 * Each course draws the errors by a smoothed bootstrap of the series' own, their mean within its uncertainty and their size
 * within its own: a short past makes a wide future. `too-few`: under six past values.
 */
export function futures(asked: FuturesAsked): Answered<Futures> {
  const { past, season, steps, seed, draws = 2000 } = asked;
  const values = past.flatMap((value, at) => (value === null ? [] : [{ value, phase: at % season }]));
  if (values.length < LEAST_PAST) return unanswered('too-few');
  if (values.some(({ value }) => !Number.isFinite(value))) return unanswered('not-finite');
  const effects = seasonOf(values, season);
  const levels = weighed(values.map(({ value, phase }) => value - (effects?.[phase] ?? 0)));
  const taken = 2 + (effects === undefined ? 0 : season - 1);
  const df = Math.max(2, values.length - taken);
  const ways = levels.map(({ level, weight }): Way => ({ level, weight, errors: errorsOf(level.errors, df) }));
  const random = seededRandom(seed);
  const ahead = Array.from({ length: steps }, (_, i) => effects?.[(past.length + i) % season] ?? 0);
  const courses = Array.from({ length: draws }, () => course(oneOf(ways, random), { ...asked, ahead }, random));
  const memory = levels.reduce((sum, { level, weight }) => sum + level.memory * weight, 0);
  return { ok: true, courses, memory, seasonal: effects !== undefined, past: values.length };
}

type Level = { readonly at: number; readonly memory: number; readonly errors: readonly number[] };
type Weighed = { readonly level: Level; readonly weight: number };
type Way = Weighed & { readonly errors: Errors };

/** Each memory with its likelihood for normal errors of unknown size, all equally likely before: weights that sum to 1. */
function weighed(values: readonly number[]): readonly Weighed[] {
  const n = values.length;
  const levels = MEMORIES.map((memory) => follow(values, memory));
  const sizes = levels.map(({ errors, memory }) => {
    const squares = errors.reduce((sum, e) => sum + e * e, 0);
    return memory === 0 ? (squares * n) / (n - 1) : squares;
  });
  const smallest = Math.min(...sizes);
  const likely = sizes.map((size) => (size === smallest ? 1 : (smallest / size) ** ((n - 1) / 2)));
  const all = likely.reduce((sum, one) => sum + one, 0);
  return levels.map((level, i) => ({ level, weight: (likely[i] ?? 0) / all }));
}

function oneOf(ways: readonly Way[], random: Random): Way {
  let left = random();
  const found = ways.find(({ weight }) => (left -= weight) <= 0) ?? ways.at(-1);
  if (found === undefined) throw new RangeError('there is no memory to draw');
  return found;
}

function follow(values: readonly number[], memory: number): Level {
  let at = mean(memory === 0 ? values : values.slice(0, 3)) ?? 0;
  const errors = values.map((value) => {
    const error = value - at;
    at += memory * error;
    return error;
  });
  return { at, memory, errors };
}

type Errors = { readonly centre: number; readonly sd: number; readonly parts: readonly number[]; readonly df: number };

function errorsOf(errors: readonly number[], df: number): Errors {
  const centre = mean(errors) ?? 0;
  const squares = errors.reduce((sum, e) => sum + (e - centre) ** 2, 0);
  const [raw, sd] = [Math.sqrt(squares / errors.length), Math.sqrt(squares / df)];
  return { centre, sd, parts: errors.map((e) => (raw === 0 ? 0 : (e - centre) / raw)), df };
}

/** Share of a drawn error that is smooth: few own errors have no tails. */
const SMOOTH = 0.5;

type Ahead = Pick<FuturesAsked, 'least' | 'most'> & { readonly ahead: readonly number[] };

function course({ errors, level }: Way, { least, most, ahead }: Ahead, random: Random): Float64Array {
  const { centre, sd, parts, df } = errors;
  const spread = sd * Math.sqrt(df / (2 * randomGamma(random, df / 2)));
  const drift = centre + (spread / Math.sqrt(parts.length)) * randomNormal(random);
  let at = level.at;
  return Float64Array.from(ahead, (effect) => {
    const own = parts[Math.floor(random() * parts.length)] ?? 0;
    const error = drift + spread * (Math.sqrt(1 - SMOOTH ** 2) * own + SMOOTH * randomNormal(random));
    const value = at + effect + error;
    at += level.memory * error;
    return Math.min(most ?? value, Math.max(least ?? value, value));
  });
}

type Phased = { readonly value: number; readonly phase: number };

/** Deviation of each phase from the straight line through all; `undefined`: too few, or leaving out says it does not help. */
function seasonOf(values: readonly Phased[], season: number): readonly number[] | undefined {
  if (season <= 1 || values.length < SEASONS * season) return undefined;
  const flat = straightened(values);
  const phases = Array.from({ length: season }, (_, phase) => flat.filter((one) => one.phase === phase));
  if (phases.some(({ length }) => length < 2)) return undefined;
  const effects = phases.map((one) => mean(one.map(({ value }) => value)) ?? 0);
  const leftOut = (value: number, about: number, n: number): number => ((value - about) * (n / (n - 1))) ** 2;
  const without = flat.reduce((sum, { value }) => sum + leftOut(value, 0, flat.length), 0);
  const with_ = flat.reduce(
    (sum, { value, phase }) => sum + leftOut(value, effects[phase] ?? 0, phases[phase]?.length ?? 2),
    0,
  );
  return with_ < without ? effects : undefined;
}

function straightened(values: readonly Phased[]): readonly Phased[] {
  const n = values.length;
  const [middle, centre] = [(n - 1) / 2, mean(values.map(({ value }) => value)) ?? 0];
  const spread = values.reduce((sum, _, i) => sum + (i - middle) ** 2, 0);
  const slope = values.reduce((sum, { value }, i) => sum + (i - middle) * (value - centre), 0) / spread;
  return values.map(({ value, phase }, i) => ({ phase, value: value - centre - slope * (i - middle) }));
}
