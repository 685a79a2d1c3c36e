import { z } from 'zod';
import { formResult, stateOf } from '../../domain/forms/personal';
import { firstDayOf } from '../../domain/indicators/period';
import { Id, IsoInstant } from '../../domain/shared/ids.schema';
import { inWords } from '../../domain/shared/language';
import { route } from '../http/route';
import { ProblemError } from '../problems/problem';
import { periodFor, rowsOf } from './evaluationForms';
import { PERIOD_TAG, PeriodParams } from './evaluationPeriodReading';
import { noteAccess } from './evaluationReading';

const ResultView = z.object({
  evaluation: z.string(),
  person: Id,
  unit: Id,
  position: z.string(),
  period: z.string(),
  total: z.number().optional().describe('As told, rounded to three decimals; missing: not rated'),
  class: z.string().optional(),
  className: z.string().optional().describe('In the language of the caller'),
  lowered: z.boolean().describe('The class is that of the quota'),
  publishedAt: IsoInstant,
  phase: z.string().describe('`final`: nothing changes any more; else an appeal may change it'),
});

const results = route({
  method: 'get',
  path: '/v1/evaluation-periods/{id}/results',
  id: 'listEvaluationResults',
  tag: PERIOD_TAG,
  summary: 'Results of a period for other systems, once they are published: JSON, CSV or XLSX',
  description:
    'Only results that were told to the person are in it; before the publication it is refused. Each ' +
    'person can read who took the results.',
  action: 'evaluationPeriod.people',
  params: PeriodParams,
  query: z
    .object({
      unit: Id.optional().describe('With the units below it'),
    })
    .strict(),
  responses: { 200: { description: 'Results', schema: z.object({ items: z.array(ResultView) }), headers: ['ETag'] } },
  problems: ['NO_SUCH_EVALUATION_PERIOD', 'NOT_FOUND', 'RESULTS_NOT_PUBLISHED'],
  handle: async ({ params: { id }, query: { unit } }, context) => {
    const { period } = await periodFor(id, unit, context);
    if (period.publication === undefined) throw new ProblemError('RESULTS_NOT_PUBLISHED', { params: { id } });
    const scheme = await context.deps.schemeInForce(period.scheme.id, firstDayOf(period.period));
    if (scheme === undefined) throw new Error(`there is no scheme ${period.scheme.id}`);
    const rows = (await rowsOf(id, unit, context)).filter(({ evaluation }) => evaluation.published !== undefined);
    await noteAccess(rows, 'results', context);
    const items = rows.map(({ evaluation }) => {
      const { person, position, published, phase } = evaluation;
      const { className, ...result } = formResult(evaluation, scheme.definition);
      return {
        ...{ evaluation: evaluation.id, person, unit: evaluation.unit, position, period: evaluation.period },
        ...(stateOf(evaluation) === 'published' && result),
        ...(className !== undefined && { className: inWords(className, context.language) }),
        ...{ lowered: published?.lowered ?? false, publishedAt: published?.at ?? period.openedAt, phase },
      };
    });
    return { status: 200, body: { items } };
  },
});

export const evaluationResultRoutes = [results];
