import type { Exact } from '../scoring/scored';
import type { NoValue } from '../indicators/value';

/** Where in the text, in characters from 0; `end` is not included. */
export type Place = { readonly start: number; readonly end: number };

/** A reference to an input: its name in the formula, and how many periods back. */
export type Reference = { readonly name: string; readonly lag: number; readonly place: Place };

/** A formula that was read and checked: every name, function and type in it is known to be right. `root` is opaque outside this folder. */
export type Formula = { readonly text: string; readonly root: FormulaNode; readonly references: readonly Reference[] };

export type FormulaNode = { readonly place: Place; readonly type: 'number' | 'truth' } & (
  | { readonly kind: 'number'; readonly digits: string }
  | { readonly kind: 'reference'; readonly name: string; readonly lag: number }
  | { readonly kind: 'call'; readonly operation: string; readonly parts: readonly FormulaNode[] }
);

/** What an input says. */
export type FormulaInput =
  { readonly state: 'value'; readonly value: Exact } | { readonly state: NoValue; readonly inputs: readonly string[] };

/** The value of a part, with those of its parts: what an explanation shows. */
export type FormulaStep = {
  readonly text: string;
  readonly place: Place;
  readonly operation: string;
  readonly parts: readonly FormulaStep[];
  /** Only of a reference. */
  readonly reference?: { readonly name: string; readonly lag: number };
} & FormulaResult;
export type FormulaResult =
  | { readonly state: 'value'; readonly value: Exact | boolean }
  /** `inputs`: names that are to blame; empty for a division by zero of the formula's own. */
  | { readonly state: NoValue; readonly inputs: readonly string[]; readonly at: Place };
