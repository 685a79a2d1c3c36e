import { useState } from 'react';
import type { Action } from '../../../src/domain/access/actions';
import { useNames } from '../parts/names';
import { useEvaluationWords } from '../words/evaluations';
import { useWords } from '../words/words';
import { AppealForm } from './appealForm';
import { DecideForm } from './decideForm';
import { useMe } from './may';
import { today } from './names';
import { pointName } from './points';
import type { Shown } from './sheet';

type Props = Shown & { readonly own: boolean; readonly may: (action: Action) => boolean };

/** The appeal: to be made, as it was made, or as it was decided. */
export function AppealPart({ evaluation, scheme, own, may }: Props) {
  const { format } = useWords();
  const word = useEvaluationWords();
  const [open, setOpen] = useState(false);
  const { appeal, published, phase } = evaluation;
  const free = appeal?.decided === undefined && phase === 'published';
  const inTime = published !== undefined && today() <= published.appealUntil;
  if (appeal !== undefined && !free) return <Made {...{ evaluation, scheme, own, may }} />;
  if (!own || published === undefined || !free) return null;
  return (
    <section aria-labelledby="appeal" className="card">
      <h2 id="appeal">{word('ev.appeal')}</h2>
      {!inTime && <p>{word('ev.appealLate', { day: format.day(published.appealUntil) })}</p>}
      {inTime && !open && (
        <>
          <p>{word('ev.appealHint', { day: format.day(published.appealUntil) })}</p>
          <div className="buttons">
            <button type="button" onClick={() => setOpen(true)}>
              {word('ev.appealOpen')}
            </button>
          </div>
        </>
      )}
      {inTime && open && <AppealForm {...{ evaluation, scheme }} onClose={() => setOpen(false)} />}
    </section>
  );
}

function Made({ evaluation, scheme, own, may }: Props) {
  const { format, language } = useWords();
  const word = useEvaluationWords();
  const { person } = useNames();
  const me = useMe();
  const { appeal, ratings, manager, approver } = evaluation;
  if (appeal === undefined) return null;
  const had = [manager, approver, ratings.manager?.by, ratings.approved?.by, ...ratings.calibrated.map(({ by }) => by)];
  const open = evaluation.phase === 'appealed';
  const mayDecide = open && !own && may('evaluation.decideAppeal');
  const hadPart = me !== undefined && had.includes(me.id);
  return (
    <section aria-labelledby="appeal" className="card">
      <h2 id="appeal">{word('ev.appeal')}</h2>
      <p className="hint">
        {word('ev.appealMade', { when: format.moment(appeal.at), until: format.day(appeal.decideUntil) })}
      </p>
      <ul>
        {appeal.points.map(({ part, key, why }) => {
          const decided = appeal.decided?.decisions.find((one) => one.key === key);
          return (
            <li key={`${part} ${key}`}>
              <strong>{pointName({ evaluation, scheme, language }, { part, key })}</strong>: {why}
              {decided !== undefined && (
                <p className="note">
                  {word(decided.upheld ? 'ev.upheld' : 'ev.notUpheld', { reason: decided.reason })}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {appeal.decided !== undefined && (
        <p className="hint">
          {word('ev.decidedBy', { name: person(appeal.decided.by), when: format.moment(appeal.decided.at) })}
        </p>
      )}
      {mayDecide && hadPart && <p className="note warn">{word('ev.decideNotYou')}</p>}
      {mayDecide && !hadPart && <DecideForm {...{ evaluation, scheme }} />}
    </section>
  );
}
