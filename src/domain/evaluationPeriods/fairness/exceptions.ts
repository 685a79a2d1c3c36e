import { median } from '../../statistics/median';
import type { Before, Maxima, PersonRow } from './row';
import { sumOf } from './row';

/** [A] What makes a rating worth a look; none of it changes a score. */
export const LOOK_LIMITS = {
  /** Difference of self-assessment and manager, as a share of all rated points. */
  selfManager: 0.1,
  /** Distance from the median of the agency, in robust standard deviations. */
  unusual: 3,
  /** Points up or down since the last period. */
  changed: 15,
} as const;
export const EXCEPTION_KINDS = ['missing', 'override', 'large-difference', 'unusual', 'changed', 'all-max'] as const;
export type ExceptionKind = (typeof EXCEPTION_KINDS)[number];
/** `size`: points of difference, distance in robust standard deviations, points of change. */
export type Look = { readonly kind: ExceptionKind; readonly size?: number };
export type Exceptional = { readonly row: PersonRow; readonly looks: readonly Look[] };

type Facts = {
  readonly maxima: Maxima;
  readonly before: ReadonlyMap<string, Before>;
  /** Fewest people that are compared with each other. */
  readonly smallGroup: number;
};

/** Those who need a look, the gravest kind first; everybody else can be approved together. */
export function exceptionsIn(rows: readonly PersonRow[], facts: Facts): readonly Exceptional[] {
  const middles = middlesOf(rows, facts.smallGroup);
  const weight = ({ looks }: Exceptional): number =>
    Math.min(...looks.map(({ kind }) => EXCEPTION_KINDS.indexOf(kind)));
  return rows
    .map((row) => ({ row, looks: looksAt(row, facts, middles) }))
    .filter(({ looks }) => looks.length > 0)
    .sort((a, b) => weight(a) - weight(b) || (a.row.person < b.row.person ? -1 : 1));
}

function looksAt(row: PersonRow, facts: Facts, middles: ReadonlyMap<string, Middle>): readonly Look[] {
  if (row.phase === 'excluded') return [];
  return [
    ...(row.rated === undefined ? [{ kind: 'missing' as const }] : []),
    ...(row.overrides.length > 0 ? [{ kind: 'override' as const }] : []),
    ...differenceIn(row, facts.maxima),
    ...unusualIn(row, middles.get(row.agency)),
    ...changeIn(row, facts.before.get(row.person)),
    ...allMax(row, facts.maxima),
  ];
}

function differenceIn({ self, rated }: PersonRow, maxima: Maxima): readonly Look[] {
  if (self === undefined || rated === undefined) return [];
  const size = Math.abs(sumOf(self) - sumOf(rated));
  const most = [...maxima.values()].reduce((sum, one) => sum + one, 0);
  return most > 0 && size / most >= LOOK_LIMITS.selfManager ? [{ kind: 'large-difference', size }] : [];
}

type Middle = { readonly median: number; readonly spread: number };
/** A median absolute deviation as the standard deviation of a normal distribution. */
const AS_SD = 1.4826;
/** Where nearly all have the same points, a point or two is no distance yet. */
const LEAST_SPREAD = 2;

function middlesOf(rows: readonly PersonRow[], smallGroup: number): ReadonlyMap<string, Middle> {
  const totals = new Map<string, number[]>();
  for (const { agency, total } of rows)
    if (total !== undefined) totals.set(agency, [...(totals.get(agency) ?? []), total]);
  return new Map(
    [...totals].flatMap(([agency, list]) => {
      const middle = median(list);
      if (middle === undefined || list.length < smallGroup) return [];
      const deviation = median(list.map((one) => Math.abs(one - middle))) ?? 0;
      return [[agency, { median: middle, spread: Math.max(LEAST_SPREAD, AS_SD * deviation) }] as const];
    }),
  );
}

function unusualIn({ total }: PersonRow, middle: Middle | undefined): readonly Look[] {
  if (total === undefined || middle === undefined) return [];
  const size = Math.abs(total - middle.median) / middle.spread;
  return size > LOOK_LIMITS.unusual ? [{ kind: 'unusual', size }] : [];
}

function changeIn({ total }: PersonRow, before: Before | undefined): readonly Look[] {
  if (total === undefined || before === undefined) return [];
  const size = total - before.total;
  return Math.abs(size) >= LOOK_LIMITS.changed ? [{ kind: 'changed', size }] : [];
}

function allMax({ rated }: PersonRow, maxima: Maxima): readonly Look[] {
  const all = [...maxima];
  if (rated === undefined || all.length === 0) return [];
  return all.every(([key, max]) => (rated[key] ?? 0) >= max) ? [{ kind: 'all-max' }] : [];
}
