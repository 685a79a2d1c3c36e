import { mean } from '../../statistics/mean';
import { sampleSd } from '../../statistics/sampleSd';
import type { Maxima, PersonRow } from './row';
import { sumOf } from './row';

/**
 * How one rater rates, as a share of the points there are. `severity`: the rater's mean less that of everybody else's
 * ratings; below 0 is stricter. `spread`: standard deviation.
 */
export type RaterLook = {
  readonly rater: string;
  readonly people: number;
  readonly mean: number;
  readonly severity: number;
  readonly spread: number;
  readonly allMax: number;
};
export type RatersLook = {
  readonly mean?: number;
  readonly raters: readonly RaterLook[];
  /** Raters of fewer people than are shown, and how many people they rated. */
  readonly small: { readonly raters: number; readonly people: number };
};

/** A comparison for the calibrating body to talk about: it changes no score. Raters of small groups are not shown. */
export function ratersIn(
  rows: readonly PersonRow[],
  { maxima, smallGroup }: { maxima: Maxima; smallGroup: number },
): RatersLook {
  const most = [...maxima.values()].reduce((sum, one) => sum + one, 0);
  const shares = new Map<string, number[]>();
  for (const { manager, rated, phase } of rows)
    if (manager !== undefined && rated !== undefined && phase !== 'excluded' && most > 0)
      shares.set(manager, [...(shares.get(manager) ?? []), sumOf(rated) / most]);
  const all = [...shares.values()].flat();
  const total = all.reduce((sum, one) => sum + one, 0);
  const shown = [...shares].filter(([, list]) => list.length >= smallGroup);
  const hidden = [...shares].filter(([, list]) => list.length < smallGroup);
  const raters = shown.map(([rater, list]): RaterLook => {
    const own = mean(list) ?? 0;
    const others = all.length - list.length;
    const rest = others === 0 ? own : (total - own * list.length) / others;
    const allMax = list.filter((one) => one >= 1).length;
    return { rater, people: list.length, mean: own, severity: own - rest, spread: sampleSd(list) ?? 0, allMax };
  });
  return {
    ...(all.length >= smallGroup && { mean: total / all.length }),
    raters: raters.sort((a, b) => a.severity - b.severity || (a.rater < b.rater ? -1 : 1)),
    small: { raters: hidden.length, people: hidden.reduce((sum, [, list]) => sum + list.length, 0) },
  };
}
