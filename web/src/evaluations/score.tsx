import { readable } from '../../../src/domain/indicators/named';
import { Problem } from '../api/client';
import { ProblemNote } from '../parts/notes';
import { useEvaluationWords } from '../words/evaluations';
import { useWords } from '../words/words';
import { basisOf, factsSoFar, standing } from './facts';
import { points, useClass } from './names';
import type { Tried, Way } from './queries';
import { useTried } from './queries';
import type { Shown } from './sheet';
import { Tree } from './tree';

/** The score by the facts as they are now, what each part gives, and what the next class would take. */
export function Score({ evaluation, scheme, own }: Shown & { readonly own: boolean }) {
  const word = useEvaluationWords();
  const { data, error } = useTried(evaluation.scheme, evaluation.period, factsSoFar(evaluation, scheme));
  const { language } = useWords();
  const classed = useClass(scheme);
  const basis = basisOf(evaluation);
  const noWork = error instanceof Problem && error.code === 'SCHEME_NO_WORK';
  return (
    <section className="card" aria-labelledby="so-far">
      <h2 id="so-far">{word(own ? 'ev.soFar' : 'ev.score')}</h2>
      {noWork && <p>{word('ev.noWork')}</p>}
      {error !== null && !noWork && <ProblemNote error={error} />}
      {data !== undefined && (
        <>
          <p className="score-line">
            {basis === 'none' ? (
              word('ev.tasksOnly', { points: points(language, data.task) })
            ) : (
              <>
                <strong>{points(language, data.total)}</strong> {classed(data.class)}
              </>
            )}
          </p>
          <p className="hint">{word(`ev.basis.${basis}`)}</p>
          <Letters tried={data} />
          <Sections tried={data} scheme={scheme} pending={basis === 'none'} />
          {own && basis !== 'none' && <Next {...{ evaluation, scheme, tried: data }} />}
          <details>
            <summary>{word('ev.why')}</summary>
            <Tree node={data.explain} />
          </details>
        </>
      )}
    </section>
  );
}

const LETTERS = ['a', 'b', 'c'] as const;

function Letters({ tried }: { readonly tried: Tried }) {
  const { language } = useWords();
  const word = useEvaluationWords();
  const there = LETTERS.filter((letter) => tried[letter] !== undefined);
  if (there.length === 0) return null;
  return (
    <dl className="facts">
      {there.map((letter) => (
        <div key={letter} className="fact">
          <dt>{word(`ev.${letter}`)}</dt>
          <dd>{points(language, tried[letter] ?? 0)} %</dd>
        </div>
      ))}
    </dl>
  );
}

type SectionsProps = Pick<Shown, 'scheme'> & { readonly tried: Tried; readonly pending?: boolean };

export function Sections({ tried, scheme, pending = false }: SectionsProps) {
  const { language } = useWords();
  const word = useEvaluationWords();
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{word('ev.section')}</th>
            <th scope="col" className="number">
              {word('ev.points')}
            </th>
            <th scope="col" className="number">
              {word('ev.max')}
            </th>
          </tr>
        </thead>
        <tbody>
          {tried.sections.map(({ key, points: got, max }) => {
            const section = scheme.sections.find((one) => one.key === key);
            return (
              <tr key={key}>
                <th scope="row">{section === undefined ? key : readable(section.name, language)}</th>
                <td className="number">
                  {pending && section?.of.type === 'rated' ? word('ev.notYet') : points(language, got)}
                </td>
                <td className="number">{max}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** What would suffice for the next class; an excused delay is never among it. */
function Next({ evaluation, scheme, tried: { next } }: Shown & { readonly tried: Tried }) {
  const { language } = useWords();
  const word = useEvaluationWords();
  const classed = useClass(scheme);
  if (next === undefined) return null;
  const name = next.class === undefined ? '' : classed(next.class);
  const said = (way: Way): string => {
    if (way.how === 'product-done') {
      const title = standing(evaluation.items)[way.item]?.title ?? '';
      return word('ev.way.done', { title, total: points(language, way.total) });
    }
    const section = scheme.sections.find(({ key }) => key === way.section);
    return word('ev.way.points', {
      section: section === undefined ? way.section : readable(section.name, language),
      points: points(language, way.points),
      max: way.max,
    });
  };
  return (
    <>
      <h3>{word('ev.next')}</h3>
      {next.state === 'best' && <p>{word('ev.next.best')}</p>}
      {next.state === 'finding' && <p>{word('ev.next.finding')}</p>}
      {next.state === 'out-of-reach' && <p>{word('ev.next.out', { name })}</p>}
      {next.state === 'reachable' && (
        <>
          <p>{word('ev.next.missing', { name, points: points(language, next.missing ?? 0) })}</p>
          {(next.ways ?? []).length > 0 && (
            <>
              <p>{word('ev.next.ways')}</p>
              <ul>
                {(next.ways ?? []).map((way) => (
                  <li key={said(way)}>{said(way)}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </>
  );
}
