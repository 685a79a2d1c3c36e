import { z } from 'zod';
import { Id } from '../../domain/shared/ids.schema';
import { placeInList } from '../../domain/cycle/placeInList';
import { afterOf, pageOf, pageQuery } from '../http/cursor';
import { route } from '../http/route';
import { cycleView } from './cycles';
import { DayOrInstant, inOrder, instantOf } from './query';
import { unitsOfHistory } from './unitsRead';
import { CycleView, pageOfItems } from './views';

export const unitCycles = route({
  method: 'get',
  path: '/v1/units/{unit}/cycles',
  id: 'listUnitCycles',
  tag: 'Cycles',
  summary: "A unit's cycles, newest first, with those of units below that you may read",
  action: 'history.read',
  params: z.object({ unit: Id }),
  query: z
    .object({
      phase: z.enum(['plan', 'do', 'check', 'act', 'closed']).optional(),
      procedure: Id.optional(),
      from: DayOrInstant.optional().describe('Launched on or after'),
      to: DayOrInstant.optional().describe('Launched before'),
      ...pageQuery,
    })
    .strict(),
  responses: { 200: { description: 'Cycles', schema: pageOfItems(CycleView), headers: ['Link', 'ETag'] } },
  problems: ['NOT_FOUND', 'INVALID_CURSOR', 'FROM_IS_AFTER_TO'],
  handle: async ({ params: { unit: id }, query }, context) => {
    const { deps } = context;
    const units = await unitsOfHistory(id, context);
    const { phase, procedure, cursor, limit } = query;
    const { timeZone } = await deps.calendarOf({ unit: id, procedure: procedure ?? '' });
    const from = query.from === undefined ? undefined : instantOf(query.from, timeZone);
    const to = query.to === undefined ? undefined : instantOf(query.to, timeZone);
    inOrder(from, to);
    const after = afterOf(cursor);
    const found = await deps.cycles.list({
      units,
      limit: limit + 1,
      ...(phase !== undefined && { phase }),
      ...(procedure !== undefined && { procedure }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      ...(after !== undefined && { after }),
    });
    const page = pageOf(found, limit, ({ cycle }) => placeInList(cycle));
    return { status: 200, body: { ...page, items: page.items.map(cycleView) } };
  },
});
