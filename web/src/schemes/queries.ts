import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ExplainView, SchemeRow, SchemeView, TriedView } from '../../../src/api/routes/schemeViews';
import type { ScoredItem } from '../../../src/domain/schemes/scheme.schema';
import { call } from '../api/client';

export type Row = z.infer<typeof SchemeRow>;
export type Scheme = z.infer<typeof SchemeView>;
export type Tried = z.infer<typeof TriedView>;
export type Explained = ExplainView;
export type Facts = {
  readonly general?: number;
  readonly items: readonly ScoredItem[];
  readonly goals?: readonly { readonly weight: number; readonly attainment: number }[];
  readonly overrides: readonly string[];
};

const at = (id: string): string => `/v1/schemes/${encodeURIComponent(id)}`;

export const useSchemes = () =>
  useQuery({
    queryKey: ['schemes'],
    queryFn: async () => (await call<{ readonly items: readonly Row[] }>('GET', '/v1/schemes?limit=100')).items,
  });
export const useScheme = (id: string) =>
  useQuery({ queryKey: ['schemes', id], queryFn: () => call<Scheme>('GET', at(id)) });

/** The score of facts (as JSON) that are being typed; nothing is stored. */
export const useTried = (id: string, facts: string) =>
  useQuery({
    queryKey: ['schemes', id, 'try', facts],
    queryFn: () => call<Tried>('POST', `${at(id)}/try`, JSON.parse(facts)),
    placeholderData: keepPreviousData,
    retry: false,
  });
