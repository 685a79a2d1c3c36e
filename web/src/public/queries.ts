import { useQuery } from '@tanstack/react-query';
import type { PublicScorecardView } from '../../../src/api/routes/publicScorecardView';
import { call } from '../api/client';

export type Shown = PublicScorecardView;
export type ShownLine = Pick<Shown, 'id' | 'name' | 'mission' | 'unit' | 'unitName' | 'frequency'>;
export type ShownMeasure = Shown['perspectives'][number]['objectives'][number]['measures'][number];

export const publicAddress = (id: string, query: Readonly<Record<string, string>> = {}): string => {
  const search = new URLSearchParams(query).toString();
  return `/v1/public/scorecards/${encodeURIComponent(id)}${search === '' ? '' : `?${search}`}`;
};
export const usePublicList = () =>
  useQuery({
    queryKey: ['public'],
    queryFn: async () => (await call<{ items: readonly ShownLine[] }>('GET', '/v1/public/scorecards')).items,
  });
export const usePublic = (id: string, period: string) =>
  useQuery({
    queryKey: ['public', id, period],
    queryFn: () => call<Shown>('GET', publicAddress(id, period === '' ? {} : { period })),
    retry: false,
  });
