import { useMemo } from 'react';
import { Link } from 'wouter';
import type { Phase } from '../api/queries';
import { useAddress } from '../parts/address';
import { useNames } from '../parts/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { PhaseBadge, PHASES } from '../parts/phase';
import { useWords } from '../words/words';
import { LineStanding } from './line';
import { useCycleLines } from './queries';
import type { CycleFilter } from './queries';

/** A column shows so many; the list shows all. */
const IN_A_COLUMN = 50;

export function CycleBoard({ filter }: { readonly filter: CycleFilter | undefined }) {
  return (
    <div className="board">
      {PHASES.map((phase) => (
        <Column key={phase} phase={phase} filter={filter} />
      ))}
    </div>
  );
}

type ColumnProps = { readonly phase: Phase; readonly filter: CycleFilter | undefined };

function Column({ phase, filter }: ColumnProps) {
  const { format } = useWords();
  const own = useMemo(() => filter && { ...filter, phase }, [filter, phase]);
  const { data, error } = useCycleLines(own, IN_A_COLUMN);
  const lines = data?.pages[0]?.items ?? [];
  const total = data?.pages[0]?.total;
  return (
    <section aria-labelledby={`column-${phase}`} className="column">
      <h2 id={`column-${phase}`}>
        <PhaseBadge phase={phase} /> {total !== undefined && <span className="count">{format.number(total)}</span>}
      </h2>
      {error !== null && <ProblemNote error={error} />}
      {data === undefined && error === null && <Waiting />}
      <Cards lines={lines} />
      {total !== undefined && total > lines.length && <Others phase={phase} count={total - lines.length} />}
    </section>
  );
}

function Cards({ lines }: { readonly lines: readonly Parameters<typeof LineStanding>[0]['line'][] }) {
  const names = useNames();
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.id} className="card small">
          <Link href={`/cycles/${encodeURIComponent(line.id)}`}>{line.title}</Link>
          <p className="hint">{names.unit(line.unit)}</p>
          <p className="hint">
            <LineStanding line={line} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function Others({ phase, count }: { readonly phase: Phase; readonly count: number }) {
  const { say, format } = useWords();
  const [search] = useAddress();
  const list = new URLSearchParams(search);
  list.delete('view');
  list.set('phase', phase);
  return (
    <p className="hint">
      <Link href={`/cycles?${list.toString()}`}>{say('cycles.moreInList', { count: format.number(count) })}</Link>
    </p>
  );
}
