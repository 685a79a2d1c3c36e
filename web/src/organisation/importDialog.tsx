import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '../api/client';
import { Ask } from '../parts/dialog';
import { useWords } from '../words/words';
import { putDocument, useAllPeople, useAllUnits } from './documents';
import { inOrder, readPeople } from './peopleFile';
import type { ReadFile, ReadRow } from './peopleFile';

const MOST_SHOWN = 100;
type Going = { readonly done: number; readonly of: number; readonly refused: readonly { id: string; why: string }[] };

/** A file of people: read here, shown, and then put one by one. */
export default function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const { data: units = [] } = useAllUnits();
  const { data: people = [] } = useAllPeople();
  const queries = useQueryClient();
  const [read, setRead] = useState<ReadFile>();
  const [going, setGoing] = useState<Going>();
  const due = (read?.rows ?? []).flatMap((row) => (row.state === 'new' || row.state === 'changed' ? [row] : []));
  const choose = async (file: File | undefined) => {
    setGoing(undefined);
    setRead(file && readPeople(await file.text(), { units, people }));
  };
  const send = async () => {
    const versions = new Map(due.map(({ id, version }) => [id, version]));
    const refused: { id: string; why: string }[] = [];
    let done = 0;
    setGoing({ done, of: due.length, refused });
    for (const { id, ...body } of inOrder(due.map(({ person }) => person))) {
      await putDocument('people', { id, body, version: versions.get(id) }).catch((error: unknown) => {
        refused.push({
          id,
          why: error instanceof Problem && error.message !== '' ? error.message : say('note.failed'),
        });
      });
      done += 1;
      setGoing({ done, of: due.length, refused: [...refused] });
    }
    await queries.invalidateQueries({ queryKey: ['documents', 'people'] });
  };
  return (
    <Ask title={say('import.title')} onClose={onClose}>
      <div className="stack">
        <p className="hint">{say('import.what')}</p>
        <label className="field">
          <span className="label">{say('import.file')}</span>
          <input type="file" accept=".csv,text/csv" onChange={({ target }) => void choose(target.files?.[0])} />
        </label>
        {read !== undefined && going === undefined && <Preview read={read} />}
        {going !== undefined && <Progress going={going} />}
        <div className="buttons">
          {due.length > 0 && going === undefined && (
            <button type="button" className="main" onClick={() => void send()}>
              {say('import.do', { count: due.length })}
            </button>
          )}
          <button type="button" onClick={onClose}>
            {say('org.close')}
          </button>
        </div>
      </div>
    </Ask>
  );
}

function Preview({ read: { unclosed, missing, rows } }: { readonly read: ReadFile }) {
  const { say } = useWords();
  if (unclosed)
    return (
      <p className="note bad" role="alert">
        {say('import.error.unclosed')}
      </p>
    );
  if (missing.length > 0)
    return (
      <p className="note bad" role="alert">
        {say('import.error.noHeader', { columns: missing.join(', ') })}
      </p>
    );
  const count = (state: ReadRow['state']) => rows.filter((row) => row.state === state).length;
  const [added, changed, unchanged, wrong] = [count('new'), count('changed'), count('unchanged'), count('wrong')];
  const shown = [...rows]
    .sort((a, b) => Number(b.state === 'wrong') - Number(a.state === 'wrong'))
    .slice(0, MOST_SHOWN);
  return (
    <div role="status">
      <p className={wrong > 0 ? 'note warn' : 'note'}>{say('import.summary', { added, changed, unchanged, wrong })}</p>
      {added + changed === 0 && <p>{say('import.nothing')}</p>}
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{say('import.row')}</th>
              <th scope="col">{say('org.id')}</th>
              <th scope="col">{say('org.name')}</th>
              <th scope="col">{say('import.state')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.row}>
                <td>{row.row}</td>
                <td>{row.id}</td>
                <td>{row.name}</td>
                <td>
                  {say(`import.${row.state}`)}
                  {row.state === 'wrong' &&
                    `: ${row.errors.map(({ code, value }) => say(`import.error.${code}`, { value })).join('; ')}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > shown.length && (
        <p className="hint">{say('import.more', { count: rows.length - shown.length })}</p>
      )}
    </div>
  );
}

function Progress({ going: { done, of, refused } }: { readonly going: Going }) {
  const { say } = useWords();
  const told = say('import.progress', { done, of });
  return (
    <>
      <progress value={done} max={of} aria-label={told} />
      <p role="status">{done === of ? say('import.done', { count: of - refused.length }) : told}</p>
      {refused.length > 0 && (
        <ul className="note bad">
          {refused.map(({ id, why }) => (
            <li key={id}>{say('import.refused', { id, why })}</li>
          ))}
        </ul>
      )}
    </>
  );
}
