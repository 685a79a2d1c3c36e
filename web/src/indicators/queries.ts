import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { NoValue } from '../../../src/domain/indicators/value';
import { answer, api, call } from '../api/client';
import type { components, operations } from '../api/schema';

type Ok<Name extends keyof operations> = operations[Name]['responses'] extends {
  200: { content: { 'application/json': infer Body } };
}
  ? Body
  : never;
export type Definition = Ok<'getIndicator'>;
export type Chart = Ok<'getIndicatorChart'>;
export type Values = Ok<'getIndicatorValues'>;
export type Value = Values['values'][number];
export type Versions = Ok<'listIndicatorVersions'>;
export type Observation = components['schemas']['Observation'];
export type Closing = components['schemas']['Closing'];
export type ImportAnswer = Ok<'importObservations'>;

/** How a value came about, as the API tells it. */
export type Explained = {
  readonly how: string;
  readonly label: string;
  readonly words?: string;
  readonly state: 'value' | NoValue;
  readonly value?: number;
  readonly indicator?: string;
  readonly unit?: string;
  readonly period?: string;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly n?: number;
  readonly figure?: { version: number; by: string; recordedAt: string; reason?: string; evidence?: readonly string[] };
  readonly cases?: { total: number; shown: readonly { id: string; value: number }[] };
  readonly parts?: readonly Explained[];
};

const MOST = 200;
const YEARS_BACK = 3;
export const firstYearShown = (): string => `${new Date().getFullYear() - YEARS_BACK}`;

/** Every page of a list. */
async function whole<T>(read: (cursor: string | undefined) => Promise<{ items: T[]; next?: string | undefined }>) {
  const items: T[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await read(cursor);
    items.push(...page.items);
    cursor = page.next;
  }
  return items;
}

/** `ask` false: what is known already, nothing is asked for. */
export const useDefinitions = (ask = true) =>
  useQuery({
    queryKey: ['indicators'],
    enabled: ask,
    queryFn: async () =>
      (await whole((cursor) => {
        const query = { limit: MOST, ...(cursor !== undefined && { cursor }) };
        return answer(api.GET('/v1/indicators', { params: { query } }));
      })) as unknown as readonly Definition[],
  });

/** Every indicator, or none while they are not known yet (or may not be seen). */
export const useLibrary = (ask = true): readonly Definition[] => useDefinitions(ask).data ?? NO_DEFINITIONS;
const NO_DEFINITIONS: readonly Definition[] = [];

/** Values of the last period of every indicator that a unit has. */
export const unitValues = (unit: string) => ({
  queryKey: ['indicators', 'of', unit],
  queryFn: () =>
    whole((cursor) => {
      const query = { limit: MOST, ...(cursor !== undefined && { cursor }) };
      return answer(api.GET('/v1/units/{unit}/indicators', { params: { path: { unit }, query } }));
    }),
  retry: false,
});

export const useDefinition = (indicator: string) =>
  useQuery({
    queryKey: ['indicator', indicator],
    enabled: indicator !== '',
    queryFn: async () => {
      const params = { path: { indicator } };
      return (await answer(api.GET('/v1/indicators/{indicator}', { params }))) as unknown as Definition;
    },
  });

export type ChartAsk = {
  readonly unit: string;
  readonly chart: 'xmr' | 'run-chart' | 'p-prime';
  readonly from: string;
  readonly to?: string;
  readonly rebaseAt?: string;
  readonly baselineTo?: string;
};
export const useChart = (indicator: string, ask: ChartAsk) =>
  useQuery({
    queryKey: ['indicator', indicator, 'chart', ask],
    queryFn: () => {
      const query = new URLSearchParams(Object.entries(ask));
      return call<Chart>('GET', `/v1/indicators/${encodeURIComponent(indicator)}/chart?${query}`);
    },
    retry: false,
  });

export const useValues = (indicator: string, ask: { unit: string; from: string; to?: string }) =>
  useQuery({
    queryKey: ['indicator', indicator, 'values', ask],
    queryFn: () =>
      answer(api.GET('/v1/indicators/{indicator}/values', { params: { path: { indicator }, query: ask } })),
  });

export const useVersions = (indicator: string) =>
  useQuery({
    queryKey: ['indicator', indicator, 'versions'],
    enabled: indicator !== '',
    queryFn: async () =>
      (await whole((cursor) => {
        const query = { limit: MOST, ...(cursor !== undefined && { cursor }) };
        return answer(api.GET('/v1/indicators/{indicator}/versions', { params: { path: { indicator }, query } }));
      })) as unknown as Versions['items'],
  });

export const useQuestions = (indicator: string, unit: string) =>
  useQuery({
    queryKey: ['indicator', indicator, 'questions', unit],
    queryFn: async () => {
      const params = { path: { indicator }, query: { unit } };
      const [{ questions }, { items: findings }] = await Promise.all([
        answer(api.GET('/v1/indicators/{indicator}/questions', { params })),
        answer(api.GET('/v1/indicators/{indicator}/findings', { params })),
      ]);
      return { questions, findings };
    },
  });

export const useExplained = (indicator: string, unit: string, period: string) =>
  useQuery({
    queryKey: ['indicator', indicator, 'explain', unit, period],
    queryFn: async () => {
      const params = { path: { indicator }, query: { unit, period } };
      const found = await answer(api.GET('/v1/indicators/{indicator}/explain', { params }));
      return { ...found, tree: found.tree };
    },
  });

/** The latest recorded figure of a period; `null`: there is none. */
export const useObservation = (indicator: string, unit: string, period: string) =>
  useQuery({
    queryKey: ['indicator', indicator, 'observation', unit, period],
    enabled: isPeriod(period),
    retry: false,
    queryFn: async (): Promise<Observation | null> => {
      const params = { path: { indicator }, query: { unit, from: period, to: period } };
      const { items } = await answer(api.GET('/v1/indicators/{indicator}/observations', { params }));
      return items.find((one) => one.period === period) ?? null;
    },
  });

export const isPeriod = (text: string): boolean => /^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$/.test(text);

export const useWaiting = (indicator: string, unit: string) =>
  useQuery({
    queryKey: ['indicator', indicator, 'waiting', unit],
    retry: false,
    queryFn: async () => {
      const all = await whole((cursor) => {
        const query = { unit, limit: MOST, ...(cursor !== undefined && { cursor }) };
        return answer(api.GET('/v1/observations/waiting', { params: { query } }));
      });
      return all.filter((one) => one.indicator === indicator);
    },
  });

export const useClosings = (unit: string) =>
  useQuery({
    queryKey: ['indicator', 'closings', unit],
    retry: false,
    queryFn: () =>
      whole((cursor) => {
        const query = { limit: MOST, ...(cursor !== undefined && { cursor }) };
        return answer(api.GET('/v1/units/{unit}/periods', { params: { path: { unit }, query } }));
      }),
  });

/** After a change: everything that is told of indicators is asked anew. */
export function useIndicatorsChanged(): () => void {
  const queries = useQueryClient();
  return () => {
    for (const queryKey of [['indicator'], ['indicators'], ['today']]) void queries.invalidateQueries({ queryKey });
  };
}
