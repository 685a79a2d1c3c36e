/** Equally spaced; `null`: nothing was measured then. */
export type Spaced = readonly (number | null)[];

/** What is left of a series, and how many columns beside the mean were taken out of it. */
export type Whitened = { readonly residuals: Spaced; readonly taken: number };

/** Seasons are taken out from so many whole ones on. */
const SEASONS = 3;

type Row = { readonly at: number; readonly value: number; readonly before: number };

/**
 * A series without what it has by itself: its mean, a straight trend, the season (from three whole ones on) and what follows
 * from its own value before; the residuals of one least-squares fit. Two series that only share a trend, a season or inertia
 * have nothing in common afterwards (prewhitening: Box and Jenkins; Haugh, 1976). A point without the one before it is left
 * out. A column that the others explain counts as not taken.
 *
 * @param season periods a season has: 12 for months, 4 for quarters, 1 for none
 */
export function prewhitened(series: Spaced, season: number): Whitened {
  const rows = series.flatMap((value, at): Row[] => {
    const before = at === 0 ? undefined : series[at - 1];
    return value === null || before === null || before === undefined ? [] : [{ at, value, before }];
  });
  const seasonal = season > 1 && series.filter((value) => value !== null).length >= SEASONS * season;
  const columns: (readonly number[])[] = [rows.map(() => 1), rows.map(({ at }) => at)];
  if (seasonal) for (let k = 1; k < season; k += 1) columns.push(rows.map(({ at }) => (at % season === k ? 1 : 0)));
  columns.push(rows.map(({ before }) => before));
  const basis = orthonormal(columns);
  const left = without(
    rows.map(({ value }) => value),
    basis,
  );
  const scale = Math.max(0, ...rows.map(({ value }) => Math.abs(value)));
  const residuals = new Array<number | null>(series.length).fill(null);
  rows.forEach(({ at }, i) => {
    const residual = left[i] ?? 0;
    residuals[at] = Math.abs(residual) <= scale * ROUNDING ? 0 : residual;
  });
  return { residuals, taken: Math.max(0, basis.length - 1) };
}

/** What least squares leave of a value that is explained wholly. */
const ROUNDING = 1e-10;

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

/** Twice, as Kahan and Parlett have it: once leaves rounding behind. */
function without(vector: readonly number[], basis: readonly (readonly number[])[]): readonly number[] {
  const once = (from: readonly number[]) =>
    basis.reduce((left, unit) => {
      const share = dot(left, unit);
      return left.map((x, i) => x - share * (unit[i] ?? 0));
    }, from);
  return once(once(vector));
}

/** Gram and Schmidt; a column that depends on those before it is dropped. */
function orthonormal(columns: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const basis: (readonly number[])[] = [];
  for (const column of columns) {
    const size = Math.sqrt(dot(column, column));
    const left = without(column, basis);
    const length = Math.sqrt(dot(left, left));
    if (length > 1e-9 * size) basis.push(left.map((x) => x / length));
  }
  return basis;
}
