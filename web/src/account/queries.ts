import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, call } from '../api/client';

export type Account = {
  readonly person: string;
  readonly state: 'none' | 'invited' | 'active';
  readonly email?: string;
  readonly secondFactor: boolean;
  readonly recoveryCodesLeft: number;
  readonly sessions: number;
};
export const useAccount = (person: string) =>
  useQuery({
    queryKey: ['account', person],
    queryFn: () => call<Account>('GET', `/v1/people/${encodeURIComponent(person)}/account`),
  });

export const useSessions = () =>
  useQuery({
    queryKey: ['sessions'],
    queryFn: () => answer(api.GET('/v1/me/sessions')),
    select: ({ items }) => items,
  });

/** After a change of how somebody signs in. */
export function useAccountChanged(): () => Promise<unknown> {
  const queries = useQueryClient();
  return () =>
    Promise.all(['session', 'account', 'sessions'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
}
