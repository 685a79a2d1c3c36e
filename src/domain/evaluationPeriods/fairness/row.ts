type Points = Readonly<Record<string, number>>;

/** One person of a period as the looks across people need them. Points by `section/criterion`. */
export type PersonRow = {
  readonly id: string;
  readonly person: string;
  readonly unit: string;
  readonly agency: string;
  readonly manager?: string;
  readonly approver?: string;
  readonly phase: string;
  readonly self?: Points;
  readonly rated?: Points;
  /** Total and class as they stand; missing: not rated. */
  readonly total?: number;
  readonly class?: string;
  readonly overrides: readonly string[];
};
/** How somebody stood in the period before. */
export type Before = { readonly person: string; readonly total: number; readonly class: string };
/** Most points of each criterion, by `section/criterion`. */
export type Maxima = ReadonlyMap<string, number>;

export const sumOf = (points: Points): number => Object.values(points).reduce((sum, one) => sum + one, 0);
/** As numbers are shown: to three decimals, half away from zero. */
export const rounded = (value: number): number => (Math.sign(value) * Math.round(Math.abs(value) * 1000 + 1e-9)) / 1000;
