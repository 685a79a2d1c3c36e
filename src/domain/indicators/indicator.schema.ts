import { z } from 'zod';
import { GRAINS } from '../cases/periods';
import { CaseFilter } from '../cycle/cycle.schema';
import { Band, Figure } from '../scoring/scoring.schema';
import { Id, IsoDate } from '../shared/ids.schema';
import { PERIOD } from './period';

const Text = z.string().trim().min(1).max(4000);
const Line = z.string().trim().min(1).max(300);

/** A text in the office's languages. A plain text stands for all of them. */
const inLanguages = (text: z.ZodString) =>
  z.union([
    text,
    z
      .object({ vi: text.optional(), en: text.optional(), ja: text.optional() })
      .strict()
      .refine((words) => Object.values(words).some((one) => one !== undefined), {
        message: 'give at least one language',
      }),
  ]);
export const Named = inLanguages(Line).describe('A text, or one for each language: {"vi": …, "en": …, "ja": …}');
export const Described = inLanguages(Text).describe('A text, or one for each language');
export type Named = z.infer<typeof Named>;

export const PeriodText = z.string().regex(PERIOD, 'a period such as 2026-03, 2026-Q1 or 2026');

export const LEVELS = ['input', 'output', 'outcome'] as const;
export const TIMINGS = ['leading', 'lagging'] as const;
export const DIRECTIONS = ['higher', 'lower', 'range'] as const;
export const MISSING_RULES = ['ignore', 'zero', 'carry-forward', 'block'] as const;
/** How values of shorter periods, or of units below, become one. `ratio`: Σ numerator ÷ Σ denominator. */
export const ROLL_UPS = ['sum', 'mean', 'last', 'min', 'max', 'ratio', 'median', 'p90'] as const;
export type RollUp = (typeof ROLL_UPS)[number];

const Kind = z
  .union([
    z.enum(LEVELS),
    z.object({ level: z.enum(LEVELS).optional(), timing: z.enum(TIMINGS).optional() }).strict(),
    z
      .array(z.enum([...LEVELS, ...TIMINGS]))
      .min(1)
      .max(2),
  ])
  .describe('Input, output or outcome, and leading or lagging: "outcome", {"level","timing"} or ["outcome","lagging"]');

/** A name of an input in a formula, and the indicator behind it. */
const Inputs = z.record(z.string().regex(/^[\p{L}_][\p{L}\p{N}_]{0,59}$/u), Id);

export const IndicatorSource = z.discriminatedUnion('type', [
  z
    .object({ type: z.literal('entered') })
    .strict()
    .describe('Values are entered, imported or collected'),
  z
    .object({
      type: z.literal('ratio'),
      numerator: Id.optional().describe('Indicator that counts above the line; without it both are entered'),
      denominator: Id.optional().describe('Indicator that counts below the line'),
      per: Figure.optional().describe('What the ratio is multiplied by, e.g. 100 or 1000; default 1'),
    })
    .strict()
    .refine((s) => (s.numerator === undefined) === (s.denominator === undefined), {
      message: 'give numerator and denominator, or neither',
      path: ['denominator'],
    })
    .describe(
      'Numerator over denominator, of two indicators or as entered; over units and time Σ numerator ÷ Σ denominator',
    ),
  z
    .object({
      type: z.literal('cases'),
      procedure: Id.describe('Procedure whose cases are aggregated'),
      aggregation: z.string().min(1).max(100).describe('Key of an aggregation over cases; see GET /v1/aggregations'),
      parameters: z
        .object({
          days: z
            .number()
            .positive()
            .max(3650)
            .optional()
            .describe('Limit in days, for aggregations that count by one'),
          net: z.boolean().optional().describe('true: without the time that the office waited for the applicant'),
        })
        .strict()
        .optional(),
      filter: CaseFilter.optional(),
      date: z
        .enum(['received', 'decided'])
        .optional()
        .describe('Which moment puts a case into a period; default as the aggregation says'),
    })
    .strict()
    .describe('An aggregation over the cases of a procedure; longer periods go back to the cases'),
  z
    .object({
      type: z.literal('survey'),
      survey: Id.describe('Survey, or the series of surveys that share it as `series`'),
      question: Id.describe('Key of the question'),
      measure: z
        .enum(['mean', 'top-box', 'count'])
        .describe('mean of the answers; top-box: share of the best answers, 0 to 1; count: number of answers'),
    })
    .strict()
    .describe('Answers to a question of a survey'),
  z
    .object({
      type: z.literal('programme'),
      programme: Id,
      figure: Id.describe('Name of the figure, e.g. budget-initial, budget-supplementary, spent, committed'),
    })
    .strict()
    .describe("A figure of a programme's books"),
  z
    .object({
      type: z.literal('indicator'),
      indicator: Id.describe('Indicator whose value it has'),
      lag: z.number().int().min(0).max(120).optional().describe('Periods back; default 0'),
    })
    .strict()
    .describe('The value of another indicator, or its value some periods earlier'),
  z
    .object({
      type: z.literal('formula'),
      formula: z
        .string()
        .trim()
        .min(1)
        .max(2000)
        .describe('Over ids of indicators, e.g. (onTime + late) / decided * 100; see GET /v1/formulas/functions'),
      inputs: Inputs.optional().describe(
        'Names in the formula and the ids they stand for, where ids are no names: {"late": "ho-so-tre"}',
      ),
    })
    .strict()
    .describe('Computed from other indicators by a formula, in decimals'),
]);
export type IndicatorSource = z.infer<typeof IndicatorSource>;

/** How values are scored: a rule and what it needs besides value, baseline and target, which the indicator has. */
export const IndicatorScoring = z.discriminatedUnion('rule', [
  z
    .object({ rule: z.literal('progress') })
    .strict()
    .describe(
      'How much of the way from `baseline` to `target` is done: (value − baseline) ÷ (target − baseline), 0 to 1',
    ),
  z
    .object({
      rule: z.literal('steps'),
      points: z
        .array(z.tuple([Figure, Figure]))
        .min(1)
        .max(100)
        .describe('[value, points] of each step, by rising value, e.g. [[10, 80], [20, 100], [25, 120]]'),
      between: z
        .enum(['interpolate', 'step'])
        .default('interpolate')
        .describe('Between two steps: in proportion, or the points of the step that is reached'),
    })
    .strict()
    .describe('Points by the steps that are reached; before the first one 0, beyond the last one its points'),
  z
    .object({
      rule: z.literal('goal-red-flag'),
      goal: Figure.optional().describe('Default: `target`'),
      redFlag: Figure.describe('Value that raises the alarm; on the worse side of the goal'),
    })
    .strict()
    .describe('0 to 10: 10/3 at the red flag, 20/3 at the goal, in proportion'),
  z
    .object({ rule: z.literal('lower-ratio') })
    .strict()
    .describe('Lower is better, against `target`: 1 − (value − target) ÷ |target|; with a target of 0: 1 − value'),
  z
    .object({ rule: z.literal('attainment') })
    .strict()
    .describe(
      'Share of `target` that is reached, as published score tables have it: value ÷ target; where lower is better target ÷ value (`lower-ratio` is recommended there: this one jumps near 0)',
    ),
  z
    .object({
      rule: z.literal('range'),
      low: Figure.optional().describe('Default: the low of `range`'),
      high: Figure.optional().describe('Default: the high of `range`'),
      width: Figure.min(0).describe('How far outside the range the score falls to 0'),
    })
    .strict()
    .describe('1 within the range, falling in proportion to 0 at low − width and high + width'),
]);
export type IndicatorScoring = z.infer<typeof IndicatorScoring>;

const Trajectory = z
  .array(z.object({ period: PeriodText, target: Figure }).strict())
  .max(600)
  .describe('Targets of single periods; a period that is not named has `target`');

/** What an office below may state for itself: how much, not what. */
const Own = {
  target: Figure.optional().describe('Value to reach in each period that `trajectory` does not name'),
  stretch: Figure.optional().describe('The target beyond the target'),
  trajectory: Trajectory.optional(),
  weight: z.number().min(0).max(1e6).optional().describe('Its share where indicators are put together'),
};

export const IndicatorOverride = z
  .object(Own)
  .strict()
  .refine((own) => Object.values(own).some((value) => value !== undefined), { message: 'give target or weight' });
export type IndicatorOverride = z.infer<typeof IndicatorOverride>;

/** When a special cause or a bad stretch opens a draft cycle by itself. */
export const Watch = z
  .object({
    worstBandPeriods: z
      .number()
      .int()
      .min(1)
      .max(60)
      .optional()
      .describe('Periods in a row in the worst (last) band before it opens'),
    specialCause: z.boolean().optional().describe('Open when the newest point belongs to a special cause of concern'),
    procedure: Id.optional().describe("Procedure of the draft cycle; default is the source's, where it has one"),
  })
  .strict();
export type Watch = z.infer<typeof Watch>;

/** What an indicator is, for a span of time. Values are in `unitOfMeasure`; ratios 0..1. */
export const IndicatorDefinition = z
  .object({
    name: Named,
    description: Described.optional(),
    unit: z.string().trim().min(1).max(60).default('number').describe('Unit of measure: days, ratio, cases, VND …'),
    home: Id.optional().describe(
      'Unit of the organisation that defines it; default is the unit of its owner or editor',
    ),
    kind: Kind.optional(),
    direction: z.enum(DIRECTIONS).default('higher').describe('Which way is better'),
    speed: z.boolean().optional().describe('Measures how fast the work is: a counter-indicator belongs beside it'),
    range: z
      .object({ low: Figure, high: Figure })
      .strict()
      .refine(({ low, high }) => low <= high, { message: 'low must not be above high', path: ['high'] })
      .optional()
      .describe('Where it should stay, with direction `range`'),
    owner: Id.optional().describe('Person who answers for it'),
    source: IndicatorSource.default({ type: 'entered' }).describe(
      'Where its values come from; default: they are entered',
    ),
    frequency: z.enum(GRAINS).default('month').describe('Length of the periods it is measured in'),
    baseline: Figure.optional().describe('Value from before, where progress is counted from'),
    ...Own,
    bands: z
      .array(Band)
      .max(50)
      .optional()
      .describe(
        'Of the score (of the value where nothing is scored), best first: the first whose edges hold is taken; one without edges takes the rest',
      ),
    scoring: IndicatorScoring.optional().describe('How a value becomes a score; without it values are only banded'),
    missing: z
      .enum(MISSING_RULES)
      .default('ignore')
      .describe(
        'A period without a figure: ignore – it has no value and sums and means go without it; zero – it counts as 0; carry-forward – the last value before it stands in; block – it has no value, and nothing that rests on it has one',
      ),
    overTime: z
      .enum(ROLL_UPS)
      .optional()
      .describe(
        'How values of its periods become one of a longer period; ratio: Σ numerator ÷ Σ denominator. Default follows from the source: ratio, sum of counts, else mean. Cases are aggregated anew for the longer period',
      ),
    overUnits: z
      .enum(ROLL_UPS)
      .optional()
      .describe('How values of the units below become one of a unit that has none of its own; all rules but `last`'),
    minimumN: z.number().int().min(0).max(1e9).optional().describe('With fewer behind it a value is not shown as one'),
    counterIndicator: Id.optional().describe('What must not get worse while this gets better'),
    approval: z.boolean().optional().describe('Values count only once a second person approved them'),
    watch: Watch.optional(),
    retired: z.boolean().optional().describe('true: from this version on it is no longer collected'),
  })
  .strict();
export type IndicatorDefinition = z.infer<typeof IndicatorDefinition>;

/** An edit: the definition, and from when it holds. */
export const IndicatorEdit = IndicatorDefinition.extend({
  validFrom: z
    .union([IsoDate, PeriodText])
    .optional()
    .describe(
      'First day (or period) of this version; default: the first version from the beginning, others from today',
    ),
  reason: Text.optional().describe('Why it changes'),
});
export type IndicatorEdit = z.infer<typeof IndicatorEdit>;
