import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { OwnTerms } from '../../../src/domain/terms/inTerms';
import { call, matching } from '../api/client';
import { whole } from '../api/queries';
import type { Session } from '../api/session';
import { keepOwnTerms } from '../words/own';

/** Asks for the words of the reader's office, beside everything else, and forgets them with who reads. */
export function useTermsOf(session: Session | null | undefined): void {
  const id = session?.person.id;
  const { data } = useQuery({
    queryKey: ['documents', 'terms', 'mine', id],
    queryFn: () => call<{ words: OwnTerms }>('GET', '/v1/me/terms'),
    enabled: id !== undefined,
    staleTime: 10 * 60_000,
  });
  useEffect(() => {
    if (session === null) keepOwnTerms(undefined);
    else if (data !== undefined) keepOwnTerms(data.words);
  }, [session, data]);
}

type OwnWord = { readonly key: string; readonly vi?: string; readonly en?: string; readonly ja?: string };
export type StoredTerms = { readonly id: string; readonly version: number; readonly words: readonly OwnWord[] };

export const useAllTerms = () =>
  useQuery({
    queryKey: ['documents', 'terms', 'all'],
    queryFn: () => whole<StoredTerms>('/v1/terms'),
  });

type Put = { readonly unit: string; readonly words: readonly OwnWord[]; readonly version: number };
export function usePutTerms() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ unit, words, version }: Put) =>
      call('PUT', `/v1/terms/${encodeURIComponent(unit)}`, { words }, matching(version === 0 ? undefined : version)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['documents', 'terms'] }),
  });
}
