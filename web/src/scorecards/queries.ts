import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ScorecardDefinition } from '../../../src/domain/scorecards/scorecard.schema';
import { call, matching } from '../api/client';
import { whole } from '../api/queries';
import type { Reading } from './reading';

export type Scorecard = ScorecardDefinition & {
  readonly id: string;
  readonly version: number;
  readonly validFrom?: string;
};
const at = (id: string) => `/v1/scorecards/${encodeURIComponent(id)}`;
export const scorecardHref = (id: string, search = ''): string =>
  `/scorecards/${encodeURIComponent(id)}${search === '' ? '' : `?${search}`}`;

export const useScorecards = () =>
  useQuery({ queryKey: ['scorecards'], queryFn: () => whole<Scorecard>('/v1/scorecards') });

export type Asked = { readonly asOf: string; readonly period: string };
const asked = ({ asOf, period }: Asked): string => {
  const search = new URLSearchParams({ ...(asOf !== '' && { asOf }), ...(period !== '' && { period }) }).toString();
  return search === '' ? '' : `?${search}`;
};

export const useReading = (id: string, query: Asked) =>
  useQuery({
    queryKey: ['scorecard', id, 'reading', query],
    queryFn: () => call<Reading>('GET', `${at(id)}${asked(query)}`),
    enabled: id !== '',
  });

/** The scorecard in one of its other views, as the API makes it. */
export const useScorecardView = <T>(id: string, view: string, query: Asked, ask = true) =>
  useQuery({
    queryKey: ['scorecard', id, view, query],
    queryFn: () => call<T>('GET', `${at(id)}/${view}${asked(query)}`),
    enabled: ask,
  });

/** A view of the scorecard as a file. */
export const scorecardFile = (id: string, path: string, query: Asked, format?: string): string => {
  const search = new URLSearchParams({
    ...(query.asOf !== '' && { asOf: query.asOf }),
    ...(query.period !== '' && { period: query.period }),
    ...(format !== undefined && { format }),
  }).toString();
  return `${at(id)}${path}${search === '' ? '' : `?${search}`}`;
};

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
