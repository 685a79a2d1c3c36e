import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Results as Found } from '../../../src/domain/survey/results';
import type { Survey } from '../../../src/domain/survey/state';
import type { SurveyCommand, SurveyTemplate } from '../../../src/domain/survey/survey.schema';
import { call, matching } from '../api/client';

export type SurveyView = Survey & { readonly version: number; readonly address: string };
export type Results = Found & {
  readonly links: { readonly issued: number };
  readonly texts: readonly { readonly key: string; readonly n: number; readonly answers: readonly string[] }[];
  readonly days: readonly { readonly day: string; readonly n: number }[];
};
const at = (id: string) => `/v1/surveys/${encodeURIComponent(id)}`;

export const useSurveys = () =>
  useQuery({
    queryKey: ['surveys'],
    queryFn: async () => (await call<{ items: readonly SurveyView[] }>('GET', '/v1/surveys?limit=200')).items,
  });
export const useSurvey = (id: string) =>
  useQuery({ queryKey: ['surveys', id], queryFn: () => call<SurveyView>('GET', at(id)), enabled: id !== '' });
export const useResults = (id: string, by: string) =>
  useQuery({
    queryKey: ['surveys', id, 'results', by],
    queryFn: () => call<Results>('GET', `${at(id)}/results${by === '' ? '' : `?by=${by}`}`),
  });
export const useTemplates = () =>
  useQuery({
    queryKey: ['survey-templates'],
    queryFn: async () => (await call<{ items: readonly SurveyTemplate[] }>('GET', '/v1/survey-templates')).items,
  });

/** Cycles that are not over, of these units. */
export const useCyclesWithin = (units: readonly string[]) =>
  useQuery({
    queryKey: ['cycles', 'for-surveys'],
    queryFn: () => call<{ items: readonly CycleOfSurvey[] }>('GET', '/v1/cycles?limit=200'),
    select: ({ items }) => items.filter(({ unit, phase }) => units.includes(unit) && phase !== 'closed'),
  });
type CycleOfSurvey = { readonly id: string; readonly title: string; readonly unit: string; readonly phase: string };

/** Any call that changes surveys; what is shown of them is asked for anew. */
function useChange<In, Out>(change: (given: In) => Promise<Out>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => queries.invalidateQueries({ queryKey: ['surveys'] }) });
}
export const useMakeSurvey = () => useChange((body: object) => call<SurveyView>('POST', '/v1/surveys', body));
type Saved = { readonly id: string; readonly version: number; readonly body: object };
export const useSaveSurvey = () =>
  useChange(({ id, version, body }: Saved) => call<SurveyView>('PUT', at(id), body, matching(version)));
export const useSurveyCommand = ({ id, version }: SurveyView) =>
  useChange((command: SurveyCommand) => call<SurveyView>('POST', `${at(id)}/commands`, command, matching(version)));
export type Links = { readonly count: number; readonly unit?: string; readonly channel?: string };
export const useLinks = (id: string) =>
  useChange((asked: Links) =>
    call<{ links?: readonly { token: string; address: string }[] }>('POST', `${at(id)}/links`, asked),
  );

/** The address of the results as a file. */
export const resultsFile = (id: string, by: string, format: 'csv' | 'xlsx'): string =>
  `${at(id)}/results?${new URLSearchParams({ format, ...(by !== '' && { by }) }).toString()}`;
