import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ScorecardDefinition } from '../../../src/domain/scorecards/scorecard.schema';
import { call, matching } from '../api/client';
import { whole } from '../api/queries';
import { useWords } from '../words/words';
import type { Reading } from './reading';

/** As it stands in the list. */
export type ScorecardRow = {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly frequency: ScorecardDefinition['frequency'];
  readonly public: boolean;
  readonly objectives: number;
  readonly measures: number;
};
export type Scorecard = ScorecardDefinition & {
  readonly id: string;
  readonly version: number;
  readonly validFrom?: string;
  /** Which version this is, counted from 1. */
  readonly definitionVersion?: number;
};
const at = (id: string) => `/v1/scorecards/${encodeURIComponent(id)}`;
export const scorecardHref = (id: string, search = ''): string =>
  `/scorecards/${encodeURIComponent(id)}${search === '' ? '' : `?${search}`}`;

export function useScorecards() {
  const { language } = useWords();
  return useQuery({ queryKey: ['scorecards', language], queryFn: () => whole<ScorecardRow>('/v1/scorecards') });
}

export type Asked = { readonly asOf: string; readonly period: string };
const asked = (query: Readonly<Record<string, string>>): string => {
  const given = Object.entries(query).filter(([, value]) => value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
};

/** A scorecard of a period as the API computes it, or one of its other views; in the language of the page. */
export function useScorecardView<T>(id: string, view: string, query: Asked & Readonly<Record<string, string>>) {
  const { language } = useWords();
  return useQuery({
    queryKey: ['scorecard', id, view, language, query],
    queryFn: () => call<T>('GET', `${at(id)}${view}${asked(query)}`),
  });
}
export const useReading = (id: string, query: Asked) => useScorecardView<Reading>(id, '', { ...query });

/** A view of the scorecard as a file. */
export const scorecardFile = (id: string, path: string, query: Readonly<Record<string, string>>): string =>
  `${at(id)}${path}${asked(query)}`;

type Saved = { readonly id: string; readonly version: number | undefined; readonly body: object };
export function useSaveScorecard() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, body }: Saved) => call<Scorecard>('PUT', at(id), body, matching(version)),
    onSettled: () => {
      for (const queryKey of [['scorecards'], ['scorecard'], ['today']]) void queries.invalidateQueries({ queryKey });
    },
  });
}

/** The scorecard as it is written, to be edited. */
export const useDefinition = (id: string) =>
  useQuery({
    queryKey: ['scorecard', id, 'definition'],
    queryFn: () => call<Scorecard>('GET', `${at(id)}/definition`),
    enabled: id !== '',
  });
