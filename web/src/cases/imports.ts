import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Mapping } from '../../../src/domain/organisation/organisation.schema';
import { canonicalJson } from '../../../src/domain/shared/canonicalJson';
import { call, sendFile } from '../api/client';
import type { components } from '../api/schema';
import { putDocument } from '../organisation/documents';
import type { StoredProcedure } from '../organisation/documents';
import { isPacked } from './caseFile';

/** An import of cases as the API tells it. */
export type ImportState = components['schemas']['Import'];
export type Sent = {
  readonly file: File;
  readonly kind: 'csv' | 'xes';
  readonly dryRun: boolean;
  /** How the columns are read from now on; missing: as the procedure says. */
  readonly mapping?: Mapping;
};

const LOOK_AGAIN_MS = 500;
const TYPES = { csv: 'text/csv', xes: 'application/xes+xml' } as const;
const pathOf = (id: string): string => `/v1/imports/${encodeURIComponent(id)}`;

/** Sends a file of cases for a procedure and follows the import, across a reload of the page too. */
export function useCaseImport(procedure: StoredProcedure) {
  const queries = useQueryClient();
  const kept = `kairyo.import.${procedure.id}`;
  const [id, setId] = useState(() => sessionStorage.getItem(kept) ?? undefined);
  const follow = (next: string | undefined) => {
    if (next === undefined) sessionStorage.removeItem(kept);
    else sessionStorage.setItem(kept, next);
    setId(next);
  };
  const state = useQuery({
    queryKey: ['import', id],
    enabled: id !== undefined,
    queryFn: () => call<ImportState>('GET', pathOf(id ?? '')),
    refetchInterval: ({ state: { data } }) => (data === undefined || data.status === 'running' ? LOOK_AGAIN_MS : false),
  });
  const send = useMutation({
    mutationFn: async ({ file, kind, dryRun, mapping }: Sent) => {
      if (mapping !== undefined) await keepMapping(procedure, mapping);
      const path = `/v1/procedures/${encodeURIComponent(procedure.id)}/imports?dryRun=${dryRun}`;
      return sendFile<ImportState>(path, file, TYPES[kind], isPacked(file) ? { 'Content-Encoding': 'gzip' } : {});
    },
    onSuccess: (begun) => {
      queries.setQueryData(['import', begun.id], begun);
      follow(begun.id);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['documents', 'procedures'] }),
  });
  const stop = useMutation({
    mutationFn: () => call<ImportState>('POST', `${pathOf(id ?? '')}/cancel`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['import', id] }),
  });
  const forget = () => {
    follow(undefined);
    send.reset();
    stop.reset();
  };
  return { state: id === undefined ? undefined : state.data, error: state.error, send, stop, forget };
}

async function keepMapping(procedure: StoredProcedure, mapping: Mapping): Promise<void> {
  const { version, updatedAt: _at, updatedBy: _by, ...value } = procedure;
  if (canonicalJson(value.mapping ?? {}) === canonicalJson(mapping)) return;
  await putDocument('procedures', { id: procedure.id, body: { ...value, mapping }, version });
}
