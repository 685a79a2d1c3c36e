import { z } from 'zod';
import type { Cycle } from '../../domain/cycle/state';
import { verdictChanges } from '../../domain/verdict/changes';
import { IsoInstant } from '../../domain/shared/ids.schema';
import { route } from '../http/route';
import type { CheckedCycle } from '../ports';
import { ProblemError } from '../problems/problem';
import { CycleParams, readable } from './cycles';

const CheckView = z.looseObject({
  computedAt: IsoInstant,
  window: z.looseObject({}),
  verdicts: z.array(z.looseObject({ indicator: z.string(), verdict: z.string() })),
});
const VerdictsView = z.object({
  recorded: CheckView.describe('The latest check, as it was recorded'),
  now: CheckView.describe("The same check on today's data: nothing is recorded"),
  differs: z.boolean(),
  changes: z.array(
    z.object({
      indicator: z.string(),
      only: z.enum(['recorded', 'now']).optional().describe('The indicator stands on one side alone'),
      what: z.array(z.object({ field: z.string(), recorded: z.unknown().optional(), now: z.unknown().optional() })),
    }),
  ),
  earlier: z.array(CheckView).describe('Checks before the latest one, oldest first: none is overwritten'),
});

const isChecked = (cycle: Cycle): cycle is CheckedCycle => 'checks' in cycle && cycle.checks.length > 0;

const verdicts = route({
  method: 'get',
  path: '/v1/cycles/{id}/verdicts',
  id: 'getCycleVerdicts',
  tag: 'Cycles',
  summary: "The verdicts as they were recorded, and as today's data would have them",
  description:
    'A measurement that was corrected afterwards changes nothing that is recorded; this shows both, and what differs. Works ' +
    'for closed cycles too.',
  action: 'cycle.read',
  params: CycleParams,
  responses: { 200: { description: 'Both', schema: VerdictsView } },
  problems: ['NO_SUCH_CYCLE', 'NOT_IN_THIS_PHASE'],
  handle: async ({ params: { id } }, context) => {
    const { cycle } = await readable(id, 'cycle.read', context);
    const { checkNow, indicatorValues } = context.deps;
    if (!isChecked(cycle) || checkNow === undefined)
      throw new ProblemError('NOT_IN_THIS_PHASE', {
        params: { phase: cycle.phase, allowed: ['check', 'act', 'closed'] },
      });
    const now = await checkNow(cycle, indicatorValues);
    const recorded = cycle.checks.at(-1) ?? now;
    const changes = verdictChanges(recorded, now);
    const earlier = cycle.checks.slice(0, -1);
    return { status: 200, body: { recorded, now, differs: changes.length > 0, changes, earlier } };
  },
});

export const verdictRoutes = [verdicts];
