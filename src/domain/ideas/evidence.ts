import type { Cycle } from '../cycle/state';
import type { CheckResult } from '../cycle/verdict';
import type { Instant } from '../shared/time';

/** What a cycle proves, and since when. Whatever is missing is not proved (any more). */
export type CycleEvidence = {
  readonly cycle: string;
  readonly unit: string;
  readonly title: string;
  readonly launchedAt: Instant;
  /** It reached its Check. */
  readonly testedAt?: Instant;
  /** The check that stands today says *improved*. */
  readonly improvedAt?: Instant;
  /** The change was adopted or expanded. */
  readonly adoptedAt?: Instant;
  /** Cycles that follow from its decision. */
  readonly next?: string;
};

export function evidenceOf(cycle: Cycle): CycleEvidence {
  const { id, unit, title, launchedAt } = cycle;
  const known = { cycle: id, unit, title, launchedAt };
  if (!('checks' in cycle)) return known;
  const last = cycle.checks.at(-1);
  const decision = 'decision' in cycle ? cycle.decision : undefined;
  const adopted = decision?.kind === 'adopt' || decision?.kind === 'expand';
  return {
    ...known,
    testedAt: cycle.checkOpenedAt,
    ...(last !== undefined && saysImproved(last) && { improvedAt: last.computedAt }),
    ...(decision !== undefined && adopted && { adoptedAt: decision.at }),
    ...(decision?.next !== undefined && { next: decision.next.id }),
  };
}

/** An outcome improved, none got worse, and nothing that was to stay as it is was harmed. */
export function saysImproved({ verdicts }: Pick<CheckResult, 'verdicts'>): boolean {
  const outcomes = verdicts.filter(({ role }) => role !== 'balancing');
  return (
    outcomes.some(({ verdict }) => verdict === 'improved') &&
    outcomes.every(({ verdict }) => verdict !== 'worse') &&
    verdicts.every(({ harmed }) => harmed !== true)
  );
}
