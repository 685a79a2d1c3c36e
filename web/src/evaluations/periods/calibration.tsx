import { useState } from 'react';
import { Link } from 'wouter';
import { useKeyed } from '../../api/keyed';
import { useNames } from '../../parts/names';
import { ProblemNote } from '../../parts/notes';
import { useEvaluationWords } from '../../words/evaluations';
import { useWords } from '../../words/words';
import { points } from '../names';
import { useExceptions, usePeriodCommand, useRaters } from '../periodQueries';
import type { PeriodShown } from '../periodQueries';
import { PeopleChoice } from './peopleChoice';

type Props = { readonly period: PeriodShown };

/** Before the meeting: who needs a look; the meeting with its minutes. */
export function Calibration({ period, mayHold }: Props & { readonly mayHold: boolean }) {
  const { format } = useWords();
  const word = useEvaluationWords();
  const { person } = useNames();
  const { data, error } = useExceptions(period.id);
  const { calibration } = period;
  return (
    <section aria-labelledby="calibration">
      <h2 id="calibration">{word('ev.calibration')}</h2>
      {error !== null && <ProblemNote error={error} />}
      {data !== undefined && (
        <details>
          <summary>{word('ev.exceptionsOf', { n: data.items.length, people: data.people })}</summary>
          <ul className="tasks">
            {data.items.map((one) => (
              <li key={one.evaluation}>
                <Link href={`/evaluations/${encodeURIComponent(one.evaluation)}`}>{person(one.person)}</Link>:{' '}
                {one.looks.map(({ words }) => words).join('; ')}
              </li>
            ))}
          </ul>
        </details>
      )}
      {calibration !== undefined && (
        <div className="card">
          <h3>{word('ev.minutes')}</h3>
          <p className="said">{calibration.minutes}</p>
          <p className="hint">
            {word('ev.heldBy', {
              ...{ name: person(calibration.by), when: format.moment(calibration.at) },
              names: calibration.attendance.map(person).join(', '),
            })}
          </p>
        </div>
      )}
      {mayHold && calibration === undefined && <Hold period={period} />}
    </section>
  );
}

function Hold({ period }: Props) {
  const word = useEvaluationWords();
  const keyed = useKeyed();
  const command = usePeriodCommand(period.id);
  const [attendance, setAttendance] = useState<readonly string[]>(period.calibrators);
  const [minutes, setMinutes] = useState('');
  const hold = () => {
    const body = { type: 'HoldCalibration' as const, attendance: [...attendance], minutes: minutes.trim() };
    void keyed(body, (key) => command.mutateAsync({ body, key })).catch(() => undefined);
  };
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        hold();
      }}
    >
      <h3>{word('ev.hold')}</h3>
      <p className="hint">{word('ev.holdHint')}</p>
      <PeopleChoice label={word('ev.attendance')} chosen={attendance} onChange={setAttendance} />
      <div className="field">
        <label htmlFor="minutes">{word('ev.minutes')}</label>
        <textarea
          id="minutes"
          rows={6}
          required
          maxLength={50_000}
          value={minutes}
          onChange={({ target }) => setMinutes(target.value)}
        />
      </div>
      {command.error !== null && <ProblemNote error={command.error} />}
      <button type="submit" className="main" disabled={command.isPending || attendance.length === 0}>
        {word('ev.holdDo')}
      </button>
    </form>
  );
}

/** How strictly raters rate, and how far apart: a reason to talk, never a penalty. */
export function Raters({ period }: Props) {
  const { language, format } = useWords();
  const word = useEvaluationWords();
  const { person } = useNames();
  const { data, error } = useRaters(period.id);
  if (error !== null) return <ProblemNote error={error} />;
  if (data === undefined) return null;
  return (
    <section aria-labelledby="raters">
      <h2 id="raters">{word('ev.raters')}</h2>
      <p className="hint">{word('ev.ratersHint')}</p>
      {data.raters.length > 0 && (
        <div className="scroll">
          <table>
            <thead>
              <tr>
                {(['rater', 'ratedPeople', 'mean', 'severity', 'spread', 'allMax'] as const).map((one) => (
                  <th key={one} scope="col" {...(one !== 'rater' && { className: 'number' })}>
                    {word(`ev.${one}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.raters.map((one) => (
                <tr key={one.rater}>
                  <th scope="row">{person(one.rater)}</th>
                  <td className="number">{one.people}</td>
                  <td className="number">{format.value(one.mean, 'ratio')}</td>
                  <td className="number">
                    {one.severity > 0 ? '+' : ''}
                    {points(language, Math.round(one.severity * 1000) / 10)}
                  </td>
                  <td className="number">{points(language, Math.round(one.spread * 1000) / 10)}</td>
                  <td className="number">{one.allMax}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {data.small.raters > 0 && <p className="hint">{word('ev.smallRaters', { n: data.small.raters })}</p>}
    </section>
  );
}
