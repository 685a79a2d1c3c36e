import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, call } from './client';

const MOST = 50;

/** Messages to whoever is signed in, newest first, a page at a time. */
export const useInbox = () =>
  useInfiniteQuery({
    queryKey: ['inbox'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(api.GET('/v1/inbox', { params: { query: { limit: MOST, ...(pageParam && { cursor: pageParam }) } } })),
    getNextPageParam: ({ next }) => next,
  });

export type InboxMessage = NonNullable<ReturnType<typeof useInbox>['data']>['pages'][number]['items'][number];

export function useReadMessages() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (keys: readonly string[]) => {
      for (const key of keys) await call('POST', `/v1/inbox/${encodeURIComponent(key)}/read`);
    },
    onSettled: () => Promise.all([['inbox'], ['today']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
