import { z } from 'zod';
import { Figure } from '../scoring/scoring.schema';

/** More than anyone charts, and still answered at once. */
const MOST_VALUES = 10_000;

const Series = z
  .array(Figure.nullable())
  .max(MOST_VALUES)
  .describe('In order of time. `null` is a blank: it is left out, the others keep their index');
const Counts = z.array(Figure.min(0).nullable()).max(MOST_VALUES).describe('In order of time; `null` is a blank');
const Better = z.enum(['higher', 'lower']).describe('Which way is an improvement');
const Position = z.number().int().min(0).max(MOST_VALUES);

export const XmrAsked = z.strictObject({
  values: Series,
  screen: z
    .boolean()
    .default(false)
    .describe('Leave out moving ranges of at least 3.267 times their mean, once, before the limits are made'),
  factor: z
    .enum(['nhs', 'qicharts2'])
    .default('nhs')
    .describe('Limits in mean ranges: 2.66 as the NHS prints it, or 3 ÷ 1.128 unrounded as the R package qicharts2'),
  baseline: z
    .number()
    .int()
    .min(2)
    .max(MOST_VALUES)
    .optional()
    .describe('Number of values, from the start of a segment and blanks aside, that make its limits'),
  rebaseAt: z.array(Position).max(100).default([]).describe('Indices, from 0, at which new limits begin'),
  better: Better.optional().describe('With it a flagged point says whether it is an improvement or a concern'),
  target: Figure.optional().describe('With it and `better`, whether the process will meet it'),
});
export type XmrAsked = z.infer<typeof XmrAsked>;

export const RunChartAsked = z.strictObject({
  values: Series,
  median: Figure.optional().describe('The median of an earlier time, where it is frozen; default: of these values'),
});
export type RunChartAsked = z.infer<typeof RunChartAsked>;

export const PPrimeAsked = z.strictObject({
  numerators: Counts,
  denominators: Counts.describe('As many as numerators; a point whose denominator is 0 or blank is left out'),
  chart: z
    .enum(['p', 'u'])
    .default('p')
    .describe('p: shares of a whole; u: how often something happens for each unit of exposure, such as errors a case'),
  prime: z
    .boolean()
    .default(true)
    .describe(
      "Laney's correction for points that vary more than counting alone explains; false: the plain p or u chart",
    ),
  better: Better.optional(),
  target: Figure.optional().describe('With it and `better`, whether the process will meet it, by the last limits'),
});
export type PPrimeAsked = z.infer<typeof PPrimeAsked>;

const Count = z.number().int().min(0).max(1e12);
const Proportion = z
  .strictObject({ successes: Count, n: Count })
  .refine(({ successes, n }) => successes <= n, { message: 'successes must not be more than n', path: ['successes'] });

const Sample = z
  .array(Figure.nullable())
  .max(MOST_VALUES)
  .describe('In any order (in order of time for `interrupted-time-series`); `null` is a blank and is left out');
export const COMPARISONS = ['mann-whitney', 'welch', 'permutation', 'interrupted-time-series'] as const;

export const CompareValuesAsked = z.strictObject({
  before: Sample,
  after: Sample,
  better: Better,
  method: z
    .enum(COMPARISONS)
    .default('mann-whitney')
    .describe(
      'Ranks with the Hodges–Lehmann shift; means (that cannot be trusted fall back to ranks); means by random division; ' +
        'or level and slope of values in order of time, from 8 on each side',
    ),
  seed: z.string().max(200).default('kairyo').describe('Of `permutation`: the same seed gives the same answer'),
});
export type CompareValuesAsked = z.infer<typeof CompareValuesAsked>;

export const CompareSharesAsked = z.strictObject({ before: Proportion, after: Proportion, better: Better });
export type CompareSharesAsked = z.infer<typeof CompareSharesAsked>;

export const CompareAsked = z.union([CompareValuesAsked, CompareSharesAsked]);
export type CompareAsked = z.infer<typeof CompareAsked>;
