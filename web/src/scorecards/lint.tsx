import { useScorecardWords } from '../words/scorecards';
import { useScorecardView } from './queries';
import type { Asked } from './queries';

type Found = {
  readonly findings: readonly { readonly code: string; readonly field: string; readonly words: string }[];
};

/** Remarks on how the scorecard is made; they stop nothing. */
export function Lint({ id, query }: { readonly id: string; readonly query: Asked }) {
  const word = useScorecardWords();
  const { data } = useScorecardView<Found>(id, '/lint', { ...query });
  if (data === undefined || data.findings.length === 0) return null;
  return (
    <section className="card">
      <h2>{word('sc.lint')}</h2>
      <ul>
        {data.findings.map(({ code, field, words }) => (
          <li key={`${code} ${field}`}>{words}</li>
        ))}
      </ul>
    </section>
  );
}
