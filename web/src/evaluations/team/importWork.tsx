import { useState } from 'react';
import { useKeyed } from '../../api/keyed';
import { Ask } from '../../parts/dialog';
import { download } from '../../parts/download';
import { ProblemNote } from '../../parts/notes';
import { useEvaluationWords } from '../../words/evaluations';
import { useWords } from '../../words/words';
import { useImportWork } from './queries';

const HEAD = 'Mã cán bộ;Mã công việc;Tên công việc;Hệ số;Số lượng;Hạn;Mã nguồn;Ngày hoàn thành';

type Props = { readonly period: string; readonly onClose: () => void };

/** Work from a file of another system; the same file again changes nothing. */
export function ImportWork({ period, onClose }: Props) {
  const { say } = useWords();
  const word = useEvaluationWords();
  const keyed = useKeyed();
  const work = useImportWork();
  const [name, setName] = useState('');
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    setName(file.name);
    const csv = await file.text();
    await keyed(csv, (key) => work.mutateAsync({ period, csv, key })).catch(() => undefined);
  };
  const { data } = work;
  return (
    <Ask title={word('ev.import')} onClose={onClose}>
      <div className="stack">
        <p>{word('ev.importHint')}</p>
        <button type="button" onClick={() => download('cong-viec.csv', `\uFEFF${HEAD}\r\n`)}>
          {word('ev.importForm')}
        </button>
        <div className="field">
          <label htmlFor="work-file">{word('ev.importFile')}</label>
          <input
            id="work-file"
            type="file"
            accept=".csv,.txt,.tsv,text/csv"
            disabled={work.isPending}
            onChange={({ target }) => void take(target.files?.[0])}
          />
        </div>
        {work.isPending && <p role="status">{say('note.working')}</p>}
        {work.error !== null && <ProblemNote error={work.error} />}
        {data !== undefined && (
          <div role="status" className={data.errors.length > 0 ? 'note warn' : 'note good'}>
            <p>
              {word('ev.imported', {
                name,
                stored: data.stored,
                unchanged: data.unchanged,
                refused: data.errors.length,
              })}
            </p>
            <ul>
              {data.errors.slice(0, 50).map(({ row, words, field }) => (
                <li key={`${row} ${words}`}>{word('ev.importRow', { row, words, field: field ?? '' })}</li>
              ))}
            </ul>
          </div>
        )}
        <div className="buttons">
          <button type="button" onClick={onClose}>
            {word('ev.close')}
          </button>
        </div>
      </div>
    </Ask>
  );
}
