import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  InstallRequest,
  PackContents,
  PackDocument,
  PackKind,
  PackManifest,
  Practice,
} from '../../../src/domain/packs/pack.schema';
import type { InstallAction } from '../../../src/domain/packs/threeWay';
import type { Named } from '../../../src/domain/indicators/indicator.schema';
import { call, matching } from '../api/client';

export type Installed = {
  readonly unit: string;
  readonly prefix: string;
  readonly version: string;
  readonly state: 'installing' | 'installed';
  readonly at: string;
};
export type PackRow = PackManifest & {
  readonly origin: 'shipped' | 'own';
  readonly keptBy?: string;
  readonly counts: Readonly<Record<PackKind, number>>;
  readonly installed: readonly Installed[];
};
export type WholePack = PackRow & { readonly contents: PackContents; readonly procedures: readonly string[] };
export type InstallItem = {
  readonly kind: PackKind;
  readonly id: string;
  readonly name?: Named;
  readonly action: InstallAction;
  readonly words: string;
  readonly note?: string;
  readonly differences: readonly Readonly<
    Record<'field', string> & Partial<Record<'base' | 'ours' | 'theirs', string>>
  >[];
};
export type InstallAnswer = {
  readonly dryRun: boolean;
  readonly items: readonly InstallItem[];
  readonly examples?: {
    readonly included: boolean;
    readonly words: string;
    readonly madeData: Named;
    readonly programmes: readonly { readonly id: string }[];
  };
};
export type StoredPractice = Practice & {
  readonly pack?: string;
  readonly unit?: string;
  readonly cycle?: string;
  readonly version?: number;
};

const at = (id: string) => `/v1/packs/${encodeURIComponent(id)}`;
export const practiceAt = (id: string) => `/v1/practices/${encodeURIComponent(id)}`;
export const packHref = (id: string) => `/packs/${encodeURIComponent(id)}`;
export const practiceHref = (id: string) => `/practices/${encodeURIComponent(id)}`;
type Items<T> = { readonly items: readonly T[] };

export const usePacks = () =>
  useQuery({ queryKey: ['packs'], queryFn: async () => (await call<Items<PackRow>>('GET', '/v1/packs')).items });
export const usePack = (id: string) =>
  useQuery({ queryKey: ['packs', id], queryFn: () => call<WholePack>('GET', at(id)) });

/** What installing would do; asked again with every choice, and while it is going on, for what is left. */
export const usePreview = (id: string, request: InstallRequest, isInstalling = false) =>
  useQuery({
    queryKey: ['packs', id, 'preview', request],
    queryFn: () => call<InstallAnswer>('POST', `${at(id)}/install?dryRun=true`, request),
    placeholderData: keepPreviousData,
    enabled: request.unit !== '',
    retry: false,
    staleTime: 0,
    refetchInterval: isInstalling && 1000,
  });

export function useInstall(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (request: InstallRequest) => call<InstallAnswer>('POST', `${at(id)}/install`, request),
    // Also after a failure: what was put there before it broke off is there.
    onSettled: () => queries.invalidateQueries(),
  });
}

export function useAddPack() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (document: unknown) => call<PackRow>('POST', '/v1/packs', document),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['packs'] }),
  });
}

export function useRemovePack() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call('DELETE', at(id)),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['packs'] }),
  });
}

export const exportPack = (id: string, { unit, prefix }: Installed) =>
  call<PackDocument>('GET', `${at(id)}/export?${new URLSearchParams({ unit, prefix }).toString()}`);

export type Sought = { readonly q: string; readonly tag: string; readonly strength: string };
export const usePractices = (sought: Sought) => {
  const given = Object.entries(sought).filter(([, text]) => text.trim() !== '');
  const search = new URLSearchParams(Object.fromEntries(given)).toString();
  return useQuery({
    queryKey: ['practices', search],
    queryFn: async () => (await call<Items<StoredPractice>>('GET', `/v1/practices?${search}`)).items,
    placeholderData: keepPreviousData,
  });
};
export const usePractice = (id: string) =>
  useQuery({ queryKey: ['practices', 'one', id], queryFn: () => call<StoredPractice>('GET', practiceAt(id)) });

type Kept = { readonly id: string; readonly body: object; readonly version: number | undefined };
export function usePutPractice() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body, version }: Kept) => call<StoredPractice>('PUT', practiceAt(id), body, matching(version)),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['practices'] }),
  });
}
export function useRemovePractice() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: StoredPractice) => call('DELETE', practiceAt(id), undefined, matching(version)),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['practices'], refetchType: 'inactive' }),
  });
}
