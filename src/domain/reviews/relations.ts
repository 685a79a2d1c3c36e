import type { Action, Relation } from '../access/actions';
import type { AnyReviewCommand } from './decide';
import type { Review } from './state';

type Somebody = { readonly id: string; readonly standsInFor?: readonly string[] };

/** The chair leads a review; members review; whoever answers for a measure, a figure or a decision owns a part of it. */
export function relationsToReview(review: Review, { id, standsInFor = [] }: Somebody): readonly Relation[] {
  const selves = [id, ...standsInFor];
  const among = (persons: readonly string[]) => persons.some((person) => selves.includes(person));
  return [
    ...(among([review.definition.chair]) ? (['lead'] as const) : []),
    ...(among(review.definition.members) ? (['reviewer'] as const) : []),
    ...(among(ownersIn(review)) ? (['owner'] as const) : []),
  ];
}

export const ownersIn = ({ measures, owed, earlier, decisions }: Review): readonly string[] => [
  ...new Set([
    ...measures.flatMap(({ owners }) => owners),
    ...owed.flatMap(({ persons }) => persons),
    ...[...earlier, ...decisions].map(({ owner }) => owner),
  ]),
];

/** Comments and reports on decisions are everyone's who takes part; all else is the chair's. */
export const actionOf = ({ type }: AnyReviewCommand): Action & `review.${string}` =>
  type === 'Comment' || type === 'SetDecisionStatus' ? 'review.takePart' : 'review.manage';
