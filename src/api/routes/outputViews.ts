import { z } from 'zod';
import { ATTAINMENT_BANDS } from '../../domain/outputs/attainmentBand';
import { NEXT_ACTIONS } from '../../domain/outputs/nextAction';
import { DIRECTIONS } from '../../domain/indicators/indicator.schema';
import { Id, IsoInstant } from '../../domain/shared/ids.schema';
import { PeriodName, RangeView } from './indicatorViews';

export const Said = z.string().describe('In the language of the sheet');
const Money = z.number().nullable();

export const AttainedView = z.object({
  ratio: z.number().describe('1 at the target, unrounded'),
  band: z.enum(ATTAINMENT_BANDS).describe("A' above 150 %, A 90 to 150 %, B 50 to below 90 %, C below 50 %"),
  overAchieved: z.boolean().describe('The target may have been wrong'),
});

const MeasureLine = z.object({
  indicator: Id,
  name: Said,
  unitOfMeasure: z.string(),
  direction: z.enum(DIRECTIONS).optional(),
  baseline: z.number().optional(),
  target: z.number().optional(),
  range: RangeView.optional().describe('Where the value is to stay, with direction `range`'),
  value: z.number().optional().describe('Of the period of the sheet'),
  actuals: z.array(
    z.object({
      period: PeriodName,
      value: z.number().optional(),
      because: Said.optional().describe('Why there is none'),
    }),
  ),
  attained: AttainedView.optional(),
  note: Said.optional().describe('Why there is no attainment, or what is to be kept in mind about it'),
});
export const RemarkView = z.object({ measure: Id, text: z.string(), by: z.string(), at: IsoInstant });
export const BudgetView = z.object({
  programme: Id,
  name: Said,
  period: PeriodName,
  initial: Money,
  supplementary: Money,
  budget: Money,
  spent: Money,
  committed: Money,
  remaining: Money,
  administrativeCost: Money,
  executionRate: Money.describe('Spent ÷ (initial + supplementary)'),
});

/** What an objective says of its indicators, and what was said of them. */
export const objectiveShape = {
  key: z.string(),
  policy: Said,
  perspective: Said,
  owner: z.string().optional(),
  measures: z.array(MeasureLine),
  factors: z.array(RemarkView).describe('Comments of reviews on its measures'),
  externalFactors: z
    .array(RemarkView)
    .describe('Comments that begin with “External factors:”, “Yếu tố bên ngoài:” or “外部要因：”'),
};
export const NextActionView = z.object({
  decided: z
    .object({ action: z.enum(NEXT_ACTIONS), text: z.string(), owner: z.string(), at: IsoInstant })
    .optional()
    .describe('The last decision of a review on it whose key begins with next-<action>'),
  proposed: z
    .object({ action: z.enum(NEXT_ACTIONS), words: Said })
    .optional()
    .describe('What the figures alone suggest; people decide'),
});

export const EvaluationSheetView = z.object({
  scorecard: Id,
  name: Said,
  unit: Id,
  period: PeriodName,
  years: z.array(PeriodName),
  objectives: z.array(
    z.object({
      ...objectiveShape,
      budget: z.array(BudgetView).describe('Of the programmes of its initiatives, year by year'),
      nextAction: NextActionView,
    }),
  ),
});
