import { z } from 'zod';
import { FINDING_WORDS, type FindingName } from '../../domain/scorecards/mapWords';
import { MAP_PERIODS, strategyMap } from '../../domain/scorecards/map';
import { CauseAndEffect } from '../../domain/scorecards/scorecard.schema';
import { Id, IsoInstant } from '../../domain/shared/ids.schema';
import { route } from '../http/route';
import { PeriodName } from './indicatorViews';
import * as examples from './scorecardExamples';
import { askedScorecard, ScorecardParams, TAG, WhichPeriod } from './scorecardReading';
import { scored, ScorecardOfPeriod, spoken } from './scorecardViews';

const { state, score, coverage, status, progress } = scored;
const Lagged = z.object({
  lag: z.number().int().describe('Periods the driver comes before the outcome; negative: the outcome comes first'),
  rho: z.number().describe('Rank correlation of what is left after trend, season and inertia: −1 to 1'),
  pairs: z.number().int().describe('Pairs of periods behind it'),
  p: z.number().describe('Probability of as much by chance, counting all lags that were looked at'),
});
const FINDINGS = Object.keys(FINDING_WORDS) as [FindingName, ...FindingName[]];
const Check = z.object({
  finding: z.enum(FINDINGS),
  words: z.string().describe('The finding with its evidence, in the language of the caller'),
  best: Lagged.optional().describe('The lag with the most evidence'),
  lags: z.array(Lagged).optional(),
  possibleFrom: PeriodName.optional().describe('Too few data: when a statement is possible at the earliest'),
});
const Node = z.object({
  key: z.string(),
  perspective: z.string(),
  name: z.string(),
  ...{ state, score, coverage, status, progress },
  owner: Id.optional(),
  priority: z.boolean().optional(),
  scoredPeriods: z.number().int().describe('Periods with a score, of those that links are checked over'),
});
const StrategyMapView = z.object({
  id: Id,
  asOf: IsoInstant.optional(),
  name: z.string(),
  unit: Id,
  period: PeriodName,
  frequency: ScorecardOfPeriod.shape.frequency,
  perspectives: z
    .array(z.object({ key: z.string(), name: z.string(), state, status, progress }))
    .describe('In the order shown, the top first'),
  nodes: z.array(Node).describe('Objectives, by perspective'),
  links: z.array(z.object({ ...CauseAndEffect.shape, check: Check })),
  caution: z.string().describe('Stands above every map: moving together is not proof of cause'),
});

/** The strategy map of a scorecard, each link checked against the scores of its two objectives. */
export const scorecardMap = route({
  method: 'get',
  path: '/v1/scorecards/{scorecard}/map',
  id: 'getScorecardMap',
  tag: TAG,
  summary: 'The strategy map: objectives, and whether the data support its links',
  description:
    'Each link is checked over up to 60 periods: does the driver lead the outcome, at which lag, with how much evidence? ' +
    'Trend, season and inertia are taken out of both scores; the rank correlation is looked at in both directions at the ' +
    'stated lag, else at 0 to 4 periods, and looking at many lags is paid for. Under 12 pairs of periods: `too-few`, and when ' +
    'a statement will be possible. The method, its false alarms and its power: docs/statistics.md.',
  action: 'scorecard.read',
  params: ScorecardParams,
  query: z.object(WhichPeriod).strict(),
  responses: {
    200: { description: 'The map', schema: StrategyMapView, headers: ['ETag'], example: examples.map },
  },
  problems: ['NOT_FOUND', 'SCORECARD_NOT_KNOWN_YET'],
  handle: async ({ params: { scorecard }, query }, context) => {
    const { reading, asOf } = await askedScorecard(scorecard, { ...query, periods: MAP_PERIODS }, context);
    const { id, version, view, measures } = reading;
    const map = strategyMap({ id, definition: version.value, view, measures });
    return {
      status: 200,
      body: { id, ...(asOf !== undefined && { asOf }), ...spoken(map, context.language) },
    };
  },
});
