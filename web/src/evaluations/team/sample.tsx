import { Link } from 'wouter';
import { useKeyed } from '../../api/keyed';
import { useNames } from '../../parts/names';
import { ProblemNote } from '../../parts/notes';
import { useEvaluationWords } from '../../words/evaluations';
import { useWords } from '../../words/words';
import { usePeriodCommand } from '../periodQueries';
import type { PeriodShown } from '../periodQueries';

const SIZE = 5;

/** Evaluations drawn by chance to be checked; the seed lets anybody draw the same again. */
export function Sample({ period, mayDraw }: { readonly period: PeriodShown; readonly mayDraw: boolean }) {
  const { format } = useWords();
  const word = useEvaluationWords();
  const { person } = useNames();
  const keyed = useKeyed();
  const command = usePeriodCommand(period.id);
  if (period.samples.length === 0 && !mayDraw) return null;
  const draw = () => {
    const body = { type: 'DrawSample' as const, size: SIZE };
    void keyed(body, (key) => command.mutateAsync({ body, key })).catch(() => undefined);
  };
  return (
    <section aria-labelledby="sample">
      <h2 id="sample">{word('ev.sample')}</h2>
      <p className="hint">{word('ev.sampleHint')}</p>
      {period.samples.map(({ at, seed, persons, among }) => (
        <div key={`${at} ${seed}`} className="card small">
          <p className="hint">{word('ev.sampleOf', { when: format.moment(at), n: persons.length, among, seed })}</p>
          <ul>
            {persons.map((one) => (
              <li key={one}>
                <Link href={`/evaluations/${encodeURIComponent(`${period.id}~${one}`)}`}>{person(one)}</Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {command.error !== null && <ProblemNote error={command.error} />}
      {mayDraw && (
        <button type="button" disabled={command.isPending} onClick={draw}>
          {word('ev.draw', { n: SIZE })}
        </button>
      )}
    </section>
  );
}
