import { meanFunnel } from '../../statistics/meanFunnel';
import type { MeanFunnel } from '../../statistics/meanFunnel';
import type { Unanswered } from '../../statistics/unanswered';
import type { PersonRow } from './row';

export type UnitsLook = {
  readonly units: readonly string[];
  /** Points are in the order of `units`. */
  readonly chart: ({ readonly ok: true } & MeanFunnel) | Unanswered;
  readonly small: { readonly units: number; readonly people: number };
};

/** Mean totals of units on a control chart, for the head alone: a unit outside the limits is a reason to look, never a penalty. */
export function unitsIn(rows: readonly PersonRow[], smallGroup: number): UnitsLook {
  const totals = new Map<string, number[]>();
  for (const { unit, total, phase } of rows)
    if (total !== undefined && phase !== 'excluded') totals.set(unit, [...(totals.get(unit) ?? []), total]);
  const sorted = [...totals].sort(([a], [b]) => (a < b ? -1 : 1));
  const shown = sorted.filter(([, list]) => list.length >= smallGroup);
  const hidden = sorted.filter(([, list]) => list.length < smallGroup);
  return {
    units: shown.map(([unit]) => unit),
    chart: meanFunnel(shown.map(([, list]) => list)),
    small: { units: hidden.length, people: hidden.reduce((sum, [, list]) => sum + list.length, 0) },
  };
}
