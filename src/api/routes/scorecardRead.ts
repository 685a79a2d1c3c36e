import { z } from 'zod';
import { SCORE_STATES } from '../../domain/scorecards/view';
import { Id } from '../../domain/shared/ids.schema';
import { route } from '../http/route';
import { ExplainNodeView, PeriodName } from './indicatorViews';
import { parameterProblem } from './indicatorReading';
import { cyclesOf } from './scorecardCycles';
import * as readExamples from './scorecardReadExamples';
import { askedScorecard, ScorecardParams, TAG, WhichPeriod } from './scorecardReading';
import { periodView, ScorecardOfPeriod, spoken } from './scorecardViews';

const get = route({
  method: 'get',
  path: '/v1/scorecards/{scorecard}',
  id: 'getScorecard',
  tag: TAG,
  summary: 'A scorecard as computed for a period',
  description:
    'Perspectives → objectives → measures, each with score, coverage, status and progress. Everything is read as it was ' +
    'known at `asOf`: the definition, the indicators and their figures. A score is the indicator’s own, on a scale of 0 to 1 ' +
    '(goal and red flag ÷ 10, steps ÷ 100) and kept within it; over-achievement is flagged and counts as 1. What is missing, ' +
    'not yet due and not applicable are told apart: a missing score lowers the coverage, never the score.',
  action: 'scorecard.read',
  params: ScorecardParams,
  query: z.object(WhichPeriod).strict(),
  responses: {
    200: { description: 'The scorecard', schema: ScorecardOfPeriod, headers: ['ETag'], example: readExamples.reading },
  },
  problems: ['NOT_FOUND', 'SCORECARD_NOT_KNOWN_YET'],
  handle: async ({ params, query }, context) => {
    const { stored, reading, asOf } = await askedScorecard(params.scorecard, query, context);
    const cycles = asOf === undefined ? await cyclesOf(reading.view, context) : undefined;
    return { status: 200, body: periodView(stored, reading, { language: context.language, asOf, cycles }) };
  },
});

const Node: z.ZodType = z.object({
  how: z.enum(['scorecard', 'perspective', 'objective', 'measure']),
  key: z.string(),
  name: z.string(),
  words: z.string().describe('The computation, in the language of the caller'),
  state: z.enum(SCORE_STATES),
  weight: z.number().optional(),
  share: z.number().optional(),
  score: z.number().optional(),
  coverage: z.number(),
  get parts(): z.ZodType {
    return z.array(Node).optional();
  },
  tree: ExplainNodeView.optional().describe('How the value of the indicator came about, down to figures and cases'),
});
const Explained = z.object({ scorecard: Id, period: PeriodName, tree: Node });

const explain = route({
  method: 'get',
  path: '/v1/scorecards/{scorecard}/explain',
  id: 'explainScorecard',
  tag: TAG,
  summary: 'How a score came about, down to the observations',
  description:
    'Of one objective or one measure (its indicator) down to figures, cases and answers; without either the whole ' +
    'scorecard down to its measures.',
  action: 'scorecard.read',
  params: ScorecardParams,
  query: z
    .object({
      objective: z.string().max(60).optional().describe('Key of the objective'),
      measure: Id.optional().describe('Indicator of the measure; with `objective` the one there'),
      ...WhichPeriod,
    })
    .strict(),
  responses: {
    200: { description: 'The tree', schema: Explained, headers: ['ETag'], example: readExamples.explained },
  },
  problems: ['NOT_FOUND', 'SCORECARD_NOT_KNOWN_YET', 'UNKNOWN_OBJECTIVE', 'UNKNOWN_MEASURE'],
  handle: async ({ params: { scorecard }, query }, context) => {
    const { reading, asOf } = await askedScorecard(scorecard, query, context);
    const { objective, measure } = query;
    const explained = await context.deps.scorecardReader.explain(reading, { objective, measure, asOf });
    if (!explained.ok) throw parameterProblem(explained.refusal);
    const tree = spoken(explained.tree, context.language);
    return { status: 200, body: { scorecard, period: reading.period, tree } };
  },
});

export const scorecardReadRoutes = [get, explain];
