/** The values that are there, and where they stood among all, from 0. */
export type Present = {
  readonly values: readonly number[];
  readonly indices: readonly number[];
  readonly blanks: number;
};

/** Leaves the blanks out: missing is not zero. */
export function present(values: readonly (number | null)[]): Present {
  const kept = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  return {
    values: kept.map(({ value }) => value),
    indices: kept.map(({ index }) => index),
    blanks: values.length - kept.length,
  };
}
