import { z } from 'zod';
import type { StoredIndicator } from '../../activities/indicators.ports';
import { withUnitsBelow } from '../../domain/access/place';
import { LEVELS, TIMINGS } from '../../domain/indicators/indicator.schema';
import type { IndicatorDefinition } from '../../domain/indicators/indicator.schema';
import { kindsOf } from '../../domain/indicators/kinds';
import { spellings } from '../../domain/indicators/named';
import { localDateOf } from '../../domain/calendar/zone';
import { Id } from '../../domain/shared/ids.schema';
import { afterOf, keptPage, pageOf, pageQuery } from '../http/cursor';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import { definitionAt, IndicatorParams, isInForce, newestOf, presentIndicator } from './indicatorReading';
import type { Moment } from './indicatorReading';
import { DefinitionVersionView, IndicatorView, indicatorView, OverrideView } from './indicatorViews';
import { pageOfItems } from './views';

/** So many are looked through at once: most of them may not be what is searched for. */
const LOOKED_THROUGH = 500;
const KINDS = [...LEVELS, ...TIMINGS] as const;

/** For searching: without case and without diacritics. */
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();

const Filter = z
  .object({
    unit: Id.optional().describe('Defined by this unit or one below it'),
    owner: Id.optional(),
    kind: z.enum(KINDS).optional(),
    retired: z.enum(['true', 'false']).optional().describe('Default: both'),
    q: z.string().trim().min(1).max(200).optional().describe('In the id or a name; case and diacritics do not matter'),
    ...pageQuery,
  })
  .strict();
type Wanted = Omit<z.output<typeof Filter>, 'unit'> & { readonly homes: ReadonlySet<string> | undefined };

function isWanted(id: string, definition: IndicatorDefinition & { readonly home: string }, wanted: Wanted): boolean {
  const { homes, owner, kind, retired, q } = wanted;
  return (
    (homes === undefined || homes.has(definition.home)) &&
    (owner === undefined || owner === definition.owner) &&
    (kind === undefined || kindsOf(definition).includes(kind)) &&
    (retired === undefined || (retired === 'true') === (definition.retired === true)) &&
    (q === undefined || [id, ...spellings(definition.name)].some((text) => plain(text).includes(plain(q))))
  );
}

/** The day for a whole list: that of the caller's office. */
export async function todayFor({ deps, person, at }: Context): Promise<Moment> {
  const { timeZone } = await deps.calendarOf({ unit: person.unit, procedure: '' });
  return { today: localDateOf(at, timeZone), timeZone };
}

const list = route({
  method: 'get',
  path: '/v1/indicators',
  id: 'listIndicators',
  tag: 'Indicators',
  summary: 'List indicators, as they are defined today',
  action: 'indicator.read',
  query: Filter,
  responses: {
    200: { description: 'Indicators, by id', schema: pageOfItems(IndicatorView), headers: ['Link', 'ETag'] },
  },
  problems: ['INVALID_CURSOR'],
  handle: async ({ query: { unit, ...query } }, context) => {
    await context.allow('indicator.read');
    const homes = unit === undefined ? undefined : withUnitsBelow(await context.deps.organisation.allUnits(), unit);
    const wanted = { ...query, homes: homes && new Set(homes) };
    const moment = await todayFor(context);
    const page = await keptPage(
      (after, most) => context.deps.indicators.list(after, Math.max(most, LOOKED_THROUGH)),
      { after: afterOf(query.cursor), limit: query.limit, keyOf: ({ id }) => id },
      (stored) => isWanted(stored.id, definitionAt(stored, moment).definition, wanted),
    );
    return { status: 200, body: { ...page, items: page.items.map((one) => listed(one, moment, context)) } };
  },
});

function listed(stored: StoredIndicator, moment: Moment, { language }: Context) {
  const version = definitionAt(stored, moment);
  return indicatorView(stored, version, { inForce: isInForce(stored, version, moment), language });
}

/** Everything that was ever recorded, definitions and overrides, in that order of time. */
function recordedOf({ definitions, overrides }: StoredIndicator) {
  const all = [
    ...definitions.map(({ indicator: _same, ...one }) => ({ kind: 'definition' as const, ...one })),
    ...overrides.map(({ indicator: _same, ...one }) => ({ kind: 'override' as const, ...one })),
  ];
  return all.sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0));
}

const versions = route({
  method: 'get',
  path: '/v1/indicators/{indicator}/versions',
  id: 'listIndicatorVersions',
  tag: 'Indicators',
  summary: 'Every version of an indicator and of what units have instead, as they were recorded',
  action: 'indicator.read',
  params: IndicatorParams,
  query: z.object(pageQuery).strict(),
  responses: {
    200: {
      description: 'Versions, oldest first',
      schema: pageOfItems(z.discriminatedUnion('kind', [DefinitionVersionView, OverrideView])),
      headers: ['Link', 'ETag'],
    },
  },
  problems: ['NOT_FOUND', 'INVALID_CURSOR'],
  handle: async ({ params: { indicator: id }, query: { cursor, limit } }, context) => {
    const stored = await presentIndicator(id, 'indicator.read', context);
    await context.allow('indicator.read', { unit: newestOf(stored).definition.home });
    const after = Number(afterOf(cursor) ?? 0);
    if (!Number.isSafeInteger(after) || after < 0) throw new ProblemError('INVALID_CURSOR');
    const rest = recordedOf(stored).map((version, i) => ({ version, place: i + 1 }));
    const page = pageOf(rest.slice(after, after + limit + 1), limit, ({ place }) => `${place}`);
    return { status: 200, body: { ...page, items: page.items.map(({ version }) => version) } };
  },
});

export const indicatorListRoutes = [list, versions];
