import { Link } from 'wouter';
import { useNames } from '../../parts/names';
import { ProblemNote } from '../../parts/notes';
import { useEvaluationWords } from '../../words/evaluations';
import { useAppealed } from '../team/queries';

/** Appeals that wait for a decision. */
export function Appeals({ period }: { readonly period: string }) {
  const word = useEvaluationWords();
  const { person, unit } = useNames();
  const { data, error } = useAppealed(period, true);
  return (
    <section aria-labelledby="appeals">
      <h2 id="appeals">{word('ev.appeals')}</h2>
      {error !== null && <ProblemNote error={error} />}
      {data?.length === 0 && <p className="hint">{word('ev.appealsNone')}</p>}
      <ul className="tasks">
        {(data ?? []).map((one) => (
          <li key={one.id} className="task">
            <div>
              <h3>{person(one.person)}</h3>
              <p className="hint">{unit(one.unit)}</p>
            </div>
            <Link
              className="button"
              href={`/evaluations/${encodeURIComponent(one.id)}`}
              aria-label={`${word('ev.readAppeal')}: ${person(one.person)}`}
            >
              {word('ev.readAppeal')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
