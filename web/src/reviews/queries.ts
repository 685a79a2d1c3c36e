import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReviewCommand, ReviewPlan } from '../../../src/domain/reviews/review.schema';
import type { ReviewEvent } from '../../../src/domain/reviews/events';
import type { Meeting, OwedValue, ReviewComment, ReviewDates, ReviewDecision } from '../../../src/domain/reviews/state';
import type { ReviewPhase } from '../../../src/domain/reviews/state';
import type { MemoMeasure, ReviewMemo } from '../../../src/domain/reviews/memo';
import { call, matching } from '../api/client';
import { whole } from '../api/queries';
import { useWords } from '../words/words';

export type Decision = ReviewDecision & { readonly status: 'open' | 'done' | 'dropped' | 'carried-over' };
export type Owed = OwedValue & {
  readonly state: 'owed' | 'asked' | 'reminded' | 'climbed' | 'arrived';
  readonly told: number;
  readonly toldTo: readonly string[];
  readonly lastTold?: string;
};
/** A review as the API tells it: its names in the language that was asked for. */
export type ReviewView = {
  readonly id: string;
  readonly version: number;
  readonly plan: string;
  readonly period: string;
  readonly unit: string;
  readonly title: string;
  readonly phase: ReviewPhase;
  readonly definition: ReviewPlan;
  readonly dates: ReviewDates;
  readonly measures: readonly {
    readonly measure: string;
    readonly unit: string;
    readonly name: string;
    readonly owners: readonly string[];
  }[];
  readonly owed: readonly Owed[];
  readonly comments: readonly ReviewComment[];
  readonly commentsMissing: readonly string[];
  readonly earlier: readonly Decision[];
  readonly decisions: readonly Decision[];
  readonly cycles: readonly {
    readonly measure: string;
    readonly cycle: string;
    readonly phase?: string;
    readonly title?: string;
    readonly outcome?: string;
  }[];
  readonly memoPreparedAt?: string;
  readonly meeting?: Meeting;
  readonly closedAt?: string;
  readonly summary?: string;
  readonly reason?: string;
};
export type ReviewRow = Pick<ReviewView, 'id' | 'plan' | 'period' | 'phase' | 'unit' | 'title' | 'dates'> & {
  readonly owedCount: number;
};
export type MemoRow = Omit<MemoMeasure, 'name' | 'movementRule' | 'specialCauses' | 'likelihood' | 'words'> & {
  readonly name: string;
  readonly movementRule: string;
  readonly specialCauses: readonly string[];
  readonly likelihood?: { readonly likelihood: number; readonly words: string };
  readonly words: string;
};
export type MemoView = Pick<ReviewMemo, 'preparedAt' | 'period' | 'redWithoutAction'> & {
  readonly summary: string;
  readonly measures: readonly MemoRow[];
  readonly prospects: readonly { readonly measure: string; readonly words: string }[];
};

const at = (id: string) => `/v1/reviews/${encodeURIComponent(id)}`;
export const reviewHref = (id: string): string => `/reviews/${encodeURIComponent(id)}`;

export function useReviews() {
  const { language } = useWords();
  return useQuery({ queryKey: ['reviews', language], queryFn: () => whole<ReviewRow>('/v1/reviews') });
}
/** The reviews of one plan, the newest first. */
export function useReviewsOf(plan: string) {
  const { language } = useWords();
  return useQuery({
    queryKey: ['reviews', language, plan],
    queryFn: async () => {
      const page = await call<{ items: readonly ReviewRow[] }>(
        'GET',
        `/v1/reviews?plan=${encodeURIComponent(plan)}&limit=200`,
      );
      return page.items;
    },
  });
}
export function useReview(id: string) {
  const { language } = useWords();
  return useQuery({ queryKey: ['review', id, language], queryFn: () => call<ReviewView>('GET', at(id)) });
}
/** The memo of the moment it was prepared; asked for again when there is a later one. */
export function useMemoOf({ id, memoPreparedAt }: ReviewView) {
  const { language } = useWords();
  return useQuery({
    queryKey: ['review', id, 'memo', memoPreparedAt, language],
    queryFn: () => call<MemoView>('GET', `${at(id)}/memo`),
    enabled: memoPreparedAt !== undefined,
  });
}

export type ReviewEventTold = { readonly sequence: number; readonly event: ReviewEvent };
/** Everything that happened; asked for again when more has. */
export const useReviewEvents = ({ id, version }: ReviewView) =>
  useQuery({
    queryKey: ['review', id, 'events', version],
    queryFn: () => whole<ReviewEventTold>(`${at(id)}/events`),
    placeholderData: (before) => before,
  });

/** After a change: everything that is told of reviews is asked anew. */
export function useReviewsChanged(): () => Promise<unknown> {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      [['reviews'], ['review'], ['today'], ['cycles']].map((queryKey) => queries.invalidateQueries({ queryKey })),
    );
}

type Given = { readonly command: ReviewCommand; readonly version: number; readonly key: string };
/** Carries out one command on the version that was seen; the same key again is the same command. */
export function useReviewCommand(id: string) {
  const changed = useReviewsChanged();
  return useMutation({
    mutationFn: ({ command, version, key }: Given) =>
      call<ReviewView>('POST', `${at(id)}/commands`, command, { 'Idempotency-Key': key, ...matching(version) }),
    onSettled: changed,
  });
}

type Opening = { readonly measure: string; readonly procedure: string; readonly title?: string };
/** Opens an improvement cycle for a measure, with what the review knows of it. */
export function useOpenCycle(id: string) {
  const changed = useReviewsChanged();
  return useMutation({
    mutationFn: ({ body, key }: { readonly body: Opening; readonly key: string }) =>
      call<ReviewView>('POST', `${at(id)}/cycles`, body, { 'Idempotency-Key': key }),
    onSettled: changed,
  });
}
