import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { call, matching } from '../api/client';
import type { Kind } from '../organisation/documents';
import { Ask, FormButtons } from '../parts/dialog';
import { ProblemNote } from '../parts/notes';
import { useSettingsWords } from '../words/settings';

type Props = {
  readonly kind: Kind;
  readonly document: { readonly id: string; readonly name: string; readonly version: number };
  /** What becomes of what hangs on it. */
  readonly what: string;
  readonly to: string;
};

/** Removes a document on the version that was seen, after a question. */
export function Removal({ kind, document: { id, name, version }, what, to }: Props) {
  const say = useSettingsWords();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const [asking, ask] = useState(false);
  const remove = useMutation({
    mutationFn: () => call('DELETE', `/v1/${kind}/${encodeURIComponent(id)}`, undefined, matching(version)),
    onSuccess: () => {
      go(to);
      void queries.invalidateQueries({ queryKey: ['documents', kind] });
    },
  });
  return (
    <>
      <button type="button" className="danger" onClick={() => ask(true)}>
        {say('remove')}
      </button>
      {asking && (
        <Ask title={say('remove.which', { name })} onClose={() => ask(false)}>
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault();
              remove.mutate();
            }}
          >
            <p>{what}</p>
            {remove.error !== null && <ProblemNote error={remove.error} />}
            <FormButtons label={say('remove')} busy={remove.isPending} onClose={() => ask(false)} look="danger" />
          </form>
        </Ask>
      )}
    </>
  );
}
