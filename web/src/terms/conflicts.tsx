import { useTermsWords } from '../words/terms';
import type { Conflict, TermsDraft } from './draft';

type ConflictsProps = { readonly draft: TermsDraft; readonly shippedOf: (conflict: Conflict) => string };

/** Both words where two people changed the same one; nothing is saved before each is settled. */
export function Conflicts({ draft: { conflicts, settle }, shippedOf }: ConflictsProps) {
  const say = useTermsWords();
  if (conflicts.length === 0) return null;
  return (
    <div className="note warn" role="alert">
      <p>{say('own.conflict')}</p>
      <ul>
        {conflicts.map((conflict) => (
          <li key={conflict.at}>
            <strong lang={conflict.language}>{shippedOf(conflict)}</strong>
            <div className="buttons">
              {(['mine', 'theirs'] as const).map((choice) => (
                <button key={choice} type="button" onClick={() => settle(conflict, choice)}>
                  {say(`own.${choice}`, { word: conflict[choice].trim() || say('own.asShipped') })}
                </button>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
