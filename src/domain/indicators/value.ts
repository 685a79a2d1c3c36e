import type { Words } from '../shared/language';
import type { Instant } from '../shared/time';
import type { FigureOrigin } from './facts';
import type { Period } from './period';

/** Every way of having no value, each with its own name. */
export const NO_VALUE = [
  'missing',
  'not-applicable',
  'not-yet-due',
  'not-in-force',
  'waiting-approval',
  'too-few',
  'division-by-zero',
  'circular',
  'blocked',
  'not-a-number',
] as const;
export type NoValue = (typeof NO_VALUE)[number];

/**
 * Why there is none: words for a reader, the inputs that are to blame, by indicator id, and what was written by whoever
 * recorded that there is none.
 */
export type Because = { readonly words: Words; readonly inputs?: readonly string[]; readonly reason?: string };

export type Quality = 'normal' | 'estimated' | 'provisional';

/** The value of an indicator for a unit and a period. Numbers are unrounded. JSON-plain. */
export type IndicatorValue = {
  readonly indicator: string;
  readonly unit: string;
  readonly period: Period;
  readonly definitionVersion?: number;
  readonly baseline?: number;
  readonly target?: number;
  readonly stretch?: number;
  readonly weight?: number;
  readonly closed?: boolean;
} & (
  | {
      readonly state: 'value';
      readonly value: number;
      readonly numerator?: number;
      readonly denominator?: number;
      readonly n?: number;
      readonly quality: Quality;
      /** By the scoring rule: within its bounds, and as the formula gives it. */
      readonly score?: number;
      readonly raw?: number;
      readonly band?: string;
      readonly targetMet?: boolean;
      /** A score could not be computed, though there is a value. */
      readonly notScored?: Because;
      /** By the missing rule: taken from an earlier period, or a zero. */
      readonly stoodIn?: { readonly by: 'zero' } | { readonly by: 'carry-forward'; readonly period: Period };
    }
  | { readonly state: NoValue; readonly because: Because; readonly n?: number }
);

/** How a value came about: the whole tree down to figures and cases. `how` names the step. */
export type ExplainNode = {
  readonly how:
    | 'figure'
    | 'cases'
    | 'survey'
    | 'programme'
    | 'formula'
    | 'operation'
    | 'number'
    | 'ratio'
    | 'indicator'
    | 'over-units'
    | 'over-time'
    | 'missing-rule'
    | 'score'
    | 'absent';
  readonly label: string;
  readonly words?: Words;
  readonly state: 'value' | NoValue;
  readonly value?: number;
  readonly indicator?: string;
  readonly unit?: string;
  readonly period?: Period;
  readonly definitionVersion?: number;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly n?: number;
  readonly origin?: FigureOrigin;
  /** Of what is computed from cases, answers or books: since when it is known. */
  readonly knownSince?: Instant;
  readonly figure?: {
    readonly version: number;
    readonly by: string;
    readonly recordedAt: Instant;
    readonly reason?: string;
    readonly evidence?: readonly string[];
  };
  /** Some of the cases behind it, with what each contributes. */
  readonly cases?: {
    readonly total: number;
    readonly shown: readonly { readonly id: string; readonly value: number }[];
  };
  readonly parts?: readonly ExplainNode[];
};
