import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api/client';
import type { Kind, Stored } from '../organisation/documents';
import { useNames } from '../parts/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { useSettingsWords } from '../words/settings';
import { useWords } from '../words/words';

type Props<T> = { readonly kind: Kind; readonly id: string; readonly linesOf: (version: T) => readonly string[] };

/** Every version of a document, newest first, asked for when somebody opens it. */
export function Versions<T>({ kind, id, linesOf }: Props<T>) {
  const say = useSettingsWords();
  const { format } = useWords();
  const { person } = useNames();
  const [open, setOpen] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['history', kind, id],
    enabled: open,
    queryFn: () =>
      call<{ items: readonly Stored<T>[] }>('GET', `/v1/${kind}/${encodeURIComponent(id)}/history?limit=200`),
  });
  return (
    <details className="card" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say('history')}</summary>
      {error !== null && <ProblemNote error={error} />}
      {open && data === undefined && error === null && <Waiting />}
      {data?.items.length === 1 && <p>{say('history.none')}</p>}
      {[...(data?.items ?? [])].reverse().map((one) => (
        <section key={one.version}>
          <h3>{say('history.version', { version: one.version })}</h3>
          {one.updatedAt !== undefined && (
            <p className="hint">
              {say('by', { when: format.moment(one.updatedAt), who: person(one.updatedBy ?? '') })}
            </p>
          )}
          <ul>
            {linesOf(one).map((line, i) => (
              <li key={`${i} ${line}`}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}
