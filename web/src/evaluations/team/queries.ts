import { useMutation, useQuery } from '@tanstack/react-query';
import type { EvaluationCommand } from '../../../../src/domain/evaluations/evaluation.schema';
import { call } from '../../api/client';
import { useEvaluationsChanged } from '../queries';
import type { Listed, Page } from '../queries';

type Tie = 'manager' | 'approver';
const MOST = 200;

async function listed(query: Readonly<Record<string, string>>): Promise<readonly Listed[]> {
  const items: Listed[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const search = new URLSearchParams({ ...query, limit: `${MOST}`, ...(cursor !== undefined && { cursor }) });
    const page = await call<Page<Listed>>('GET', `/v1/evaluations?${search.toString()}`);
    items.push(...page.items);
    cursor = page.next;
  }
  return items;
}

/** Everybody of the period whom one of these people rates or approves: oneself, and whom one stands in for. */
export async function tiedTo(period: string, tie: Tie, selves: readonly string[]): Promise<readonly Listed[]> {
  const lists = await Promise.all(selves.map((self) => listed({ period, [tie]: self })));
  return lists.flat();
}

export const useTied = (period: string, tie: Tie, selves: readonly string[]) =>
  useQuery({
    queryKey: ['evaluations', period, tie, ...selves],
    enabled: period !== '' && selves.length > 0,
    queryFn: () => tiedTo(period, tie, selves),
  });

export const useAppealed = (period: string, enabled: boolean) =>
  useQuery({
    queryKey: ['evaluations', period, 'appealed'],
    enabled,
    queryFn: () => listed({ period, phase: 'appealed' }),
  });

type Outcome = { readonly id: string; readonly ok: boolean; readonly refusal?: { readonly words: string } };
type Ordered = { readonly id: string; readonly command: EvaluationCommand };
export function useManyCommands() {
  const changed = useEvaluationsChanged();
  return useMutation({
    mutationFn: ({ commands, key }: { readonly commands: readonly Ordered[]; readonly key: string }) =>
      call<{ readonly outcomes: readonly Outcome[] }>(
        'POST',
        '/v1/evaluations/commands',
        { commands },
        { 'Idempotency-Key': key },
      ),
    onSettled: changed,
  });
}

export type Imported = {
  readonly stored: number;
  readonly unchanged: number;
  readonly errors: readonly { readonly row: number; readonly words: string; readonly field?: string }[];
};
export function useImportWork() {
  const changed = useEvaluationsChanged();
  return useMutation({
    mutationFn: ({ period, csv, key }: { readonly period: string; readonly csv: string; readonly key: string }) =>
      call<Imported>('POST', '/v1/evaluations/work', { period, csv }, { 'Idempotency-Key': key }),
    onSettled: changed,
  });
}
