import type { Instant } from '../../shared/time';
import type { ComputedAsk, ComputedFigure } from '../evaluation';
import type { DefinitionVersion, Figure } from '../facts';
import type { RollUp } from '../indicator.schema';
import type { Outcome } from '../outcome';
import type { Period } from '../period';
import type { FormulaSource } from '../reads';

/** A value that is wanted, as it was known at an instant (missing: now). */
export type Ask = {
  readonly indicator: string;
  readonly unit: string;
  readonly period: Period;
  readonly knownAt?: Instant | undefined;
  /** For a numerator or denominator: what would be averaged by default is added up. */
  readonly counting?: boolean | undefined;
  /** Without the missing rule. */
  readonly bare?: boolean | undefined;
};

/** What a formula reads, each in the place of its reference; `undefined`: that reaches too far back. */
export type FormulaInputs = readonly (Computed | undefined)[];

/** How a value came about, by reference to what it was made of: explanations are drawn from it when they are asked for. */
export type Trace =
  | { readonly how: 'absent' }
  | { readonly how: 'figure'; readonly figure: Figure }
  | { readonly how: 'computed'; readonly asked: ComputedAsk; readonly figure: ComputedFigure }
  | { readonly how: 'ratio'; readonly parts: readonly Computed[]; readonly per: number }
  | { readonly how: 'indicator'; readonly parts: readonly [Computed] }
  | { readonly how: 'formula'; readonly source: FormulaSource; readonly inputs: FormulaInputs }
  | { readonly how: 'over-units' | 'over-time'; readonly rule: RollUp; readonly parts: readonly Computed[] }
  | {
      readonly how: 'missing-rule';
      readonly rule: 'zero' | 'carry-forward' | 'block';
      readonly missing: Computed;
      readonly from?: Computed;
    };

export type Computed = {
  readonly ask: Ask;
  readonly version?: DefinitionVersion;
  /** Of the period itself: the asked instant, or when it was closed. */
  readonly knownAt?: Instant | undefined;
  readonly closed: boolean;
  readonly outcome: Outcome;
  readonly trace: Trace;
  /** Somebody or something said it; false of what is missing, not due or stood in for. */
  readonly reported: boolean;
  /** Instead of itself it gives these to a roll-up above: the nearest units below that report. */
  readonly below?: readonly Computed[];
  /** Something it rests on was not loaded. */
  readonly pending?: boolean;
};

/** A computation that asks for others; whoever runs it answers. */
export type Work = Generator<Ask, Computed, Computed>;
export type Working<T> = Generator<Ask, T, Computed>;
