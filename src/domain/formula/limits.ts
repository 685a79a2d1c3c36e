/** How large a formula and its numbers may be. Numbers are bounded like entered figures. */
export const LIMITS = {
  /** Characters. */
  length: 2000,
  /** Parts within parts. */
  depth: 50,
  /** Numbers, names and functions. */
  parts: 500,
  /** Periods back. */
  lag: 120,
  exponent: 120,
  /** Digits that `round` keeps behind the point; below 0 before it. */
  digits: 30,
  largest: 1e30,
  smallest: 1e-30,
} as const;
