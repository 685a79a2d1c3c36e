import { z } from 'zod';
import type { IndicatorChange, Recomputation } from '../../activities/indicators.ports';
import { WATCH_KINDS } from '../../domain/indicators/watch/watchFinding';
import { Id, IsoInstant } from '../../domain/shared/ids.schema';
import { PeriodText } from '../../domain/indicators/indicator.schema';
import { withUnitsBelow } from '../../domain/access/place';
import { inWords } from '../../domain/shared/language';
import { route } from '../http/route';
import { ProblemError } from '../problems/problem';
import { allowValues, demandUnit, IndicatorParams, newestOf, presentIndicator } from './indicatorReading';
import { ownerTie } from './observationsFacts';
import { thoseAllowed } from './unitsRead';

const Count = z.number().int().min(0);
const Change = z.object({
  kind: z.enum(['definition', 'figures', 'cases', 'survey', 'period']),
  indicators: z.array(Id).optional(),
  procedure: Id.optional(),
  survey: Id.optional(),
  unit: Id.optional(),
  period: PeriodText.optional(),
});
const RecomputationView = z.object({
  id: z.string(),
  changes: z.array(Change).describe('What changed; figures of many indicators are one change'),
  status: z.enum(['running', 'done', 'failed']),
  indicators: z
    .object({ total: Count, done: Count, share: z.number().min(0).max(1) })
    .describe('Indicators that depend on what changed, and how many of them are done'),
  values: z.object({ computed: Count, changed: Count }),
  startedAt: IsoInstant,
  finishedAt: IsoInstant.optional(),
  failure: z.string().optional().describe('Indicators that could not be computed; the others are'),
});

const RECOMPUTATIONS_SHOWN = 100;
const example = {
  id: 'rec-0b6c',
  changes: [{ kind: 'definition', indicators: ['ty-le-dung-han'] }],
  status: 'running',
  indicators: { total: 12, done: 5, share: 0.4167 },
  values: { computed: 300, changed: 58 },
  startedAt: '2026-08-21T01:30:00.000Z',
} as const;

const list = route({
  method: 'get',
  path: '/v1/recomputations',
  id: 'listRecomputations',
  tag: 'Indicators',
  summary: 'What was computed again after changes, newest first',
  action: 'indicator.read',
  responses: {
    200: {
      description: 'The last hundred',
      schema: z.object({ items: z.array(RecomputationView) }),
      headers: ['ETag'],
    },
  },
  handle: async (_input, { deps, allow }) => {
    await allow('indicator.read');
    const items = await deps.recomputations.list(RECOMPUTATIONS_SHOWN);
    return { status: 200, body: { items: items.map(recomputationView) } };
  },
});

const get = route({
  method: 'get',
  path: '/v1/recomputations/{id}',
  id: 'getRecomputation',
  tag: 'Indicators',
  summary: 'How far a recomputation is',
  action: 'indicator.read',
  params: z.object({ id: z.string().regex(/^[\w-]{1,100}$/) }),
  responses: { 200: { description: 'The recomputation', schema: RecomputationView, headers: ['ETag'], example } },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { id } }, { deps, allow }) => {
    await allow('indicator.read');
    const found = await deps.recomputations.get(id);
    if (found === undefined) throw new ProblemError('NOT_FOUND', { params: { kind: 'recomputation', id } });
    return { status: 200, body: recomputationView(found) };
  },
});

function recomputationView({ changes, indicators, ...rest }: Recomputation) {
  const share = indicators.total === 0 ? 1 : indicators.done / indicators.total;
  return { ...rest, changes: changes.map(changeView), indicators: { ...indicators, share } };
}

function changeView(change: IndicatorChange) {
  if (change.kind !== 'definition') return { ...change };
  return { kind: change.kind, indicators: [change.indicator] };
}

const FindingView = z.object({
  indicator: Id,
  unit: Id,
  kind: z.enum(WATCH_KINDS),
  since: PeriodText.describe('First period of the episode'),
  until: PeriodText.describe('Last period that was seen to belong to it'),
  words: z.string(),
  foundAt: IsoInstant,
  cycle: z
    .string()
    .optional()
    .describe('The draft cycle that was opened for it, or the open one its owner was told of'),
  opened: z.boolean().optional().describe('true: the cycle was opened for it'),
  toldAt: IsoInstant.optional(),
});

const findings = route({
  method: 'get',
  path: '/v1/indicators/{indicator}/findings',
  id: 'listIndicatorFindings',
  tag: 'Indicators',
  summary: 'What the watch of an indicator found, newest first',
  description:
    'One finding for each episode, however many periods it lasts. Units below are included, as far as you may read them.',
  action: 'indicator.value.read',
  params: IndicatorParams,
  query: z.object({ unit: Id.optional().describe("Default is the indicator's home") }).strict(),
  responses: {
    200: { description: 'The findings', schema: z.object({ items: z.array(FindingView) }), headers: ['ETag'] },
  },
  problems: ['NOT_FOUND', 'UNKNOWN_UNIT'],
  handle: async ({ params: { indicator }, query }, context) => {
    const stored = await presentIndicator(indicator, 'indicator.value.read', context);
    const { home, owner } = newestOf(stored).definition;
    const unit = query.unit ?? home;
    await allowValues(owner, unit, context);
    if (query.unit !== undefined) await demandUnit(unit, context);
    const tree = await context.deps.organisation.allUnits();
    const relations = await ownerTie(stored, context);
    const units = await thoseAllowed(withUnitsBelow(tree, unit), 'indicator.value.read', { tree, context, relations });
    const found = await context.deps.watchFindings.find({ indicator, units });
    const items = found.map(({ words, told, ...finding }) => ({
      ...finding,
      words: inWords(words, context.language),
      ...(told !== undefined && { toldAt: told.at }),
    }));
    return { status: 200, body: { items } };
  },
});

export const recomputationRoutes = [list, get, findings];
