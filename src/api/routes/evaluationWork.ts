import { z } from 'zod';
import type { EvaluationOutcome } from '../../activities/evaluations.ports';
import type { Action } from '../../domain/access/actions';
import { Assigned, EvaluationCommand } from '../../domain/evaluations/evaluation.schema';
import { actionOf } from '../../domain/evaluations/relations';
import { evaluationId } from '../../domain/evaluations/state';
import { workRowsOf } from '../../domain/evaluations/workTable';
import { Id, IsoDate } from '../../domain/shared/ids.schema';
import type { Refusal } from '../../domain/shared/result';
import { noteRefusal } from '../auth/refusals';
import { route } from '../http/route';
import type { Context, Where } from '../http/route';
import { problemDocument, ProblemError, problemOf } from '../problems/problem';
import * as examples from './evaluationExamples';
import { EVALUATION_TAG, tellLeaders, tiesFor } from './evaluationReading';
import { actingFor } from './standing';

const Refused = z.object({ code: z.string(), words: z.string(), field: z.string().optional() });
type Refused = z.infer<typeof Refused>;

function wordsOf(refusal: Refusal, { language, requestId }: Context): Refused {
  const { detail } = problemDocument(problemOf(refusal), { language, requestId });
  return { code: refusal.code, words: detail, ...(refusal.field !== undefined && { field: refusal.field }) };
}

/** One command, when the person may give it. */
async function given(
  id: string,
  command: EvaluationCommand,
  { context, mark }: { readonly context: Context; readonly mark: string },
): Promise<EvaluationOutcome> {
  const { deps } = context;
  const row = await deps.evaluations.get(id);
  if (row === undefined) return { ok: false, refusal: { code: 'NO_SUCH_EVALUATION', params: { id } } };
  const { evaluation } = row;
  const where = { unit: evaluation.unit, relations: await tiesFor(context)(evaluation) };
  const refusal = await refusalOf(actionOf(command), where, { context, path: `${PATH}/${id}` });
  if (refusal !== undefined) return { ok: false, refusal };
  return deps.evaluations.command(id, { command, by: await actingFor(context), commandId: mark });
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

const Row = Assigned.extend({
  person: Id,
  from: z.string().min(1).max(300).describe('Where the fact is: the same one again changes nothing'),
  coefficient: z.coerce.number().positive().max(10_000).optional(),
  quantity: z.coerce.number().positive().max(100_000).default(1),
  doneOn: IsoDate.optional(),
});
type Row = z.infer<typeof Row>;
const RowError = Refused.extend({
  row: z.number().int().describe('Counts from 1; of a table its line, the heading is 1'),
});

const imported = route({
  method: 'post',
  path: '/v1/evaluations/work',
  id: 'importEvaluationWork',
  tag: EVALUATION_TAG,
  summary: 'Take work from cases or another system, as rows or as the text of a table',
  description:
    'Each row names its source in `from`; the same source again changes nothing, so that an import may be repeated. A row ' +
    'with `doneOn` is reported as done as well. Rows that are refused are named with their reason; the others are stored.',
  action: 'evaluation.assign',
  body: z
    .object({
      period: z.string().min(1).max(300).describe('Id of the period of evaluation'),
      rows: z.array(z.record(z.string(), z.unknown())).max(5000).optional(),
      csv: z.string().max(4_000_000).optional().describe('A heading, then a line for each product'),
    })
    .strict(),
  bodyExample: examples.work,
  limit: ({ observationBytes }) => observationBytes,
  responses: {
    200: {
      description: 'What came of the rows',
      schema: z.object({ stored: z.number().int(), unchanged: z.number().int(), errors: z.array(RowError) }),
    },
  },
  handle: async ({ body: { period, rows = [], csv } }, context) => {
    await context.may('evaluation.assign', {});
    const all = csv === undefined ? rows.map((cells, i) => ({ row: i + 1, cells })) : workRowsOf(csv);
    const errors: z.infer<typeof RowError>[] = [];
    let stored = 0;
    for (const { row, cells } of all) {
      const parsed = Row.safeParse(cells);
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        errors.push({
          row,
          code: 'VALIDATION_FAILED',
          words: issue?.message ?? '',
          field: `/${issue?.path.join('/') ?? ''}`,
        });
        continue;
      }
      const came = await taken(period, parsed.data, context);
      if (typeof came === 'object') errors.push({ row, ...came });
      else if (came === 'stored') stored++;
    }
    return { status: 200, body: { stored, unchanged: all.length - stored - errors.length, errors } };
  },
});

/** Assigned when it is new, done when it is said to be. */
async function taken(period: string, row: Row, context: Context): Promise<'stored' | 'unchanged' | Refused> {
  const { person, doneOn, ...work } = row;
  const id = evaluationId(period, person);
  const before = (await context.deps.evaluations.get(id))?.version ?? 0;
  const mark = `${context.commandId}/${person}/${work.from}`;
  const assigned = await given(id, { type: 'AssignWork', ...work }, { context, mark: `${mark}/assign` });
  if (!assigned.ok) return wordsOf(assigned.refusal, context);
  const item = assigned.evaluation.items.find(({ from }) => from === work.from)?.item ?? work.item;
  if (doneOn === undefined) return assigned.version > before ? 'stored' : 'unchanged';
  const done = await given(id, { type: 'ReportDone', item, doneOn }, { context, mark: `${mark}/done` });
  if (!done.ok) return wordsOf(done.refusal, context);
  return done.version > before ? 'stored' : 'unchanged';
}

export const evaluationWorkRoutes = [many, imported];
