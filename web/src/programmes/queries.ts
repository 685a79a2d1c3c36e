import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ProgrammeState } from '../../../src/domain/programmes/programme';
import type { Money } from '../../../src/domain/programmes/money';
import type { MilestoneStatus } from '../../../src/domain/programmes/milestones';
import type { ProgrammeDefinition } from '../../../src/domain/programmes/programme.schema';
import type { BookAmount } from '../../../src/domain/programmes/books';
import { call, fetchFile, matching } from '../api/client';
import { save } from '../parts/download';

export type Verdict = { readonly verdict: 'yes' | 'no' | 'open' | 'unknown'; readonly words: string };
type Standing = {
  readonly state: ProgrammeState;
  readonly onTime: Verdict;
  readonly onBudget: Verdict;
  readonly money: Money;
};
type Moved = {
  readonly from: string;
  readonly to: string;
  readonly by: string;
  readonly recordedAt: string;
  readonly reason?: string;
};
export type ProgrammeView = ProgrammeDefinition & {
  readonly id: string;
  readonly version: number;
  readonly by: string;
  readonly recordedAt: string;
  readonly reason?: string;
  readonly approvedEnd: string;
  readonly moved: readonly Moved[];
  readonly warnings: readonly { readonly code: string; readonly field: string; readonly message: string }[];
};
export type ProgrammeLine = Omit<ProgrammeView, 'warnings'> & Standing;
type Value = number | null;
export type ProgrammeStatus = Standing & {
  readonly day: string;
  readonly milestones: {
    readonly total: number;
    readonly reached: number;
    readonly late: number;
    readonly items: readonly MilestoneStatus[];
  };
  readonly earnedValue: {
    readonly plannedValue: Value;
    readonly earnedValue: Value;
    readonly actualCost: Value;
    readonly schedulePerformance: Value;
    readonly costPerformance: Value;
    readonly estimateAtCompletion: Value;
    readonly because: readonly string[];
  };
  readonly parts: readonly string[];
};
export type FinishedLine = {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly approvedEnd: string;
  readonly finishedOn: string;
  readonly onTime: Verdict;
  readonly onBudget: Verdict;
  readonly both: boolean;
  readonly money: Money;
};
export type Summary = {
  readonly finished: number;
  readonly onTime: number;
  readonly onBudget: number;
  readonly onTimeAndBudgetShare: Value;
  readonly administrativeCostChange: Value;
  readonly explain: {
    readonly programmes: readonly FinishedLine[];
    readonly notShown: number;
    readonly share: string;
    readonly cost: {
      readonly firstYear: string;
      readonly lastYear: string;
      readonly words: string;
      readonly programmes: readonly {
        readonly id: string;
        readonly name: string;
        readonly first: Value;
        readonly last: Value;
      }[];
    };
  };
};
export type Amount = BookAmount & { readonly version: number; readonly by: string; readonly recordedAt: string };

export const programmeHref = (id: string): string => `/programmes/${encodeURIComponent(id)}`;
/** The evaluation sheet to print, of the day that is shown. */
export const sheetOf = (id: string, day: string, language: string): string =>
  `${at(id)}/evaluation-sheet?${queryOf({ asOf: day, known: 'now', language })}`;
const at = (id: string) => `/v1${programmeHref(id)}`;

export type Filter = { readonly unit: string; readonly state: string; readonly q: string };
export const queryOf = (filter: Readonly<Record<string, string>>): string =>
  new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '')).toString();

type Page = { readonly items: readonly ProgrammeLine[]; readonly next?: string };
export const useProgrammes = (filter: Filter) =>
  useInfiniteQuery({
    queryKey: ['programmes', 'list', filter],
    queryFn: ({ pageParam }) =>
      call<Page>('GET', `/v1/programmes?${queryOf({ ...filter, cursor: pageParam, limit: '100' })}`),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
export const useProgrammeNames = () =>
  useQuery({
    queryKey: ['programmes', 'all'],
    queryFn: async () => (await call<Page>('GET', '/v1/programmes?limit=200')).items,
  });
export const useProgramme = (id: string) =>
  useQuery({ queryKey: ['programme', id], queryFn: () => call<ProgrammeView>('GET', at(id)), enabled: id !== '' });
export const useStatus = (id: string, day: string) =>
  useQuery({
    queryKey: ['programme', id, 'status', day],
    queryFn: () => call<ProgrammeStatus>('GET', `${at(id)}/status?${queryOf({ asOf: day, known: 'now' })}`),
    placeholderData: (before) => before,
  });
export const useAmounts = (id: string) =>
  useQuery({
    queryKey: ['programme', id, 'figures'],
    queryFn: async () => (await call<{ items: readonly Amount[] }>('GET', `${at(id)}/figures`)).items,
  });
export const useSummary = (asked: { readonly unit: string; readonly from: string; readonly to: string }) =>
  useQuery({
    queryKey: ['programmes', 'summary', asked],
    queryFn: () => call<Summary>('GET', `/v1/programmes/summary?${queryOf(asked)}`),
    enabled: asked.unit !== '',
    retry: false,
  });

/** What is shown of programmes is asked for anew. */
export function useProgrammesChanged(): () => void {
  const queries = useQueryClient();
  return () => {
    for (const queryKey of [['programmes'], ['programme'], ['scorecard']]) void queries.invalidateQueries({ queryKey });
  };
}

type Saved = { readonly id: string; readonly version: number | undefined; readonly body: object };
export function useSaveProgramme() {
  const changed = useProgrammesChanged();
  return useMutation({
    mutationFn: ({ id, version, body }: Saved) => call<ProgrammeView>('PUT', at(id), body, matching(version)),
    onSettled: changed,
  });
}

type Entered = {
  readonly figure: string;
  readonly period: string;
  readonly unit: string;
  readonly amount: number;
  readonly reason?: string;
};
export function useEnterAmount(id: string) {
  const changed = useProgrammesChanged();
  return useMutation({
    mutationFn: ({ figure, period, unit, ...body }: Entered) =>
      call<Amount>('PUT', `${at(id)}/figures/${figure}/${encodeURIComponent(period)}?${queryOf({ unit })}`, body),
    onSuccess: changed,
  });
}

const TYPES = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;
/** The list as a file, as the API makes it. */
export const downloadList = async (filter: Filter, format: keyof typeof TYPES): Promise<void> =>
  save(`programmes.${format}`, await fetchFile(`/v1/programmes?${queryOf(filter)}`, TYPES[format]));
