import { z } from 'zod';
import type { SchemeOnDay } from '../../activities/schemes.ports';
import { checkScheme } from '../../domain/schemes/checkScheme';
import { nextBand } from '../../domain/schemes/nextBand';
import { SCHEME_REFUSALS } from '../../domain/schemes/refusals';
import type { SchemeCode } from '../../domain/schemes/refusals';
import { scoreOf } from '../../domain/schemes/score';
import { SchemeDefinition, TryFacts } from '../../domain/schemes/scheme.schema';
import { Id, IsoDate } from '../../domain/shared/ids.schema';
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

const tryDraft = route({
  method: 'post',
  path: '/v1/schemes/try',
  id: 'tryDraftScheme',
  tag: TAG,
  summary: 'Score facts by a scheme that is still being written; nothing is stored',
  description: 'Refused like the scheme itself would be, naming the field below `/definition`.',
  action: 'scheme.try',
  body: z.object({ definition: SchemeDefinition, facts: TryFacts }).strict(),
  bodyExample: { definition: examples.scheme, facts: examples.facts },
  responses: { 200: { description: 'The score, explained', schema: TriedView, example: examples.tried } },
  problems: SCHEME_CODES,
  handle: async ({ body: { definition, facts } }, context) => {
    await context.allow('scheme.try');
    demandSound(definition);
    const scored = scoreOf(definition, facts);
    if (!scored.ok) throw problemOf({ ...scored.refusal, field: `/facts${scored.refusal.field ?? ''}` });
    return { status: 200, body: { ...scoreView(scored.score, definition, context.language), version: 0 } };
  },
});

/** @throws ProblemError of the rule it breaks, below `/definition` */
export function demandSound(definition: SchemeDefinition): void {
  const refusal = checkScheme(definition);
  if (refusal !== undefined) throw problemOf({ ...refusal, field: `/definition${refusal.field ?? ''}` });
}

export const schemeTryRoutes = [tryDraft, tryIt];
