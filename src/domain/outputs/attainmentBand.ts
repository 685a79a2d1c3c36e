import { attainment } from '../scoring/attainment';
import { bandOf } from '../scoring/bands';
import type { Refusal } from '../shared/result';
import type { Band } from '../scoring/scoring.schema';

export const ATTAINMENT_BANDS = ["A'", 'A', 'B', 'C'] as const;
type AttainmentBand = (typeof ATTAINMENT_BANDS)[number];

/** Of one Japanese ministry (agriculture; domain facts §1): A' above 150 %, A from 90 to 150, B from 50 to below 90, C below 50. */
const EDGES: readonly (Band & { readonly key: AttainmentBand })[] = [
  { key: "A'", above: 1.5 },
  { key: 'A', atLeast: 0.9 },
  { key: 'B', atLeast: 0.5 },
  { key: 'C' },
];

/** `ratio`: 1 at the target, unrounded. `overAchieved`: so far above that the target may have been wrong. */
export type Attained = { readonly ratio: number; readonly band: AttainmentBand; readonly overAchieved: boolean };
type Attaining = {
  readonly value: number;
  readonly target: number;
  readonly better: 'higher' | 'lower';
};

/** Attainment and its band, by the unrounded ratio. Refusals are those of the scoring rule `attainment`. */
export function attained(
  asked: Attaining,
): { readonly ok: true; readonly attained: Attained } | { readonly ok: false; readonly refusal: Refusal } {
  const result = attainment(asked);
  if (!result.ok) return result;
  const band = ATTAINMENT_BANDS.find((key) => key === bandOf(result.score, EDGES)) ?? 'C';
  return { ok: true, attained: { ratio: result.score.toNumber(), band, overAchieved: band === "A'" } };
}
