import '../styles/cycles.css';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { CycleView } from '../api/queries';
import { comparisonRows, differs } from '../cycles/comparison';
import type { ComparedRow } from '../cycles/comparison';
import { comparisonOf, LEAST_COMPARED, MOST_COMPARED } from '../cycles/historyTable';
import { useSomeCycles } from '../cycles/queries';
import { saveWorkbook } from '../cycles/workbook';
import { useIndicatorName, useUnitOfMeasure } from '../parts/a3';
import { csvOf } from '../../../src/domain/shared/csv';
import { download } from '../parts/download';
import { useNames } from '../parts/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { PhaseBadge } from '../parts/phase';
import { PageTitle } from '../shell';
import { useCycleWords } from '../words/cycles';
import { useWords } from '../words/words';

/** Two to four cycles side by side; which ones lives in the address. */
export default function Compare() {
  const tell = useCycleWords();
  const [search] = useSearchParams();
  const ids = [...new Set(search.getAll('cycle'))].slice(0, MOST_COMPARED);
  const asked = useSomeCycles(ids);
  const error = asked.find((one) => one.error !== null)?.error;
  const cycles = asked.flatMap(({ data }) => data ?? []);
  const few = ids.length < LEAST_COMPARED;
  return (
    <>
      <PageTitle>{tell('compare.title')}</PageTitle>
      <p>
        <Link href={few ? '/history' : `/history?compare=${encodeURIComponent(ids.join(' '))}`}>
          {tell('compare.back')}
        </Link>
      </p>
      {few && <p className="card empty">{tell('compare.tooFew')}</p>}
      {error !== undefined && <ProblemNote error={error} />}
      {!few && error === undefined && cycles.length < ids.length && <Waiting />}
      {!few && cycles.length === ids.length && <Comparison cycles={cycles} />}
    </>
  );
}

type Cycles = { readonly cycles: readonly CycleView[] };

function Comparison({ cycles }: Cycles) {
  const tell = useCycleWords();
  const words = useWords();
  const [onlyDifferent, setOnlyDifferent] = useState(false);
  const rows = comparisonRows(cycles, { ...words, tell, nameOf: useIndicatorName(), unitOf: useUnitOfMeasure() });
  const shown = onlyDifferent ? rows.filter(differs) : rows;
  const file = () => [
    [tell('compare.aspect'), tell('compare.differs'), ...cycles.map(({ title, no }) => `${title} (${no})`)],
    ...rows.map((row) => [row.label, differs(row) ? '≠' : '=', ...row.cells]),
  ];
  return (
    <>
      <div className="buttons">
        <label className="check">
          <input type="checkbox" checked={onlyDifferent} onChange={({ target }) => setOnlyDifferent(target.checked)} />{' '}
          {tell('compare.onlyDifferent')}
        </label>
        <button type="button" onClick={() => download('kairyo-compare.csv', csvOf(file()))}>
          {tell('compare.csv')}
        </button>
        <button type="button" onClick={() => void saveWorkbook('kairyo-compare.xlsx', file())}>
          {tell('compare.xlsx')}
        </button>
      </div>
      <div className="card scroll" tabIndex={0} role="region" aria-label={tell('compare.title')}>
        <table className="compare">
          <Heads cycles={cycles} />
          <tbody>
            {shown.map((row) => (
              <Row key={row.key} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Heads({ cycles }: Cycles) {
  const { say } = useWords();
  const tell = useCycleWords();
  const names = useNames();
  const others = (id: string) => cycles.map((cycle) => cycle.id).filter((one) => one !== id);
  return (
    <thead>
      <tr>
        <th scope="col">{tell('compare.aspect')}</th>
        {cycles.map(({ id, title, no, unit, phase }) => (
          <th key={id} scope="col">
            <Link href={`/cycles/${encodeURIComponent(id)}`}>{title}</Link>
            <p className="hint">
              {names.unit(unit)} · {say('cycle.no', { no })}
            </p>
            <PhaseBadge phase={phase} />
            {cycles.length > LEAST_COMPARED && (
              <p>
                <Link href={comparisonOf(others(id))}>{tell('compare.drop', { title })}</Link>
              </p>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Row({ row }: { readonly row: ComparedRow }) {
  const tell = useCycleWords();
  const different = differs(row);
  return (
    <tr className={different ? 'differs' : ''}>
      <th scope="row">
        {row.label}
        <span className="differs-mark">
          {different ? '≠ ' : '= '}
          {tell(different ? 'compare.differs' : 'compare.same')}
        </span>
      </th>
      {row.cells.map((cell, index) => (
        <td key={index}>{cell}</td>
      ))}
    </tr>
  );
}
