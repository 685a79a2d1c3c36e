import { Link } from 'wouter';
import { useNames } from '../../parts/names';
import { ProblemNote } from '../../parts/notes';
import { useEvaluationWords } from '../../words/evaluations';
import { useWords } from '../../words/words';
import { points } from '../names';
import { useChanges } from '../periodQueries';
import type { PeriodShown } from '../periodQueries';

/** What changed since the period before: who moved class, who came, who went. */
export function Changes({ period }: { readonly period: PeriodShown }) {
  const { language } = useWords();
  const word = useEvaluationWords();
  const { person } = useNames();
  const { data, error } = useChanges(period.id);
  const named = (key: string | undefined): string => period.scheme.classes[key ?? ''] ?? key ?? '–';
  if (error !== null) return <ProblemNote error={error} />;
  if (data === undefined) return null;
  const compared = data.up + data.down + data.same + data.gone.length > 0;
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{word('ev.changes')}</h2>
      <p>
        {compared ? word('ev.changesCount', { up: data.up, down: data.down, same: data.same }) : word('ev.changesNone')}
      </p>
      {compared && data.joined.length > 0 && <p>{word('ev.joined', { names: data.joined.map(person).join(', ') })}</p>}
      {data.gone.length > 0 && <p>{word('ev.gone', { names: data.gone.map(person).join(', ') })}</p>}
      {data.moved.length > 0 && (
        <ul className="tasks">
          {data.moved.map((one) => (
            <li key={one.evaluation}>
              <Link href={`/evaluations/${encodeURIComponent(one.evaluation)}`}>{person(one.person)}</Link>:{' '}
              {named(one.before.class)} ({points(language, one.before.total)}) → {named(one.class)} (
              {one.total === undefined ? '–' : points(language, one.total)})
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
