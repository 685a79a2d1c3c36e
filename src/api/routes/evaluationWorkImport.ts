import { z } from 'zod';
import { Assigned } from '../../domain/evaluations/evaluation.schema';
import { evaluationId } from '../../domain/evaluations/state';
import type { WorkItem } from '../../domain/evaluations/state';
import { workRowsOf } from '../../domain/evaluations/workTable';
import { Id, IsoDate } from '../../domain/shared/ids.schema';
import { parsed } from '../http/fieldErrors';
import { route } from '../http/route';
import type { Context } from '../http/route';
import * as examples from './evaluationExamples';
import { EVALUATION_TAG } from './evaluationReading';
import { given, Refused, wordsOf } from './evaluationWork';

const Row = Assigned.extend({
  person: Id,
  from: z.string().min(1).max(300).describe('Where the fact is: the same one again changes nothing'),
  coefficient: z.coerce.number().positive().max(10_000).optional(),
  quantity: z.coerce.number().positive().max(100_000).default(1),
  doneOn: IsoDate.optional(),
});
type Row = z.infer<typeof Row>;
const At = { row: z.number().int().describe('Counts from 1; of a table its line, the heading is 1') };
const RowError = Refused.extend({ ...At, rule: z.string().optional().describe('Which rule of the field was broken') });
const CHANGES = ['assigned', 'done', 'assigned-and-done'] as const;
const RowChange = z.object({ ...At, person: Id, item: z.string(), from: z.string(), what: z.enum(CHANGES) });
type Came = { readonly item: string; readonly what: (typeof CHANGES)[number] | 'unchanged' };

const imported = route({
  method: 'post',
  path: '/v1/evaluations/work',
  id: 'importEvaluationWork',
  tag: EVALUATION_TAG,
  summary: 'Take work from cases or another system, as rows or as the text of a table',
  description:
    'Each row names its source in `from`; the same source again changes nothing, so that an import may be repeated. A row ' +
    'with `doneOn` is reported as done as well. Rows that are refused are named with field, rule and the way out; the others ' +
    'are stored. With `dryRun` the same answer comes and nothing is stored.',
  action: 'evaluation.assign',
  body: z
    .object({
      period: z.string().min(1).max(300).describe('Id of the period of evaluation'),
      rows: z.array(z.record(z.string(), z.unknown())).max(5000).optional(),
      csv: z.string().max(4_000_000).optional().describe('A heading, then a line for each product'),
      dryRun: z.boolean().optional().describe('true: answer what would change; store nothing'),
    })
    .strict(),
  bodyExample: examples.work,
  limit: ({ observationBytes }) => observationBytes,
  responses: {
    200: {
      description: 'What came of the rows',
      schema: z.object({
        ...{ stored: z.number().int(), unchanged: z.number().int(), errors: z.array(RowError) },
        ...{ changes: z.array(RowChange), dryRun: z.boolean() },
      }),
    },
  },
  handle: async ({ body: { period, rows = [], csv, dryRun: dry = false } }, context) => {
    await context.may('evaluation.assign', {});
    const all = csv === undefined ? rows.map((cells, i) => ({ row: i + 1, cells })) : workRowsOf(csv);
    const errors: z.infer<typeof RowError>[] = [];
    const changes: z.infer<typeof RowChange>[] = [];
    for (const { row, cells } of all) {
      const read = parsed(Row, cells, 'body');
      if (!read.ok) {
        const found = read.errors(context.language);
        errors.push(
          ...found.map(({ field, rule, message }) => ({ row, code: 'VALIDATION_FAILED', words: message, field, rule })),
        );
        continue;
      }
      const { person, from } = read.value;
      const came = await taken(read.value, { period, context, dry });
      if ('code' in came) errors.push({ row, ...came });
      else if (came.what !== 'unchanged') changes.push({ row, person, item: came.item, from, what: came.what });
    }
    const unchanged = all.length - changes.length - new Set(errors.map(({ row }) => row)).size;
    return { status: 200, body: { stored: dry ? 0 : changes.length, unchanged, errors, changes, dryRun: dry } };
  },
});

type Taking = { readonly period: string; readonly context: Context; readonly dry: boolean };

/** Assigned when it is new, done when it is said to be. */
async function taken(row: Row, { period, context, dry }: Taking): Promise<Came | Refused> {
  const { person, doneOn, ...work } = row;
  const id = evaluationId(period, person);
  const known = itemFrom((await context.deps.evaluations.get(id))?.evaluation.items ?? [], row.from);
  const mark = `${context.commandId}/${person}/${work.from}`;
  const assigned = await given(id, { type: 'AssignWork', ...work }, { context, mark: `${mark}/assign`, dry });
  if (!assigned.ok) return wordsOf(assigned.refusal, context);
  const { item, done: before } = itemFrom(assigned.evaluation.items, row.from) ?? { item: work.item };
  const fresh = known === undefined;
  if (doneOn === undefined || before !== undefined) return { item, what: fresh ? 'assigned' : 'unchanged' };
  // What was only tried is not there to be reported on.
  if (dry && fresh) return { item, what: 'assigned-and-done' };
  const done = await given(id, { type: 'ReportDone', item, doneOn }, { context, mark: `${mark}/done`, dry });
  if (!done.ok) return wordsOf(done.refusal, context);
  return { item, what: fresh ? 'assigned-and-done' : 'done' };
}

const itemFrom = (items: readonly WorkItem[], from: string): WorkItem | undefined =>
  items.find((one) => one.from === from);

export const evaluationWorkImportRoutes = [imported];
