import { ProblemNote, Waiting } from '../parts/notes';
import { useNames } from '../parts/names';
import { useEvaluationWords } from '../words/evaluations';
import { useWords } from '../words/words';
import { points, useClass } from './names';
import { useExplained } from './queries';
import type { Shown } from './sheet';
import { Tree } from './tree';

/** The result as it was told, with every reason down to the facts; made to be printed. */
export function Result({ evaluation, scheme, own }: Shown & { readonly own: boolean }) {
  const { format, language } = useWords();
  const word = useEvaluationWords();
  const classed = useClass(scheme);
  const { person } = useNames();
  const { published, corrections } = evaluation;
  const rated = evaluation.total !== undefined;
  const { data, error } = useExplained(evaluation.id, rated);
  return (
    <section className="card" aria-labelledby="result">
      <h2 id="result">{word(own ? 'ev.result' : 'ev.resultOf')}</h2>
      {rated ? (
        <p className="score-line">
          <strong>{points(language, evaluation.total ?? 0)}</strong> {classed(evaluation.class ?? '')}
        </p>
      ) : (
        <p>{word('ev.notRated', { why: published?.why ?? '' })}</p>
      )}
      {published !== undefined && (
        <p className="hint">
          {word('ev.told', { when: format.moment(published.at), until: format.day(published.appealUntil) })}
        </p>
      )}
      {published?.lowered === true && <p className="note">{word('ev.lowered')}</p>}
      {corrections.map(({ at, by, reason, before, after }) => (
        <p key={at} className="note">
          {word('ev.corrected', {
            ...{ when: format.moment(at), name: person(by), reason },
            before: `${before.total === undefined ? '–' : points(language, before.total)} ${classed(before.class ?? '–')}`,
            after: `${after.total === undefined ? '–' : points(language, after.total)} ${classed(after.class ?? '–')}`,
          })}
        </p>
      ))}
      {rated && (
        <>
          <h3>{word('ev.why')}</h3>
          <p className="hint">{word('ev.whyHint')}</p>
          {error !== null && <ProblemNote error={error} />}
          {data === undefined && error === null && <Waiting />}
          {data !== undefined && <Tree node={data} />}
          <Assumed {...{ scheme }} />
          <div className="buttons">
            <button type="button" onClick={() => print()}>
              {word('ev.print')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

/** Settings of the scheme that no source states. */
function Assumed({ scheme: { assumptions } }: Pick<Shown, 'scheme'>) {
  const { language } = useWords();
  const word = useEvaluationWords();
  if (assumptions.length === 0) return null;
  return (
    <details>
      <summary>{word('ev.assumed')}</summary>
      <ul>
        {assumptions.map(({ at, words }) => (
          <li key={at}>{typeof words === 'string' ? words : (words[language] ?? words.vi ?? words.en ?? '')}</li>
        ))}
      </ul>
    </details>
  );
}
