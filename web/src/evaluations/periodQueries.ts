import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PeriodCommand } from '../../../src/domain/evaluationPeriods/period.schema';
import type { EvaluationPeriod } from '../../../src/domain/evaluationPeriods/state';
import { call } from '../api/client';
import type { Page } from './queries';
import { useEvaluationsChanged } from './queries';

export type PeriodListed = Pick<
  EvaluationPeriod,
  'id' | 'unit' | 'period' | 'phase' | 'dates' | 'people' | 'paused' | 'appealsUntil'
> & { readonly title: string; readonly version: number };
export type PeriodShown = Omit<EvaluationPeriod, 'title' | 'scheme'> & {
  readonly title: string;
  readonly version: number;
  readonly scheme: Omit<EvaluationPeriod['scheme'], 'name' | 'classes'> & {
    readonly name: string;
    readonly classes: Readonly<Record<string, string>>;
  };
  readonly counts: Readonly<Record<string, number>>;
  readonly progress: number;
};
export type Many = {
  readonly approved: readonly string[];
  readonly refused: readonly { readonly person: string; readonly words: string }[];
};
type Who = {
  readonly evaluation: string;
  readonly person: string;
  readonly unit: string;
  readonly total?: number;
  readonly class?: string;
};
export type ExceptionsShown = {
  readonly people: number;
  readonly items: readonly (Who & { readonly looks: readonly { readonly kind: string; readonly words: string }[] })[];
  readonly plain: readonly string[];
};
export type ChangesShown = {
  readonly up: number;
  readonly down: number;
  readonly same: number;
  readonly joined: readonly string[];
  readonly gone: readonly string[];
  readonly moved: readonly (Who & {
    readonly before: { readonly total: number; readonly class: string };
    readonly by: number;
  })[];
};
type Ranked = { readonly person: string; readonly total: number };
export type QuotaShown = {
  readonly groups: readonly {
    readonly rule: number;
    readonly per: 'agency' | 'duties';
    readonly group: string;
    readonly class: string;
    readonly base: number;
    readonly limit: number;
    readonly words: string;
    readonly keep: readonly Ranked[];
    readonly tied: readonly Ranked[];
    readonly lower: readonly Ranked[];
  }[];
  readonly exceeded: readonly string[];
};
export type RatersShown = {
  readonly mean?: number;
  readonly raters: readonly {
    readonly rater: string;
    readonly people: number;
    readonly mean: number;
    readonly severity: number;
    readonly spread: number;
    readonly allMax: number;
  }[];
  readonly small: { readonly raters: number; readonly people: number };
};

export const periodPath = (id: string): string => `/v1/evaluation-periods/${encodeURIComponent(id)}`;

export const usePeriods = () =>
  useInfiniteQuery({
    queryKey: ['evaluation-periods'],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      call<Page<PeriodListed>>(
        'GET',
        `/v1/evaluation-periods?limit=50${pageParam === '' ? '' : `&cursor=${encodeURIComponent(pageParam)}`}`,
      ),
    getNextPageParam: ({ next }) => next,
  });

export const usePeriod = (id: string | undefined) =>
  useQuery({
    queryKey: ['evaluation-period', id],
    enabled: id !== undefined && id !== '',
    queryFn: () => call<PeriodShown>('GET', periodPath(id ?? '')),
    // People are being added: each look says how far it got.
    refetchInterval: ({ state: { data } }) => (data?.phase === 'opening' || data?.phase === 'published' ? 2000 : false),
  });

const look =
  <T>(what: string) =>
  (id: string, enabled = true) =>
    useQuery({
      queryKey: ['evaluation-period', id, what],
      enabled: enabled && id !== '',
      queryFn: () => call<T>('GET', `${periodPath(id)}/${what}`),
    });
export const useExceptions = look<ExceptionsShown>('exceptions');
export const useChanges = look<ChangesShown>('changes');
export const useQuota = look<QuotaShown>('quota');
export const useRaters = look<RatersShown>('raters');

export function usePeriodCommand(id: string) {
  const changed = useEvaluationsChanged();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key }: { readonly body: PeriodCommand; readonly key: string }) =>
      call<PeriodShown & { readonly many?: Many }>('POST', `${periodPath(id)}/commands`, body, {
        'Idempotency-Key': key,
      }),
    onSuccess: ({ many: _many, ...shown }) => queries.setQueryData(['evaluation-period', id], shown),
    onSettled: changed,
  });
}
