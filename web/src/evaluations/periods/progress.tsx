import { useNames } from '../../parts/names';
import { useEvaluationWords } from '../../words/evaluations';
import { useWords } from '../../words/words';
import type { PeriodShown } from '../periodQueries';

const STEPS = ['selfAssessment', 'managerRating', 'approval', 'calibration', 'publication'] as const;
const PHASES = [
  'collecting',
  'self',
  'rating',
  'approving',
  'calibrating',
  'published',
  'appealed',
  'final',
  'excluded',
] as const;

/** How many people are where, and by when each step is due. */
export function Progress({ period }: { readonly period: PeriodShown }) {
  const { format } = useWords();
  const word = useEvaluationWords();
  const { person } = useNames();
  const { dates, counts, progress, people, extensions, phase } = period;
  return (
    <section className="card" aria-labelledby="progress">
      <h2 id="progress">{word('ev.progress')}</h2>
      {phase === 'opening' ? (
        <p role="status">{word('ev.opening')}</p>
      ) : (
        <>
          <p>
            {word('ev.approvedShare', { percent: format.value(progress, 'ratio'), people: people ?? 0 })}{' '}
            <progress value={progress} max={1} aria-label={word('ev.progress')} />
          </p>
          <ul className="key">
            {PHASES.filter((one) => (counts[one] ?? 0) > 0).map((one) => (
              <li key={one}>
                {word(`ev.phase.${one}`)}: {counts[one]}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{word('ev.step')}</th>
              <th scope="col">{word('ev.stepDue')}</th>
            </tr>
          </thead>
          <tbody>
            {STEPS.map((step) => (
              <tr key={step}>
                <th scope="row">{word(`ev.step.${step}`)}</th>
                <td>
                  <time dateTime={dates.steps[step].day}>{format.day(dates.steps[step].day)}</time>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {extensions.map(({ at, by, step, from, to, reason }) => (
        <p key={`${at} ${step}`} className="hint">
          {word('ev.extended', {
            ...{ step: word(`ev.step.${step}`), from: format.day(from), to: format.day(to), reason },
            ...{ name: person(by), when: format.moment(at) },
          })}
        </p>
      ))}
    </section>
  );
}
