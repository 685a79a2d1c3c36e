import { useScorecardWords } from '../words/scorecards';
import { useWords } from '../words/words';
import { useScorecardView } from './queries';
import type { Asked } from './queries';

type Words = { readonly vi: string; readonly en: string; readonly ja: string };
type Found = { readonly items: readonly { readonly code: string; readonly words: Words }[] };

/** Remarks on how the scorecard is made; they stop nothing. */
export function Lint({ id, query }: { readonly id: string; readonly query: Asked }) {
  const { of } = useWords();
  const word = useScorecardWords();
  const { data } = useScorecardView<Found>(id, 'lint', query);
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className="card">
      <h2>{word('sc.lint')}</h2>
      <ul>
        {data.items.map(({ code, words }, at) => (
          <li key={`${code} ${at}`}>{of(words)}</li>
        ))}
      </ul>
    </section>
  );
}
