import { given } from '../shared/given';
import type { Given } from '../shared/given';
import type { Cycle } from '../cycle/state';

/** What a cycle was in its series: where it was tried, and why it ended as it did. */
export function seriesStep(cycle: Cycle): Given<{ scope?: string; smallScale?: boolean; reason?: string }> {
  const { pilot } = cycle.plan;
  return given({ scope: pilot?.scope, smallScale: pilot?.smallScale, reason: reasonOf(cycle) });
}

function reasonOf(cycle: Cycle): string | undefined {
  if (cycle.phase !== 'closed') return undefined;
  return cycle.outcome === 'decided' ? cycle.decision.reason : cycle.reason;
}
