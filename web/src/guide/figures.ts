import { useQueries } from '@tanstack/react-query';
import { useAggregations } from '../api/queries';
import { call } from '../api/client';

export type Point = { readonly period: string; readonly value?: number; readonly n: number };
type Series = { readonly unit: string; readonly points: readonly Point[] };

/** What a visitor may choose to improve, the likeliest first; `count` says how many cases there are. */
export const CHOICES = ['median', 'share-by-deadline', 'share-within-working-days', 'p90', 'rework-share'] as const;
const READING_MS = 1_500;

export type Figure = {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly better: 'higher' | 'lower';
  readonly speed: boolean;
  readonly value: number;
  readonly n: number;
  readonly months: readonly Point[];
};
export type Found = {
  readonly cases: number;
  /** First and last month with cases, such as `2025-01`. */
  readonly first: string;
  readonly last: string;
  readonly months: number;
  readonly figures: readonly Figure[];
};

const asked = (procedure: string, key: string, query: string) => ({
  queryKey: ['figures', procedure, key, query],
  retry: false,
  queryFn: () =>
    call<Series>('GET', `/v1/procedures/${encodeURIComponent(procedure)}/aggregations/${key}${query}`).catch(
      // A number that needs what the procedure does not have, such as a limit, is not offered.
      () => ({ unit: '', points: [] }) as Series,
    ),
});

/** Days: from, and the first that no longer counts. */
export type Window = { readonly from: string; readonly to: string };

/**
 * What the engine finds in the cases of a procedure; asked again while there are none yet. The values are of the window,
 * the months are all there are.
 */
export function useFound(
  procedure: string | undefined,
  window?: Window,
): { readonly found?: Found; readonly pending: boolean } {
  const { data: catalogue = [] } = useAggregations();
  const on = procedure !== undefined;
  const id = procedure ?? '';
  const within = window === undefined ? '' : `?from=${window.from}&to=${window.to}`;
  const answers = useQueries({
    queries: [
      {
        ...asked(id, 'count', '?by=month'),
        enabled: on,
        staleTime: 0,
        refetchInterval: (query: { state: { data?: Series | undefined } }) =>
          (query.state.data?.points.length ?? 0) === 0 ? READING_MS : false,
      },
      ...CHOICES.flatMap((key) => [
        { ...asked(id, key, within), enabled: on, staleTime: 0 },
        { ...asked(id, key, '?by=month'), enabled: on, staleTime: 0 },
      ]),
    ],
  });
  const [counted, ...others] = answers.map(({ data }) => data);
  const pending = answers.some(({ isPending }) => isPending);
  const full = counted?.points.filter(({ n }) => n > 0) ?? [];
  const [first, last] = [full[0]?.period, full.at(-1)?.period];
  if (pending || first === undefined || last === undefined) return { pending };
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
