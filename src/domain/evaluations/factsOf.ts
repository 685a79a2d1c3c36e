import type { TryFacts } from '../schemes/scheme.schema';
import { lastDayOf } from '../indicators/period';
import { delaysOf, failuresOf, isDone, isForgiven, weightOf } from './state';
import type { Evaluation, Points } from './state';

/** Points of each criterion as they stand: corrected, else calibrated, else approved, else the manager's. */
export function effectiveRatings({ ratings }: Pick<Evaluation, 'ratings'>): Points {
  const { manager, approved, calibrated, corrected } = ratings;
  return Object.assign(
    {},
    (approved ?? manager)?.points,
    ...calibrated.map(({ points }) => points),
    corrected,
  ) as Points;
}

/** Points by rated section, summed without the noise of binary fractions. */
function sectionsOf(points: Points): Record<string, number> {
  const sums = new Map<string, number>();
  for (const [key, value] of Object.entries(points)) {
    const section = key.split('/', 1)[0] ?? key;
    sums.set(section, Math.round(((sums.get(section) ?? 0) + value) * 1e6) / 1e6);
  }
  return Object.fromEntries(sums);
}

/** Findings that stand and concern the period. */
export const standingFindings = ({ findings, period }: Pick<Evaluation, 'findings' | 'period'>) =>
  findings.filter(({ revoked, from }) => revoked === undefined && from <= lastDayOf(period));

/**
 * What the scheme scores. It depends on what was entered, not on the order in which it came.
 * `subordinates`: classes of a leader's people; default: those of the publication.
 */
export function factsOf(evaluation: Evaluation, subordinates = evaluation.published?.subordinates): TryFacts {
  const { goals, indicators, items, leader, ratings } = evaluation;
  const led = ratings.manager?.leader;
  return {
    sections: sectionsOf(effectiveRatings(evaluation)),
    items: items
      .filter(({ withdrawn }) => withdrawn === undefined)
      .map((item) => ({
        name: item.title,
        weight: weightOf(item),
        done: isDone(item),
        qualityFailures: failuresOf(item),
        delays: delaysOf(item),
        objectiveCause: isForgiven(item),
      })),
    ...(goals.length > 0 && {
      goals: goals.map(({ weight, attainment = 0 }) => ({ weight, attainment })),
    }),
    ...(Object.keys(indicators).length > 0 && { indicators }),
    ...(leader && led && { leader: { subordinates: [...(subordinates ?? [])], ...led } }),
    overrides: [...new Set(standingFindings(evaluation).map(({ override }) => override))].sort(),
  };
}
