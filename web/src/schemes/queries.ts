import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ExplainView, SchemeRow, SchemeView, TriedView } from '../../../src/api/routes/schemeViews';
import type { TryFacts } from '../../../src/domain/schemes/scheme.schema';
import { call, matching } from '../api/client';

export type Row = z.infer<typeof SchemeRow>;
export type Scheme = z.infer<typeof SchemeView>;
export type Tried = z.infer<typeof TriedView>;
export type Explained = ExplainView;
export type Facts = TryFacts;
type Side = { readonly total: number; readonly class: string };
export type Trial = {
  readonly period?: string;
  readonly people: number;
  readonly unchanged: number;
  readonly up: number;
  readonly down: number;
  readonly notScored: number;
  readonly moved?: readonly {
    readonly person: string;
    readonly before?: Side;
    readonly after?: Side;
    readonly why: string;
  }[];
};

export const schemeHref = (id: string): string => `/schemes/${encodeURIComponent(id)}`;
const at = (id: string): string => `/v1${schemeHref(id)}`;

export const useSchemes = () =>
  useQuery({
    queryKey: ['schemes'],
    queryFn: async () => (await call<{ readonly items: readonly Row[] }>('GET', '/v1/schemes?limit=100')).items,
  });
export const useScheme = (id: string) =>
  useQuery({ queryKey: ['schemes', id], queryFn: () => call<Scheme>('GET', at(id)), enabled: id !== '' });

/** Which scheme facts are tried on: a stored one, or (as JSON) one that is being written. */
export type TriedOn = { readonly id: string } | { readonly definition: string };

/** The score of facts (as JSON) that are being typed; nothing is stored. */
export const useTried = (on: TriedOn, facts: string) =>
  useQuery({
    queryKey: ['schemes', on, 'try', facts],
    queryFn: () => {
      const given: unknown = JSON.parse(facts);
      if ('id' in on) return call<Tried>('POST', `${at(on.id)}/try`, given);
      const definition: unknown = JSON.parse(on.definition);
      return call<Tried>('POST', '/v1/schemes/try', { definition, facts: given });
    },
    placeholderData: keepPreviousData,
    retry: false,
  });

type Saved = { readonly id: string; readonly version: number | undefined; readonly body: object };
/** `version`: the one that was seen; missing: there is none yet. */
export function useSaveScheme() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, body }: Saved) => call<Scheme>('PUT', at(id), body, matching(version)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['schemes'] }),
  });
}

/** Who would move class if the definition had scored the last period of the scheme. */
export const useTrial = (id: string) =>
  useMutation({ mutationFn: (definition: object) => call<Trial>('POST', `${at(id)}/trial`, { definition }) });
