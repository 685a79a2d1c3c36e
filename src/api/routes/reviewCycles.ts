import { z } from 'zod';
import type { ReviewRow } from '../../activities/reviews.ports';
import type { DraftPlan } from '../../domain/cycle/cycle.schema';
import { Id } from '../../domain/shared/ids.schema';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { ProblemError, problemOf } from '../problems/problem';
import * as examples from './reviewExamples';
import { answerOf, presentReview, REVIEW_TAG, ReviewParams } from './reviewReading';
import { ReviewView } from './reviewViews';
import { actingFor } from './standing';

const Body = z
  .object({
    measure: Id.describe('Measure of the review whose target was missed'),
    procedure: Id,
    unit: Id.optional().describe("Default is the procedure's unit"),
    title: z.string().trim().min(1).max(300).optional(),
    lead: Id.optional().describe('Improvement lead; default is whoever opens it'),
  })
  .strict();

const openCycle = route({
  method: 'post',
  path: '/v1/reviews/{id}/cycles',
  id: 'openCycleFromReview',
  tag: REVIEW_TAG,
  summary: 'Open an improvement cycle for a measure, with what the review knows of it',
  description:
    'The cycle is a draft: its problem is what the memo says of the measure. Review and cycle name each other; what the ' +
    'cycle comes to is shown in the review. A procedure with an open cycle is refused, naming it.',
  action: 'review.manage',
  params: ReviewParams,
  body: Body,
  bodyExample: examples.cycle,
  responses: { 201: { description: 'The review with the cycle', schema: ReviewView, headers: ['Location', 'ETag'] } },
  problems: [
    ...['NO_SUCH_REVIEW', 'NOT_A_MEASURE_OF_THE_REVIEW', 'REVIEW_NOT_IN_THIS_PHASE', 'REVIEW_IS_CANCELLED'],
    ...['UNKNOWN_PROCEDURE', 'UNKNOWN_UNIT', 'UNKNOWN_PERSON', 'UNKNOWN_INDICATOR', 'CYCLE_ALREADY_OPEN'],
  ] as const,
  handle: async ({ params: { id }, body: { measure, ...launch } }, context) => {
    const { deps, allow, commandId } = context;
    const row = await presentReview(id, 'review.manage', context);
    demandOpenTo(row, measure);
    const unit = launch.unit ?? (await deps.organisation.procedures.get(launch.procedure))?.value.unit;
    await allow('cycle.launch', unit === undefined ? {} : { unit });
    const by = await actingFor(context);
    const plan = await planFor(row, measure, context);
    const launched = await deps.commands.launch({ ...launch, plan }, by, commandId);
    if (!launched.ok) throw problemOf(launched.refusal);
    const command = { type: 'LinkCycle', measure, cycle: launched.cycle.id } as const;
    const answer = await answerOf(await deps.reviewCommands.command(id, { command, by, commandId }), context);
    return { status: 201, ...answer, location: `/v1/cycles/${encodeURIComponent(launched.cycle.id)}` };
  },
});

/** Before a cycle is launched for nothing. @throws ProblemError */
function demandOpenTo({ review }: ReviewRow, measure: string): void {
  if (review.phase === 'cancelled')
    throw new ProblemError('REVIEW_IS_CANCELLED', { params: { at: review.cancelledAt } });
  const known = review.measures.map((one) => one.measure);
  if (!known.includes(measure))
    throw new ProblemError('NOT_A_MEASURE_OF_THE_REVIEW', { field: '/measure', params: { measure, known } });
}

async function planFor({ review }: ReviewRow, measure: string, { deps }: Context): Promise<DraftPlan> {
  const definition = (await deps.indicators.get(measure))?.definitions.at(-1)?.definition;
  const said = 'memo' in review ? review.memo?.measures.find((one) => one.measure === measure) : undefined;
  const name = review.measures.find((one) => one.measure === measure)?.name;
  const words = {
    vi: `${review.title.vi} (${review.id}): ${name?.vi ?? measure}. ${said?.words.vi ?? ''}`.trim(),
    en: `${review.title.en} (${review.id}): ${name?.en ?? measure}. ${said?.words.en ?? ''}`.trim(),
    ja: `${review.title.ja}（${review.id}）：${name?.ja ?? measure}。${said?.words.ja ?? ''}`.trim(),
  };
  const problem = `${words.vi}\n${words.en}`;
  if (definition === undefined) return { problem };
  const { target } = definition;
  const known = { ...(said?.value !== undefined && { baseline: said.value }), ...(target !== undefined && { target }) };
  return { problem, indicators: [{ key: measure, indicator: measure, role: 'outcome', ...known }] };
}

export const reviewCycleRoutes = [openCycle];
