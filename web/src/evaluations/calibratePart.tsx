import type { FormEvent } from 'react';
import type { Action } from '../../../src/domain/access/actions';
import { readable } from '../../../src/domain/indicators/named';
import { useKeyed } from '../api/keyed';
import { useNames } from '../parts/names';
import { ProblemNote } from '../parts/notes';
import { useEvaluationWords } from '../words/evaluations';
import { useWords } from '../words/words';
import { criteriaOf } from './criteria';
import { points } from './names';
import { useEvaluationCommand } from './queries';
import type { Shown } from './sheet';

/** For the calibrating body: points before and after, each change with its reason. */
export function CalibratePart({ evaluation, scheme, may }: Shown & { readonly may: (action: Action) => boolean }) {
  const { language, format } = useWords();
  const word = useEvaluationWords();
  const { person } = useNames();
  const keyed = useKeyed();
  const command = useEvaluationCommand(evaluation.id);
  const { ratings, effective } = evaluation;
  const open = evaluation.phase === 'calibrating' && !evaluation.paused && may('evaluation.calibrate');
  if (!open && ratings.calibrated.length === 0) return null;
  const criteria = criteriaOf(scheme);
  const before = (ratings.approved ?? ratings.manager)?.points ?? {};
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const changed = criteria.flatMap(({ path }) => {
      const value = Number(form.get(path));
      return value === effective[path] ? [] : [[path, value] as const];
    });
    const reason = form.get('reason');
    const body = {
      type: 'Calibrate' as const,
      ratings: Object.fromEntries(changed),
      reason: typeof reason === 'string' ? reason.trim() : '',
    };
    void keyed(body, (key) => command.mutateAsync({ body, key })).catch(() => undefined);
  };
  return (
    <section className="card" aria-labelledby="calibrate">
      <h2 id="calibrate">{word('ev.calibrate')}</h2>
      {ratings.calibrated.map(({ at, by, reason, points: given }) => (
        <div key={at}>
          <p className="hint">{word('ev.calibratedBy', { name: person(by), when: format.moment(at), reason })}</p>
          <ul>
            {criteria
              .filter(({ path }) => given[path] !== undefined)
              .map(({ path, criterion }) => (
                <li key={path}>
                  {readable(criterion.name, language)}:{' '}
                  {before[path] === undefined ? '–' : points(language, before[path])} →{' '}
                  {points(language, given[path] ?? 0)}
                </li>
              ))}
          </ul>
        </div>
      ))}
      {open && (
        <details>
          <summary>{word('ev.calibrateDo')}</summary>
          <form className="stack" onSubmit={submit} key={ratings.calibrated.length}>
            <div className="pair">
              {criteria.map(({ path, criterion }) => (
                <div key={path} className="field">
                  <label htmlFor={`cal-${path}`}>
                    {word('ev.criterionOf', { name: readable(criterion.name, language), max: criterion.max })}
                  </label>
                  <input
                    id={`cal-${path}`}
                    name={path}
                    type="number"
                    min={0}
                    max={criterion.max}
                    step="any"
                    required
                    defaultValue={effective[path]}
                  />
                </div>
              ))}
            </div>
            <div className="field">
              <label htmlFor="cal-reason">{word('ev.text.reason')}</label>
              <textarea id="cal-reason" name="reason" rows={2} required maxLength={4000} />
            </div>
            {command.error !== null && <ProblemNote error={command.error} />}
            <button type="submit" disabled={command.isPending}>
              {word('ev.calibrateDo')}
            </button>
          </form>
        </details>
      )}
    </section>
  );
}
