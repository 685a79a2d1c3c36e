import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { sendFile } from '../api/client';
import { Ask } from '../parts/dialog';
import { DropPlace } from '../parts/dropPlace';
import { ProblemNote } from '../parts/notes';
import { useWords } from '../words/words';
import { useIndicatorsChanged } from './queries';
import type { Definition, ImportAnswer } from './queries';

const MOST_SHOWN = 50;
type Props = { readonly definition: Definition; readonly onClose: () => void };

/** A table of values: dropped or chosen, looked at row by row, and only then recorded. */
export function ImportDialog({ definition, onClose }: Props) {
  const { say } = useWords();
  const changed = useIndicatorsChanged();
  const [file, setFile] = useState<File>();
  const path = `/v1/indicators/${encodeURIComponent(definition.id)}/observations/import`;
  const look = useMutation({
    mutationFn: (chosen: File) => sendFile<ImportAnswer>(`${path}?dryRun=true`, chosen, 'text/csv'),
  });
  const record = useMutation({
    mutationFn: ({ chosen, partial }: { chosen: File; partial: boolean }) =>
      sendFile<ImportAnswer>(`${path}?partial=${partial}`, chosen, 'text/csv'),
    onSuccess: changed,
  });
  const take = (chosen: File | undefined) => {
    if (chosen === undefined) return;
    setFile(chosen);
    record.reset();
    look.mutate(chosen);
  };
  const preview = look.data;
  const good = (preview?.recorded ?? 0) + (preview?.corrected ?? 0);
  const done = record.data;
  return (
    <Ask title={say('csv.do')} onClose={onClose}>
      <div className="stack">
        <p className="hint">{say('csv.what')}</p>
        <DropPlace hint={say('csv.drop')} label={say('csv.file')} accept=".csv,text/csv" take={take} />
        <div role="status">
          {(look.isPending || record.isPending) && <progress aria-label={say('note.working')} />}
          {done !== undefined && (
            <p className="note good">{say('csv.done', { recorded: done.recorded, corrected: done.corrected })}</p>
          )}
        </div>
        {look.error !== null && <ProblemNote error={look.error} />}
        {record.error !== null && <ProblemNote error={record.error} />}
        {preview !== undefined && done === undefined && <Preview preview={preview} measure={definition.unit} />}
        <div className="buttons">
          {file !== undefined && preview !== undefined && good > 0 && done === undefined && (
            <button
              type="button"
              className="main"
              disabled={record.isPending}
              onClick={() => record.mutate({ chosen: file, partial: preview.errorCount > 0 })}
            >
              {say(preview.errorCount > 0 ? 'csv.good' : 'csv.all', { count: good })}
            </button>
          )}
          <button type="button" onClick={onClose}>
            {say(done === undefined ? 'note.cancel' : 'ind.close')}
          </button>
        </div>
      </div>
    </Ask>
  );
}

function Preview({ preview, measure }: { readonly preview: ImportAnswer; readonly measure: string }) {
  const { say, format } = useWords();
  const { recorded, corrected, unchanged, errorCount, items, errors } = preview;
  const told = (value: number | undefined) => (value === undefined ? '–' : format.value(value, measure));
  return (
    <>
      <p role="status">{say('csv.preview', { recorded, corrected, unchanged, errors: errorCount })}</p>
      {errors.length > 0 && (
        <ul className="note bad">
          {errors.slice(0, MOST_SHOWN).map(({ row, field, message }) => (
            <li key={`${row} ${field} ${message}`}>
              {say('csv.row')} {row}: {message}
            </li>
          ))}
          {errors.length > MOST_SHOWN && <li>{say('csv.more', { count: errors.length - MOST_SHOWN })}</li>}
        </ul>
      )}
      <div className="scroll" tabIndex={0} role="region" aria-label={say('csv.outcome')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('csv.row')}</th>
              <th scope="col">{say('chart.period')}</th>
              <th scope="col" className="number">
                {say('entry.before')}
              </th>
              <th scope="col" className="number">
                {say('ind.value')}
              </th>
              <th scope="col">{say('csv.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {items.slice(0, MOST_SHOWN).map(({ row, outcome, before, after }) => (
              <tr key={row}>
                <td>{row}</td>
                <td>{format.period(after.period)}</td>
                <td className="number">{told(before?.value)}</td>
                <td className="number">{told(after.value)}</td>
                <td>{say(`csv.${outcome}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {items.length > MOST_SHOWN && <p className="hint">{say('csv.more', { count: items.length - MOST_SHOWN })}</p>}
    </>
  );
}
