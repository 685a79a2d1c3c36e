import { attainment } from './attainment';
import { goalRedFlag } from './goalRedFlag';
import { lowerRatio } from './lowerRatio';
import { progress } from './progress';
import { range } from './range';
import type { Scored } from './scored';
import type { ScoringAsked, ScoringRule } from './scoring.schema';
import { steps } from './steps';

type Rules = { readonly [Rule in ScoringRule]: (asked: Extract<ScoringAsked, { rule: Rule }>) => Scored };

/** Every scoring rule. One more is one file, one schema and one line here. */
export const SCORING_RULES: Rules = {
  progress,
  steps,
  'goal-red-flag': goalRedFlag,
  'lower-ratio': lowerRatio,
  attainment,
  range,
};

/** Scores a value by the rule that is asked for. */
export function scoreBy<Rule extends ScoringRule>(asked: Extract<ScoringAsked, { rule: Rule }>): Scored {
  const rule: (asked: Extract<ScoringAsked, { rule: Rule }>) => Scored = SCORING_RULES[asked.rule];
  return rule(asked);
}
