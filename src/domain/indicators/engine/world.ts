import { childrenIn, placeOf } from '../../access/place';
import type { Instant, LocalDate } from '../../shared/time';
import { closedAt } from '../closedAt';
import type { ComputedAsk, ComputedFigure, EvaluationOptions, Facts } from '../evaluation';
import type { Closing } from '../facts';
import { lastDayOf, shifted, type Period } from '../period';

/** Nothing is looked for in earlier periods unless the facts say that there is something. */
const EARLIEST: LocalDate = '1900-01-01';

/** Facts, with what is derived from them once. */
export type World = {
  readonly facts: Facts;
  readonly asOf?: Instant;
  /** The office's day, or the one it is asked about. */
  readonly day: LocalDate;
  /** A unit and those above it, nearest first. */
  readonly line: (unit: string) => readonly string[];
  readonly children: (unit: string) => readonly string[];
  readonly closedAt: (unit: string, period: Period, asOf: Instant | undefined) => Instant | undefined;
  /** So many periods back; `undefined`: there are none so early. */
  readonly back: (period: Period, by: number) => Period | undefined;
  readonly computed: (asked: ComputedAsk) => ComputedFigure | 'not-loaded';
  readonly wanted: () => readonly ComputedAsk[];
};

function once<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = compute(key);
    known.set(key, made);
    return made;
  };
}

export function worldOf(facts: Facts, { asOf, today }: EvaluationOptions): World {
  const at = asOf === undefined ? undefined : new Date(asOf).toISOString();
  const below = childrenIn(facts.units);
  const line = once((unit: string) => {
    const ids = placeOf(facts.units, unit);
    return ids.length > 0 ? ids : [unit];
  });
  const earliest = facts.earliest ?? EARLIEST;
  const isTooEarly = once((period: Period) => lastDayOf(period) < earliest);
  return {
    facts,
    ...(at !== undefined && { asOf: at }),
    day: at !== undefined && at.slice(0, 10) < today ? at.slice(0, 10) : today,
    line,
    children: (unit) => below.get(unit) ?? [],
    closedAt: closedOnce(facts.closings, line),
    back: (period, by) => {
      const earlier = Number(period.slice(0, 4)) > by ? shifted(period, -by) : undefined;
      return earlier === undefined || isTooEarly(earlier) ? undefined : earlier;
    },
    ...computing(facts),
  };
}

function closedOnce(closings: readonly Closing[], line: (unit: string) => readonly string[]): World['closedAt'] {
  if (closings.length === 0) return () => undefined;
  const over = once((unit) => closings.filter((closing) => line(unit).includes(closing.unit)));
  const known = new Map<string, Instant | undefined>();
  return (unit, period, asOf) => {
    const some = over(unit);
    if (some.length === 0) return undefined;
    const key = `${unit}~${period}~${asOf ?? ''}`;
    if (!known.has(key)) known.set(key, closedAt(some, { unitLine: line(unit), period, asOf }));
    return known.get(key);
  };
}

function computing(facts: Facts): Pick<World, 'computed' | 'wanted'> {
  const wanted = new Map<string, ComputedAsk>();
  return {
    computed: (asked) => {
      const figure = facts.computed(asked);
      if (figure === 'not-loaded') wanted.set(JSON.stringify(asked), asked);
      return figure;
    },
    wanted: () => {
      const all = [...wanted.values()];
      wanted.clear();
      return all;
    },
  };
}
