import { z } from 'zod';

/** Beyond these sizes the squares that methods need leave the range of numbers. */
const LARGEST = 1e30;
const SMALLEST = 1e-30;

/** A figure as people give it: finite, of a size that can be calculated with. */
export const Figure = z
  .number()
  .min(-LARGEST)
  .max(LARGEST)
  .refine((value) => value === 0 || Math.abs(value) >= SMALLEST, {
    message: '0, or a number that is not closer to 0 than 1e-30',
  });

/** The first band whose edges all hold gets the score. Edges are named by what they include; a band without edges takes the rest. */
export const Band = z.strictObject({
  key: z.string().min(1).max(80),
  atLeast: Figure.optional().describe('Lower edge, included'),
  above: Figure.optional().describe('Lower edge, not included'),
  atMost: Figure.optional().describe('Upper edge, included'),
  below: Figure.optional().describe('Upper edge, not included'),
});
export type Band = z.infer<typeof Band>;

const Banded = {
  bands: z.array(Band).max(50).optional().describe('In order: the first whose edges hold is the band of the score'),
};

export const Progress = z.strictObject({
  rule: z.literal('progress').describe('How much of the way from the baseline to the target is done: 0 to 1'),
  value: Figure,
  baseline: Figure,
  target: Figure,
  ...Banded,
});
export type Progress = z.infer<typeof Progress>;

export const Steps = z.strictObject({
  rule: z.literal('steps').describe('Points by the steps that are reached; below the first one 0'),
  value: Figure,
  points: z
    .array(z.tuple([Figure, Figure]))
    .min(1)
    .max(100)
    .describe('[value, points] of each step, by rising value'),
  between: z
    .enum(['interpolate', 'step'])
    .default('interpolate')
    .describe('Between two steps: in proportion, or the points of the step that is reached'),
  better: z.enum(['higher', 'lower']).default('higher').describe('lower: a step is reached by falling to its value'),
  ...Banded,
});
export type Steps = z.infer<typeof Steps>;

export const GoalRedFlag = z.strictObject({
  rule: z.literal('goal-red-flag').describe('0 to 10: 10/3 at the red flag, 20/3 at the goal'),
  value: Figure,
  goal: Figure,
  redFlag: Figure,
  ...Banded,
});
export type GoalRedFlag = z.infer<typeof GoalRedFlag>;

export const LowerRatio = z.strictObject({
  rule: z.literal('lower-ratio').describe('Lower is better: 1 at the target, 0 at twice the target, 2 at 0'),
  value: Figure,
  target: Figure,
  ...Banded,
});
export type LowerRatio = z.infer<typeof LowerRatio>;

export const Attainment = z.strictObject({
  rule: z
    .literal('attainment')
    .describe(
      'Share of the target that is reached, 1 at the target: value ÷ target; lower is better: target ÷ value (for that `lower-ratio` is recommended)',
    ),
  value: Figure,
  target: Figure,
  better: z.enum(['higher', 'lower']).default('higher').describe('lower: target ÷ value, as published score tables do'),
  ...Banded,
});
export type Attainment = z.infer<typeof Attainment>;

export const Range = z.strictObject({
  rule: z.literal('range').describe('1 from low to high, falling to 0 at low − width and at high + width'),
  value: Figure,
  low: Figure,
  high: Figure,
  width: Figure.min(0).describe('0: nothing outside the range counts'),
  ...Banded,
});
export type Range = z.infer<typeof Range>;

/** A value and the rule that scores it. */
export const ScoringAsked = z.discriminatedUnion('rule', [Progress, Steps, GoalRedFlag, LowerRatio, Attainment, Range]);
export type ScoringAsked = z.infer<typeof ScoringAsked>;
export type ScoringRule = ScoringAsked['rule'];
