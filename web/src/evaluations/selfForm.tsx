import type { FormEvent } from 'react';
import { readable } from '../../../src/domain/indicators/named';
import { useKeyed } from '../api/keyed';
import { ProblemNote } from '../parts/notes';
import { useEvaluationWords } from '../words/evaluations';
import { useWords } from '../words/words';
import { criteriaOf } from './criteria';
import { useEvaluationCommand } from './queries';
import type { Shown } from './sheet';

/** Points one gives oneself; they can be sent again until the manager has rated. */
export function SelfForm({ evaluation, scheme }: Shown) {
  const { language, format, say } = useWords();
  const word = useEvaluationWords();
  const keyed = useKeyed();
  const command = useEvaluationCommand(evaluation.id);
  const { self } = evaluation.ratings;
  const criteria = criteriaOf(scheme);
  if (criteria.length === 0) return null;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const ratings = Object.fromEntries(criteria.map(({ path }) => [path, Number(form.get(path))]));
    const note = form.get('note');
    const body = {
      ...{ type: 'AssessSelf' as const, ratings },
      ...(typeof note === 'string' && note.trim() !== '' && { note: note.trim() }),
    };
    void keyed(body, (key) => command.mutateAsync({ body, key })).catch(() => undefined);
  };
  return (
    <section className="card" aria-labelledby="self">
      <h2 id="self">{word('ev.self')}</h2>
      <p className="hint">
        {self === undefined ? word('ev.selfHint') : word('ev.selfSent', { when: format.moment(self.at) })}
      </p>
      <form className="stack" onSubmit={submit} key={self?.at}>
        {criteria.map(({ path, criterion }) => (
          <div key={path} className="field">
            <label htmlFor={`self-${path}`}>
              {word('ev.criterionOf', { name: readable(criterion.name, language), max: criterion.max })}
            </label>
            {criterion.guidance !== undefined && (
              <p id={`hint-${path}`} className="hint">
                {readable(criterion.guidance, language)}
              </p>
            )}
            <input
              id={`self-${path}`}
              name={path}
              type="number"
              inputMode="decimal"
              min={0}
              max={criterion.max}
              step="any"
              required
              className="points"
              defaultValue={self?.points[path]}
              {...(criterion.guidance !== undefined && { 'aria-describedby': `hint-${path}` })}
            />
          </div>
        ))}
        <div className="field">
          <label htmlFor="self-note">{word('ev.selfNote')}</label>
          <textarea id="self-note" name="note" rows={3} maxLength={8000} defaultValue={self?.note} />
        </div>
        {command.error !== null && <ProblemNote error={command.error} />}
        <p role="status">{command.isSuccess && word('ev.selfDone')}</p>
        <button type="submit" className="main" disabled={command.isPending}>
          {command.isPending ? say('note.working') : word(self === undefined ? 'ev.selfSend' : 'ev.selfAgain')}
        </button>
      </form>
    </section>
  );
}
