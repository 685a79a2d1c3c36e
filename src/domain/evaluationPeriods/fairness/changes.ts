import type { Before, PersonRow } from './row';

export type Moved = {
  readonly row: PersonRow;
  readonly total: number;
  readonly class: string;
  readonly before: Before;
  readonly by: number;
};
export type ChangesLook = {
  readonly up: number;
  readonly down: number;
  readonly same: number;
  /** Rated now and not in the period before. */
  readonly joined: readonly string[];
  /** Rated in the period before and not now. */
  readonly gone: readonly string[];
  /** Those whose class changed, the largest change of points first. */
  readonly moved: readonly Moved[];
};

/** What changed since last time. `rank`: of a class, 0 is the best. */
export function changesIn(
  rows: readonly PersonRow[],
  before: ReadonlyMap<string, Before>,
  rank: (key: string) => number,
): ChangesLook {
  const rated = rows.flatMap((row) =>
    row.total === undefined || row.class === undefined ? [] : [{ row, total: row.total, class: row.class }],
  );
  const pairs = rated.flatMap((one) => {
    const earlier = before.get(one.row.person);
    return earlier === undefined ? [] : [{ ...one, before: earlier, by: one.total - earlier.total }];
  });
  const steps = pairs.map((one) => rank(one.before.class) - rank(one.class));
  const now = new Set(rated.map(({ row }) => row.person));
  return {
    up: steps.filter((step) => step > 0).length,
    down: steps.filter((step) => step < 0).length,
    same: steps.filter((step) => step === 0).length,
    joined: rated.flatMap(({ row }) => (before.has(row.person) ? [] : [row.person])),
    gone: [...before.keys()].filter((person) => !now.has(person)),
    moved: pairs.filter((one) => one.class !== one.before.class).sort((a, b) => Math.abs(b.by) - Math.abs(a.by)),
  };
}
