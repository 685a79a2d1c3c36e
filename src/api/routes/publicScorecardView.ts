import { z } from 'zod';
import type { ScorecardReading } from '../../activities/scorecards.ports';
import { MOVEMENTS, RATINGS, SCORE_STATES } from '../../domain/scorecards/view';
import type { MeasureView, ObjectiveView, PerspectiveView } from '../../domain/scorecards/view';
import { NO_VALUE } from '../../domain/indicators/value';
import { Id } from '../../domain/shared/ids.schema';
import { PublicReview } from './publicReviews';
import { SpokenWords } from './wordsView';

const scored = {
  weight: z.number().describe('Weight among its siblings'),
  state: z.enum(SCORE_STATES),
  score: z.number().optional().describe('0 to 1, unrounded; missing: there is none, for the reason in `state`'),
  coverage: z.number().describe('Share of the weight below it that is scored, 0 to 1'),
  status: z.enum(RATINGS).optional().describe('Against the target, now'),
  movement: z.enum(MOVEMENTS).describe('Which way it moves; `unknown` where the data do not say'),
};

const PublicMeasure = z.object({
  ...scored,
  indicator: Id,
  name: SpokenWords.optional(),
  unitOfMeasure: z.string().optional(),
  better: z.enum(['higher', 'lower', 'range']).optional(),
  counter: z.boolean().describe('It watches that another measure does not do harm'),
  period: z.string().describe('Period of the value, e.g. 2027-Q1'),
  valueState: z
    .enum(['value', ...NO_VALUE])
    .optional()
    .describe('`too-few`: there are too few cases to show a value without showing people'),
  value: z.number().optional(),
  target: z.number().optional(),
});
const PublicObjective = z.object({
  ...scored,
  key: z.string(),
  name: SpokenWords,
  description: SpokenWords.optional(),
  measures: z.array(PublicMeasure),
});
const PublicPerspective = z.object({
  ...scored,
  key: z.string(),
  name: SpokenWords,
  question: SpokenWords.optional(),
  objectives: z.array(PublicObjective),
});
export const PublicScorecardView = z
  .object({
    id: Id,
    name: SpokenWords,
    mission: SpokenWords.optional(),
    unit: Id,
    unitName: z.string(),
    frequency: z.enum(['month', 'quarter', 'year']),
    period: z.string().describe('Period that is shown; default is the last one that has ended'),
    state: scored.state,
    score: scored.score,
    coverage: scored.coverage,
    status: scored.status,
    movement: scored.movement,
    perspectives: z.array(PublicPerspective).describe('The top first'),
    reviews: z.array(PublicReview).describe('Published when they were closed, the newest period first'),
  })
  .describe('A scorecard as the office shows it to everybody');
export type PublicScorecardView = z.infer<typeof PublicScorecardView>;

export const PublicScorecardLine = PublicScorecardView.pick({
  id: true,
  name: true,
  mission: true,
  unit: true,
  unitName: true,
  frequency: true,
});

type Scored = Pick<MeasureView, 'state' | 'score' | 'coverage' | 'status' | 'progress'>;
const publicScored = ({ state, score, coverage, status, progress }: Scored) => ({
  ...{ state, coverage, movement: progress.movement },
  ...(score !== undefined && { score }),
  ...(status !== undefined && { status: status.rating }),
});

/** Nothing of it names a person: no owner, no initiative, nobody who entered a figure. */
export function publicView(
  { id, view }: Pick<ScorecardReading, 'id' | 'view'>,
  unitName: string,
  reviews: readonly PublicReview[] = [],
): PublicScorecardView {
  return {
    ...{ id, name: view.name, unit: view.unit, unitName, frequency: view.frequency, period: view.period },
    ...(view.mission !== undefined && { mission: view.mission }),
    ...publicScored(view),
    perspectives: view.perspectives.map(publicPerspective),
    reviews: [...reviews],
  };
}

const publicPerspective = (one: PerspectiveView) => ({
  ...{ key: one.key, name: one.name, weight: one.weight },
  ...(one.question !== undefined && { question: one.question }),
  ...publicScored(one),
  objectives: one.objectives.map(publicObjective),
});

const publicObjective = (one: ObjectiveView) => ({
  ...{ key: one.key, name: one.name, weight: one.weight },
  ...(one.description !== undefined && { description: one.description }),
  ...publicScored(one),
  measures: one.measures.map(publicMeasure),
});

function publicMeasure(one: MeasureView) {
  const { indicator, name, unitOfMeasure, direction, counter, period, value, weight } = one;
  return {
    ...{ indicator, counter, period, weight },
    ...(name !== undefined && { name }),
    ...(unitOfMeasure !== undefined && { unitOfMeasure }),
    ...(direction !== undefined && { better: direction }),
    ...(value !== undefined && { valueState: value.state }),
    ...(value?.state === 'value' && { value: value.value }),
    ...(value?.target !== undefined && { target: value.target }),
    ...publicScored(one),
  };
}
