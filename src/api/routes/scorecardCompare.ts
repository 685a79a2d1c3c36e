import { z } from 'zod';
import { Id } from '../../domain/shared/ids.schema';
import { route } from '../http/route';
import { acrossAnswer, acrossExample, AcrossView } from './indicatorAcross';
import { asked } from './indicatorValues';
import { parameterProblem } from './indicatorReading';
import { askedScorecard, ScorecardParams, TAG, WhichPeriod } from './scorecardReading';

/** A measure across the units below the scorecard's. */
export const scorecardCompare = route({
  method: 'get',
  path: '/v1/scorecards/{scorecard}/compare',
  id: 'compareScorecardMeasure',
  tag: TAG,
  summary: 'A measure across the units below: a funnel plot, no league table',
  description:
    'As `GET /v1/indicators/{indicator}/across`, for the unit of the scorecard and the period that the measure is read for.',
  action: 'scorecard.read',
  params: ScorecardParams,
  query: z.object({ measure: Id.describe('Indicator of the measure'), ...WhichPeriod }).strict(),
  responses: {
    200: { description: 'Units and limits', schema: AcrossView, headers: ['ETag'], example: acrossExample },
  },
  problems: ['NOT_FOUND', 'SCORECARD_NOT_KNOWN_YET', 'UNKNOWN_MEASURE', 'UNKNOWN_UNIT'],
  handle: async ({ params: { scorecard }, query: { measure, ...which } }, context) => {
    const { reading } = await askedScorecard(scorecard, which, context);
    const facts = reading.measures.get(measure);
    if (facts === undefined)
      throw parameterProblem({ code: 'UNKNOWN_MEASURE', field: '/measure', params: { id: measure, scorecard } });
    const about = await asked(measure, { unit: reading.view.unit, asOf: which.asOf }, context);
    return { status: 200, body: await acrossAnswer(about, facts.period, context) };
  },
});
