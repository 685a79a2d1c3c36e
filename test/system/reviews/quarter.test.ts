import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FROM_THE_BEGINNING } from '../../../src/domain/indicators/facts';
import { firstDayOf, periodOfDay, shifted } from '../../../src/domain/indicators/period';
import { verifyChain } from '../../../src/domain/shared/chain';
import { ReviewPlan } from '../../../src/domain/reviews/review.schema';
import type { ReviewCommand } from '../../../src/domain/reviews/review.schema';
import { reviewId } from '../../../src/domain/reviews/state';
import type { Review } from '../../../src/domain/reviews/state';
import { sha256 } from '../../../src/api/sha256';
import { OFFICE_DAY_WORKFLOW, officeDayWorkflowId } from '../../../src/workflows/officeDay.contract';
import { TASK_QUEUE } from '../../../src/workflows/queues.contract';
import { anOffice, HEAD, LEAD } from '../support/office';
import { hasTimeSkipping } from '../support/servers';
import { defineEntered, figure, reviewing, waitedFor } from './reviewing';
import type { Reviewing } from './reviewing';

const quarterTest = hasTimeSkipping() ? it : it.skip;
const PLAN = 'quy';
let there: Reviewing;

beforeAll(async () => {
  if (!hasTimeSkipping()) return;
  there = await reviewing('reviews');
  await anOffice(there.stores, { rounds: { at: ['08:00'] } });
  await defineEntered(there.stores, 'dung-han', { owner: 'binh' });
  await defineEntered(there.stores, 'hai-long', { owner: 'chi' });
});
afterAll(async () => there?.close());

const noon = (day: string): string => `${day}T05:00:00.000Z`;
const opened = (id: string): Promise<Review> =>
  waitedFor(async () => {
    const row = await there.stores.reviews.get(id);
    return row?.review;
  });
async function give(id: string, command: ReviewCommand, by = LEAD): Promise<Review> {
  const outcome = await there.commands.command(id, { command, by, commandId: randomUUID() });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.review;
}
const phase = (id: string, wanted: Review['phase']): Promise<Review> =>
  waitedFor(async () => {
    const review = (await there.stores.reviews.get(id))?.review;
    return review?.phase === wanted ? review : undefined;
  });

describe('a quarterly review', () => {
  quarterTest('opens by itself, collects, prepares its memo, is held, closed and followed up', async () => {
    const { stores, commands, environment } = there;
    const now = await there.now();
    const quarter = periodOfDay(now.slice(0, 10), 'quarter');
    const [next, afterNext] = [shifted(quarter, 1), shifted(quarter, 2)];
    const definition = ReviewPlan.parse({ subject: { type: 'unit', id: 'kh-dpi' }, unit: 'kh-dpi', chair: 'lead' });
    await stores.reviewPlans.put({ id: PLAN, validFrom: FROM_THE_BEGINNING, by: 'head' }, definition);
    await commands.planChanged(PLAN);
    await environment.client.workflow.start(OFFICE_DAY_WORKFLOW, {
      ...{ workflowId: officeDayWorkflowId('kh'), taskQueue: TASK_QUEUE, args: [{ unit: 'kh' }] },
    });
    await stores.figures.record([figure('hai-long', 'kh-dpi', quarter, 95, now)]);

    const id = reviewId(PLAN, quarter);
    await there.until(noon(firstDayOf(next)));
    const review = await opened(id);
    expect(review).toMatchObject({ phase: 'collecting', openedBy: 'kairyo' });
    expect(review.measures.map(({ measure }) => measure)).toEqual(['dung-han', 'hai-long']);
    expect(review.owed).toMatchObject([{ indicator: 'dung-han', period: quarter, persons: ['binh'] }]);

    await there.until(review.dates.collectUntil);
    const campaign = await waitedFor(async () => {
      const steps = await stores.reviews.campaign(id);
      return steps.length < 2 ? undefined : steps;
    });
    expect(campaign.map(({ person }) => person)).toContain('binh');
    expect((await stores.reminders.inbox('binh', undefined, 10))[0]?.subject).toContain('dung-han');

    await stores.figures.record([figure('dung-han', 'kh-dpi', quarter, 50, await there.now())]);
    await there.until(new Date(Date.parse(review.dates.memoAt) + 60_000).toISOString());
    const prepared = await phase(id, 'prepared');
    expect(prepared.owed[0]?.arrivedAt).toBeDefined();
    if (prepared.phase !== 'prepared') throw new Error('it is not prepared');
    expect(prepared.memo.measures).toMatchObject([
      { measure: 'dung-han', value: 50, target: 90, colour: 'red', risk: 'high-risk' },
      { measure: 'hai-long', value: 95, colour: 'green', risk: 'on-track' },
    ]);
    expect(prepared.memo).toMatchObject({ redWithoutAction: ['dung-han'], missing: [] });

    await there.until(noon(review.dates.meeting));
    const { meeting } = review.dates;
    await give(id, {
      type: 'HoldMeeting',
      on: meeting,
      present: ['lead', 'head'],
      absent: [],
      minutes: 'All was said',
    });
    await give(id, { type: 'Decide', key: 'staff', text: 'A second counter', owner: 'binh', measure: 'dung-han' });
    await expect(give(id, { type: 'Close', summary: 'Done' })).rejects.toThrow('RED_WITHOUT_A_COMMENT');
    await give(id, { type: 'Comment', measure: 'dung-han', text: 'Two officers were ill' });
    expect(await give(id, { type: 'Close', summary: 'Done' }, HEAD)).toMatchObject({ phase: 'closed' });

    await there.until(noon(firstDayOf(afterNext)));
    const second = reviewId(PLAN, next);
    const followed = await opened(second);
    expect(followed).toMatchObject({ previous: id, earlier: [{ id: `${id}#staff`, text: 'A second counter' }] });
    await give(second, { type: 'SetDecisionStatus', decision: `${id}#staff`, status: 'done', note: 'It is open' });
    await waitedFor(async () => {
      const first = (await stores.reviews.get(id))?.review;
      return first?.decisions[0]?.reports[0]?.status === 'done' ? first : undefined;
    });
    await environment.client.workflow.getHandle(`review/${PLAN}/${quarter}`).result();

    const again = await give(id, { type: 'Reopen', reason: 'A name was wrong' });
    expect(again).toMatchObject({ phase: 'held' });
    await give(id, { type: 'AmendMinutes', minutes: 'All was said, by Lan', reason: 'A name was wrong' });
    const closed = await give(id, { type: 'Close', summary: 'Done' });
    expect(closed).toMatchObject({ phase: 'closed', meeting: { minutes: [{ text: 'All was said' }, {}] } });
    const chain = await stores.reviews.read(id);
    async function* links() {
      yield* chain;
    }
    expect(await verifyChain(links(), sha256)).toMatchObject({ valid: true, events: chain.length });
  });
});
