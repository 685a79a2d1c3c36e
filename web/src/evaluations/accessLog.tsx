import { useNames } from '../parts/names';
import { ProblemNote } from '../parts/notes';
import { useEvaluationWords } from '../words/evaluations';
import { useWords } from '../words/words';
import { useAccessLog } from './queries';

const KINDS = ['list', 'one', 'explain', 'events'] as const;

/** Who looked at my evaluations, and when. */
export function AccessLog() {
  const { format } = useWords();
  const word = useEvaluationWords();
  const { person } = useNames();
  const { data, error, hasNextPage, fetchNextPage } = useAccessLog();
  const looks = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <details className="card">
      <summary>{word('ev.readers')}</summary>
      <p className="hint">{word('ev.readersHint')}</p>
      {error !== null && <ProblemNote error={error} />}
      {data !== undefined && looks.length === 0 && <p>{word('ev.readersNone')}</p>}
      <ul>
        {looks.map(({ id, by, at, what }) => (
          <li key={id}>
            {format.moment(at)}: {person(by)} – {word(`ev.look.${KINDS.find((one) => one === what) ?? 'one'}`)}
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" onClick={() => void fetchNextPage()}>
          {word('ev.more')}
        </button>
      )}
    </details>
  );
}
