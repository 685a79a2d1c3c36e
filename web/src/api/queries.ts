import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CycleCommand, DraftPlan, LaunchCycle } from '../../../src/domain/cycle/cycle.schema';
import type { CycleEvent } from '../../../src/domain/cycle/events';
import type { Phase } from '../../../src/domain/cycle/state';
import type { Procedure, Unit } from '../../../src/domain/organisation/organisation.schema';
import type { CycleView } from './cycleView';
import { answer, api, call, matching, Problem } from './client';

export type RecordedEvent = { readonly sequence: number; readonly hash: string; readonly event: CycleEvent };
export type { CycleView, CycleCommand, DraftPlan, LaunchCycle, Phase };

type Page<T> = { readonly items: readonly T[]; readonly next?: string };
const MOST = 200;

/** A whole list, page after page; for lists that an office can look over (units, people, procedures). */
export async function whole<T>(path: string): Promise<readonly T[]> {
  const items: T[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const after = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await call<Page<T>>('GET', `${path}?limit=${MOST}${after}`);
    items.push(...page.items);
    cursor = page.next;
  }
  return items;
}

const FRAMEWORK = { staleTime: 10 * 60_000 };
export type NamedPerson = { readonly id: string; readonly name: string; readonly unit: string };
export const useUnits = () =>
  useQuery({ queryKey: ['documents', 'units'], queryFn: () => whole<Unit>('/v1/units'), ...FRAMEWORK });
export const usePeople = () =>
  useQuery({ queryKey: ['documents', 'people'], queryFn: () => whole<NamedPerson>('/v1/people'), ...FRAMEWORK });
export const useProcedures = () =>
  useQuery({ queryKey: ['documents', 'procedures'], queryFn: () => whole<Procedure>('/v1/procedures'), ...FRAMEWORK });
export const useAggregations = () =>
  useQuery({
    queryKey: ['aggregations'],
    queryFn: () => answer(api.GET('/v1/aggregations')),
    select: ({ items }) => items,
    ...FRAMEWORK,
  });

export const useCycle = (id: string) =>
  useQuery({
    queryKey: ['cycle', id],
    queryFn: async () =>
      (await answer(api.GET('/v1/cycles/{id}', { params: { path: { id } } }))) as unknown as CycleView,
  });

export const useCycleEvents = (id: string) =>
  useQuery({
    queryKey: ['cycle', id, 'events'],
    queryFn: () => whole<RecordedEvent>(`/v1/cycles/${encodeURIComponent(id)}/events`),
  });

/** Carries out one command on the version that was seen; the same key again is the same command. */
export function useCommand(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ command, version, key }: { command: CycleCommand; version?: number; key: string }) => {
      const match = version === undefined ? undefined : matching(version);
      const path = `/v1/cycles/${encodeURIComponent(id)}/commands`;
      return call<CycleView>('POST', path, command, { 'Idempotency-Key': key, ...match });
    },
    onSuccess: (cycle) => {
      queries.setQueryData(['cycle', id], cycle);
      for (const queryKey of [['cycle', id], ['cycles'], ['today']]) void queries.invalidateQueries({ queryKey });
    },
  });
}

export function useLaunch() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key }: { body: LaunchCycle; key: string }) =>
      call<CycleView>('POST', '/v1/cycles', body, { 'Idempotency-Key': key }),
    onSuccess: () => {
      for (const queryKey of [['cycles'], ['today']]) void queries.invalidateQueries({ queryKey });
    },
  });
}

type Words = { readonly vi: string; readonly en: string };
type Somebody = { readonly id: string; readonly name: string };
export type TodayItem = {
  readonly kind: string;
  readonly title: Words;
  readonly dueAt?: string;
  readonly overdue?: boolean;
  readonly cycle?: string;
  readonly indicator?: string;
  readonly inPlaceOf?: Somebody;
  readonly who?: readonly Somebody[];
  readonly message?: string;
  readonly action: { readonly label: Words; readonly href: string; readonly command?: string };
};

export const TODAY = { queryKey: ['today'], queryFn: () => answer(api.GET('/v1/today')) };

export const useToday = () =>
  useQuery({
    ...TODAY,
    refetchInterval: 5 * 60_000,
    select: ({ waiting, waitingFor }): { waiting: readonly TodayItem[]; waitingFor: readonly TodayItem[] } => ({
      waiting,
      waitingFor,
    }),
  });

/** A message that waits is done when it is marked as read. */
export function useMarkRead() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (key: string) => call('POST', `/v1/inbox/${encodeURIComponent(key)}/read`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['today'] }),
  });
}

export const changedMeanwhile = (error: unknown): boolean => error instanceof Problem && error.status === 412;
