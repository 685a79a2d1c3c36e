import { Link } from 'wouter';
import type { CycleView, Phase } from '../api/queries';
import { useWords } from '../words/words';
import { useNames } from './names';
import { PhaseBadge, PHASES, Standing } from './phase';

/** A column shows so many; the list shows all. */
const IN_A_COLUMN = 50;

export function CycleBoard({ cycles }: { readonly cycles: readonly CycleView[] }) {
  return (
    <div className="board">
      {PHASES.map((phase) => (
        <Column key={phase} phase={phase} cycles={cycles.filter((cycle) => cycle.phase === phase)} />
      ))}
    </div>
  );
}

function Column({ phase, cycles }: { readonly phase: Phase; readonly cycles: readonly CycleView[] }) {
  const { say } = useWords();
  const names = useNames();
  return (
    <section aria-labelledby={`column-${phase}`} className="column">
      <h2 id={`column-${phase}`}>
        <PhaseBadge phase={phase} /> <span className="count">{cycles.length}</span>
      </h2>
      <ul>
        {cycles.slice(0, IN_A_COLUMN).map((cycle) => (
          <li key={cycle.id} className="card small">
            <Link href={`/cycles/${encodeURIComponent(cycle.id)}`}>{cycle.title}</Link>
            <p className="hint">{names.unit(cycle.unit)}</p>
            <p className="hint">
              <Standing cycle={cycle} />
            </p>
          </li>
        ))}
      </ul>
      {cycles.length > IN_A_COLUMN && (
        <p className="hint">{say('cycles.moreInList', { count: cycles.length - IN_A_COLUMN })}</p>
      )}
    </section>
  );
}
