import { Decimal } from 'decimal.js';
import { refuse, type Refusal } from '../shared/result';
import type { ScoringRefusalCode } from './refusals';

/** Decimal arithmetic of its own precision: 0.1 is 0.1, and no edge of a band is crossed by rounding. */
export const Exact = Decimal.clone({ precision: 60, defaults: true });
export type Exact = Decimal;

/** `raw`: what the formula gives; `score`: the same kept within the rule's bounds. Both unrounded. */
export type Score = { readonly ok: true; readonly score: Exact; readonly raw: Exact };
export type Scored = Score | { readonly ok: false; readonly refusal: Refusal<ScoringRefusalCode> };

/** The score of a raw value within bounds, both included. Not finite: `SCORE_IS_NOT_A_NUMBER`. */
export function scored(raw: Exact, least?: number, most?: number): Scored {
  if (!raw.isFinite() || !Number.isFinite(raw.toNumber())) return refuse('SCORE_IS_NOT_A_NUMBER');
  const floor = least === undefined ? raw : Exact.max(raw, least);
  return { ok: true, raw, score: most === undefined ? floor : Exact.min(floor, most) };
}
