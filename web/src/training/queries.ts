import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NeedShown, PlanShown, SuggestionShown } from '../../../src/api/routes/trainingViews';
import type { NeedInput, TrainingCommand } from '../../../src/domain/training/training.schema';
import { call } from '../api/client';

export type { NeedShown, PlanShown, SuggestionShown };
export type Talk = {
  readonly id: string;
  readonly person: string;
  readonly personName: string;
  readonly with: string;
  readonly withName: string;
  readonly mine: boolean;
};
export type Note = {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly text?: string;
  readonly mine: boolean;
};
type Page<T> = { readonly items: readonly T[] };
type Course = { readonly id: string; readonly title: string; readonly offered: boolean };

const at = (id: string): string => `/v1/training/needs/${encodeURIComponent(id)}`;
const talkAt = (id: string): string => `/v1/conversations/${encodeURIComponent(id)}`;
const keyed = (key: string) => ({ 'Idempotency-Key': key });

export const useSuggestions = () =>
  useQuery({
    queryKey: ['training', 'suggestions'],
    queryFn: () => call<{ readonly suggestions: readonly SuggestionShown[] }>('GET', '/v1/training/suggestions'),
  });
export const useNeeds = (enabled: boolean) =>
  useQuery({
    queryKey: ['training', 'needs'],
    enabled,
    queryFn: () => call<Page<NeedShown>>('GET', '/v1/training/needs?limit=200'),
  });
export const useMyNeeds = () =>
  useQuery({
    queryKey: ['training', 'mine'],
    queryFn: () => call<Page<NeedShown>>('GET', '/v1/training/needs?limit=200&mine=true'),
  });
export const usePlans = (enabled: boolean) =>
  useQuery({
    queryKey: ['training', 'plans'],
    enabled,
    queryFn: () => call<Page<PlanShown>>('GET', '/v1/training/plans?limit=200'),
  });
export const useNeed = (id: string) =>
  useQuery({ queryKey: ['training', 'need', id], queryFn: () => call<NeedShown>('GET', at(id)) });
export const useCourses = () =>
  useQuery({
    queryKey: ['training', 'courses'],
    queryFn: () => call<Page<Course>>('GET', '/v1/training/courses?limit=200'),
  });

/** Forgets what the pages about training know, and Today. */
function useChanged() {
  const queries = useQueryClient();
  return () => {
    for (const key of ['training', 'talks', 'today']) void queries.invalidateQueries({ queryKey: [key] });
  };
}
type Keyed<Body> = { readonly body: Body; readonly key: string };

export function useOpenNeed() {
  const onSettled = useChanged();
  return useMutation({
    mutationFn: ({ body, key }: Keyed<NeedInput>) => call<NeedShown>('POST', '/v1/training/needs', body, keyed(key)),
    onSettled,
  });
}
export function useNeedCommand(id: string) {
  const onSettled = useChanged();
  return useMutation({
    mutationFn: ({ body, key }: Keyed<TrainingCommand>) =>
      call<NeedShown>('POST', `${at(id)}/commands`, body, keyed(key)),
    onSettled,
  });
}

export const useTalks = () =>
  useQuery({
    queryKey: ['talks'],
    queryFn: () =>
      call<{ readonly conversations: readonly Talk[]; readonly ready: boolean }>('GET', '/v1/conversations'),
  });
export const useNotes = (id: string) =>
  useQuery({
    queryKey: ['talks', id],
    queryFn: () => call<{ readonly conversation: Talk; readonly notes: readonly Note[] }>('GET', `${talkAt(id)}/notes`),
  });
export function useBeginTalk() {
  const onSettled = useChanged();
  return useMutation({
    mutationFn: (body: { readonly person: string; readonly with: string }) =>
      call<Talk>('POST', '/v1/conversations', body),
    onSettled,
  });
}
export function useWriteNote(id: string) {
  const onSettled = useChanged();
  return useMutation({
    mutationFn: (body: { readonly text: string; readonly id: string }) => call('POST', `${talkAt(id)}/notes`, body),
    onSettled,
  });
}
/** Deletes a note, or the conversation with all of them. */
export function useErase(id: string) {
  const onSettled = useChanged();
  return useMutation({
    mutationFn: (note: string | undefined) =>
      call('DELETE', note === undefined ? talkAt(id) : `${talkAt(id)}/notes/${encodeURIComponent(note)}`),
    onSettled,
  });
}
