import { z } from 'zod';
import type { EvaluationOutcome } from '../../activities/evaluations.ports';
import type { Action } from '../../domain/access/actions';
import { EvaluationCommand } from '../../domain/evaluations/evaluation.schema';
import { actionOf } from '../../domain/evaluations/relations';
import type { Refusal } from '../../domain/shared/result';
import { noteRefusal } from '../auth/refusals';
import { route } from '../http/route';
import type { Context, Where } from '../http/route';
import { problemDocument, ProblemError, problemOf } from '../problems/problem';
import * as examples from './evaluationExamples';
import { EVALUATION_TAG, tellLeaders, tiesFor } from './evaluationReading';
import { actingFor } from './standing';

export const Refused = z.object({ code: z.string(), words: z.string(), field: z.string().optional() });
export type Refused = z.infer<typeof Refused>;

export function wordsOf(refusal: Refusal, { language, requestId }: Context): Refused {
  const { detail } = problemDocument(problemOf(refusal), { language, requestId });
  return { code: refusal.code, words: detail, ...(refusal.field !== undefined && { field: refusal.field }) };
}

/** One command, when the person may give it. */
export async function given(
  id: string,
  command: EvaluationCommand,
  { context, mark, dry = false }: { readonly context: Context; readonly mark: string; readonly dry?: boolean },
): Promise<EvaluationOutcome> {
  const { deps } = context;
  const row = await deps.evaluations.get(id);
  if (row === undefined) return { ok: false, refusal: { code: 'NO_SUCH_EVALUATION', params: { id } } };
  const { evaluation } = row;
  const where = { unit: evaluation.unit, relations: await tiesFor(context)(evaluation) };
  const refusal = await refusalOf(actionOf(command), where, { context, path: `${PATH}/${id}` });
  if (refusal !== undefined) return { ok: false, refusal };
  return deps.evaluations.command(id, { command, by: await actingFor(context), commandId: mark, ...(dry && { dry }) });
}

const PATH = '/v1/evaluations';

/** The policy's refusal of one among many, noted as one of a request of its own is. */
async function refusalOf(
  action: Action,
  where: Where,
  { context, path }: { readonly context: Context; readonly path: string },
): Promise<Refusal | undefined> {
  const { deps, person, address } = context;
  try {
    await context.allow(action, where);
    return undefined;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    await noteRefusal({ route: many.id, path, person, address, deps }, error);
    return { code: error.code, ...error.detail };
  }
}

const Outcome = z.object({
  id: z.string(),
  ok: z.boolean(),
  version: z.number().int().optional(),
  refusal: Refused.optional(),
});

const many = route({
  method: 'post',
  path: '/v1/evaluations/commands',
  id: 'commandEvaluations',
  tag: EVALUATION_TAG,
  summary: 'Many commands to many evaluations at once: each answers for itself',
  action: ['evaluation.assign', 'evaluation.report', 'evaluation.rate', 'evaluation.approve'],
  body: z
    .object({
      commands: z
        .array(z.object({ id: z.string().min(1).max(400), command: EvaluationCommand }).strict())
        .min(1)
        .max(500),
    })
    .strict(),
  bodyExample: examples.commands,
  responses: {
    200: { description: 'What came of each, in the order given', schema: z.object({ outcomes: z.array(Outcome) }) },
  },
  handle: async ({ body: { commands } }, context) => {
    await context.may('evaluation.assign', {});
    const outcomes: z.infer<typeof Outcome>[] = [];
    for (const [index, { id, command }] of commands.entries()) {
      const outcome = await given(id, command, { context, mark: `${context.commandId}/${index}` });
      await tellLeaders(outcome, context);
      outcomes.push(
        outcome.ok
          ? { id, ok: true, version: outcome.version }
          : { id, ok: false, refusal: wordsOf(outcome.refusal, context) },
      );
    }
    return { status: 200, body: { outcomes } };
  },
});

export const evaluationWorkRoutes = [many];
