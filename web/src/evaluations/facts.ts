import type { TryFacts } from '../../../src/domain/schemes/scheme.schema';
import type { Points } from '../../../src/domain/evaluations/state';
import type { EvaluationShown, Scheme } from './queries';

export const standing = <T extends { readonly withdrawn: boolean }>(items: readonly T[]): readonly T[] =>
  items.filter(({ withdrawn }) => !withdrawn);

/** Whose points a score so far goes by. */
export type Basis = 'rated' | 'self' | 'none';
export const basisOf = ({ effective, ratings }: EvaluationShown): Basis =>
  Object.keys(effective).length > 0 ? 'rated' : ratings.self === undefined ? 'none' : 'self';

const BY_BASIS: Readonly<Record<Basis, (evaluation: EvaluationShown) => Points>> = {
  rated: ({ effective }) => effective,
  self: ({ ratings }) => ratings.self?.points ?? {},
  none: () => ({}),
};

/** What the scheme scores, as things stand: points of the raters, else one's own, else none. */
export function factsSoFar(evaluation: EvaluationShown, { sections }: Scheme): TryFacts {
  const points = BY_BASIS[basisOf(evaluation)](evaluation);
  const sum = (section: string): number =>
    Object.entries(points)
      .filter(([key]) => key.startsWith(`${section}/`))
      .reduce((all, [, value]) => Math.round((all + value) * 1e6) / 1e6, 0);
  const rated = sections.filter(({ of }) => of.type === 'rated');
  const led = evaluation.ratings.manager?.leader;
  return {
    sections: Object.fromEntries(rated.map(({ key }) => [key, sum(key)])),
    items: standing(evaluation.items).map(({ weight, done, qualityFailures, delays, forgiven }) => ({
      ...{ weight, done, qualityFailures, delays, objectiveCause: forgiven },
    })),
    ...(evaluation.goals.length > 0 && {
      goals: evaluation.goals.map(({ weight, attainment = 0 }) => ({ weight, attainment })),
    }),
    ...(led && { leader: { subordinates: [...(evaluation.published?.subordinates ?? [])], ...led } }),
    overrides: evaluation.findings.filter(({ revoked }) => revoked === undefined).map(({ override }) => override),
  };
}
