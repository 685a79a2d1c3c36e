import { bandOf } from '../scoring/bands';
import type { Exact } from '../scoring/scored';
import type { Band } from '../scoring/scoring.schema';
import { RATINGS } from './view';
import type { Rating, Status } from './view';
import { STATUS_WORDS } from './words';

/** [A] Of the score, 0 to 1, where a scorecard states none of its own. */
export const STATUS_BANDS: readonly Band[] = [
  { key: 'green', atLeast: 0.9 },
  { key: 'yellow', atLeast: 0.7 },
  { key: 'red' },
];

/** A band that is not named by a colour is coloured by its place: the first is the best, the last the worst. */
function ratingOf(key: string, bands: readonly Band[]): Rating {
  const named = RATINGS.find((rating) => rating === key);
  if (named !== undefined) return named;
  const at = bands.findIndex((band) => band.key === key);
  return at === 0 ? 'green' : at === bands.length - 1 ? 'red' : 'yellow';
}

/** Status of an unrounded score; `undefined`: it lies in no band. */
export function statusOf(score: Exact, bands: readonly Band[] = STATUS_BANDS): Status | undefined {
  const band = bandOf(score, bands);
  if (band === undefined) return undefined;
  const rating = ratingOf(band, bands);
  return { rating, band, words: STATUS_WORDS[rating] };
}
