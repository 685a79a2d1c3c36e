import { z } from 'zod';
import { Id, IsoDate } from '../../domain/shared/ids.schema';
import { PeriodName } from './indicatorViews';
import { AttainedView, BudgetView, NextActionView, objectiveShape, RemarkView, Said } from './outputViews';
import { ProgrammeStatusView } from './programmeViews';

const Share = z.number().optional().describe('0..1, by the weights of the milestones');
const StatusOfSheet = ProgrammeStatusView.omit({
  ...{ id: true, knownAt: true, plannedEnd: true, approvedEnd: true, moved: true, parts: true },
});

export const ProgrammeSheetView = z.object({
  programme: Id,
  name: Said,
  description: Said.optional(),
  unit: Id,
  owner: z.string().optional(),
  period: PeriodName.describe('The year of the day'),
  years: z.array(PeriodName),
  dates: z.object({
    plannedStart: IsoDate,
    plannedEnd: IsoDate,
    approvedEnd: IsoDate,
    actualStart: IsoDate.optional(),
    actualEnd: IsoDate.optional(),
    cancelled: IsoDate.optional(),
    moved: z.number().int().min(0).describe('Times the planned end was moved'),
  }),
  status: StatusOfSheet,
  budget: z.array(BudgetView).describe('Year by year, as far as its books go'),
  work: z.object({
    planned: Share,
    done: Share,
    attained: AttainedView.optional().describe('Done ÷ planned'),
    note: Said.optional().describe('Why there is no attainment'),
  }),
  outcomes: z
    .array(
      z.object({
        scorecard: Id,
        scorecardName: Said,
        period: PeriodName.describe('Of the values'),
        ...objectiveShape,
      }),
    )
    .describe('Objectives of scorecards of its unit and those above that it serves by an initiative'),
  factors: z.array(RemarkView).describe('Comments of reviews of the programme'),
  nextAction: NextActionView,
});
