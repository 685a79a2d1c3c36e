import { useEffect } from 'react';
import { keepPreviousData, useInfiniteQuery, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { InfiniteData } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { paths } from '../api/schema';
import type { CycleView } from '../api/queries';

type Query = NonNullable<paths['/v1/cycles']['get']['parameters']['query']>;
export type CycleFilter = Omit<Query, 'limit' | 'cursor'>;
const AT_ONCE = 100;

/** Cycles as lines, newest first, a page at a time; what was shown stays until what was asked next is there. */
export const useCycleLines = (filter: CycleFilter | undefined, limit = AT_ONCE) =>
  useInfiniteQuery({
    queryKey: ['cycles', filter, limit],
    enabled: filter !== undefined,
    placeholderData: keepPreviousData,
    // A long list is compared with itself at every page otherwise, and read again from its beginning at every look.
    structuralSharing: false,
    refetchOnWindowFocus: false,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit, ...(pageParam !== undefined && { cursor: pageParam }) };
      return answer(api.GET('/v1/cycles', { params: { query }, signal }));
    },
    getNextPageParam: ({ next }) => next,
  });
/** A list that was left begins anew at its top: only its first page is kept. */
export function useShortenedWhenLeft(): void {
  const queries = useQueryClient();
  useEffect(
    () => () => {
      for (const [queryKey, data] of queries.getQueriesData<InfiniteData<Lines>>({ queryKey: ['cycles'] }))
        if (isLong(data))
          queries.setQueryData<InfiniteData<Lines>>(queryKey, {
            pages: data.pages.slice(0, 1),
            pageParams: data.pageParams.slice(0, 1),
          });
    },
    [queries],
  );
}
const isLong = (data: InfiniteData<Lines> | undefined): data is InfiniteData<Lines> =>
  data !== undefined && 'pages' in data && data.pages.length > 1;

type Lines = paths['/v1/cycles']['get']['responses'][200]['content']['application/json'];
export type CycleLine = Lines['items'][number];

export const useSeries = (id: string) =>
  useQuery({
    queryKey: ['cycle', id, 'series'],
    queryFn: () => answer(api.GET('/v1/cycles/{id}/series', { params: { path: { id } } })),
  });
type SeriesView = paths['/v1/cycles/{id}/series']['get']['responses'][200]['content']['application/json'];
export type SeriesStep = SeriesView['cycles'][number];

export const useVerified = (id: string, asked: boolean) =>
  useQuery({
    queryKey: ['cycle', id, 'verified'],
    enabled: asked,
    queryFn: () => answer(api.GET('/v1/cycles/{id}/events/verify', { params: { path: { id } } })),
  });

type HistoryAsked = { readonly unit: string; readonly procedure?: string };
export const useHistory = (asked: HistoryAsked | undefined) =>
  useQuery({
    queryKey: ['cycles', 'history', asked],
    enabled: asked !== undefined,
    queryFn: () => {
      const { unit, ...query } = asked ?? { unit: '' };
      return answer(api.GET('/v1/units/{unit}/cycle-history', { params: { path: { unit }, query } }));
    },
  });
type HistoryView = paths['/v1/units/{unit}/cycle-history']['get']['responses'][200]['content']['application/json'];
export type HistoryOf = HistoryView;
export type HistoryRow = HistoryView['cycles'][number];

/** Some cycles side by side, in the order asked. */
export const useSomeCycles = (ids: readonly string[]) =>
  useQueries({
    queries: ids.map((id) => ({
      queryKey: ['cycle', id],
      queryFn: async () =>
        (await answer(api.GET('/v1/cycles/{id}', { params: { path: { id } } }))) as unknown as CycleView,
    })),
  });
