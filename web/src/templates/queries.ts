import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PlanTemplate } from '../../../src/domain/cycle/planTemplate.schema';
import { call, matching } from '../api/client';
import { whole } from '../api/queries';

export type StoredTemplate = PlanTemplate & { readonly version: number; readonly updatedBy: string };
const KEY = ['documents', 'plan-templates'];
const at = (id: string) => `/v1/plan-templates/${encodeURIComponent(id)}`;

export const usePlanTemplates = () =>
  useQuery({
    queryKey: KEY,
    queryFn: () => whole<StoredTemplate>('/v1/plan-templates'),
  });

type Kept = { readonly id: string; readonly body: Omit<PlanTemplate, 'id'>; readonly version?: number | undefined };

/** On the version that was seen, or as a new one. */
export function usePutTemplate() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body, version }: Kept) => call('PUT', at(id), body, matching(version)),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}

export function useRemoveTemplate() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: StoredTemplate) => call('DELETE', at(id), undefined, matching(version)),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}
