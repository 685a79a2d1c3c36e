import type { VerdictName } from '../cycle/verdict';
import type { Words } from '../shared/language';
import { hodgesLehmann } from '../statistics/hodgesLehmann';
import { mannWhitney } from '../statistics/mannWhitney';
import { median } from '../statistics/median';
import { LEAST_VALUES } from '../verdict/evidence';
import { EFFECT_WORDS } from './words';

/** Shares of the criterion's maximum, 0..1, of one person. */
export type BeforeAfter = { readonly before: number; readonly after: number };
type EffectVerdict = VerdictName;

export type Effect = {
  /** Trained, with a rating before and after; missing: fewer than may be shown. */
  readonly trained?: number;
  /** As weak as they were, and not trained. */
  readonly others?: number;
  readonly verdict: EffectVerdict;
  /** Medians of after − before, in shares of the maximum. */
  readonly medianTrained?: number;
  readonly medianOthers?: number;
  /** By how much more the trained changed than the others, with its 95 % interval. */
  readonly shift?: { readonly estimate: number; readonly low: number; readonly high: number };
  /** Two-sided. */
  readonly p?: number;
  readonly words: readonly Words[];
};
const ALPHA = 0.05;

/**
 * Did a criterion improve more among those trained than among those who were as weak and were not? Whoever is chosen because a
 * value was low has a better one next time by chance alone (F. Galton 1886, regression to the mean): before and after of the
 * trained alone, paired, would call that an effect. So the changes of the two groups are compared, by the rank-sum test of Mann
 * and Whitney, because ratings are bounded, tied and not normal.
 */
export function effectOf(trained: readonly BeforeAfter[], others: readonly BeforeAfter[], smallGroup: number): Effect {
  const least = Math.max(smallGroup, LEAST_VALUES);
  if (trained.length < smallGroup) return { verdict: 'too-few-data', words: [EFFECT_WORDS.few(least)] };
  const [ours, theirs] = [trained.map(changeIn), others.map(changeIn)];
  const shown = {
    ...{ trained: trained.length, medianTrained: median(ours) },
    ...(others.length >= smallGroup && { others: others.length, medianOthers: median(theirs) }),
  };
  if (trained.length < least || others.length < least)
    return { ...shown, verdict: 'too-few-data', words: [EFFECT_WORDS.few(least), EFFECT_WORDS.regression] };
  const [test, shift] = [mannWhitney(theirs, ours), hodgesLehmann(theirs, ours)];
  if (!test.ok || !shift.ok) return { ...shown, verdict: 'no-evidence', words: [EFFECT_WORDS['no-evidence']] };
  const { estimate, low, high } = shift;
  const better = test.superiority > 0.5;
  const verdict = test.p >= ALPHA ? 'no-evidence' : better ? 'improved' : 'worse';
  const words = [EFFECT_WORDS[verdict], EFFECT_WORDS.notDrawn];
  return { ...shown, verdict, p: test.p, shift: { estimate, low, high }, words };
}

/** Differences of decimal shares, without the noise of binary fractions: equal changes are to be ties. */
const changeIn = ({ before, after }: BeforeAfter): number => Math.round((after - before) * 1e9) / 1e9;
