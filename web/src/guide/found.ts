export type Point = { readonly period: string; readonly value?: number; readonly n: number };

export type Figure = {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly better: 'higher' | 'lower';
  readonly speed: boolean;
  readonly value: number;
  readonly n: number;
  readonly months: readonly Point[];
};
export type Found = {
  readonly cases: number;
  /** First and last month with cases, such as `2025-01`. */
  readonly first: string;
  readonly last: string;
  readonly months: number;
  readonly figures: readonly Figure[];
};

/** Days: from, and the first that no longer counts. */
export type Window = { readonly from: string; readonly to: string };
