import { z } from 'zod';
import { SCORECARDS_READ, cascadeFacts } from './scorecardCascadeFacts';
import type { CascadeFacts } from './scorecardCascadeFacts';
import { readable } from '../../domain/indicators/named';
import { contributionOf } from '../../domain/scorecards/cascade';
import { Objective as ObjectiveSchema } from '../../domain/scorecards/scorecard.schema';
import type { ObjectiveView } from '../../domain/scorecards/view';
import { Id } from '../../domain/shared/ids.schema';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { PeriodName } from './indicatorViews';
import * as examples from './scorecardExamples';
import { askedScorecard, ScorecardParams, TAG, WhichPeriod } from './scorecardReading';
import { scored, spoken } from './scorecardViews';

const { state, score, coverage, status, progress } = scored;
const Standing = z.object({ name: z.string(), state, score, coverage, status, progress });
const Share = z.number().optional();
const Contribution = z.object({
  words: z.string().describe('How it serves the objective above, in the language of the caller'),
  shared: z
    .array(z.object({ indicator: Id, name: z.string().optional(), above: Share, below: Share }))
    .describe('Indicators that both are measured by, with their scores'),
});
const Cascaded: z.ZodType = Standing.extend({
  scorecard: Id,
  scorecardName: z.string(),
  unit: Id,
  objective: z.string(),
  by: ObjectiveSchema.shape.contributesTo.unwrap().shape.by,
  period: PeriodName,
  contribution: Contribution,
  get above(): z.ZodType {
    return Cascaded.optional();
  },
  get below(): z.ZodType {
    return z.array(Cascaded).optional();
  },
});
const CascadeView = z.object({
  scorecard: Id,
  period: PeriodName,
  depth: z.number().int().describe('Levels that were looked at, each way'),
  objectives: z.array(
    Standing.extend({
      key: z.string(),
      above: Cascaded.optional().describe('The objective it is cascaded from, with the one that is cascaded from …'),
      below: z.array(Cascaded).describe('The objectives of units below that are cascaded from it, with theirs'),
    }),
  ),
  hidden: z.number().int().min(0).describe('Scorecards that the caller may not read; they are left out'),
  leftOut: z
    .number()
    .int()
    .min(0)
    .describe(`Scorecards beyond the first ${SCORECARDS_READ}; ask for them from further up or down`),
});

/** One level costs one reading of each scorecard in it. */
const DEFAULT_DEPTH = 3;
const DEEPEST = 10;

export const scorecardCascade = route({
  method: 'get',
  path: '/v1/scorecards/{scorecard}/cascade',
  id: 'getScorecardCascade',
  tag: TAG,
  summary: 'The objectives cascaded to units below, and back up, with their scores there',
  description:
    'Each objective with the objective above that it contributes to and those below that contribute to it, `depth` levels ' +
    'each way; scores are those of the other scorecard, for the same period (of a scorecard with longer periods the last one ' +
    'that had ended by then). `contribution` says how each serves the one above it.',
  action: 'scorecard.read',
  params: ScorecardParams,
  query: z
    .object({
      depth: z.coerce.number().int().min(1).max(DEEPEST).default(DEFAULT_DEPTH).describe('Levels, each way'),
      ...WhichPeriod,
    })
    .strict(),
  responses: {
    200: {
      description: 'Objectives above and below',
      schema: CascadeView,
      headers: ['ETag'],
      example: examples.cascade,
    },
  },
  problems: ['NOT_FOUND', 'SCORECARD_NOT_KNOWN_YET'],
  handle: async ({ params: { scorecard }, query: { depth, ...which } }, context) => {
    const { reading, asOf } = await askedScorecard(scorecard, which, context);
    const facts = await cascadeFacts(reading, { asOf, depth }, context);
    const at = { facts, context, left: depth };
    const objectives = reading.view.perspectives
      .flatMap((perspective) => perspective.objectives)
      .map((objective) => {
        const place = { scorecard, objective };
        return {
          key: objective.key,
          ...told(objective, context),
          below: [],
          ...aboveIn(place, at),
          ...belowIn(place, at),
        };
      });
    const { hidden, leftOut } = facts;
    return { status: 200, body: { scorecard, period: reading.period, depth, objectives, hidden, leftOut } };
  },
});

function told(objective: ObjectiveView, { language }: Context) {
  const { name, state: at, score: of, coverage: covered, status: now, progress: moving } = objective;
  return spoken(
    {
      ...{ name, state: at, coverage: covered, progress: moving },
      ...(of !== undefined && { score: of }),
      ...(now !== undefined && { status: now }),
    },
    language,
  );
}

type Place = { readonly scorecard: string; readonly objective: ObjectiveView };
/** `left`: levels that are still to be told. */
type At = { readonly facts: CascadeFacts; readonly context: Context; readonly left: number };

function elsewhere({ scorecard, objective }: Place, pair: { below: ObjectiveView; above: ObjectiveView }, at: At) {
  const { language } = at.context;
  const reading = at.facts.reading(scorecard);
  const by = pair.below.contributesTo?.by ?? 'contribution';
  return {
    ...{ scorecard, scorecardName: reading && readable(reading.version.value.name, language) },
    ...{ unit: reading?.view.unit, objective: objective.key, by, period: reading?.period },
    ...told(objective, at.context),
    contribution: spoken(contributionOf(pair.below, pair.above, by), language),
  };
}

/** Read once each way, so a circle in old versions ends with `left`. */
function aboveIn(place: Place, at: At): { readonly above?: object } {
  const above = at.left === 0 ? undefined : at.facts.above(place.objective);
  if (above === undefined) return {};
  const pair = { below: place.objective, above: above.objective };
  return { above: { ...elsewhere(above, pair, at), ...aboveIn(above, { ...at, left: at.left - 1 }) } };
}

function belowIn(place: Place, at: At): { readonly below?: readonly object[] } {
  const below = at.left === 0 ? [] : at.facts.below(place.scorecard, place.objective.key);
  if (below.length === 0) return {};
  return {
    below: below.map((one) => ({
      ...elsewhere(one, { below: one.objective, above: place.objective }, at),
      ...belowIn(one, { ...at, left: at.left - 1 }),
    })),
  };
}
