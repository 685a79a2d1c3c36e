import { z } from 'zod';
import type { SurveyRow } from '../../activities/surveys.ports';
import { placeOfSurvey } from '../../activities/surveys.ports';
import type { Action } from '../../domain/access/actions';
import type { Standing } from '../../domain/access/policy';
import { withUnitsBelow } from '../../domain/access/place';
import { Id } from '../../domain/shared/ids.schema';
import type { AnySurveyCommand } from '../../domain/survey/decide';
import { SURVEY_PHASES } from '../../domain/survey/state';
import { LinksInput, SurveyCommand, SurveyInput } from '../../domain/survey/survey.schema';
import { afterOf, keptPage, pageOf, pageQuery } from '../http/cursor';
import { seenVersion } from '../http/preconditions';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { ProblemError, problemOf } from '../problems/problem';
import { formatAsked, MEDIA_TYPES, TABLE_FORMATS, tableAnswer } from '../tables/table';
import { actingFor } from './standing';
import type { SurveyOutcome } from '../temporalSurveys';
import { resolvedSurvey } from './surveyDefinition';
import { linkHash, newLinkToken } from './surveyDoor';
import * as examples from './surveyExamples';
import { resultsBy } from './surveyResults';
import { resultsTable } from './surveyTable';
import { pageAddress, ResultsView, surveyView, SurveyView, TemplateView } from './surveyViews';
import { EventView, pageOfItems } from './views';

const SurveyParams = z.object({ survey: Id });
const DEFINING = ['NO_SUCH_TEMPLATE', 'NO_SUCH_CYCLE', 'UNKNOWN_PROCEDURE', 'UNKNOWN_UNIT', 'UNKNOWN_PERSON'] as const;

const create = route({
  method: 'post',
  path: '/v1/surveys',
  id: 'createSurvey',
  tag: 'Surveys',
  summary: 'Make a survey, as a draft',
  description: 'With `template` everything that is not given comes from it; see `GET /v1/survey-templates`.',
  action: 'survey.edit',
  body: SurveyInput,
  bodyExample: examples.survey,
  responses: { 201: { description: 'The survey', schema: SurveyView, headers: ['Location', 'ETag'] } },
  problems: [...DEFINING, 'SURVEY_EXISTS'],
  handle: async ({ body }, context) => {
    const { deps, standing, commandId } = context;
    const id = body.id ?? `survey-${commandId.replaceAll('-', '').slice(0, 16)}`;
    const resolved = await resolvedSurvey(body, context);
    const outcome = await deps.surveyCommands.create({ id, ...resolved }, standing, commandId);
    const { view, version } = viewOf(outcome);
    return { status: 201, body: view, version, location: `/v1/surveys/${encodeURIComponent(id)}` };
  },
});

const list = route({
  method: 'get',
  path: '/v1/surveys',
  id: 'listSurveys',
  tag: 'Surveys',
  summary: 'Surveys, newest first',
  action: 'survey.read',
  query: z
    .object({
      cycle: z.string().max(300).optional(),
      procedure: Id.optional(),
      unit: Id.optional().describe('With the units below it'),
      series: Id.optional(),
      phase: z.enum(SURVEY_PHASES).optional(),
      ...pageQuery,
    })
    .strict(),
  responses: { 200: { description: 'Surveys', schema: pageOfItems(SurveyView), headers: ['Link', 'ETag'] } },
  problems: ['INVALID_CURSOR'],
  handle: async ({ query: { unit, cursor, limit, ...filter } }, context) => {
    const { deps, may, allow } = context;
    if (unit !== undefined) await allow('survey.read', { unit, relations: ['owner'] });
    const units = unit === undefined ? undefined : withUnitsBelow(await deps.organisation.allUnits(), unit);
    const standing = await actingFor(context);
    const page = await keptPage<SurveyRow>(
      (after, most) => deps.surveys.list({ ...filter, ...(units && { units }), ...(after && { after }), limit: most }),
      { after: afterOf(cursor), limit, keyOf: placeOfSurvey },
      ({ survey }) => may('survey.read', { unit: survey.unit, relations: tie(survey.owner, standing) }),
    );
    await may('survey.read', {});
    return { status: 200, body: { ...page, items: page.items.map(surveyView) } };
  },
});

const get = route({
  method: 'get',
  path: '/v1/surveys/{survey}',
  id: 'getSurvey',
  tag: 'Surveys',
  summary: 'A survey as it stands now',
  action: 'survey.read',
  params: SurveyParams,
  responses: { 200: { description: 'The survey', schema: SurveyView, headers: ['ETag'] } },
  problems: ['NO_SUCH_SURVEY'],
  handle: async ({ params }, context) => {
    const row = await readable(params.survey, 'survey.read', context);
    return { status: 200, body: surveyView(row), version: row.version };
  },
});

const put = route({
  method: 'put',
  path: '/v1/surveys/{survey}',
  id: 'putSurvey',
  tag: 'Surveys',
  summary: 'Change a survey while it is a draft',
  action: 'survey.edit',
  params: SurveyParams,
  body: SurveyInput,
  bodyExample: examples.revised,
  responses: { 200: { description: 'The survey', schema: SurveyView, headers: ['ETag'] } },
  problems: [
    ...DEFINING,
    'NO_SUCH_SURVEY',
    'ID_DIFFERS',
    'SURVEY_NOT_IN_THIS_PHASE',
    'SURVEY_IS_OVER',
    'CHANGED_MEANWHILE',
  ],
  handle: async ({ params: { survey: id }, body }, context) => {
    const row = await readable(id, 'survey.edit', context);
    if (body.id !== undefined && body.id !== id) throw new ProblemError('ID_DIFFERS', { params: { id }, field: '/id' });
    const { definition } = await resolvedSurvey({ ...body, unit: row.survey.unit }, context);
    return ordered(row, { type: 'ReviseSurvey', definition }, context);
  },
});

const command = route({
  method: 'post',
  path: '/v1/surveys/{survey}/commands',
  id: 'commandSurvey',
  tag: 'Surveys',
  summary: 'Schedule, open, extend, close or cancel a survey',
  description: 'Answers when the events are stored. With `If-Match` only on the version you saw (412).',
  action: 'survey.edit',
  params: SurveyParams,
  body: SurveyCommand,
  bodyExample: examples.command,
  responses: { 200: { description: 'The survey after the command', schema: SurveyView, headers: ['ETag'] } },
  problems: [
    'NO_SUCH_SURVEY',
    'CHANGED_MEANWHILE',
    'SURVEY_NOT_IN_THIS_PHASE',
    'SURVEY_IS_OVER',
    'SURVEY_WOULD_CLOSE_BEFORE_IT_OPENS',
    'SURVEY_EXTENSION_MUST_BE_LATER',
    'CYCLE_NEVER_BEGINS',
  ],
  handle: async ({ params, body }, context) =>
    ordered(await readable(params.survey, 'survey.edit', context), body, context),
});

const links = route({
  method: 'post',
  path: '/v1/surveys/{survey}/links',
  id: 'issueSurveyLinks',
  tag: 'Surveys',
  summary: 'Make links to hand out, each good for one answer',
  description: 'They are shown once: only their hash is kept.',
  action: 'survey.edit',
  params: SurveyParams,
  body: LinksInput,
  bodyExample: examples.links,
  shownOnce: ['links'],
  responses: {
    201: {
      description: 'The links',
      schema: z.object({
        survey: Id,
        count: z.number().int(),
        links: z.array(z.object({ token: z.string(), address: z.string() })).optional(),
      }),
    },
  },
  problems: ['NO_SUCH_SURVEY', 'SURVEY_IS_OVER', 'EXPIRY_IS_PAST', 'UNKNOWN_UNIT', 'LINK_UNIT_IS_ELSEWHERE'],
  handle: async ({ params, body: { count, expiresAt, ...attributes } }, context) => {
    const { deps, at, person } = context;
    const { survey } = await readable(params.survey, 'survey.edit', context);
    if (survey.phase === 'closed' || survey.phase === 'cancelled')
      throw problemOf({
        code: 'SURVEY_IS_OVER',
        params: { at: 'closedAt' in survey ? survey.closedAt : survey.cancelledAt },
      });
    if (expiresAt !== undefined && Date.parse(expiresAt) <= Date.parse(at))
      throw new ProblemError('EXPIRY_IS_PAST', { field: '/expiresAt', params: { expiresAt } });
    if (attributes.unit !== undefined) await checkUnit(attributes.unit, survey.unit, context);
    const tokens = Array.from({ length: count }, newLinkToken);
    const common = {
      survey: survey.id,
      createdAt: at,
      createdBy: person.id,
      ...definedOf(attributes),
      ...(expiresAt !== undefined && { expiresAt: new Date(expiresAt).toISOString() }),
    };
    await deps.surveys.addLinks(tokens.map((token) => ({ hash: linkHash(token), ...common })));
    const made = tokens.map((token) => ({ token, address: `${pageAddress(survey.id)}?t=${token}` }));
    return { status: 201, body: { survey: survey.id, count, links: made }, headers: { 'Cache-Control': 'no-store' } };
  },
});

const results = route({
  method: 'get',
  path: '/v1/surveys/{survey}/results',
  id: 'getSurveyResults',
  tag: 'Surveys',
  summary: 'Results of a survey, also by group or factor',
  description:
    'Means and shares with 95 % intervals. Fewer than 5 answers are not shown, of a group neither what would give it away. ' +
    'As a table with `Accept: text/csv` or that of an Excel workbook, or, for a link, with `format`.',
  action: 'survey.results',
  params: SurveyParams,
  query: z
    .object({
      by: z
        .string()
        .max(40)
        .optional()
        .describe('unit, channel, group, factor, or a question of the survey’s `groups`'),
      format: z.enum(['json', ...TABLE_FORMATS]).optional(),
    })
    .strict(),
  responses: { 200: { description: 'Results', schema: ResultsView, also: Object.values(MEDIA_TYPES) } },
  problems: ['NO_SUCH_SURVEY', 'NOT_A_GROUPING'],
  handle: async ({ params, query: { by, format } }, context) => {
    const row = await readable(params.survey, 'survey.results', context);
    const [found, issued] = await Promise.all([resultsBy(context.deps, row, by), context.deps.surveys.issued(row.id)]);
    const asTable = formatAsked(format, context.accepts);
    if (asTable !== undefined)
      return tableAnswer(resultsTable(row.survey, found, context.language), asTable, context.language);
    const body = {
      survey: row.id,
      phase: row.survey.phase,
      links: { issued },
      ...(by !== undefined && { by }),
      ...found,
    };
    return { status: 200, body };
  },
});

const events = route({
  method: 'get',
  path: '/v1/surveys/{survey}/events',
  id: 'listSurveyEvents',
  tag: 'Surveys',
  summary: 'Everything that happened to a survey, in order',
  action: 'survey.read',
  params: SurveyParams,
  query: z.object(pageQuery).strict(),
  responses: { 200: { description: 'Events', schema: pageOfItems(EventView), headers: ['Link', 'ETag'] } },
  problems: ['NO_SUCH_SURVEY', 'INVALID_CURSOR'],
  handle: async ({ params, query: { cursor, limit } }, context) => {
    const row = await readable(params.survey, 'survey.read', context);
    const after = Number(afterOf(cursor) ?? 0);
    if (!Number.isSafeInteger(after)) throw new ProblemError('INVALID_CURSOR');
    const found = await context.deps.surveys.read(row.id, after, limit + 1);
    return { status: 200, body: pageOf(found, limit, ({ sequence }) => `${sequence}`) };
  },
});

const templates = route({
  method: 'get',
  path: '/v1/survey-templates',
  id: 'listSurveyTemplates',
  tag: 'Surveys',
  summary: 'Surveys that come with the product, with their source and what of them is an assumption',
  action: 'signed-in',
  responses: { 200: { description: 'Templates', schema: z.object({ items: z.array(TemplateView) }) } },
  handle: async (_input, { deps }) => ({ status: 200, body: { items: await deps.surveyTemplates.all() } }),
});

async function ordered(row: SurveyRow, order: AnySurveyCommand, context: Context) {
  const { view, version } = viewOf(await sent(row, order, context));
  return { status: 200 as const, body: view, version };
}

function sent(
  row: SurveyRow,
  order: AnySurveyCommand,
  { deps, standing, commandId, ifMatch }: Context,
): Promise<SurveyOutcome> {
  const expected = seenVersion(ifMatch, row.version);
  return deps.surveyCommands.command(row.id, { command: order, by: standing, commandId, expected });
}

async function checkUnit(unit: string, home: string, { deps }: Context): Promise<void> {
  const units = await deps.organisation.allUnits();
  if (!units.some(({ id }) => id === unit))
    throw new ProblemError('UNKNOWN_UNIT', { field: '/unit', params: { id: unit } });
  if (!withUnitsBelow(units, home).includes(unit))
    throw new ProblemError('LINK_UNIT_IS_ELSEWHERE', { field: '/unit', params: { unit, home } });
}

/** The survey, when it is there and the person may do this with it. */
async function readable(id: string, action: Action, context: Context): Promise<SurveyRow> {
  const { deps, allow } = context;
  const row = await deps.surveys.get(id);
  if (row === undefined) {
    await allow(action, { relations: ['owner'] });
    throw new ProblemError('NO_SUCH_SURVEY', { params: { id } });
  }
  await allow(action, { unit: row.survey.unit, relations: tie(row.survey.owner, await actingFor(context)) });
  return row;
}

/** Of the owner, and of whoever stands in for them today. */
const tie = (owner: string, { id, standsInFor = [] }: Standing): readonly 'owner'[] =>
  [id, ...standsInFor].includes(owner) ? ['owner'] : [];

function viewOf(outcome: SurveyOutcome) {
  if (!outcome.ok) throw problemOf(outcome.refusal);
  return { view: surveyView(outcome), version: outcome.version };
}

const definedOf = (fields: {
  unit?: string | undefined;
  channel?: string | undefined;
  group?: string | undefined;
}) => ({
  ...(fields.unit !== undefined && { unit: fields.unit }),
  ...(fields.channel !== undefined && { channel: fields.channel }),
  ...(fields.group !== undefined && { group: fields.group }),
});

export const surveyRoutes = [create, list, get, put, command, links, results, events, templates];
