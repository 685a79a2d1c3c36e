import { idAt } from '../../plan/fields';
import { useBuildWords } from '../../words/surveyBuild';
import { useWords } from '../../words/words';
import type { lacksOf } from './lacks';

/** How much is missing, each a way to its field. */
export function Missing({ lacks }: { readonly lacks: ReturnType<typeof lacksOf> }) {
  const word = useBuildWords();
  const { of } = useWords();
  if (lacks.length === 0) return <p className="hint">{word('complete')}</p>;
  return (
    <details className="note warn">
      <summary>{word('missing', { count: lacks.length })}</summary>
      <ul>
        {lacks.map(({ field, words }) => (
          <li key={field}>
            <button type="button" className="link" onClick={() => goTo(idAt(field))}>
              {of(words)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** To a field, also when it stands in what is folded up. */
export function goTo(id: string): void {
  const field = document.getElementById(id);
  for (let around = field?.closest('details'); around != null; around = around.parentElement?.closest('details'))
    around.open = true;
  if (field !== null) field.focus();
  else document.getElementById('questions-title')?.scrollIntoView();
}
