import { useNames } from '../../parts/names';
import { ProblemNote } from '../../parts/notes';
import { useSchemeEditorWords } from '../../words/schemeEditor';
import { useWords } from '../../words/words';
import { useTrial } from '../queries';
import type { Trial } from '../queries';

type Props = { readonly id: string; readonly definition: object };
/** Who would move class if the draft had scored the last period. */
export function LastPeriod({ id, definition }: Props) {
  const { say } = useWords();
  const word = useSchemeEditorWords();
  const trial = useTrial(id);
  return (
    <section className="card stack" aria-labelledby="trial">
      <h2 id="trial">{word('trial')}</h2>
      <p className="hint">{word('trialHint')}</p>
      <button type="button" disabled={trial.isPending} onClick={() => trial.mutate(definition)}>
        {trial.isPending ? say('note.working') : word('trial')}
      </button>
      {trial.error !== null && <ProblemNote error={trial.error} />}
      {trial.data !== undefined && <Result trial={trial.data} />}
    </section>
  );
}

function Result({ trial: { moved, period = '', ...counts } }: { readonly trial: Trial }) {
  const word = useSchemeEditorWords();
  const { person: nameOf } = useNames();
  return (
    <div role="status" className="stack">
      <p>{word('trialCounts', { period, ...counts })}</p>
      {moved === undefined && <p className="hint">{word('trialFew')}</p>}
      {moved?.length === 0 && <p>{word('trialNobody')}</p>}
      {moved !== undefined && moved.length > 0 && (
        <div className="scroll" tabIndex={0} role="region" aria-label={word('trial')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{word('who')}</th>
                <th scope="col">{word('why')}</th>
              </tr>
            </thead>
            <tbody>
              {moved.map(({ person, why }) => (
                <tr key={person}>
                  <th scope="row">{nameOf(person)}</th>
                  <td>{why}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
