import { z } from 'zod';
import { placeOfPeriod } from '../../activities/evaluationPeriods.ports';
import type { EvaluationRow } from '../../activities/evaluations.ports';
import { PeriodText } from '../../domain/indicators/indicator.schema';
import { firstDayOf } from '../../domain/indicators/period';
import { SchemeDefinition, TryFacts } from '../../domain/schemes/scheme.schema';
import { trial } from '../../domain/schemes/trial';
import type { TrialRow } from '../../domain/schemes/trial';
import { Id } from '../../domain/shared/ids.schema';
import { inWords } from '../../domain/shared/language';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { problemOf } from '../problems/problem';
import { noteAccess } from './evaluationReading';
import * as examples from './schemeExamples';
import { demandSound, OnDay, SCHEME_CODES, schemeOn, SchemeParams, TAG } from './schemeTry';

const Side = z.object({ total: z.number(), class: z.string() }).optional();
const TrialView = z.object({
  period: PeriodText.optional().describe('Whose facts these are; missing: they were given'),
  people: z.number().int(),
  unchanged: z.number().int(),
  up: z.number().int(),
  down: z.number().int(),
  notScored: z.number().int().describe('The facts do not suffice for one of the two'),
  moved: z
    .array(z.object({ person: z.string(), before: Side, after: Side, why: z.string() }))
    .optional()
    .describe('Left out where so few people would be recognised'),
});

const tryAll = route({
  method: 'post',
  path: '/v1/schemes/{scheme}/trial',
  id: 'trialScheme',
  tag: TAG,
  summary: 'Who would move class under a changed scheme, and why; nothing is stored',
  description:
    'Scores the facts by the scheme that holds and by `definition`, and compares. Without `people` the facts are those of the ' +
    'last period of this scheme whose results were told (or of `period`), in all units; the scheme then is that of the first ' +
    'day of the period, and leaders keep the classes of their subordinates as published. Groups below `smallGroup` are ' +
    'counted only. Whoever is named can read so in their access log.',
  action: 'scheme.edit',
  params: SchemeParams,
  query: z.object({ on: OnDay }).strict(),
  body: z
    .object({
      definition: SchemeDefinition,
      people: z
        .array(z.object({ person: Id, facts: TryFacts }).strict())
        .min(1)
        .max(20_000)
        .optional()
        .describe('Default: everybody of the last period whose results were told'),
      period: PeriodText.optional().describe('Of which the facts are taken; default: the last'),
    })
    .strict(),
  bodyExample: examples.trialAsked,
  responses: { 200: { description: 'The comparison', schema: TrialView, example: examples.trial } },
  problems: ['NOT_FOUND', ...SCHEME_CODES],
  handle: async ({ params: { scheme }, query: { on }, body }, context) => {
    await context.allow('scheme.edit');
    demandSound(body.definition);
    const { rows, period } =
      body.people === undefined ? await lastFacts(scheme, body.period, context) : { rows: body.people };
    const before = await schemeOn(scheme, on ?? (period && firstDayOf(period)), context);
    const { moved, ...counts } = trial(body.definition, before.definition, rows);
    await noteNamed(moved ?? [], rows, context);
    const named = moved?.map(({ why, refusal: _r, ...one }) => ({ ...one, why: inWords(why, context.language) }));
    return { status: 200, body: { ...(period && { period }), ...counts, ...(named && { moved: named }) } };
  },
});

type Kept = TrialRow & { readonly row?: EvaluationRow };
const noteNamed = (moved: readonly { readonly person: string }[], rows: readonly Kept[], context: Context) => {
  const named = new Set(moved.map(({ person }) => person));
  return noteAccess(
    rows.flatMap(({ person, row }) => (row !== undefined && named.has(person) ? [row] : [])),
    'trial',
    context,
  );
};

const PAGE = 200;
/** Facts of everybody who was rated in the last period that was told, in all units. @throws ProblemError SCHEME_NO_PERIOD_YET */
async function lastFacts(scheme: string, wished: string | undefined, { deps }: Context) {
  const told: { readonly id: string; readonly period: string }[] = [];
  for (let after: string | undefined; ;) {
    const query = { scheme, limit: PAGE, ...(wished && { period: wished }), ...(after && { after }) };
    const found = await deps.evaluationPeriods.list(query);
    told.push(...found.map((row) => row.period).filter(({ phase }) => phase === 'appeals' || phase === 'final'));
    const last = found.at(-1);
    if (last === undefined || found.length < PAGE) break;
    after = placeOfPeriod(last);
  }
  const period = told.map((one) => one.period).reduce<string | undefined>(later, undefined);
  if (period === undefined) throw problemOf({ code: 'SCHEME_NO_PERIOD_YET', params: { scheme } });
  const rows: Kept[] = [];
  for (const one of told.filter((each) => each.period === period))
    for await (const { row, facts } of deps.evaluations.factsOfPeriod(one.id))
      if (row.evaluation.excluded === undefined) rows.push({ person: row.evaluation.person, facts, row });
  return { rows, period };
}

const later = (a: string | undefined, b: string): string => (a === undefined || firstDayOf(b) > firstDayOf(a) ? b : a);

export const schemeTrialRoutes = [tryAll];
