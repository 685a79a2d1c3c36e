import { z } from 'zod';
import type { StoredScorecard } from '../../activities/scorecards.ports';
import { withUnitsBelow } from '../../domain/access/place';
import { inForceOrNext } from '../../domain/indicators/versions';
import { Id } from '../../domain/shared/ids.schema';
import { afterOf, keptPage, pageOf, pageQuery } from '../http/cursor';
import { route } from '../http/route';
import { ProblemError } from '../problems/problem';
import { todayFor } from './indicatorLists';
import { momentOf } from './indicatorReading';
import { DayOrInstant } from './query';
import { definition as definitionExample } from './scorecardExamples';
import * as readExamples from './scorecardReadExamples';
import { lastOf, mayRead, newestOf, presentScorecard, ScorecardParams, TAG } from './scorecardReading';
import {
  definitionView,
  rowView,
  ScorecardDefinitionView,
  ScorecardRow,
  ScorecardVersionView,
  versionView,
} from './scorecardViews';
import { pageOfItems } from './views';

const list = route({
  method: 'get',
  path: '/v1/scorecards',
  id: 'listScorecards',
  tag: TAG,
  summary: 'Scorecards, as they are defined today',
  action: 'scorecard.read',
  query: z.object({ unit: Id.optional().describe('With the units below it'), ...pageQuery }).strict(),
  responses: {
    200: {
      description: 'Scorecards, by id',
      schema: pageOfItems(ScorecardRow),
      headers: ['Link', 'ETag'],
      example: readExamples.list,
    },
  },
  problems: ['INVALID_CURSOR'],
  handle: async ({ query: { unit, cursor, limit } }, context) => {
    if (unit !== undefined) await context.may('scorecard.read', { unit });
    const below = unit && new Set(withUnitsBelow(await context.deps.organisation.allUnits(), unit));
    const { today } = await todayFor(context);
    const now = (stored: StoredScorecard) => inForceOrNext(stored.versions, today)?.value ?? newestOf(stored);
    const page = await keptPage(
      (after, most) => context.deps.scorecards.list(after, most),
      { after: afterOf(cursor), limit, keyOf: ({ id }) => id },
      async (stored) => (!below || below.has(now(stored).unit)) && (await mayRead(now(stored), context)),
    );
    await context.may('scorecard.read', {});
    const items = page.items.map((stored) => rowView(stored, now(stored), context.language));
    return { status: 200, body: { ...page, items } };
  },
});

const definition = route({
  method: 'get',
  path: '/v1/scorecards/{scorecard}/definition',
  id: 'getScorecardDefinition',
  tag: TAG,
  summary: 'What a scorecard is made of',
  description: '`asOf` a day: the version that holds on that day; an instant: the one that held then, as known then.',
  action: 'scorecard.read',
  params: ScorecardParams,
  query: z.object({ asOf: DayOrInstant.optional().describe('Day or instant; default: now') }).strict(),
  responses: {
    200: {
      description: 'The definition',
      schema: ScorecardDefinitionView,
      headers: ['ETag'],
      example: definitionExample,
    },
  },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { scorecard: id }, query: { asOf } }, context) => {
    const stored = await presentScorecard(id, 'scorecard.read', context);
    const moment = await momentOf(newestOf(stored).unit, asOf, context);
    const known = asOf?.includes('T') === true ? moment.knownAt : undefined;
    const version = inForceOrNext(stored.versions, moment.today, known) ?? stored.versions[0] ?? lastOf(stored);
    return { status: 200, body: definitionView(stored, version), version: stored.version };
  },
});

const versions = route({
  method: 'get',
  path: '/v1/scorecards/{scorecard}/versions',
  id: 'listScorecardVersions',
  tag: TAG,
  summary: 'Every version of a scorecard, as they were recorded',
  action: 'scorecard.read',
  params: ScorecardParams,
  query: z.object(pageQuery).strict(),
  responses: {
    200: {
      description: 'Oldest first',
      schema: pageOfItems(ScorecardVersionView),
      headers: ['Link', 'ETag'],
      example: readExamples.versions,
    },
  },
  problems: ['NOT_FOUND', 'INVALID_CURSOR'],
  handle: async ({ params: { scorecard: id }, query: { cursor, limit } }, context) => {
    const stored = await presentScorecard(id, 'scorecard.read', context);
    const after = Number(afterOf(cursor) ?? 0);
    if (!Number.isSafeInteger(after) || after < 0) throw new ProblemError('INVALID_CURSOR');
    const page = pageOf(stored.versions.slice(after, after + limit + 1), limit, ({ version }) => `${version}`);
    return { status: 200, body: { ...page, items: page.items.map(versionView) } };
  },
});

export const scorecardListRoutes = [list, definition, versions];
