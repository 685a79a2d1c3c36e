import type { DecisionRecord, Fidelity } from './events';
import type { Cycle } from './state';

/** Points in time, before and after together, from which "data over time" is more than a snapshot. */
export const FIDELITY_POINTS = 12;

type InAct = Extract<Cycle, { phase: 'act' }>;

/** Was the method followed? Seven yes/no questions (domain facts §2: Taylor 2014; Knudsen 2019), answered by the record alone. */
export function fidelityOf(cycle: InAct, decision: Omit<DecisionRecord, 'at' | 'signer'>): Fidelity {
  const { plan } = cycle;
  const verdicts = cycle.checks.at(-1)?.verdicts ?? [];
  const compared = verdicts.some(({ prediction }) => prediction === 'held' || prediction === 'missed');
  return {
    'aim-measurable-and-dated':
      plan.aim.by !== undefined && plan.indicators.some(({ key }) => key === plan.aim.indicator),
    'prediction-before-do': plan.indicators.every(({ prediction }) => prediction !== undefined),
    'small-scale-first': cycle.stage > 1 || plan.pilot?.smallScale === true,
    'data-over-time': verdicts.some(({ points }) => points.before + points.after >= FIDELITY_POINTS),
    'prediction-compared': compared && cycle.reviews.some(({ predictionCompared }) => predictionCompared.length > 0),
    'decision-with-reason': decision.reason.trim().length > 0,
    'next-step-follows': nextStepFollows(cycle, decision),
  };
}

function nextStepFollows(cycle: InAct, decision: Omit<DecisionRecord, 'at' | 'signer'>): boolean {
  switch (decision.kind) {
    case 'adopt':
      return decision.newVersion !== undefined && decision.training !== undefined;
    case 'adapt':
    case 'expand':
      return decision.next !== undefined;
    case 'abandon':
      return cycle.reviews.some(({ learning }) => learning.length > 0);
  }
}
