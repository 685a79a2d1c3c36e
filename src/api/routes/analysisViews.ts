import { z } from 'zod';
import { NOTE_CODES } from '../../domain/analyses/notes';
import { VERDICTS } from '../../domain/cycle/verdict';
import { XMR_RULES } from '../../domain/statistics/xmrRules';
import { WordsView } from './wordsView';

const Notes = z
  .array(z.object({ code: z.enum(NOTE_CODES), words: WordsView }))
  .describe('What to know before relying on the answer; empty when there is nothing');
const Index = z.number().int().describe('Place in the values that were sent, counted from 0, blanks included');

const Limits = {
  centre: z.number(),
  lower: z.number(),
  upper: z.number(),
  nearLower: z.number().describe('At two thirds of the way to the limit'),
  nearUpper: z.number(),
  meanRange: z.number().describe('Mean moving range'),
  rangeLimit: z.number().describe('Limit of the moving ranges'),
};

/** Limits are those of the last segment; they are not clipped. */
export const XmrView = z.object({
  ...Limits,
  points: z.array(
    z.object({
      index: Index,
      value: z.number(),
      rules: z.array(z.enum(XMR_RULES)).describe('Rules of special cause that the point is part of'),
      signal: z.enum(['improvement', 'concern']).optional().describe('Of flagged points, where `better` was given'),
    }),
  ),
  segments: z
    .array(z.object({ ...Limits, from: Index, to: z.number().int().describe('First index after the segment') }))
    .describe('One for each time between two rebases'),
  assurance: z
    .enum(['always', 'never', 'hit-and-miss'])
    .optional()
    .describe('Will the target be met? always, never: it lies beyond both limits'),
  notes: Notes,
});

export const RunChartView = z.object({
  median: z.number(),
  useful: z.number().int().describe('Values off the median: only these count'),
  longestRun: z.number().int(),
  longestRunLimit: z.number().int().describe('A longer run is a signal'),
  crossings: z.number().int(),
  crossingsLimit: z.number().int().describe('Fewer crossings are a signal'),
  signal: z.boolean(),
  notes: Notes,
});

export const PPrimeView = z.object({
  centre: z.number().describe('All numerators by all denominators'),
  sigmaZ: z
    .number()
    .optional()
    .describe('How much more they vary than chance explains, 1: not at all; missing when all are 0 or all 1'),
  points: z.array(
    z.object({
      index: Index,
      value: z.number().describe('Ratio, or rate'),
      lower: z.number(),
      upper: z.number(),
      outside: z.boolean(),
    }),
  ),
  assurance: z
    .enum(['always', 'never', 'hit-and-miss'])
    .optional()
    .describe('Will the target be met? always, never: it lies beyond both limits'),
  notes: Notes,
});

const Side = z.object({
  value: z.number().optional().describe('Median, mean or share of the side; missing when it has no values'),
  n: z.number().int(),
  interval: z.object({ low: z.number(), high: z.number() }).optional(),
});

const WithP = z.object({ estimate: z.number(), low: z.number(), high: z.number(), p: z.number().min(0).max(1) });

export const ComparisonView = z.object({
  verdict: z.enum(VERDICTS),
  method: z.string(),
  methodBecause: WordsView,
  statistic: z
    .number()
    .optional()
    .describe('U, t, z or difference; missing, as p and shift, where there are too few values for a test'),
  p: z.number().min(0).max(1).optional().describe('Two-sided; 1 where the values do not differ'),
  distribution: z
    .enum(['exact', 'asymptotic'])
    .optional()
    .describe(
      'Of ranks: where p comes from. Exact without ties and with at most 8 values on a side; else normal, corrected for ties and continuity',
    ),
  shift: z
    .object({ estimate: z.number(), low: z.number(), high: z.number() })
    .optional()
    .describe('After − before, with its 95 % interval; of shares in ratios'),
  level: WithP.optional().describe('Of `interrupted-time-series`: the jump at the first value after the change'),
  slope: WithP.optional().describe('By how much the slope changed, a step of time'),
  trendBefore: WithP.optional().describe('The slope before the change: was it moving already?'),
  durbinWatson: z.number().optional().describe('Near 2: values next to each other are independent'),
  before: Side,
  after: Side,
  words: WordsView.describe('Two lines without jargon'),
  notes: Notes,
});

export const ScoreView = z.object({
  score: z.number().describe("Within the rule's bounds, unrounded"),
  raw: z.number().describe('What the formula gives, without bounds'),
  band: z.string().optional().describe('Of the unrounded score; missing when no band holds it'),
});
