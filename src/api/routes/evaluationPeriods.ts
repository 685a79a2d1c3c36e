import { z } from 'zod';
import { placeOfPeriod } from '../../activities/evaluationPeriods.ports';
import type { PeriodRow } from '../../activities/evaluationPeriods.ports';
import { placeOf, withUnitsBelow } from '../../domain/access/place';
import { localDateOf } from '../../domain/calendar/zone';
import { PeriodCommand, PeriodOpening } from '../../domain/evaluationPeriods/period.schema';
import { actionOf, relationsToPeriod } from '../../domain/evaluationPeriods/relations';
import { PERIOD_PHASES } from '../../domain/evaluationPeriods/state';
import { PeriodText } from '../../domain/indicators/indicator.schema';
import { firstDayOf, grainOf } from '../../domain/indicators/period';
import { Id } from '../../domain/shared/ids.schema';
import { afterOf, keptPage, pageOf, pageQuery } from '../http/cursor';
import { seenVersion } from '../http/preconditions';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import { demandOneScheme } from './evaluatedTwice';
import * as examples from './evaluationPeriodExamples';
import { approveMany, ManyApproved } from './evaluationPeriodApproval';
import { answerOf, PERIOD_TAG, PeriodParams, presentPeriod, shownPeriod } from './evaluationPeriodReading';
import { periodListed, PeriodListed, PeriodView } from './evaluationPeriodViews';
import { actingFor } from './standing';
import { EventView, pageOfItems } from './views';

const open = route({
  method: 'post',
  path: '/v1/evaluation-periods',
  id: 'openEvaluationPeriod',
  tag: PERIOD_TAG,
  summary: 'Open the evaluation of everybody in a tree of units for a period',
  description:
    'Answers when the opening is stored; people are then being added: `people` says how many once all are there. Who is ' +
    'evaluated follows from posts, the group of the scheme and the exclusions; deadlines are working days of the office.',
  action: 'evaluationPeriod.manage',
  body: PeriodOpening,
  bodyExample: examples.opening,
  responses: { 201: { description: 'The period', schema: PeriodView, headers: ['Location', 'ETag'] } },
  problems: [
    ...['NOT_FOUND', 'UNKNOWN_UNIT', 'UNKNOWN_PERSON', 'EVALUATION_PERIOD_EXISTS'],
    ...['EVALUATION_PERIOD_OF_ANOTHER_LENGTH', 'EVALUATION_PERIOD_LIES_AHEAD', 'EVALUATED_BY_ANOTHER_SCHEME'],
  ] as const,
  handle: async ({ body }, context) => {
    const { deps, standing, commandId, at } = context;
    const { scheme: id, unit, period } = body;
    await context.allow('evaluationPeriod.manage', { unit });
    if (placeOf(await deps.organisation.allUnits(), unit).length === 0)
      throw new ProblemError('UNKNOWN_UNIT', { field: '/unit', params: { id: unit } });
    const scheme = await deps.schemeInForce(id, firstDayOf(period));
    if (scheme === undefined) throw new ProblemError('NOT_FOUND', { field: '/scheme' });
    const { cadence } = scheme.definition;
    if (grainOf(period) !== cadence)
      throw new ProblemError('EVALUATION_PERIOD_OF_ANOTHER_LENGTH', { field: '/period', params: { period, cadence } });
    const { timeZone } = await deps.calendarOf({ unit, procedure: '' });
    const first = firstDayOf(period);
    if (localDateOf(at, timeZone) < first)
      throw new ProblemError('EVALUATION_PERIOD_LIES_AHEAD', { field: '/period', params: { period, first } });
    await demandPeople(body.calibrators, '/calibrators', context);
    await demandOneScheme(body, scheme.definition, context);
    const answer = await answerOf(await deps.periodCommands.open(body, standing, commandId), context);
    return { status: 201, ...answer, location: `/v1/evaluation-periods/${encodeURIComponent(answer.body.id)}` };
  },
});

/** @throws ProblemError UNKNOWN_PERSON, naming the field */
async function demandPeople(ids: readonly string[], at: string, { deps }: Context): Promise<void> {
  if (ids.length === 0) return;
  const known = new Set((await deps.organisation.peopleById([...new Set(ids)])).map(({ id }) => id));
  for (const [i, id] of ids.entries())
    if (!known.has(id)) throw new ProblemError('UNKNOWN_PERSON', { field: `${at}/${i}`, params: { id } });
}

const list = route({
  method: 'get',
  path: '/v1/evaluation-periods',
  id: 'listEvaluationPeriods',
  tag: PERIOD_TAG,
  summary: 'Periods of evaluation, newest first',
  action: 'evaluationPeriod.read',
  query: z
    .object({
      unit: Id.optional().describe('With the units below it'),
      scheme: Id.optional(),
      period: PeriodText.optional(),
      phase: z.enum(PERIOD_PHASES).optional(),
      ...pageQuery,
    })
    .strict(),
  responses: { 200: { description: 'Periods', schema: pageOfItems(PeriodListed), headers: ['Link', 'ETag'] } },
  problems: ['INVALID_CURSOR'],
  handle: async ({ query: { unit, cursor, limit, ...filter } }, context) => {
    const { deps, may, allow } = context;
    if (unit !== undefined) await allow('evaluationPeriod.read', { unit, relations: ['lead', 'reviewer'] });
    const units = unit === undefined ? undefined : withUnitsBelow(await deps.organisation.allUnits(), unit);
    const standing = await actingFor(context);
    const page = await keptPage<PeriodRow>(
      (after, most) =>
        deps.evaluationPeriods.list({ ...filter, ...(units && { units }), ...(after && { after }), limit: most }),
      { after: afterOf(cursor), limit, keyOf: placeOfPeriod },
      ({ period }) =>
        may('evaluationPeriod.read', { unit: period.unit, relations: relationsToPeriod(period, standing) }),
    );
    await may('evaluationPeriod.read', {});
    return { status: 200, body: { ...page, items: page.items.map((row) => periodListed(row, context.language)) } };
  },
});

const get = route({
  method: 'get',
  path: '/v1/evaluation-periods/{id}',
  id: 'getEvaluationPeriod',
  tag: PERIOD_TAG,
  summary: 'A period of evaluation: deadlines, people by phase, progress, decisions',
  action: 'evaluationPeriod.read',
  params: PeriodParams,
  responses: { 200: { description: 'The period', schema: PeriodView, headers: ['ETag'] } },
  problems: ['NO_SUCH_EVALUATION_PERIOD'],
  handle: async ({ params: { id } }, context) => {
    const row = await presentPeriod(id, 'evaluationPeriod.read', context);
    return { status: 200, body: await shownPeriod(row, context) };
  },
});

const command = route({
  method: 'post',
  path: '/v1/evaluation-periods/{id}/commands',
  id: 'commandEvaluationPeriod',
  tag: PERIOD_TAG,
  summary: 'Hold the calibration, accept the quota, publish, finalise; extend, pause, resume, cancel; approve many',
  description:
    'Answers when the events are stored. With `If-Match` only on the version you saw (412). Nothing is published while ' +
    'somebody is unrated, the calibration meeting is not on record, or a quota is exceeded that nobody accepted. ' +
    '`ApproveMany` approves what the caller is the approver of, and says of each of the others why not.',
  action: ['evaluationPeriod.manage', 'evaluationPeriod.calibrate', 'evaluationPeriod.read', 'evaluation.approve'],
  params: PeriodParams,
  body: PeriodCommand,
  bodyExample: examples.command,
  responses: {
    200: {
      description: 'The period after the command; after `ApproveMany` with `approved` and `refused`',
      schema: PeriodView.extend({ many: ManyApproved.optional() }),
      headers: ['ETag'],
    },
  },
  problems: [
    ...['NO_SUCH_EVALUATION_PERIOD', 'CHANGED_MEANWHILE', 'PERIOD_NOT_IN_THIS_PHASE', 'PERIOD_IS_CANCELLED'],
    ...['PERIOD_IS_PAUSED', 'PERIOD_IS_NOT_PAUSED', 'STEP_IS_OVER', 'EXTENSION_IS_NOT_LATER', 'EXTENSION_IS_PAST'],
    ...['CALIBRATION_NOT_HELD', 'SOMEBODY_IS_UNRATED', 'QUOTA_IS_EXCEEDED', 'NO_QUOTA_IN_SCHEME', 'QUOTA_TIE_IS_OPEN'],
    ...['QUOTA_LOWER_OVER_HIGHER', 'QUOTA_REASON_NEEDED', 'APPEALS_ARE_STILL_POSSIBLE', 'APPEALS_ARE_OPEN'],
    ...['UNKNOWN_PERSON'],
  ] as const,
  handle: async ({ params: { id }, body }, context) => {
    if (body.type === 'ApproveMany') return approveMany(id, body, context);
    const row = await presentPeriod(id, actionOf(body), context);
    if (body.type === 'HoldCalibration') await demandPeople(body.attendance, '/attendance', context);
    const expected = seenVersion(context.ifMatch, row.version);
    const order = { command: body, by: await actingFor(context), commandId: context.commandId, expected };
    return { status: 200, ...(await answerOf(await context.deps.periodCommands.command(id, order), context)) };
  },
});

const events = route({
  method: 'get',
  path: '/v1/evaluation-periods/{id}/events',
  id: 'listEvaluationPeriodEvents',
  tag: PERIOD_TAG,
  summary: 'Everything that happened to a period of evaluation, in order',
  action: 'evaluationPeriod.people',
  params: PeriodParams,
  query: z.object(pageQuery).strict(),
  responses: { 200: { description: 'Events', schema: pageOfItems(EventView), headers: ['Link', 'ETag'] } },
  problems: ['NO_SUCH_EVALUATION_PERIOD', 'INVALID_CURSOR'],
  handle: async ({ params: { id }, query: { cursor, limit } }, context) => {
    await presentPeriod(id, 'evaluationPeriod.people', context);
    const after = Number(afterOf(cursor) ?? 0);
    if (!Number.isSafeInteger(after)) throw new ProblemError('INVALID_CURSOR');
    const found = await context.deps.evaluationPeriods.read(id, after, limit + 1);
    return { status: 200, body: pageOf(found, limit, ({ sequence }) => `${sequence}`) };
  },
});

export const evaluationPeriodRoutes = [open, list, get, command, events];
