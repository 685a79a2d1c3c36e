import { useState } from 'react';
import type { Action } from '../../../src/domain/access/actions';
import { readable } from '../../../src/domain/indicators/named';
import type { EvaluationCommand } from '../../../src/domain/evaluations/evaluation.schema';
import { useKeyed } from '../api/keyed';
import { ProblemNote } from '../parts/notes';
import { useEvaluationWords } from '../words/evaluations';
import { useWords } from '../words/words';
import { criteriaOf } from './criteria';
import { useMe } from './may';
import { points } from './names';
import { useEvaluationCommand } from './queries';
import type { Shown } from './sheet';

/** The rating beside the self-assessment, to be approved or sent back with a reason. */
export function ApprovePart({ evaluation, scheme, may }: Shown & { readonly may: (action: Action) => boolean }) {
  const word = useEvaluationWords();
  const keyed = useKeyed();
  const me = useMe();
  const command = useEvaluationCommand(evaluation.id);
  const [reason, setReason] = useState('');
  const rater = evaluation.ratings.manager?.by;
  if (evaluation.phase !== 'approving' || evaluation.paused || !may('evaluation.approve') || rater === me?.id)
    return null;
  const order = (body: EvaluationCommand) =>
    void keyed(body, (key) => command.mutateAsync({ body, key })).catch(() => undefined);
  return (
    <section className="card" aria-labelledby="approve">
      <h2 id="approve">{word('ev.approve')}</h2>
      <BothRatings {...{ evaluation, scheme }} />
      {command.error !== null && <ProblemNote error={command.error} />}
      <div className="buttons">
        <button type="button" className="main" disabled={command.isPending} onClick={() => order({ type: 'Approve' })}>
          {word('ev.approve')}
        </button>
      </div>
      <details>
        <summary>{word('ev.sendBack')}</summary>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            order({ type: 'SendBack', reason: reason.trim() });
          }}
        >
          <div className="field">
            <label htmlFor="send-back">{word('ev.sendBackWhy')}</label>
            <textarea
              id="send-back"
              rows={2}
              required
              maxLength={4000}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          </div>
          <button type="submit" disabled={command.isPending}>
            {word('ev.sendBack')}
          </button>
        </form>
      </details>
    </section>
  );
}

function BothRatings({ evaluation: { ratings }, scheme }: Shown) {
  const { language } = useWords();
  const word = useEvaluationWords();
  const shown = (value: number | undefined): string => (value === undefined ? '–' : points(language, value));
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{word('ev.criterion')}</th>
            <th scope="col" className="number">
              {word('ev.selfShort')}
            </th>
            <th scope="col" className="number">
              {word('ev.points')}
            </th>
            <th scope="col">{word('ev.text.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {criteriaOf(scheme).map(({ path, criterion }) => (
            <tr key={path}>
              <th scope="row">{readable(criterion.name, language)}</th>
              <td className="number">{shown(ratings.self?.points[path])}</td>
              <td className="number">{shown(ratings.manager?.points[path])}</td>
              <td>{ratings.manager?.reasons?.[path] ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
