import { z } from 'zod';
import type { EvaluationRow } from '../../activities/evaluations.ports';
import { rounded } from '../../domain/evaluationPeriods/fairness/row';
import { finalBeforeOf, yearOf } from '../../domain/evaluationPeriods/yearly';
import type { YearPart } from '../../domain/evaluationPeriods/yearly';
import { firstDayOf } from '../../domain/indicators/period';
import { Id, IsoDate } from '../../domain/shared/ids.schema';
import { inWords } from '../../domain/shared/language';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import { EVALUATION_TAG, noteAccess, tiesFor } from './evaluationReading';

/** More periods than a year has under any scheme, transfers included. */
const MOST = 500;

const YearView = z.object({
  person: Id,
  year: z.string(),
  average: z.number().optional().describe('Mean of the totals of the rated periods; missing: rated in none'),
  final: z.boolean().describe('Every period of the year is final, or the person is not rated in it'),
  finalBefore: IsoDate.optional().describe('The scheme wants the year final before this day'),
  words: z.string().describe('How the mean came about, in the language of the caller'),
  periods: z.array(
    z.object({
      ...{ evaluation: z.string(), period: z.string(), unit: Id, scheme: Id, phase: z.string() },
      total: z.number().optional().describe('As told; missing: not rated, or not told yet'),
      class: z.string().optional(),
      counts: z.boolean(),
      why: z.string().optional().describe('Why they are not rated in it'),
      workingShare: z.number().describe('Really worked, of the working days of the period: 0 to 1'),
      segments: z
        .array(z.object({ unit: Id, from: IsoDate, to: IsoDate }))
        .describe('Units within the period, after a transfer'),
    }),
  ),
});

const year = route({
  method: 'get',
  path: '/v1/people/{person}/evaluation-year/{year}',
  id: 'getEvaluationYear',
  tag: EVALUATION_TAG,
  summary: 'The year of a person: the mean of the periods in which they were rated, and how it came about',
  description:
    'A transfer carries the periods along. A period in which the person really worked less than the share of the scheme, or ' +
    'was excluded, does not count, and says why. Managers of former units see it no more.',
  action: 'evaluation.read',
  params: z.object({ person: Id, year: z.string().regex(/^\d{4}$/) }),
  responses: { 200: { description: 'The year', schema: YearView, headers: ['ETag'] } },
  problems: ['NOT_FOUND'],
  handle: async ({ params }, context) => {
    const rows = await readable(params, context);
    await noteAccess(rows, 'year', context);
    const byId = new Map(rows.map(({ id, evaluation }) => [id, evaluation]));
    const { parts, average, final, words } = yearOf(rows.map(partOf), params.year);
    const day = await finalBefore(rows, params.year, context);
    return {
      status: 200,
      body: {
        ...{ ...params, final, words: inWords(words, context.language) },
        ...(average !== undefined && { average: rounded(average.toNumber()) }),
        ...(day !== undefined && { finalBefore: day }),
        periods: parts.map(({ total, ...part }) => ({
          ...part,
          ...(total !== undefined && { total: rounded(total) }),
          counts: total !== undefined,
          workingShare: byId.get(part.evaluation)?.workingShare ?? 1,
          segments: (byId.get(part.evaluation)?.segments ?? []).map(({ unit, from, to }) => ({ unit, from, to })),
        })),
      },
    };
  },
});

/** Whoever may read the newest evaluation of the year may read the year; calibrating one period gives no other. */
async function readable(of: { person: string; year: string }, context: Context): Promise<readonly EvaluationRow[]> {
  const { deps, allow } = context;
  const all = await deps.evaluations.list({ person: of.person, limit: MOST });
  const rows = all.filter(({ evaluation }) => evaluation.period.startsWith(of.year));
  const newest = rows[0]?.evaluation;
  const ties = newest === undefined ? [] : await tiesFor(context)(newest);
  const self = of.person === context.person.id ? (['self'] as const) : [];
  const relations = [...self, ...ties.filter((tie) => tie !== 'reviewer')];
  const [known] = await deps.organisation.peopleById([of.person]);
  const unit = newest?.unit ?? known?.unit;
  await allow('evaluation.read', { ...(unit !== undefined && { unit }), relations });
  if (known === undefined && newest === undefined) throw new ProblemError('NOT_FOUND', { field: '/person' });
  return rows;
}

const partOf = ({ id, evaluation }: EvaluationRow): YearPart => {
  const { period, unit, scheme, phase, published, excluded } = evaluation;
  const why = excluded?.reason ?? published?.why;
  return {
    ...{ evaluation: id, period, unit, scheme: scheme.id, phase },
    ...(phase !== 'excluded' && published?.total !== undefined && { total: published.total }),
    ...(phase !== 'excluded' && published?.class !== undefined && { class: published.class }),
    ...(why !== undefined && { why }),
  };
};

async function finalBefore(rows: readonly EvaluationRow[], of: string, { deps }: Context): Promise<string | undefined> {
  const newest = rows[0]?.evaluation;
  if (newest === undefined) return undefined;
  const scheme = await deps.schemeInForce(newest.scheme.id, firstDayOf(newest.period));
  return scheme && finalBeforeOf(scheme.definition.deadlines, of);
}

export const evaluationYearRoutes = [year];
