import type { Exact } from '../../scoring/scored';
import type { Words } from '../../shared/language';
import type { NoValue } from '../../indicators/value';
import type { FormulaNode, FormulaResult } from '../formula';

export type Kind = FormulaNode['type'];
export type Value = Exact | boolean;

/**
 * What a part must be. `same`: all parts marked so are of one kind. `whole`: a whole number written out in the formula, so
 * that it can be checked before anything is computed.
 */
export type Parameter = {
  readonly name: string;
  readonly takes: Kind | 'same' | { readonly least: number; readonly most: number };
  readonly optional?: true;
  /** Only of the last: as many as one likes, at least one. */
  readonly repeated?: true;
};

/** A formula, what its inputs say (`null`: missing), and what comes out: documentation and test of an operation at once. */
export type FormulaExample = {
  readonly formula: string;
  readonly inputs?: Readonly<Record<string, number | null>>;
  readonly gives: number | boolean | NoValue;
};

/** What an operation of its own cannot do. */
export type Failure = Extract<NoValue, 'division-by-zero' | 'not-a-number'>;

/** A part's answer where not all parts are looked at: `decided` by these steps, or no value among them. */
export type Choice<Step> = { readonly steps: readonly Step[] } & (
  { readonly decided: true; readonly value: Value } | { readonly decided: false }
);
/** Looks at parts one by one, each by `stepOf`. */
export type Choose = <Step extends FormulaResult>(
  parts: readonly FormulaNode[],
  stepOf: (part: FormulaNode) => Step,
) => Choice<Step>;

export type Operation = {
  readonly key: string;
  /** Between, before, or as a function by its key. */
  readonly form: 'infix' | 'prefix' | 'function';
  readonly symbol?: string;
  /** `a + b + c` is one sum of three. */
  readonly chains?: true;
  /** Other names that people bring from their spreadsheet. */
  readonly aliases?: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly gives: Kind | 'same';
  readonly words: Words;
  readonly example: FormulaExample;
} & ({ readonly compute: (...values: readonly Exact[]) => Value | Failure } | { readonly choose: Choose });

export const number = (name: string): Parameter => ({ name, takes: 'number' });
export const truth = (name: string): Parameter => ({ name, takes: 'truth' });
export const numbers = (name: string): Parameter => ({ name, takes: 'number', repeated: true });

/** How it is written: `a + b`, `clamp(x, low, high)`, `sum(x, …)`. */
export function signatureOf({ form, key, symbol = key, parameters }: Operation): string {
  const names = parameters.map(({ name }) => name);
  if (form === 'infix') return names.join(` ${symbol} `);
  if (form === 'prefix') return symbol === 'not' ? `${symbol} ${names.join()}` : `${symbol}${names.join()}`;
  return functionSignature(key, parameters);
}

export const functionSignature = (name: string, parameters: readonly Parameter[]): string =>
  `${name}(${parameters.map((p) => `${p.name}${p.optional ? '?' : ''}${p.repeated ? ', …' : ''}`).join(', ')})`;
