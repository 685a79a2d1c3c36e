import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { call, matching } from '../api/client';
import type { Kind } from '../organisation/documents';
import { Ask, FormButtons } from '../parts/dialog';
import { ProblemNote } from '../parts/notes';
import { Line } from '../organisation/fields';
import { useSettingsWords } from '../words/settings';
import { useWords } from '../words/words';

type Props = {
  readonly kind: Kind;
  readonly document: { readonly id: string; readonly name: string; readonly version: number };
  /** What becomes of what hangs on it. */
  readonly what: string;
  readonly to: string;
  /** Whether why it is removed is asked for and kept. */
  readonly withReason?: boolean;
};

/** Removes a document on the version that was seen, after a question. */
export function Removal({ kind, document: { id, name, version }, what, to, withReason = false }: Props) {
  const say = useSettingsWords();
  const { say: speak } = useWords();
  const [reason, setReason] = useState('');
  const queries = useQueryClient();
  const [, go] = useLocation();
  const [asking, ask] = useState(false);
  const remove = useMutation({
    mutationFn: () => {
      const why = withReason ? `?${new URLSearchParams({ reason: reason.trim() }).toString()}` : '';
      return call('DELETE', `/v1/${kind}/${encodeURIComponent(id)}${why}`, undefined, matching(version));
    },
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
            {withReason && (
              <Line
                label={speak('field.reason')}
                required
                maxLength={4000}
                value={reason}
                onChange={({ target }) => setReason(target.value)}
              />
            )}
            {remove.error !== null && <ProblemNote error={remove.error} />}
            <FormButtons label={say('remove')} busy={remove.isPending} onClose={() => ask(false)} look="danger" />
          </form>
        </Ask>
      )}
    </>
  );
}
