import { effectiveRatings } from '../evaluations/factsOf';
import type { Evaluation } from '../evaluations/state';
import type { SchemeDefinition } from '../schemes/scheme.schema';

export type WeakCriterion = {
  /** `section/criterion` */
  readonly criterion: string;
  readonly name: SchemeDefinition['name'];
  readonly points: number;
  readonly max: number;
};
type Published = Pick<Evaluation, 'ratings' | 'published' | 'appeal'>;

/** A result that was told to the person, and about which no appeal is open. */
export const isSettled = ({ published, appeal }: Published): boolean =>
  published !== undefined && (appeal === undefined || appeal.decided !== undefined || appeal.withdrawn !== undefined);

/** Criteria with less than this share of their points, the weakest first. Nothing while a result is not settled. */
export function weakCriteria(
  { sections }: Pick<SchemeDefinition, 'sections'>,
  evaluation: Published,
  weakBelow: number,
): readonly WeakCriterion[] {
  if (!isSettled(evaluation)) return [];
  const ratings = effectiveRatings(evaluation);
  return sections
    .flatMap(({ key: section, of }) =>
      of.type !== 'rated'
        ? []
        : of.criteria.flatMap(({ key, name, max }): readonly WeakCriterion[] => {
            const points = ratings[`${section}/${key}`];
            if (points === undefined || points >= weakBelow * max) return [];
            return [{ criterion: `${section}/${key}`, name, points, max }];
          }),
    )
    .sort((a, b) => a.points / a.max - b.points / b.max);
}
