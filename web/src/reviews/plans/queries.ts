import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, call, matching } from '../../api/client';
import type { operations } from '../../api/schema';
import { whole } from '../../api/queries';
import type { ReviewView } from '../queries';
import { useReviewsChanged } from '../queries';

export type Plan = operations['getReviewPlan']['responses'][200]['content']['application/json'];

export const planHref = (id: string): string => `/reviews/plans/${encodeURIComponent(id)}`;
const at = (id: string) => `/v1/review-plans/${encodeURIComponent(id)}`;

export const usePlans = () => useQuery({ queryKey: ['review-plans'], queryFn: () => whole<Plan>('/v1/review-plans') });
export const usePlan = (plan: string) =>
  useQuery({
    queryKey: ['review-plans', plan],
    queryFn: () => answer(api.GET('/v1/review-plans/{plan}', { params: { path: { plan } } })),
    enabled: plan !== '',
  });

function usePlansChanged(): () => Promise<unknown> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['review-plans'] });
}

type Saved = { readonly id: string; readonly version: number | undefined; readonly body: object };
/** Saves on the version that was seen; without one only where there is none yet. */
export function useSavePlan() {
  return useMutation({
    mutationFn: ({ id, version, body }: Saved) => call<Plan>('PUT', at(id), body, matching(version)),
    onSettled: usePlansChanged(),
  });
}

/** Opens no more reviews by the plan. */
export function useStopPlan() {
  return useMutation({
    mutationFn: ({ id, version }: Plan) => call('DELETE', at(id), undefined, matching(version)),
    onSettled: usePlansChanged(),
  });
}

type Opening = { readonly body: { readonly plan: string; readonly period: string }; readonly key: string };
/** Opens the review of a period that has ended. */
export function useOpenReview() {
  const changed = useReviewsChanged();
  return useMutation({
    mutationFn: ({ body, key }: Opening) => call<ReviewView>('POST', '/v1/reviews', body, { 'Idempotency-Key': key }),
    onSettled: changed,
  });
}
