import type { Instant } from '../shared/time';
import type { SystemCommand } from './decide';
import { dueOf } from './decide';
import type { Cycle } from './state';

/** What the cycle does by itself next, and when: Check opens, a sustain check is made. Everything else waits for people. */
export function nextAlarm(cycle: Cycle): { readonly at: Instant; readonly command: SystemCommand } | undefined {
  const due = dueOf(cycle);
  if (due === undefined || ('paused' in cycle && cycle.paused !== undefined)) return undefined;
  if (cycle.phase === 'do') return { at: due.at, command: { type: 'OpenCheck' } };
  if (cycle.phase === 'closed') return { at: due.at, command: { type: 'CheckSustain' } };
  return undefined;
}

/** Nothing will happen to this cycle any more. */
export const isFinished = (cycle: Cycle): boolean => cycle.phase === 'closed' && dueOf(cycle) === undefined;
