import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { EvaluationCommand } from '../../../src/domain/evaluations/evaluation.schema';
import type { Appeal, Correction, EvaluationPhase, Finding, Goal } from '../../../src/domain/evaluations/state';
import type { Points, Published, Ratings } from '../../../src/domain/evaluations/state';
import type { SchemeDefinition, TryFacts } from '../../../src/domain/schemes/scheme.schema';
import { firstDayOf } from '../../../src/domain/indicators/period';
import { call } from '../api/client';
import { whole } from '../api/queries';

export type Item = {
  readonly item: string;
  readonly title: string;
  readonly weight: number;
  readonly due: string;
  readonly done: boolean;
  readonly doneOn?: string;
  readonly qualityFailures: number;
  readonly delays: number;
  readonly lateDays: number;
  readonly waiting: boolean;
  readonly objectiveCause: 'none' | 'asked' | 'granted' | 'refused';
  readonly forgiven: boolean;
  readonly lateEntry: boolean;
  readonly withdrawn: boolean;
};
type About = {
  readonly id: string;
  readonly version: number;
  readonly person: string;
  readonly period: string;
  readonly scheme: string;
  readonly unit: string;
  readonly phase: EvaluationPhase;
  readonly paused: boolean;
  readonly manager?: string;
  readonly approver?: string;
  readonly total?: number;
  readonly class?: string;
};
export type Listed = About & { readonly items: number; readonly done: number };
export type EvaluationShown = About & {
  readonly periodId: string;
  readonly leader: boolean;
  readonly items: readonly Item[];
  readonly effective: Points;
  readonly ratings: Ratings;
  readonly goals: readonly Goal[];
  readonly findings: readonly Finding[];
  readonly score?: { readonly total: number; readonly class: string };
  readonly published?: Published;
  readonly corrections: readonly Correction[];
  readonly appeal?: Appeal;
};
export type Disputable = { readonly part: 'section' | 'item'; readonly key: string };
export type Explained = {
  readonly rule: string;
  readonly words: string;
  readonly point?: Disputable;
  readonly entries?: readonly {
    readonly words: string;
    readonly by: string;
    readonly at: string;
    readonly note?: string;
  }[];
  readonly parts: readonly Explained[];
};
export type Way =
  | { readonly how: 'points'; readonly section: string; readonly points: number; readonly max: number }
  | { readonly how: 'product-done'; readonly item: number; readonly total: number; readonly class: string };
export type Tried = {
  readonly a?: number;
  readonly b?: number;
  readonly c?: number;
  readonly general: number;
  readonly task: number;
  readonly total: number;
  readonly class: string;
  readonly sections: readonly { readonly key: string; readonly points: number; readonly max: number }[];
  readonly explain: Explained;
  readonly next?: {
    readonly state: 'best' | 'finding' | 'reachable' | 'out-of-reach';
    readonly class?: string;
    readonly missing?: number;
    readonly ways?: readonly Way[];
  };
};
export type Scheme = SchemeDefinition & { readonly id: string };
export type Page<T> = { readonly items: readonly T[]; readonly next?: string };

export const evaluationPath = (id: string): string => `/v1/evaluations/${encodeURIComponent(id)}`;

export const useMyEvaluations = () =>
  useQuery({ queryKey: ['evaluations', 'mine'], queryFn: () => whole<Listed>('/v1/me/evaluations') });

export const evaluationQuery = (id: string) => ({
  queryKey: ['evaluation', id],
  queryFn: () => call<EvaluationShown>('GET', evaluationPath(id)),
});
export const useEvaluation = (id: string) => useQuery(evaluationQuery(id));

/** The scheme as it held when the period began. */
export const useScheme = (id: string | undefined, period: string | undefined) =>
  useQuery({
    queryKey: ['scheme', id, period],
    enabled: id !== undefined && period !== undefined,
    staleTime: 10 * 60_000,
    queryFn: () =>
      call<Scheme>('GET', `/v1/schemes/${encodeURIComponent(id ?? '')}?on=${firstDayOf(period ?? '2026-01')}`),
  });

/** Scores facts by a scheme and says what the next class would take; nothing is stored. */
export const useTried = (scheme: string, period: string, facts: TryFacts | undefined) =>
  useQuery({
    queryKey: ['scheme-tried', scheme, period, facts],
    enabled: facts !== undefined,
    retry: false,
    queryFn: () =>
      call<Tried>('POST', `/v1/schemes/${encodeURIComponent(scheme)}/try?next=true&on=${firstDayOf(period)}`, facts),
  });

export const useExplained = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: ['evaluation', id, 'explain'],
    enabled,
    queryFn: () => call<Explained>('GET', `${evaluationPath(id)}/explain`),
  });

type Look = { readonly id: string; readonly by: string; readonly at: string; readonly what: string };
export const useAccessLog = () =>
  useInfiniteQuery({
    queryKey: ['access-log'],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      call<Page<Look>>(
        'GET',
        `/v1/me/access-log?limit=20${pageParam === '' ? '' : `&cursor=${encodeURIComponent(pageParam)}`}`,
      ),
    getNextPageParam: ({ next }) => next,
  });

export function useEvaluationsChanged() {
  const queries = useQueryClient();
  return () => {
    for (const key of ['evaluations', 'evaluation', 'evaluation-period', 'evaluation-periods', 'today'])
      void queries.invalidateQueries({ queryKey: [key] });
  };
}

export type Order = { readonly body: EvaluationCommand; readonly key: string };
export function useEvaluationCommand(id: string) {
  const changed = useEvaluationsChanged();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key }: Order) =>
      call<EvaluationShown>('POST', `${evaluationPath(id)}/commands`, body, { 'Idempotency-Key': key }),
    onSuccess: (shown) => queries.setQueryData(['evaluation', id], shown),
    onSettled: changed,
  });
}
