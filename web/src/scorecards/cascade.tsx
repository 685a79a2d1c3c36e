import { useScorecardWords } from '../words/scorecards';
import type { Asked } from './queries';
import type { Reading } from './reading';

/** What this scorecard serves above, and what serves it from below. */
export function Cascade({ reading: _reading, query: _query }: { readonly reading: Reading; readonly query: Asked }) {
  const word = useScorecardWords();
  return <p className="card">{word('sc.cascadeNone')}</p>;
}
