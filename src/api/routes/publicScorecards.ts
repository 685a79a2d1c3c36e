import { z } from 'zod';
import type { StoredScorecard } from '../../activities/scorecards.ports';
import { localDateOf } from '../../domain/calendar/zone';
import { PeriodText } from '../../domain/indicators/indicator.schema';
import { inForceOn, inForceOrNext } from '../../domain/indicators/versions';
import { readableWords } from '../../domain/indicators/named';
import type { ScorecardDefinition } from '../../domain/scorecards/scorecard.schema';
import { Id } from '../../domain/shared/ids.schema';
import { LANGUAGES } from '../../domain/shared/language';
import type { Instant } from '../../domain/shared/time';
import { limitPerMinute } from '../http/perMinute';
import type { Limit } from '../http/perMinute';
import { route } from '../http/route';
import type { ApiDeps } from '../ports';
import { ProblemError } from '../problems/problem';
import { formatAsked, tableAnswer } from '../tables/table';
import { PUBLIC_COLUMNS, publicTable } from './publicScorecardTable';
import { publicReview } from './publicReviews';
import { PublicScorecardLine, PublicScorecardView, publicView } from './publicScorecardView';

/** Whoever reads them again within that time is answered from their own copy. */
const CACHED = { 'Cache-Control': 'public, max-age=300' };
const READS_PER_MINUTE = 120;

const limits = new WeakMap<ApiDeps, Limit>();
/** A school class has one address: the limit is against floods. */
function limited(deps: ApiDeps, address: string, at: Instant): void {
  const limit = limits.get(deps) ?? limitPerMinute(READS_PER_MINUTE);
  limits.set(deps, limit);
  limit(address, Date.parse(at));
}

/** The definition of today, where the office shows it to everybody; what is shown is decided by it, for every period. */
async function shownToday(
  stored: StoredScorecard,
  deps: ApiDeps,
  at: Instant,
): Promise<ScorecardDefinition | undefined> {
  const unit = stored.versions.at(-1)?.value.unit ?? '';
  const { timeZone } = await deps.calendarOf({ unit, procedure: '' });
  const today = localDateOf(at, timeZone);
  const definition = (inForceOn(stored.versions, today) ?? inForceOrNext(stored.versions, today))?.value;
  return definition?.public === true ? definition : undefined;
}

const list = route({
  method: 'get',
  path: '/v1/public/scorecards',
  id: 'listPublicScorecards',
  tag: 'Scorecards',
  summary: 'Scorecards that the office shows to everybody',
  description: 'Nobody signs in. Answers may be kept for five minutes.',
  action: 'public',
  responses: {
    200: { description: 'By id', schema: z.object({ items: z.array(PublicScorecardLine) }), headers: ['ETag'] },
  },
  problems: ['TOO_MANY_REQUESTS'],
  handle: async (_input, { deps, at, address }) => {
    limited(deps, address, at);
    const names = await unitNames(deps);
    const items: z.infer<typeof PublicScorecardLine>[] = [];
    for await (const stored of deps.scorecards.all()) {
      const shown = await shownToday(stored, deps, at);
      if (shown === undefined) continue;
      const { name, mission, unit, frequency } = shown;
      items.push({
        ...{ id: stored.id, name: readableWords(name), unit, unitName: names.get(unit) ?? unit, frequency },
        ...(mission !== undefined && { mission: readableWords(mission) }),
      });
    }
    return { status: 200, body: { items }, headers: CACHED };
  },
});

async function unitNames({ organisation }: ApiDeps): Promise<ReadonlyMap<string, string>> {
  return new Map((await organisation.allUnits()).map(({ id, name }) => [id, name]));
}

const REVIEWS_SHOWN = 12;
const FORMATS = ['json', 'csv'] as const;
const one = route({
  method: 'get',
  path: '/v1/public/scorecards/{scorecard}',
  id: 'getPublicScorecard',
  tag: 'Scorecards',
  summary: 'A public scorecard of a period, as JSON or CSV',
  description:
    'Names no person. A value of too few cases is left out, as it is inside the office. What the columns of the CSV mean ' +
    'stands in `/v1/public/scorecards/schema`.',
  action: 'public',
  params: z.object({ scorecard: Id }),
  query: z
    .object({
      period: PeriodText.optional().describe('Default: the last one of its frequency that has ended'),
      format: z.enum(FORMATS).optional().describe('For a link; else by `Accept`'),
      language: z.enum(LANGUAGES).optional().describe('Of names in the CSV; default that of Accept-Language'),
    })
    .strict(),
  responses: {
    200: { description: 'The scorecard', schema: PublicScorecardView, headers: ['ETag'], also: ['text/csv'] },
  },
  problems: ['NOT_FOUND', 'TOO_MANY_REQUESTS'],
  handle: async ({ params, query }, { deps, at, address, accepts, language }) => {
    limited(deps, address, at);
    const [stored] = await deps.scorecards.many([params.scorecard]);
    const shown = stored === undefined ? undefined : await shownToday(stored, deps, at);
    if (stored === undefined || shown === undefined) throw new ProblemError('NOT_FOUND');
    const reading = await deps.scorecardReader.read(stored, { period: query.period });
    if (reading === undefined) throw new ProblemError('NOT_FOUND');
    const [names, reviews] = await Promise.all([unitNames(deps), deps.reviews.publishedOf(stored.id, REVIEWS_SHOWN)]);
    const unitName = names.get(reading.view.unit) ?? reading.view.unit;
    const view = publicView(reading, unitName, reviews.flatMap(publicReview));
    if (formatAsked(query.format, accepts) !== 'csv') return { status: 200, body: view, headers: CACHED };
    const table = await tableAnswer(publicTable(view, query.language ?? language), 'csv', 'en');
    return { ...table, headers: { ...table.headers, ...CACHED } };
  },
});

const TableSchema = z.object({
  json: z.record(z.string(), z.unknown()).describe('JSON Schema of one scorecard'),
  csv: z.object({
    fields: z.array(z.object({ name: z.string(), type: z.enum(['string', 'number']), description: z.string() })),
  }),
});

const schema = route({
  method: 'get',
  path: '/v1/public/scorecards/schema',
  id: 'getPublicScorecardSchema',
  tag: 'Scorecards',
  summary: 'What the open data of public scorecards mean',
  action: 'public',
  responses: { 200: { description: 'The schema', schema: TableSchema, headers: ['ETag'] } },
  problems: ['TOO_MANY_REQUESTS'],
  handle: (_input, { deps, at, address }) => {
    limited(deps, address, at);
    const fields = PUBLIC_COLUMNS.map(({ name, type, describes }) => ({ name, type, description: describes }));
    const json = z.toJSONSchema(PublicScorecardView) as Record<string, unknown>;
    return Promise.resolve({ status: 200 as const, body: { json, csv: { fields } }, headers: CACHED });
  },
});

/** The fixed address stands before the one with an id in it. */
export const publicScorecardRoutes = [list, schema, one];
