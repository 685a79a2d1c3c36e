import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Collector } from '../../../src/domain/collect/collector.schema';
import { everyMs } from '../../../src/domain/collect/everyMs';
import { call } from '../api/client';
import type { paths } from '../api/schema';
import type { Stored } from '../organisation/documents';
import type { Say } from './policySteps';

export type StoredCollector = Stored<Collector>;
type RunPaths = paths['/v1/collectors/{collector}/runs/{run}']['get']['responses'];
type TryPaths = paths['/v1/collectors/{collector}/run']['post']['responses'];
export type Run = RunPaths[200]['content']['application/json'];
export type Tried = TryPaths[200]['content']['application/json'];

const RUNS_A_PAGE = 20;
const LOOK_AGAIN_MS = 700;
export const pathOf = (id: string): string => `/v1/collectors/${encodeURIComponent(id)}`;

export const useCollectors = () =>
  useQuery({
    queryKey: ['documents', 'collectors'],
    queryFn: async () => (await call<{ items: readonly StoredCollector[] }>('GET', '/v1/collectors?limit=200')).items,
  });

/** The newest run; `null`: it was not asked yet. */
export const useLastRun = (id: string) =>
  useQuery({
    queryKey: ['runs', id, 'last'],
    queryFn: async () => (await call<{ items: readonly Run[] }>('GET', `${pathOf(id)}/runs?limit=1`)).items[0] ?? null,
  });

/** When it is asked next; missing while it is paused. */
export const useNextRun = (id: string, version: number) =>
  useQuery({
    queryKey: ['runs', id, 'next', version],
    queryFn: () => call<{ nextRunAt?: string }>('GET', `${pathOf(id)}/next-run`),
    select: ({ nextRunAt }) => nextRunAt,
  });

/** Runs, newest first; asked for again while one is under way. */
export const useRuns = (id: string) =>
  useInfiniteQuery({
    queryKey: ['runs', id],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      call<{ items: readonly Run[]; next?: string }>(
        'GET',
        `${pathOf(id)}/runs?limit=${RUNS_A_PAGE}${pageParam === '' ? '' : `&cursor=${encodeURIComponent(pageParam)}`}`,
      ),
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some(({ items }) => items.some(({ status }) => status === 'running')) === true
        ? LOOK_AGAIN_MS
        : false,
  });

export const useTry = (id: string) =>
  useMutation({ mutationFn: () => call<Tried>('POST', `${pathOf(id)}/run?dryRun=true`) });

/** Begins a run and follows it to its end. */
export function useRunNow(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const { id: run } = await call<{ id: string }>('POST', `${pathOf(id)}/run`, undefined, {
        'Idempotency-Key': crypto.randomUUID(),
      });
      return ended(id, run);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['runs', id] }),
  });
}

async function ended(id: string, run: string): Promise<Run> {
  for (;;) {
    // The run is on record once a worker took it up.
    const found = await call<Run>('GET', `${pathOf(id)}/runs/${encodeURIComponent(run)}`).catch((error: unknown) => {
      if (error instanceof Error && 'status' in error && error.status === 404) return undefined;
      throw error;
    });
    if (found !== undefined && found.status !== 'running') return found;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

export const SPANS = ['M', 'H', 'D', 'W'] as const;
export type Span = (typeof SPANS)[number];
const SPAN_MS: Readonly<Record<Span, number>> = { M: 60_000, H: 3_600_000, D: 86_400_000, W: 604_800_000 };

/** The largest unit in which a duration is a whole number: `PT120M` is 2 hours. */
export function spanOf(every: string): { readonly count: number; readonly span: Span } {
  const ms = everyMs(every) ?? SPAN_MS.D;
  const span = [...SPANS].reverse().find((one) => ms % SPAN_MS[one] === 0) ?? 'M';
  return { count: Math.round(ms / SPAN_MS[span]), span };
}
export const durationOf = (count: number, span: Span): string =>
  span === 'D' || span === 'W' ? `P${count}${span}` : `PT${count}${span}`;

export function scheduleLine({ every, cron }: Collector['schedule'], say: Say): string {
  if (every === undefined) return say('source.cron', { cron: cron ?? '' });
  const { count, span } = spanOf(every);
  return say('source.every', { span: `${count} ${say(`source.span.${span}`)}` });
}

/** “12 rows: 10 new, …” */
export function countsLine({ counts }: Pick<Run, 'counts'>, say: Say): string | undefined {
  if (counts === undefined) return undefined;
  const { rows, recorded, corrected, unchanged, kept, closed, conflicts, blank } = counts;
  return say('source.counts', { rows, recorded, corrected, unchanged, left: kept + closed + conflicts, blank });
}
