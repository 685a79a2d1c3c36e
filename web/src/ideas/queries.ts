import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { IdeaShown } from '../../../src/api/routes/ideaViews';
import type { IdeaCommand } from '../../../src/domain/ideas/idea.schema';
import type { IdeaStage, PersonPoints } from '../../../src/domain/ideas/points';
import type { LaunchCycle } from '../../../src/domain/cycle/cycle.schema';
import { call } from '../api/client';

export type { IdeaShown };
type Page = { readonly items: readonly IdeaShown[]; readonly next?: string };
export type Filter = { readonly unit: string; readonly stage: IdeaStage | ''; readonly mine: boolean };
export type Innovation = {
  readonly total: number;
  readonly points: readonly (PersonPoints & { readonly title: string; readonly explain: string })[];
};
export type Proposal = { readonly title: string; readonly text: string; readonly anonymous: boolean };

const at = (id: string): string => `/v1/ideas/${encodeURIComponent(id)}`;

export const useIdeas = ({ unit, stage, mine }: Filter) =>
  useInfiniteQuery({
    queryKey: ['ideas', unit, stage, mine],
    initialPageParam: '',
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams({
        limit: '100',
        ...(unit !== '' && { unit }),
        ...(stage !== '' && { stage }),
        ...(mine && { mine: 'true' }),
        ...(pageParam !== '' && { cursor: pageParam }),
      });
      return call<Page>('GET', `/v1/ideas?${query.toString()}`);
    },
    getNextPageParam: ({ next }) => next,
  });

export const useIdea = (id: string) =>
  useQuery({ queryKey: ['idea', id], queryFn: () => call<IdeaShown>('GET', at(id)) });

export const useInnovation = (person: string | undefined) =>
  useQuery({
    queryKey: ['innovation', person],
    enabled: person !== undefined,
    queryFn: () => call<Innovation>('GET', `/v1/people/${encodeURIComponent(person ?? '')}/innovation`),
  });

function useIdeasChanged() {
  const queries = useQueryClient();
  return () => {
    for (const key of ['ideas', 'idea', 'innovation', 'today']) void queries.invalidateQueries({ queryKey: [key] });
  };
}

type Keyed<Body> = { readonly body: Body; readonly key: string };
const keyed = (key: string) => ({ 'Idempotency-Key': key });

export function usePropose() {
  const changed = useIdeasChanged();
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ body, key }: Keyed<Proposal>) => call<IdeaShown>('POST', '/v1/ideas', body, keyed(key)),
    onSettled: changed,
  });
}

export function useIdeaCommand(id: string) {
  const changed = useIdeasChanged();
  return useMutation({
    mutationFn: ({ body, key }: Keyed<IdeaCommand>) => call<IdeaShown>('POST', `${at(id)}/commands`, body, keyed(key)),
    onSettled: changed,
  });
}

/** What to launch, filled from the idea; nothing is stored by it. */
export const launchOf = (id: string) =>
  call<{ readonly launch: Omit<LaunchCycle, 'procedure'> & { readonly procedure?: string } }>(
    'POST',
    `${at(id)}/cycle`,
    {},
  );
