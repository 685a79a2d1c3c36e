import { z } from 'zod';
import type { CycleRow } from '../../activities/ports';
import { relationsToCycle } from '../../domain/access/relations';
import { historyRow } from '../../domain/history/history';
import { seriesStep } from '../../domain/history/series';
import type { Cycle } from '../../domain/cycle/state';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { HistoryRowView } from './cycleHistory';
import { CycleParams, readable } from './cycles';
import { actingFor } from './standing';

const Step = HistoryRowView.extend({
  scope: z.string().optional().describe('Where the change is tried in this cycle'),
  smallScale: z.boolean().optional().describe('false: the whole procedure changes at once'),
  reason: z.string().optional().describe('Why it was decided so, or ended'),
});
const SeriesView = z.object({
  cycles: z.array(Step).describe('In the order in which each followed from the one before'),
  hidden: z.number().int().min(0).describe('Cycles of the series that you may not read'),
});

export const cycleSeries = route({
  method: 'get',
  path: '/v1/cycles/{id}/series',
  id: 'getCycleSeries',
  tag: 'Cycles',
  summary: 'The series that a cycle belongs to, from the first trial to the latest',
  description:
    'Follows what each cycle came from and what was decided to come next: adapted in the series, or expanded.',
  action: 'cycle.read',
  params: CycleParams,
  responses: { 200: { description: 'The series', schema: SeriesView, headers: ['ETag'] } },
  problems: ['NO_SUCH_CYCLE'],
  handle: async ({ params: { id } }, context) => {
    const row = await readable(id, 'cycle.read', context);
    const before = await walked(row.cycle, cameFrom, context);
    const after = await walked(row.cycle, ledTo, context);
    const all = [...before.toReversed(), row.cycle, ...after];
    const seen = await Promise.all(all.map((cycle) => mayRead(cycle, context)));
    const shown = all.filter((_cycle, index) => seen[index]);
    const cycles = shown.map((cycle) => ({ ...historyRow(cycle), ...seriesStep(cycle) }));
    return { status: 200, body: { cycles, hidden: all.length - shown.length } };
  },
});

const cameFrom = ({ earlier }: Cycle): string | undefined => earlier?.cycle;
const ledTo = (cycle: Cycle): string | undefined =>
  cycle.phase === 'closed' && cycle.outcome === 'decided' ? cycle.decision.next?.id : undefined;

/** More than a series ever had. */
const MOST = 100;

async function walked(
  from: Cycle,
  next: (cycle: Cycle) => string | undefined,
  { deps }: Context,
): Promise<readonly Cycle[]> {
  const found: Cycle[] = [];
  for (let at = next(from); at !== undefined && found.length < MOST;) {
    const row: CycleRow | undefined = await deps.cycles.get(at);
    if (row === undefined) break;
    found.push(row.cycle);
    at = next(row.cycle);
  }
  return found;
}

async function mayRead(cycle: Cycle, context: Context): Promise<boolean> {
  const relations = relationsToCycle(cycle, await actingFor(context));
  return context.may('cycle.read', { unit: cycle.unit, relations });
}
