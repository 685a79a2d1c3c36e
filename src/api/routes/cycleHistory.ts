import { z } from 'zod';
import { placeInList } from '../../domain/cycle/placeInList';
import type { Cycle } from '../../domain/cycle/state';
import { VERDICTS } from '../../domain/cycle/verdict';
import { historyOf, historyRow, OUTCOMES, PHASES_TIMED } from '../../domain/history/history';
import type { HistoryRow } from '../../domain/history/history';
import { Id, IsoInstant } from '../../domain/shared/ids.schema';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { formatAsked, MEDIA_TYPES, TABLE_FORMATS, tableAnswer } from '../tables/table';
import { historyTable } from './cycleHistoryTable';
import { DayOrInstant, inOrder, instantOf } from './query';
import { unitsOfHistory } from './unitsRead';

const Count = z.number().int().min(0);
const Ratio = z.number().min(0).max(1);
const Days = z.number().min(0).describe('Days of 24 hours');
const each = <Name extends string, S extends z.ZodType>(names: readonly Name[], schema: S) =>
  z.object(Object.fromEntries(names.map((name) => [name, schema])) as Record<Name, S>);

export const HistoryRowView = z.object({
  cycle: z.string(),
  unit: Id,
  procedure: Id,
  no: Count,
  stage: Count,
  title: z.string(),
  lead: z.string(),
  phase: z.enum(['plan', 'do', 'check', 'act', 'closed']),
  outcome: z.enum(OUTCOMES),
  launchedAt: IsoInstant,
  closedAt: IsoInstant.optional(),
  days: each(PHASES_TIMED, Days.optional()).describe('In each phase that has ended'),
  verdicts: each(VERDICTS, Count).optional().describe('Of the latest check, how many of each'),
  predictions: z.object({ held: Count, missed: Count }).optional(),
  fidelity: Ratio.optional().describe('Share of the questions of method that were kept; of decided cycles'),
});
const HistoryView = z.object({
  unit: Id,
  outcomes: each(OUTCOMES, Count),
  days: each(PHASES_TIMED, z.object({ n: Count, median: Days.optional() })),
  fidelity: z
    .array(z.object({ year: z.string(), share: Ratio, n: Count }))
    .describe('By the year in which cycles were decided; `share`: mean'),
  cycles: z.array(HistoryRowView).describe('Newest first'),
});

export const cycleHistory = route({
  method: 'get',
  path: '/v1/units/{unit}/cycle-history',
  id: 'getCycleHistory',
  tag: 'Cycles',
  summary: 'What came of the cycles of a unit and those below it, to be compared',
  description:
    'Outcomes, days in each phase, verdicts, and how well the method was kept. As a table with `Accept: text/csv` or that ' +
    'of an Excel workbook, or, for a link, with `format`.',
  action: 'history.read',
  params: z.object({ unit: Id }),
  query: z
    .object({
      from: DayOrInstant.optional().describe('Launched on or after'),
      to: DayOrInstant.optional().describe('Launched before'),
      procedure: Id.optional(),
      format: z.enum(['json', ...TABLE_FORMATS]).optional(),
    })
    .strict(),
  responses: {
    200: { description: 'The history', schema: HistoryView, also: Object.values(MEDIA_TYPES), headers: ['ETag'] },
  },
  problems: ['NOT_FOUND', 'FROM_IS_AFTER_TO'],
  handle: async ({ params: { unit: id }, query }, context) => {
    const units = await unitsOfHistory(id, context);
    const rows = await rowsOf(units, { ...query, unit: id }, context);
    const format = formatAsked(query.format, context.accepts);
    if (format !== undefined) return tableAnswer(historyTable(id, rows), format, context.language);
    return { status: 200, body: { unit: id, ...historyOf(rows), cycles: rows } };
  },
});

const AT_ONCE = 500;
type Wanted = {
  readonly unit: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly procedure?: string | undefined;
};

const rowsOf = async (units: readonly string[], wanted: Wanted, context: Context): Promise<readonly HistoryRow[]> =>
  (await cyclesIn(units, wanted, context)).map(historyRow);

/** Every cycle of the units, newest first. */
export async function cyclesIn(
  units: readonly string[],
  { unit, from, to, procedure }: Wanted,
  { deps }: Context,
): Promise<readonly Cycle[]> {
  const { timeZone } = await deps.calendarOf({ unit, procedure: procedure ?? '' });
  const launched = {
    ...(from !== undefined && { from: instantOf(from, timeZone) }),
    ...(to !== undefined && { to: instantOf(to, timeZone) }),
  };
  inOrder(launched.from, launched.to);
  const cycles: Cycle[] = [];
  for (let after: string | undefined; ;) {
    const place = { ...(after !== undefined && { after }), ...(procedure !== undefined && { procedure }) };
    const found = await deps.cycles.list({ units, limit: AT_ONCE, ...launched, ...place });
    cycles.push(...found.map(({ cycle }) => cycle));
    const last = found.at(-1);
    if (last === undefined || found.length < AT_ONCE) return cycles;
    after = placeInList(last.cycle);
  }
}
