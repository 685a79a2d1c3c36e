import { z } from 'zod';
import type { StoredIndicator } from '../../activities/indicators.ports';
import { Id } from '../../domain/shared/ids.schema';
import { route } from '../http/route';
import type { Answer, Context } from '../http/route';
import { demandIndicator } from './observationsFacts';
import { ENTRY_PROBLEMS, TAG } from './observations';
import { changedMeanwhile, recordFigures } from './observationsRecord';
import { judgedTable, tableFrom, tableRefused } from './observationsTable';
import type { JudgedRow, JudgedTable } from './observationsTable';
import { ObservationView } from './observationsViews';

const Flag = z.enum(['true', 'false']).default('false');
const Query = z
  .object({
    dryRun: Flag.describe('true: say what would be recorded, record nothing'),
    partial: Flag.describe('true: record the good rows and name the others; default is all or nothing'),
  })
  .strict();

const Count = z.number().int().min(0);
const Outcome = z.enum(['recorded', 'corrected', 'unchanged']);
const TableView = z.object({
  dryRun: z.boolean(),
  recorded: Count,
  corrected: Count,
  unchanged: Count,
  items: z.array(
    z.object({
      row: Count.describe('As a spreadsheet numbers it'),
      outcome: Outcome,
      before: ObservationView.optional(),
      after: ObservationView.partial({ version: true }).describe('As it is, or would be, recorded'),
    }),
  ),
  errors: z.array(z.object({ row: Count, field: z.string(), code: z.string(), message: z.string() })),
  errorCount: Count,
});

const shared = {
  method: 'post',
  tag: TAG,
  action: 'observation.enter',
  query: Query,
  stream: ['text/csv'],
  limit: ({ tableBytes }: { readonly tableBytes: number }) => tableBytes,
  responses: {
    200: { description: 'A preview, or nothing new', schema: TableView },
    201: { description: 'Recorded', schema: TableView },
  },
} as const;
const PROBLEMS = [
  ...ENTRY_PROBLEMS,
  'TABLE_CANNOT_BE_READ',
  'COLUMNS_MISSING',
  'COLUMN_GIVEN_TWICE',
  'TOO_MANY_ROWS',
  'TOO_LARGE',
] as const;
const FORM =
  'The body is the table: UTF-8 or UTF-16, columns separated by `,`, `;` or tabs, a decimal comma where commas do not ' +
  'separate. Columns by name: period/kỳ, unit/đơn vị, value/giá trị, numerator/tử số, denominator/mẫu số, n, ' +
  'status/trạng thái, reason/lý do, source/nguồn, evidence/minh chứng, indicator/chỉ số; others are passed over. ' +
  'Look at a `dryRun` first: every row with before and after, every mistake with its row.';

const ofOne = route({
  ...shared,
  path: '/v1/indicators/{indicator}/observations/import',
  id: 'importObservations',
  summary: 'Enter the figures of an indicator from a table (CSV), with preview',
  description: FORM,
  params: z.object({ indicator: Id }),
  problems: PROBLEMS,
  handle: async ({ params: { indicator }, query }, context) => {
    const stored = await demandIndicator(indicator, 'observation.enter', context);
    return imported(stored, query, context);
  },
});

const ofMany = route({
  ...shared,
  path: '/v1/observations/import',
  id: 'importObservationsOfMany',
  summary: 'Enter figures of many indicators from one table (CSV), with preview',
  description: `${FORM} Each row names its indicator.`,
  problems: PROBLEMS,
  handle: async ({ query }, context) => {
    await context.allow('observation.enter', { relations: ['owner'] });
    return imported(undefined, query, context);
  },
});

async function imported(
  fixed: StoredIndicator | undefined,
  { dryRun, partial }: z.output<typeof Query>,
  context: Context,
): Promise<Answer> {
  const table = await tableFrom(context);
  if (fixed !== undefined && table.rows.length === 0)
    await context.allow('observation.enter', { relations: ['owner'] });
  for (let attempt = 1; ; attempt += 1) {
    const judged = await judgedTable(table, fixed, context);
    if (dryRun === 'true') return { status: 200, body: viewOf(judged, true) };
    if (judged.errors.length > 0 && partial === 'false') throw tableRefused(judged.errors);
    const wanted = judged.rows.map(({ judged: one }) => ({ ...one.figure, expected: one.before?.version ?? 0 }));
    const recorded = await recordFigures(wanted, context);
    if (recorded === 'conflict') {
      if (attempt > 1) throw changedMeanwhile();
      continue;
    }
    const changed = recorded.some((one) => one.changed);
    const rows = judged.rows.map((row, i) => ({ ...row, after: recorded[i]?.figure }));
    return { status: changed ? 201 : 200, body: viewOf({ ...judged, rows }, false) };
  }
}

function viewOf({ rows, errors }: JudgedTable, dryRun: boolean): z.input<typeof TableView> {
  const count = (outcome: z.input<typeof Outcome>) => rows.filter(({ judged }) => judged.outcome === outcome).length;
  return {
    dryRun,
    recorded: count('recorded'),
    corrected: count('corrected'),
    unchanged: count('unchanged'),
    items: rows.map(itemOf),
    errors: [...errors],
    errorCount: errors.length,
  };
}

const itemOf = (row: JudgedRow & { readonly after?: unknown }) => {
  const { outcome, before, figure } = row.judged;
  const after = row.after ?? (outcome === 'unchanged' ? before : figure);
  return { row: row.row, outcome, ...(before !== undefined && { before }), after } as z.input<
    typeof TableView
  >['items'][number];
};

export const observationImportRoutes = [ofOne, ofMany];
