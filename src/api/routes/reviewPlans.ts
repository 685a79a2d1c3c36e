import { z } from 'zod';
import type { KeptReviewPlan, StoredReviewPlan } from '../../activities/reviews.ports';
import { planNow } from '../../activities/reviews.ports';
import { withUnitsBelow } from '../../domain/access/place';
import { FROM_THE_BEGINNING } from '../../domain/indicators/facts';
import { ReviewPlan } from '../../domain/reviews/review.schema';
import { Id } from '../../domain/shared/ids.schema';
import { afterOf, keptPage, pageQuery } from '../http/cursor';
import { expectedVersion } from '../http/preconditions';
import { route } from '../http/route';
import type { Answer, Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import { demandEdit, Strict } from './documents';
import * as examples from './reviewExamples';
import { REVIEW_TAG } from './reviewReading';
import { reviewPlanView, ReviewPlanView } from './reviewViews';
import { pageOfItems } from './views';

const PlanParams = z.object({ plan: Id });
const read = { readOnly: true } as const;
const PlanInput = ReviewPlan.extend({
  reason: z.string().trim().min(1).max(4000).optional().describe('Why it is changed'),
  id: z.string().optional().meta(read),
  version: z.number().optional().meta(read),
  recordedAt: z.string().optional().meta(read),
  by: z.string().optional().meta(read),
});
const LOOKED_THROUGH = 500;
const shown = { schema: ReviewPlanView, headers: ['ETag', 'Location'] as const };

const list = route({
  method: 'get',
  path: '/v1/review-plans',
  id: 'listReviewPlans',
  tag: REVIEW_TAG,
  summary: 'How scorecards, units and programmes are reviewed',
  action: 'review.read',
  query: z.object({ unit: Id.optional().describe('With the units below it'), ...pageQuery }).strict(),
  responses: {
    200: { description: 'Plans, by id', schema: pageOfItems(ReviewPlanView), headers: ['Link', 'ETag'] },
  },
  problems: ['INVALID_CURSOR'],
  handle: async ({ query: { unit, cursor, limit } }, context) => {
    const { deps, may } = context;
    await may('review.read');
    const units = unit === undefined ? undefined : withUnitsBelow(await deps.organisation.allUnits(), unit);
    const page = await keptPage(
      (after, most) => deps.reviewPlans.list(after, Math.max(most, LOOKED_THROUGH)),
      { after: afterOf(cursor), limit, keyOf: ({ id }: StoredReviewPlan) => id },
      async (stored) => {
        const plan = planNow(stored);
        if (plan === undefined || (units !== undefined && !units.includes(plan.unit))) return false;
        return may('review.read', { unit: plan.unit, relations: tiesTo(plan, context) });
      },
    );
    return { status: 200, body: { ...page, items: page.items.flatMap((one) => reviewPlanView(one) ?? []) } };
  },
});

const get = route({
  method: 'get',
  path: '/v1/review-plans/{plan}',
  id: 'getReviewPlan',
  tag: REVIEW_TAG,
  summary: 'How something is reviewed',
  action: 'review.read',
  params: PlanParams,
  responses: { 200: { description: 'The plan', schema: ReviewPlanView, headers: ['ETag'] } },
  problems: ['NO_SUCH_REVIEW_PLAN'],
  handle: async ({ params: { plan: id } }, context) => {
    const { stored, plan } = await presentPlan(id, context);
    await context.allow('review.read', { unit: plan.unit, relations: tiesTo(plan, context) });
    const body = reviewPlanView(stored);
    if (body === undefined) throw new ProblemError('NO_SUCH_REVIEW_PLAN', { params: { id } });
    return { status: 200, body, version: stored.version };
  },
});

const put = route({
  method: 'put',
  path: '/v1/review-plans/{plan}',
  id: 'putReviewPlan',
  tag: REVIEW_TAG,
  summary: 'Have something reviewed, period after period, or change how',
  description:
    'From then on a review opens by itself when a period has ended. Reviews that are open keep the plan they were opened ' +
    'with. Every change is a version; the same again changes nothing. `If-Match` and `If-None-Match` as with every document.',
  action: 'review.manage',
  params: PlanParams,
  query: Strict,
  body: PlanInput,
  bodyExample: examples.plan,
  responses: {
    200: { description: 'The plan, changed (or there already)', ...shown },
    201: { description: 'The plan, made', ...shown },
  },
  problems: [
    ...['ID_DIFFERS', 'CHANGED_MEANWHILE', 'PRECONDITION_NEEDED', 'UNKNOWN_UNIT', 'UNKNOWN_PERSON'],
    ...['UNKNOWN_REVIEW_SUBJECT', 'UNKNOWN_REMINDER_POLICY'],
  ] as const,
  handle: async ({ params: { plan: id }, query: { strict }, body }, context) => {
    if (body.id !== undefined && body.id !== id) throw new ProblemError('ID_DIFFERS', { field: '/id', params: { id } });
    return putReviewPlan({ id, body, expected: (seen) => expectedVersion(context, seen, strict === 'true') }, context);
  },
});

type Putting = {
  readonly id: string;
  readonly body: z.output<typeof PlanInput>;
  /** Asked once the edit is allowed. `seen`: the version there is; 0: none. */
  readonly expected: (seen: number) => number | undefined;
};

/** Records a plan for whoever may: of the route above, and of a pack. @throws ProblemError of the rule it breaks */
export async function putReviewPlan({ id, body, expected: ask }: Putting, context: Context): Promise<Answer> {
  const { deps, person } = context;
  const { reason, id: _id, version: _version, recordedAt: _at, by: _by, ...plan } = body;
  const before = await deps.reviewPlans.get(id);
  const old = before && planNow(before);
  for (const one of [...(old === undefined ? [] : [old]), plan])
    await context.allow('review.manage', { unit: one.unit, relations: one === old ? tiesTo(one, context) : [] });
  const expected = ask(old === undefined ? 0 : (before?.version ?? 0));
  await demandKnown(plan, context);
  const by = { by: person.id, ...(reason !== undefined && { reason }) };
  const seen = expected === 0 ? (before?.version ?? 0) : expected;
  const editing = { id, validFrom: FROM_THE_BEGINNING, ...by, ...(seen !== undefined && { expected: seen }) };
  const { stored, created } = demandEdit(await deps.reviewPlans.put(editing, plan));
  await deps.reviewCommands.planChanged(id);
  const answer = { body: shownPlan(stored), version: stored.version };
  return created || old === undefined
    ? { status: 201, ...answer, location: `/v1/review-plans/${encodeURIComponent(id)}` }
    : { status: 200, ...answer };
}

const remove = route({
  method: 'delete',
  path: '/v1/review-plans/{plan}',
  id: 'deleteReviewPlan',
  tag: REVIEW_TAG,
  summary: 'Open no more reviews by a plan',
  description: 'Its reviews stay, and those that are open go on. Its history stays; it may be put again.',
  action: 'review.manage',
  params: PlanParams,
  responses: { 204: { description: 'Taken back' } },
  problems: ['NO_SUCH_REVIEW_PLAN', 'CHANGED_MEANWHILE'],
  handle: async ({ params: { plan: id } }, context) => {
    const { stored, plan } = await presentPlan(id, context);
    await context.allow('review.manage', { unit: plan.unit, relations: tiesTo(plan, context) });
    const expected = expectedVersion(context, stored.version, false);
    const editing = { id, validFrom: FROM_THE_BEGINNING, by: context.person.id };
    const seen = expected === undefined ? {} : { expected };
    demandEdit(await context.deps.reviewPlans.put({ ...editing, ...seen }, { ...plan, removed: true }));
    await context.deps.reviewCommands.planChanged(id);
    return { status: 204 };
  },
});

const tiesTo = ({ chair, members }: KeptReviewPlan, { person }: Context) => [
  ...(chair === person.id ? (['lead'] as const) : []),
  ...(members.includes(person.id) ? (['reviewer'] as const) : []),
];

/** @throws ProblemError NO_SUCH_REVIEW_PLAN */
export async function presentPlan(id: string, { deps, may }: Context) {
  const stored = await deps.reviewPlans.get(id);
  const plan = stored && planNow(stored);
  if (stored === undefined || plan === undefined) {
    await may('review.read');
    throw new ProblemError('NO_SUCH_REVIEW_PLAN', { params: { id } });
  }
  return { stored, plan };
}

function shownPlan(stored: StoredReviewPlan) {
  const body = reviewPlanView(stored);
  if (body === undefined) throw new Error(`${stored.id} was put and is not there`);
  return body;
}

async function demandKnown({ subject, unit, chair, members, reminders }: ReviewPlan, { deps }: Context): Promise<void> {
  const { organisation } = deps;
  const units = new Set((await organisation.allUnits()).map(({ id }) => id));
  if (!units.has(unit)) throw new ProblemError('UNKNOWN_UNIT', { field: '/unit', params: { id: unit } });
  const people = new Set((await organisation.peopleById([chair, ...members])).map(({ id }) => id));
  const stranger = [chair, ...members].find((id) => !people.has(id));
  if (stranger !== undefined)
    throw new ProblemError('UNKNOWN_PERSON', {
      field: stranger === chair ? '/chair' : `/members/${members.indexOf(stranger)}`,
      params: { id: stranger },
    });
  if (reminders !== undefined && (await organisation.reminderPolicies.get(reminders)) === undefined)
    throw new ProblemError('UNKNOWN_REMINDER_POLICY', { field: '/reminders', params: { id: reminders } });
  const { type, id } = subject;
  const there =
    type === 'unit'
      ? units.has(id)
      : type === 'scorecard'
        ? await deps.scorecards.get(id)
        : await deps.programmes.get(id);
  if (there === undefined || there === false)
    throw new ProblemError('UNKNOWN_REVIEW_SUBJECT', { field: '/subject/id', params: { type, id } });
}

export const reviewPlanRoutes = [list, get, put, remove];
