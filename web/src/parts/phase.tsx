import type { CycleView, Phase } from '../api/queries';
import { useWords } from '../words/words';

export const PHASES: readonly Phase[] = ['plan', 'do', 'check', 'act', 'closed'];
const SIGNS: Readonly<Record<Phase, string>> = { plan: 'P', do: 'D', check: 'C', act: 'A', closed: '✓' };

/** The phase as a letter and a word: never by colour alone. */
export function PhaseBadge({ phase }: { readonly phase: Phase }) {
  const { say } = useWords();
  return (
    <span className={`phase phase-${phase}`}>
      <span aria-hidden="true">{SIGNS[phase]}</span> {say(`phase.${phase}`)}
    </span>
  );
}

/** What became of a closed cycle, else when the present phase is due. */
export function Standing({ cycle }: { readonly cycle: CycleView }) {
  const { say } = useWords();
  if (cycle.phase === 'closed') return <>{say(outcomeWord(cycle))}</>;
  if ('paused' in cycle && cycle.paused !== undefined) return <>{say('cycle.paused')}</>;
  return <Due at={cycle.dueAt} />;
}

/** When something is due, or since when it is overdue. */
export function Due({ at }: { readonly at: string | undefined }) {
  const { say, format } = useWords();
  if (at === undefined) return <span className="hint">–</span>;
  // eslint-disable-next-line react-hooks/purity -- late is what is late when it is shown
  const late = Date.parse(at) < Date.now();
  return (
    <time dateTime={at} className={late ? 'late-text' : ''}>
      {say(late ? 'today.wasDue' : 'today.due', { day: format.day(at) })}
    </time>
  );
}

type Closed = Extract<CycleView, { phase: 'closed' }>;
export const outcomeWord = (cycle: Closed) =>
  cycle.outcome === 'decided' ? (`decision.${cycle.decision.kind}` as const) : (`outcome.${cycle.outcome}` as const);
