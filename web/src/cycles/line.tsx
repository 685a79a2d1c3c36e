import type { Outcome } from '../../../src/domain/history/history';
import { Due } from '../parts/phase';
import type { Word } from '../words/words';
import { useWords } from '../words/words';
import type { CycleLine } from './queries';

/** What an outcome is called. */
export const outcomeName = (outcome: Outcome): Word =>
  outcome === 'open'
    ? 'history.open'
    : outcome === 'withdrawn' || outcome === 'cancelled'
      ? `outcome.${outcome}`
      : `decision.${outcome}`;

/** What became of a closed cycle, else when the present phase is due. */
export function LineStanding({ line }: { readonly line: CycleLine }) {
  const { say } = useWords();
  if (line.phase === 'closed') return <>{say(outcomeName(line.outcome))}</>;
  if (line.paused) return <>{say('cycle.paused')}</>;
  return <Due at={line.dueAt} />;
}
