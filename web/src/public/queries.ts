import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { operations } from '../api/schema';

export type Shown = operations['getPublicScorecard']['responses'][200]['content']['application/json'];
export type ShownMeasure = Shown['perspectives'][number]['objectives'][number]['measures'][number];

export const publicAddress = (id: string, query: Readonly<Record<string, string>> = {}): string => {
  const search = new URLSearchParams(query).toString();
  return `/v1/public/scorecards/${encodeURIComponent(id)}${search === '' ? '' : `?${search}`}`;
};
export const usePublicList = () =>
  useQuery({
    queryKey: ['public'],
    queryFn: async () => (await answer(api.GET('/v1/public/scorecards'))).items,
  });
export const usePublic = (scorecard: string, period: string) =>
  useQuery({
    queryKey: ['public', scorecard, period],
    queryFn: () => {
      const query = period === '' ? {} : { period };
      return answer(api.GET('/v1/public/scorecards/{scorecard}', { params: { path: { scorecard }, query } }));
    },
    retry: false,
  });
