import { z } from 'zod';
import { aggregate, GROUPINGS, receivedRange } from '../../domain/cases/aggregate';
import type { Aggregation } from '../../domain/cases/aggregations/aggregation';
import { AGGREGATIONS, findAggregation } from '../../domain/cases/aggregations/catalogue';
import { aggregationProblem } from '../../domain/cases/aggregations/problem';
import { GRAINS } from '../../domain/cases/periods';
import type { Procedure } from '../../domain/organisation/organisation.schema';
import { given } from '../../domain/shared/given';
import { Id } from '../../domain/shared/ids.schema';
import { inWords } from '../../domain/shared/language';
import type { Language } from '../../domain/shared/language';
import { route } from '../http/route';
import type { ApiDeps } from '../ports';
import { ProblemError, problemOf } from '../problems/problem';
import { Day, inOrder } from './query';
import { AggregationView, SeriesView } from './views';

const catalogue = route({
  method: 'get',
  path: '/v1/aggregations',
  id: 'listAggregations',
  tag: 'Cases',
  summary: 'The aggregations over cases that there are',
  action: 'signed-in',
  responses: {
    200: { description: 'The catalogue', schema: z.object({ items: z.array(AggregationView) }), headers: ['ETag'] },
  },
  handle: async (_input, { language }) => ({
    status: 200,
    body: { items: AGGREGATIONS.map((aggregation) => described(aggregation, language)) },
  }),
});

function described(aggregation: Aggregation, language: Language) {
  const { key, aliases = [], unit, better, speed, parameters, needs, names, description } = aggregation;
  const words = { name: inWords(names, language), description: inWords(description, language) };
  return { key, aliases, unit, better, speed, parameters, needs, ...words, names };
}

const series = route({
  method: 'get',
  path: '/v1/procedures/{procedure}/aggregations/{key}',
  id: 'getAggregation',
  tag: 'Cases',
  summary: "Aggregate a procedure's cases, by period and group",
  description:
    'Days are days of the time zone of the office. `to` is the first day that no longer counts. A period in which nothing ' +
    'was measured has `n` 0 and no value: empty is missing, not zero.',
  action: 'aggregation.read',
  params: z.object({ procedure: Id, key: z.string().min(1).max(100) }),
  query: z
    .object({
      from: Day.optional(),
      to: Day.optional(),
      by: z.enum(GRAINS).optional().describe('Length of the periods; without it the whole range is one'),
      group: z.enum(GROUPINGS).optional(),
      date: z
        .enum(['received', 'decided'])
        .optional()
        .describe("Which moment puts a case into a period; default: the aggregation's own"),
      days: z.coerce.number().positive().max(3650).optional().describe('A limit, where the aggregation has one'),
      net: z
        .enum(['true', 'false'])
        .optional()
        .describe('true: without the time off while the office waited for the applicant'),
    })
    .strict(),
  responses: {
    200: {
      description: 'The series',
      schema: SeriesView,
      headers: ['ETag'],
      example: { unit: 'days', points: [{ period: '2010-10', value: 7.2643, n: 15 }] },
    },
  },
  problems: [
    'NOT_FOUND',
    'NO_SUCH_AGGREGATION',
    'AGGREGATION_NEEDS_A_LIMIT',
    'AGGREGATION_TAKES_NO_SUCH_PARAMETER',
    'FROM_IS_AFTER_TO',
  ],
  handle: async ({ params: { procedure: id, key }, query }, { deps, allow }) => {
    const procedure = (await deps.organisation.procedures.get(id))?.value;
    await allow('aggregation.read', procedure === undefined ? {} : { unit: procedure.unit });
    if (procedure === undefined) throw new ProblemError('NOT_FOUND', { params: { kind: 'procedure', id } });
    const { days, net, ...range } = query;
    const parameters = { ...(days !== undefined && { days }), ...(net !== undefined && { net: net === 'true' }) };
    const refusal = aggregationProblem({ aggregation: key, parameters }, procedure);
    if (refusal !== undefined) throw problemOf({ code: refusal.code, params: refusal.params });
    inOrder(range.from, range.to);
    return { status: 200, body: await aggregated({ procedure, key, parameters, range }, deps) };
  },
});

type Aggregated = {
  readonly procedure: Procedure;
  readonly key: string;
  readonly parameters: { readonly days?: number; readonly net?: boolean };
  readonly range: {
    readonly from?: string | undefined;
    readonly to?: string | undefined;
    readonly by?: (typeof GRAINS)[number] | undefined;
    readonly group?: (typeof GROUPINGS)[number] | undefined;
    readonly date?: 'received' | 'decided' | undefined;
  };
};

/** The series of an aggregation that is known and has the parameters it needs. */
export async function aggregated({ procedure, key, parameters, range }: Aggregated, deps: ApiDeps) {
  const calendar = await deps.calendarOf({ unit: procedure.unit, procedure: procedure.id });
  const asked = {
    aggregation: known(key),
    parameters,
    timeZone: calendar.timeZone,
    calendar,
    asOf: Date.parse(deps.now()),
    ...given({ ...range, limitWorkingDays: procedure.limitWorkingDays }),
  };
  return aggregate(deps.cases.stream(procedure.id, receivedRange(asked)), asked);
}

function known(key: string): Aggregation {
  const aggregation = findAggregation(key);
  if (aggregation === undefined) throw new Error(`no aggregation ${key}`);
  return aggregation;
}

export const aggregationRoutes = [catalogue, series];
