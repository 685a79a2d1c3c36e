import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReviewCommand } from '../../../src/domain/reviews/review.schema';
import type { Review } from '../../../src/domain/reviews/state';
import { call, matching } from '../api/client';
import { whole } from '../api/queries';

export type ReviewView = Review & { readonly version: number };
export type ReviewRow = Pick<Review, 'id' | 'plan' | 'period' | 'phase' | 'unit' | 'title'> & {
  readonly dates?: Review['dates'];
};
const at = (id: string) => `/v1/reviews/${encodeURIComponent(id)}`;
export const reviewHref = (id: string): string => `/reviews/${encodeURIComponent(id)}`;

export const useReviews = () => useQuery({ queryKey: ['reviews'], queryFn: () => whole<ReviewRow>('/v1/reviews') });
export const useReview = (id: string) =>
  useQuery({ queryKey: ['reviews', id], queryFn: () => call<ReviewView>('GET', at(id)) });

type Given = { readonly command: ReviewCommand; readonly version: number; readonly key: string };
/** Carries out one command on the version that was seen; the same key again is the same command. */
export function useReviewCommand(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ command, version, key }: Given) =>
      call<ReviewView>('POST', `${at(id)}/commands`, command, { 'Idempotency-Key': key, ...matching(version) }),
    onSettled: () => {
      for (const queryKey of [['reviews'], ['today']]) void queries.invalidateQueries({ queryKey });
    },
  });
}
