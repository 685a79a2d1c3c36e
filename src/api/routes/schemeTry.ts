import { z } from 'zod';
import type { SchemeOnDay } from '../../activities/schemes.ports';
import { checkScheme } from '../../domain/schemes/checkScheme';
import { nextBand } from '../../domain/schemes/nextBand';
import { SCHEME_REFUSALS } from '../../domain/schemes/refusals';
import type { SchemeCode } from '../../domain/schemes/refusals';
import { scoreOf } from '../../domain/schemes/score';
import { SchemeDefinition, TryFacts } from '../../domain/schemes/scheme.schema';
import { trial } from '../../domain/schemes/trial';
import { Id, IsoDate } from '../../domain/shared/ids.schema';
import { inWords } from '../../domain/shared/language';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { ProblemError, problemOf } from '../problems/problem';
import { todayFor } from './indicatorLists';
import * as examples from './schemeExamples';
import { scoreView, TriedView } from './schemeViews';

export const TAG = 'Evaluation schemes';
export const SchemeParams = z.object({ scheme: Id });
export const SCHEME_CODES = Object.keys(SCHEME_REFUSALS) as SchemeCode[];
export const OnDay = IsoDate.optional().describe('The version that holds on this day; default: today');

/** @throws ProblemError NOT_FOUND */
export async function schemeOn(id: string, on: string | undefined, context: Context): Promise<SchemeOnDay> {
  const day = on ?? (await todayFor(context)).today;
  const found = await context.deps.schemes.onDay(id, day);
  if (found === undefined) throw new ProblemError('NOT_FOUND', { params: { kind: 'scheme', id } });
  return found;
}

const tryIt = route({
  method: 'post',
  path: '/v1/schemes/{scheme}/try',
  id: 'tryScheme',
  tag: TAG,
  summary: 'Score facts by a scheme; nothing is stored',
  description:
    'a, b and c are percentages of the assigned products: done, good and on time. Classes go by the unrounded total; answers ' +
    'are rounded half-up to three decimals. The schemes that ship with the product answer without being installed; a scheme ' +
    'of the office under the same id takes over.',
  action: 'scheme.try',
  params: SchemeParams,
  query: z
    .object({ on: OnDay, next: z.enum(['true', 'false']).optional().describe('Also what the next class would take') })
    .strict(),
  body: TryFacts,
  bodyExample: examples.facts,
  responses: { 200: { description: 'The score, explained', schema: TriedView, example: examples.tried } },
  problems: ['NOT_FOUND', ...SCHEME_CODES],
  handle: async ({ params: { scheme }, query: { on, next }, body }, context) => {
    await context.allow('scheme.try');
    const { version, definition } = await schemeOn(scheme, on, context);
    const scored = scoreOf(definition, body);
    if (!scored.ok) throw problemOf(scored.refusal);
    const view = scoreView(scored.score, definition, context.language);
    const further = next === 'true' ? nextBand(definition, body) : undefined;
    return { status: 200, body: { ...view, version, ...(further && { next: further }) } };
  },
});

const Side = z.object({ total: z.number(), class: z.string() }).optional();
const TrialView = z.object({
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
    'Scores the facts by the scheme that holds and by `definition`, and compares. Groups below `smallGroup` are counted only.',
  action: 'scheme.edit',
  params: SchemeParams,
  query: z.object({ on: OnDay }).strict(),
  body: z
    .object({
      definition: SchemeDefinition,
      people: z
        .array(z.object({ person: Id, facts: TryFacts }).strict())
        .min(1)
        .max(20_000),
    })
    .strict(),
  bodyExample: examples.trialAsked,
  responses: { 200: { description: 'The comparison', schema: TrialView, example: examples.trial } },
  problems: ['NOT_FOUND', ...SCHEME_CODES],
  handle: async ({ params: { scheme }, query: { on }, body }, context) => {
    await context.allow('scheme.edit');
    const before = await schemeOn(scheme, on, context);
    const refusal = checkScheme(body.definition);
    if (refusal !== undefined) throw problemOf({ ...refusal, field: `/definition${refusal.field ?? ''}` });
    const { moved, ...counts } = trial(body.definition, before.definition, body.people);
    const named = moved?.map(({ why, refusal: _r, ...one }) => ({ ...one, why: inWords(why, context.language) }));
    return { status: 200, body: { ...counts, ...(named && { moved: named }) } };
  },
});

export const schemeTryRoutes = [tryIt, tryAll];
