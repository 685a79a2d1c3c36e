import { useQueries, useQuery } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useAggregations } from '../api/queries';
import { call } from '../api/client';
import type { Figure, Found, Point, Window } from './found';

type Series = { readonly unit: string; readonly points: readonly Point[] };

/** What a visitor may choose to improve, the likeliest first; `count` says how many cases there are. */
export const CHOICES = ['median', 'share-by-deadline', 'share-within-working-days', 'p90', 'rework-share'] as const;
const LOOK_AGAIN_MS = 700;

/** A number that needs what the procedure does not have, such as a limit, has no points. */
const series = (procedure: string, key: string, query: string): Promise<Series> =>
  call<Series>('GET', `/v1/procedures/${encodeURIComponent(procedure)}/aggregations/${key}${query}`).catch(
    (): Series => ({ unit: '', points: [] }),
  );

type Counted = Series & { readonly settled: boolean };
const totalOf = ({ points }: Series): number => points.reduce((sum, { n }) => sum + n, 0);

/** Cases by month. They may still be coming in: settled is what was the same twice. */
const counted = (procedure: string) => ({
  queryKey: ['figures', procedure, 'count'],
  staleTime: 0,
  refetchInterval: ({ state }: { state: { data?: Counted | undefined } }) =>
    state.data?.settled === true ? (false as const) : LOOK_AGAIN_MS,
  queryFn: async ({ client }: { client: QueryClient }): Promise<Counted> => {
    const before = client.getQueryData<Counted>(['figures', procedure, 'count']);
    const now = await series(procedure, 'count', '?by=month');
    const total = totalOf(now);
    return { ...now, settled: total > 0 && before !== undefined && totalOf(before) === total };
  },
});

/**
 * What the engine finds in the cases of a procedure, as soon as all are there. The values are of the window, the months
 * are all there are.
 */
export function useFound(
  procedure: string | undefined,
  window?: Window,
): { readonly found?: Found; readonly pending: boolean; readonly empty?: boolean } {
  const { data: catalogue = [] } = useAggregations();
  const id = procedure ?? '';
  const { data: count } = useQuery({ ...counted(id), enabled: procedure !== undefined });
  const settled = count?.settled === true;
  const within = window === undefined ? '' : `?from=${window.from}&to=${window.to}`;
  const answers = useQueries({
    queries: CHOICES.flatMap((key) =>
      [within, '?by=month'].map((query) => ({
        queryKey: ['figures', id, key, query, settled ? totalOf(count) : 0],
        queryFn: () => series(id, key, query),
        enabled: settled,
      })),
    ),
  });
  const others = answers.map(({ data }) => data);
  const pending = answers.some(({ isPending }) => isPending);
  const full = count?.points.filter(({ n }) => n > 0) ?? [];
  const [first, last] = [full[0]?.period, full.at(-1)?.period];
  if (!settled || pending || first === undefined || last === undefined)
    return { pending, empty: count !== undefined && totalOf(count) === 0 };
  const figures = CHOICES.flatMap((key, i): readonly Figure[] => {
    const known = catalogue.find((one) => one.key === key);
    const { value, n = 0 } = others[2 * i]?.points[0] ?? {};
    if (known === undefined || value === undefined || n === 0) return [];
    const { name, unit, better, speed } = known;
    return [{ key, name, unit, better, speed, value, n, months: others[2 * i + 1]?.points ?? [] }];
  });
  const cases = full.reduce((sum, { n }) => sum + n, 0);
  return { pending, found: { cases, first, last, months: full.length, figures } };
}
