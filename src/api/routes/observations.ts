import { z } from 'zod';
import type { Figure } from '../../domain/indicators/facts';
import { PeriodText } from '../../domain/indicators/indicator.schema';
import { ObservationEntries } from '../../domain/indicators/observation.schema';
import type { ObservationEntry } from '../../domain/indicators/observation.schema';
import { homeOf } from '../../domain/indicators/entry';
import { Id } from '../../domain/shared/ids.schema';
import { afterOf, keptPage, pageOf, pageQuery } from '../http/cursor';
import { seenVersion } from '../http/preconditions';
import { route } from '../http/route';
import type { Answer, Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import type { ProblemCode } from '../problems/table';
import { allowIn, demandIndicator, ownerTie } from './observationsFacts';
import type { Given } from './observationsFacts';
import { changedMeanwhile, figuresOf, judgeAll, recordFigures, refusalsOf, refused } from './observationsRecord';
import type { Recorded } from './observationsRecord';
import { BulkView, observationExample, ObservationView } from './observationsViews';
import { pageOfItems } from './views';

export const TAG = 'Indicators';
const Params = z.object({ indicator: Id });
export const ENTRY_PROBLEMS: readonly ProblemCode[] = [
  ...(['NOT_FOUND', 'PERIOD_IS_CLOSED', 'CHANGED_MEANWHILE', 'OBSERVATIONS_REFUSED', 'UNKNOWN_UNIT'] as const),
  ...(['UNIT_IS_NOT_BELOW_HOME', 'PERIOD_HAS_ANOTHER_LENGTH', 'OBSERVATION_IN_THE_FUTURE'] as const),
  ...(['INDICATOR_NOT_IN_FORCE', 'OBSERVATION_IS_COMPUTED', 'RATIO_NEEDS_BOTH_PARTS'] as const),
  ...(['VALUE_IS_NOT_THE_RATIO', 'OBSERVATION_GIVEN_TWICE', 'UNKNOWN_EVIDENCE', 'REASON_NEEDED'] as const),
];

const enter = route({
  method: 'post',
  path: '/v1/indicators/{indicator}/observations',
  id: 'enterObservations',
  tag: TAG,
  summary: 'Enter figures, one or up to 5000 at once',
  description:
    'One entry, or `{"items": […]}`: all are recorded or none, and every mistake is named. What says the same as the latest ' +
    'version changes nothing. Saying something else is a correction, a new version, and needs a `reason`; with `If-Match` ' +
    '(one entry) it is refused when somebody was faster. Closed periods take none until they are reopened. Where the ' +
    'indicator asks for approval, a figure counts once a second person approved it.',
  action: 'observation.enter',
  params: Params,
  body: ObservationEntries,
  bodyExample: { unit: 'dkkd', period: '2026-03', numerator: 45, denominator: 48 },
  limit: ({ observationBytes }) => observationBytes,
  responses: {
    200: { description: 'Nothing new: it was recorded already', schema: z.union([ObservationView, BulkView]) },
    201: {
      description: 'Recorded; of one entry the figure, of several `items`, `recorded` and `unchanged`',
      schema: z.union([ObservationView, BulkView]),
      headers: ['ETag', 'Location'],
      example: observationExample,
    },
  },
  problems: ENTRY_PROBLEMS,
  handle: async ({ params: { indicator }, body }, context) => {
    const stored = await demandIndicator(indicator, 'observation.enter', context);
    const single = !('items' in body);
    const entries: readonly ObservationEntry[] = single ? [body] : body.items;
    if (!single && context.ifMatch !== undefined)
      throw new ProblemError('INVALID_HEADER', { params: { header: 'If-Match', reason: '{"items"} ≠ 1' } });
    const recorded = await enterAll({ stored, entries, kind: 'entered' }, single, context);
    return single ? oneAnswer(recorded) : manyAnswer(recorded);
  },
});

/** Judges and records; somebody who was faster makes it judge again, once, and then the answer is theirs to look at. */
async function enterAll(given: Given, single: boolean, context: Context): Promise<readonly Recorded[]> {
  for (let attempt = 1; ; attempt += 1) {
    const groups = await judgeAll([given], context);
    const judged = groups.flatMap((group) => group.judged);
    const placed = refusalsOf(judged, (index) => (single ? '' : `/items/${index}`));
    if (placed.length > 0) throw attempt > 1 ? changedMeanwhile() : refused(placed);
    if (single) demandSeen(judged[0], context);
    const recorded = await recordFigures(figuresOf(groups), context);
    if (recorded !== 'conflict') return recorded;
    if (attempt > 1 || context.ifMatch !== undefined) throw changedMeanwhile();
  }
}

/** If-Match states the version a correction was made on. What is recorded already needs no correcting. */
function demandSeen(
  judged: { readonly outcome: string; readonly before?: Figure } | undefined,
  context: Context,
): void {
  const current = judged?.before?.version ?? 0;
  const seen = seenVersion(context.ifMatch, current);
  if (judged?.outcome !== 'unchanged' && seen !== undefined && seen !== current) throw changedMeanwhile(`${current}`);
}

function oneAnswer(recorded: readonly Recorded[]): Answer {
  const [one] = recorded;
  if (one === undefined) throw new Error('an entry was neither recorded nor refused');
  const { figure, changed } = one;
  const at = `/v1/indicators/${encodeURIComponent(figure.indicator)}/observations/${figure.period}/versions`;
  const answer = { body: figure, version: figure.version };
  return changed
    ? { status: 201, ...answer, location: `${at}?unit=${encodeURIComponent(figure.unit)}` }
    : { status: 200, ...answer };
}

function manyAnswer(recorded: readonly Recorded[]): Answer {
  const changed = recorded.filter((one) => one.changed).length;
  const body = {
    items: recorded.map(({ figure }) => figure),
    recorded: changed,
    unchanged: recorded.length - changed,
  };
  return { status: changed > 0 ? 201 : 200, body };
}

const list = route({
  method: 'get',
  path: '/v1/indicators/{indicator}/observations',
  id: 'listObservations',
  tag: TAG,
  summary: 'Figures of an indicator: the latest version of each, or every version',
  action: 'observation.read',
  params: Params,
  query: z
    .object({
      ...pageQuery,
      unit: Id.optional().describe('Default: every unit whose figures you may read'),
      from: PeriodText.optional(),
      to: PeriodText.optional(),
      history: z.enum(['true', 'false']).default('false').describe('true: every version, oldest first'),
    })
    .strict(),
  responses: {
    200: {
      description: 'By unit, period and version',
      schema: pageOfItems(ObservationView),
      headers: ['Link', 'ETag'],
      example: { items: [observationExample] },
    },
  },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { indicator }, query }, context) => {
    const stored = await demandIndicator(indicator, 'observation.read', context);
    const { unit, from, to, cursor, limit } = query;
    const relations = await ownerTie(stored, context);
    if (unit !== undefined) await context.allow('observation.read', { unit, relations });
    else await context.may('observation.read', { relations });
    const all = await context.deps.figures.find({
      indicators: [indicator],
      ...(unit !== undefined && { units: [unit] }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    });
    const rows = query.history === 'true' ? all : latestOf(all);
    const start = startAfter(rows, afterOf(cursor));
    const read = async (after: string | undefined, most: number) => {
      const next = after === undefined ? start : startAfter(rows, after);
      return rows.slice(next, next + most);
    };
    const may = (figure: Figure) => context.may('observation.read', { unit: figure.unit, relations });
    const page = await keptPage(read, { after: undefined, limit, keyOf }, may);
    return { status: 200, body: page };
  },
});

const keyOf = ({ unit, period, version }: Figure): string => JSON.stringify([unit, period, version]);

/** Where the list goes on: rows stand by unit, period and version, and new versions may have come since. */
function startAfter(rows: readonly Figure[], after: string | undefined): number {
  if (after === undefined) return 0;
  const [unit, period, version] = cursorParts(after);
  const next = rows.findIndex((row) =>
    row.unit !== unit ? row.unit > unit : row.period !== period ? row.period > period : row.version > version,
  );
  return next < 0 ? rows.length : next;
}

const CursorParts = z.tuple([z.string(), z.string(), z.number()]);
function cursorParts(after: string): z.infer<typeof CursorParts> {
  try {
    return CursorParts.parse(JSON.parse(after));
  } catch {
    throw new ProblemError('INVALID_CURSOR');
  }
}

/** The last of each, where versions stand in order. */
function latestOf(versions: readonly Figure[]): readonly Figure[] {
  const latest = new Map<string, Figure>();
  for (const figure of versions) latest.set(`${figure.unit}|${figure.period}`, figure);
  return [...latest.values()];
}

const versions = route({
  method: 'get',
  path: '/v1/indicators/{indicator}/observations/{period}/versions',
  id: 'listObservationVersions',
  tag: TAG,
  summary: 'Every version of one figure: who, when, why',
  action: 'observation.read',
  params: z.object({ indicator: Id, period: PeriodText }),
  query: z.object({ ...pageQuery, unit: Id.optional().describe("Default: the indicator's home") }).strict(),
  responses: {
    200: { description: 'Oldest first', schema: pageOfItems(ObservationView), headers: ['Link', 'ETag'] },
  },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { indicator, period }, query }, context) => {
    const stored = await demandIndicator(indicator, 'observation.read', context);
    const unit = query.unit ?? homeOf(stored.definitions);
    await allowIn([unit], stored, { action: 'observation.read', context });
    const after = Number(afterOf(query.cursor) ?? 0);
    const found = await context.deps.figures.versions({ indicator, unit, period });
    const rest = found.filter(({ version }) => version > after).slice(0, query.limit + 1);
    return { status: 200, body: pageOf(rest, query.limit, ({ version }) => `${version}`) };
  },
});

export const observationRoutes = [enter, list, versions];
