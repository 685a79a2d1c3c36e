import { z } from 'zod';
import type { ReviewRow } from '../../activities/reviews.ports';
import { placeOfReview } from '../../activities/reviews.ports';
import type { Recorded } from '../../activities/ports';
import { withUnitsBelow } from '../../domain/access/place';
import { localDateOf } from '../../domain/calendar/zone';
import { PeriodText } from '../../domain/indicators/indicator.schema';
import { grainOf, lastDayOf } from '../../domain/indicators/period';
import type { ReviewEvent } from '../../domain/reviews/events';
import { actionOf, relationsToReview } from '../../domain/reviews/relations';
import { ReviewCommand, ReviewOpening } from '../../domain/reviews/review.schema';
import { REVIEW_PHASES } from '../../domain/reviews/state';
import { verifyChain } from '../../domain/shared/chain';
import { Id } from '../../domain/shared/ids.schema';
import { afterOf, keptPage, pageOf, pageQuery } from '../http/cursor';
import { seenVersion } from '../http/preconditions';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { gpraMemoOf } from '../print/gpraMemo';
import { ProblemError } from '../problems/problem';
import { sha256 } from '../sha256';
import * as examples from './reviewExamples';
import { pdf, PDF } from './printed';
import { readerOf } from './printFacts';
import { presentPlan } from './reviewPlans';
import { answerOf, presentReview, REVIEW_TAG, ReviewParams, shownReview } from './reviewReading';
import { memoView, MemoView, reviewListed, ReviewListed, ReviewView } from './reviewViews';
import { actingFor } from './standing';
import { ChainView, EventView, pageOfItems } from './views';

const open = route({
  method: 'post',
  path: '/v1/reviews',
  id: 'openReview',
  tag: REVIEW_TAG,
  summary: 'Open the review of a period that has ended, without waiting for its plan to do it',
  action: 'review.manage',
  body: ReviewOpening,
  bodyExample: examples.opening,
  responses: { 201: { description: 'The review, collecting', schema: ReviewView, headers: ['Location', 'ETag'] } },
  problems: ['NO_SUCH_REVIEW_PLAN', 'REVIEW_EXISTS', 'REVIEW_PERIOD_NOT_OVER', 'REVIEW_PERIOD_OF_ANOTHER_LENGTH'],
  handle: async ({ body: { plan: id, period } }, context) => {
    const { deps, standing, commandId, person, at } = context;
    const { plan } = await presentPlan(id, context);
    const relations = plan.chair === person.id ? (['lead'] as const) : [];
    await context.allow('review.manage', { unit: plan.unit, relations });
    const { frequency, unit } = plan;
    if (grainOf(period) !== frequency)
      throw new ProblemError('REVIEW_PERIOD_OF_ANOTHER_LENGTH', { field: '/period', params: { period, frequency } });
    const { timeZone } = await deps.calendarOf({ unit, procedure: '' });
    const last = lastDayOf(period);
    if (localDateOf(at, timeZone) <= last)
      throw new ProblemError('REVIEW_PERIOD_NOT_OVER', { field: '/period', params: { period, last } });
    const answer = await answerOf(await deps.reviewCommands.open({ plan: id, period }, standing, commandId), context);
    return { status: 201, ...answer, location: `/v1/reviews/${encodeURIComponent(answer.body.id)}` };
  },
});

const list = route({
  method: 'get',
  path: '/v1/reviews',
  id: 'listReviews',
  tag: REVIEW_TAG,
  summary: 'Reviews, newest first',
  action: 'review.read',
  query: z
    .object({
      unit: Id.optional().describe('With the units below it'),
      plan: Id.optional(),
      period: PeriodText.optional(),
      phase: z.enum(REVIEW_PHASES).optional(),
      cycle: z.string().max(300).optional().describe('That opened this cycle'),
      ...pageQuery,
    })
    .strict(),
  responses: { 200: { description: 'Reviews', schema: pageOfItems(ReviewListed), headers: ['Link', 'ETag'] } },
  problems: ['INVALID_CURSOR'],
  handle: async ({ query: { unit, cursor, limit, ...filter } }, context) => {
    const { deps, may, allow } = context;
    if (unit !== undefined) await allow('review.read', { unit, relations: ['lead', 'reviewer', 'owner'] });
    const units = unit === undefined ? undefined : withUnitsBelow(await deps.organisation.allUnits(), unit);
    const standing = await actingFor(context);
    const page = await keptPage<ReviewRow>(
      (after, most) => deps.reviews.list({ ...filter, ...(units && { units }), ...(after && { after }), limit: most }),
      { after: afterOf(cursor), limit, keyOf: placeOfReview },
      ({ review }) => may('review.read', { unit: review.unit, relations: relationsToReview(review, standing) }),
    );
    await may('review.read', {});
    return { status: 200, body: { ...page, items: page.items.map((row) => reviewListed(row, context.language)) } };
  },
});

const get = route({
  method: 'get',
  path: '/v1/reviews/{id}',
  id: 'getReview',
  tag: REVIEW_TAG,
  summary: 'A review as it stands now, with who owes which figure and how often they were told',
  action: 'review.read',
  params: ReviewParams,
  responses: { 200: { description: 'The review', schema: ReviewView, headers: ['ETag'] } },
  problems: ['NO_SUCH_REVIEW'],
  handle: async ({ params: { id } }, context) => {
    const row = await presentReview(id, 'review.read', context);
    return { status: 200, body: await shownReview(row, context), version: row.version };
  },
});

const command = route({
  method: 'post',
  path: '/v1/reviews/{id}/commands',
  id: 'commandReview',
  tag: REVIEW_TAG,
  summary: 'Comment, hold the meeting, decide, report on decisions, close',
  description:
    'Answers when the events are stored. With `If-Match` only on the version you saw (412). A review cannot be closed while ' +
    'a decision of an earlier one is open, or a red measure has no comment.',
  action: ['review.takePart', 'review.manage'],
  params: ReviewParams,
  body: ReviewCommand,
  bodyExample: examples.command,
  responses: { 200: { description: 'The review after the command', schema: ReviewView, headers: ['ETag'] } },
  problems: [
    ...['NO_SUCH_REVIEW', 'CHANGED_MEANWHILE', 'REVIEW_NOT_IN_THIS_PHASE', 'REVIEW_IS_CANCELLED', 'UNKNOWN_PERSON'],
    ...['EARLIER_DECISIONS_WITHOUT_STATUS', 'RED_WITHOUT_A_COMMENT', 'NOT_A_MEASURE_OF_THE_REVIEW'],
    ...['PRESENT_AND_ABSENT', 'MEETING_LIES_AHEAD', 'MEETING_WOULD_BE_PAST', 'MEETING_IS_ON_THAT_DAY'],
    ...['DECISION_KEY_IS_TAKEN', 'DECISION_DUE_IS_PAST', 'NO_SUCH_DECISION'],
  ] as const,
  handle: async ({ params: { id }, body }, context) => {
    const row = await presentReview(id, actionOf(body), context);
    await demandPeople(body, context);
    const expected = seenVersion(context.ifMatch, row.version);
    const order = { command: body, by: await actingFor(context), commandId: context.commandId, expected };
    return { status: 200, ...(await answerOf(await context.deps.reviewCommands.command(id, order), context)) };
  },
});

/** @throws ProblemError UNKNOWN_PERSON, naming the field */
async function demandPeople(body: ReviewCommand, { deps }: Context): Promise<void> {
  const named: readonly (readonly [string, string])[] =
    body.type === 'Decide'
      ? [['/owner', body.owner]]
      : body.type === 'HoldMeeting'
        ? [
            ...body.present.map((one, i) => [`/present/${i}`, one] as const),
            ...body.absent.map(({ person }, i) => [`/absent/${i}/person`, person] as const),
          ]
        : [];
  if (named.length === 0) return;
  const found = await deps.organisation.peopleById(named.map(([, id]) => id));
  const known = new Set(found.map(({ id }) => id));
  for (const [field, id] of named)
    if (!known.has(id)) throw new ProblemError('UNKNOWN_PERSON', { field, params: { id } });
}

const memo = route({
  method: 'get',
  path: '/v1/reviews/{id}/memo',
  id: 'getReviewMemo',
  tag: REVIEW_TAG,
  summary: 'What the meeting reads beforehand, as known when it was prepared; as JSON or to print (PDF)',
  action: 'review.read',
  params: ReviewParams,
  responses: { 200: { description: 'The memo', schema: MemoView, also: [PDF], headers: ['ETag'] } },
  problems: ['NO_SUCH_REVIEW', 'NO_MEMO_YET'],
  handle: async ({ params: { id } }, context) => {
    const { review } = await presentReview(id, 'review.read', context);
    const found = 'memo' in review ? review.memo : undefined;
    if (found === undefined) throw new ProblemError('NO_MEMO_YET', { params: { at: review.dates.memoAt } });
    const { language } = context;
    if (context.accepts(['application/json', PDF]) !== PDF)
      return { status: 200, body: memoView(review.id, found, language) };
    const { title, unit } = review;
    const reader = await readerOf({ place: { unit, procedure: '' }, about: found, language }, context);
    return pdf(`memo-${review.id}`, language, gpraMemoOf({ title, unit, memo: found }, reader));
  },
});

const events = route({
  method: 'get',
  path: '/v1/reviews/{id}/events',
  id: 'listReviewEvents',
  tag: REVIEW_TAG,
  summary: 'Everything that happened to a review, in order',
  action: 'review.read',
  params: ReviewParams,
  query: z.object(pageQuery).strict(),
  responses: { 200: { description: 'Events', schema: pageOfItems(EventView), headers: ['Link', 'ETag'] } },
  problems: ['NO_SUCH_REVIEW', 'INVALID_CURSOR'],
  handle: async ({ params: { id }, query: { cursor, limit } }, context) => {
    const { review } = await presentReview(id, 'review.read', context);
    const after = Number(afterOf(cursor) ?? 0);
    if (!Number.isSafeInteger(after)) throw new ProblemError('INVALID_CURSOR');
    const found = await context.deps.reviews.read(review.id, after, limit + 1);
    return { status: 200, body: pageOf(found, limit, ({ sequence }) => `${sequence}`) };
  },
});

const verify = route({
  method: 'get',
  path: '/v1/reviews/{id}/events/verify',
  id: 'verifyReviewEvents',
  tag: REVIEW_TAG,
  summary: 'Check the hash chain of a review',
  description: 'Every hash is computed again, and the chain must reach as far as the review has come.',
  action: 'review.read',
  params: ReviewParams,
  responses: { 200: { description: 'Whether the history is whole', schema: ChainView } },
  problems: ['NO_SUCH_REVIEW'],
  handle: async ({ params: { id } }, context) => {
    const { review, version } = await presentReview(id, 'review.read', context);
    const checked = await verifyChain(allEvents(context, review.id), sha256);
    const { events: whole } = checked;
    const cut = checked.valid && whole < version;
    const body = cut ? { valid: false, events: whole, brokenAt: whole + 1, reason: 'incomplete' } : checked;
    return { status: 200, body };
  },
});

const EVENTS_AT_ONCE = 500;
async function* allEvents({ deps }: Context, stream: string): AsyncGenerator<Recorded<ReviewEvent>> {
  for (let after = 0; ; after += EVENTS_AT_ONCE) {
    const found = await deps.reviews.read(stream, after, EVENTS_AT_ONCE);
    yield* found;
    if (found.length < EVENTS_AT_ONCE) return;
  }
}

export const reviewRoutes = [open, list, get, command, memo, events, verify];
