import '../styles/cycles.css';
import { Link } from 'wouter';
import { useAddress } from '../parts/address';
import { useNames } from '../parts/names';
import { PhaseBadge } from '../parts/phase';
import { useCycleWords } from '../words/cycles';
import { useWords } from '../words/words';
import { outcomeName } from './line';
import type { HistoryRow } from './queries';

/** The table shows the newest; the export has all. */
const SHOWN = 300;
export const MOST_COMPARED = 4;
export const LEAST_COMPARED = 2;

/** The address of a comparison: a link to it shows the same. */
export const comparisonOf = (ids: readonly string[]): string =>
  `/history/compare?${new URLSearchParams(ids.map((id) => ['cycle', id])).toString()}`;

type TableProps = { readonly rows: readonly HistoryRow[] };

/** The cycles, and which of them are to be compared: kept in the address. */
export function HistoryTable({ rows }: TableProps) {
  const { say, format } = useWords();
  const tell = useCycleWords();
  const [search, set] = useAddress();
  const chosen = (search.get('compare') ?? '').split(' ').filter((id) => id !== '');
  const choose = (id: string, ticked: boolean) =>
    set('compare', (ticked ? [...chosen, id] : chosen.filter((one) => one !== id)).join(' '));
  const full = chosen.length >= MOST_COMPARED;
  const label = tell('compare.do', { count: format.number(chosen.length) });
  return (
    <section className="card">
      <div className="buttons" role="status">
        {chosen.length >= LEAST_COMPARED ? (
          <Link href={comparisonOf(chosen)} className="button main">
            {label}
          </Link>
        ) : (
          <p className="hint">{tell('compare.choose')}</p>
        )}
        {full && <p className="hint">{tell('compare.full')}</p>}
      </div>
      <div className="scroll" tabIndex={0} role="region" aria-label={say('history.title')}>
        <table className="history-rows">
          <Heads />
          <tbody>
            {rows.slice(0, SHOWN).map((row) => {
              const ticked = chosen.includes(row.cycle);
              return (
                <tr key={row.cycle}>
                  <td>
                    <input
                      type="checkbox"
                      aria-label={tell('compare.tick', { title: row.title })}
                      checked={ticked}
                      disabled={full && !ticked}
                      onChange={({ target }) => choose(row.cycle, target.checked)}
                    />
                  </td>
                  <Cells row={row} />
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {rows.length > SHOWN && <p className="hint">{say('history.moreInExport', { count: rows.length - SHOWN })}</p>}
    </section>
  );
}

function Heads() {
  const { say } = useWords();
  const tell = useCycleWords();
  const words = ['launch.name', 'cycle.unit', 'history.launched', 'cycle.phase', 'history.outcome'] as const;
  return (
    <thead>
      <tr>
        <th scope="col">{tell('compare.column')}</th>
        {words.map((word) => (
          <th key={word} scope="col">
            {say(word)}
          </th>
        ))}
        <th scope="col" className="number">
          {say('history.fidelity')}
        </th>
      </tr>
    </thead>
  );
}

function Cells({ row }: { readonly row: HistoryRow }) {
  const { say, format } = useWords();
  const names = useNames();
  return (
    <>
      <th scope="row">
        <Link href={`/cycles/${encodeURIComponent(row.cycle)}`}>{row.title}</Link>
      </th>
      <td>{names.unit(row.unit)}</td>
      <td>{format.day(row.launchedAt)}</td>
      <td>
        <PhaseBadge phase={row.phase} />
      </td>
      <td>{row.phase === 'closed' ? say(outcomeName(row.outcome)) : '–'}</td>
      <td className="number">{row.fidelity === undefined ? '–' : format.value(row.fidelity, 'ratio')}</td>
    </>
  );
}
