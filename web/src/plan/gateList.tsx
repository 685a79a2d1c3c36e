import { Explanations } from '../parts/explained';
import { useWords } from '../words/words';
import { idAt } from './fields';
import type { Lack } from './missing';

/** What is still missing, each a way to its field. Its length is announced as it changes. */
export function GateList({ lacks }: { readonly lacks: readonly Lack[] }) {
  const { say, of } = useWords();
  return (
    <aside className="gate card" aria-labelledby="gate">
      <h2 id="gate">{say('gate.title')}</h2>
      <Explanations terms={['gate', 'foureyes']} />
      <p role="status">{lacks.length === 0 ? say('gate.complete') : say('gate.missing', { count: lacks.length })}</p>
      <ul>
        {lacks.map(({ field, words }) => (
          <li key={`${field} ${words.en}`}>
            <button type="button" className="link" onClick={() => goTo(field)}>
              {of(words)}
            </button>
          </li>
        ))}
      </ul>
      <p className="hint">{say('gate.draft')}</p>
    </aside>
  );
}

/** The field itself, else the part it belongs to. */
function goTo(field: string): void {
  for (let at = field; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = document.getElementById(idAt(at));
    if (found === null) continue;
    found.focus();
    found.scrollIntoView({ block: 'center' });
    return;
  }
}
