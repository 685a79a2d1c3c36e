import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tellingReviews } from '../../../src/api/temporalReviews';
import type { CampaignStep } from '../../../src/activities/reviews.ports';
import { VIETNAM } from '../../../src/domain/calendar/vietnam';
import { addWorkingDays, isWorkingDay } from '../../../src/domain/calendar/workingDays';
import { localDateOf } from '../../../src/domain/calendar/zone';
import { FROM_THE_BEGINNING } from '../../../src/domain/indicators/facts';
import { endOf, lastDayOf, periodOfDay, shifted } from '../../../src/domain/indicators/period';
import { ReviewPlan } from '../../../src/domain/reviews/review.schema';
import type { ReviewCommand } from '../../../src/domain/reviews/review.schema';
import { reviewId } from '../../../src/domain/reviews/state';
import type { Review } from '../../../src/domain/reviews/state';
import { OFFICE_DAY_WORKFLOW, officeDayWorkflowId } from '../../../src/workflows/officeDay.contract';
import { TASK_QUEUE } from '../../../src/workflows/queues.contract';
import { reviewWorkflowId } from '../../../src/workflows/review.contract';
import { anOffice, BY, LEAD } from '../support/office';
import { hasTimeSkipping } from '../support/servers';
import { defineEntered, figure, reviewing, waitedFor } from './reviewing';
import type { Reviewing } from './reviewing';

const provinceTest = hasTimeSkipping() ? it : it.skip;
const [PLAN, INDICATOR] = ['tinh', 'dung-han'];
/** Units that report in time, late, and not before the meeting. */
const [IN_TIME, LATE, NEVER] = [150, 30, 20];
const UNITS = Array.from({ length: IN_TIME + LATE + NEVER }, (_, i) => `u${String(i).padStart(3, '0')}`);
const numberOf = (unit: string): number => Number(unit.slice(1));
const leadOf = (unit: string): string => `lead-${unit}`;
const superiorOf = (unit: string): string => `superior-${numberOf(unit) % 20}`;
const lateFrom = (first: number, count: number) => UNITS.slice(first, first + count);
/** Temporal warns at 10,240 events and 10 MB. */
const MOST_EVENTS = 4_000;
const MOST_BYTES = 10_000_000;
let there: Reviewing;

beforeAll(async () => {
  if (!hasTimeSkipping()) return;
  there = await reviewing('province');
  const { organisation } = there.stores;
  await anOffice(there.stores, { rounds: { at: ['08:00'] } });
  const person = (id: string, unit: string, manager: string, roles: ('improvement-lead' | 'officer')[]) =>
    organisation.put('person', { id, name: id, unit, roles, manager, language: 'vi' }, BY);
  for (const unit of UNITS.slice(0, 20)) await person(superiorOf(unit), 'kh-dpi', 'head', ['officer']);
  for (const unit of UNITS) {
    await organisation.put('unit', { id: unit, name: unit, parent: 'kh' }, BY);
    await person(leadOf(unit), unit, superiorOf(unit), ['improvement-lead']);
  }
  await defineEntered(there.stores, INDICATOR, { home: 'kh' });
}, 60_000);
afterAll(async () => there?.close());

async function give(id: string, command: ReviewCommand): Promise<Review> {
  const outcome = await there.commands.command(id, { command, by: LEAD, commandId: randomUUID() });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.review;
}

/** Each unit's figure comes by itself, and reviews are told of each. */
async function report(units: readonly string[], period: string): Promise<void> {
  const tell = tellingReviews(async () => undefined, {
    client: there.environment.client,
    reviews: there.stores.reviews,
  });
  const at = await there.now();
  for (const unit of units) {
    await there.stores.figures.record([figure(INDICATOR, unit, period, 60, at)]);
    await tell({ kind: 'figures', indicators: [INDICATOR] });
  }
}
const arrived = (id: string, count: number): Promise<Review> =>
  waitedFor(async () => {
    const review = (await there.stores.reviews.get(id))?.review;
    return review?.owed.filter(({ arrivedAt }) => arrivedAt !== undefined).length === count ? review : undefined;
  });

/** The review of the quarter before, closed with one decision that goes on. */
async function before(period: string): Promise<string> {
  const opened = await there.commands.open({ plan: PLAN, period }, LEAD, randomUUID());
  if (!opened.ok) throw new Error(opened.refusal.code);
  const { id } = opened.review;
  await give(id, { type: 'PrepareMemoNow' });
  const on = localDateOf(await there.now(), VIETNAM.timeZone);
  await give(id, { type: 'HoldMeeting', on, present: ['lead'], absent: [], minutes: 'Short' });
  await give(id, { type: 'Decide', key: 'counter', text: 'A second counter', owner: 'binh' });
  await give(id, { type: 'Comment', measure: INDICATOR, text: 'We know' });
  await give(id, { type: 'Close', summary: 'Done' });
  return id;
}

/** Steps that are due to a unit's lead and those above, with the working day after the period's end on which they come. */
function expectedOf(unit: string): readonly string[] {
  const [lead, superior] = [leadOf(unit), superiorOf(unit)];
  const told = [`opening 1 ${lead}`, `-3 2 ${lead}`];
  if (numberOf(unit) < IN_TIME) return told;
  told.push(`0 5 ${lead}`, `1 6 ${lead}`);
  if (numberOf(unit) < IN_TIME + LATE) return told;
  return [
    ...told,
    ...[lead, superior].map((person) => `3^1 8 ${person}`),
    ...[lead, superior, 'head'].map((person) => `5^2 10 ${person}`),
  ];
}

function saidOf(steps: readonly CampaignStep[], unit: string, end: string): readonly string[] {
  const days = Array.from({ length: 20 }, (_, i) => addWorkingDays(VIETNAM, end, i + 1));
  return steps
    .filter(({ due }) => due.includes('/review-value/') && due.includes(unit))
    .map(({ step, person, at }) => `${step} ${days.indexOf(localDateOf(at, VIETNAM.timeZone)) + 1} ${person}`);
}

describe('a review of two hundred units', () => {
  provinceTest(
    'asks each of them on its working days, once a step, climbs where it is late, and is followed up to the end',
    async () => {
      const { stores, commands, environment } = there;
      const quarter = periodOfDay((await there.now()).slice(0, 10), 'quarter');
      const [end, day] = [lastDayOf(quarter), (n: number) => addWorkingDays(VIETNAM, lastDayOf(quarter), n)];
      await report(UNITS, shifted(quarter, -1));
      const plan = { subject: { type: 'unit', id: 'kh' }, unit: 'kh', chair: 'lead' };
      await stores.reviewPlans.put({ id: PLAN, validFrom: FROM_THE_BEGINNING, by: 'head' }, ReviewPlan.parse(plan));
      const earlier = await before(shifted(quarter, -1));
      await commands.planChanged(PLAN);
      await environment.client.workflow.start(OFFICE_DAY_WORKFLOW, {
        ...{ workflowId: officeDayWorkflowId('kh'), taskQueue: TASK_QUEUE, args: [{ unit: 'kh' }] },
      });

      const id = reviewId(PLAN, quarter);
      await there.until(`${endOf(quarter)}T05:00:00.000Z`);
      const opened = await arrived(id, 0);
      expect(opened).toMatchObject({ openedBy: 'kairyo', phase: 'collecting', previous: earlier });
      expect(opened.owed).toHaveLength(UNITS.length);
      expect(opened.owed.map(({ unit, persons }) => [unit, ...persons]).sort()).toEqual(
        UNITS.map((unit) => [unit, leadOf(unit)]),
      );

      await there.until(`${day(4)}T05:00:00.000Z`);
      await report(lateFrom(0, IN_TIME), quarter);
      await arrived(id, IN_TIME);
      await there.until(`${day(7)}T05:00:00.000Z`);
      await report(lateFrom(IN_TIME, LATE), quarter);
      await arrived(id, IN_TIME + LATE);
      await there.until(new Date(Date.parse(opened.dates.memoAt) + 60_000).toISOString());
      const prepared = await waitedFor(async () => {
        const review = (await stores.reviews.get(id))?.review;
        return review?.phase === 'prepared' ? review : undefined;
      });
      expect(prepared.memo.missing).toHaveLength(NEVER);
      expect(prepared.memo.openDecisions).toMatchObject([{ owner: 'binh' }]);

      await there.until(`${opened.dates.meeting}T05:00:00.000Z`);
      const { meeting: on } = opened.dates;
      await give(id, { type: 'HoldMeeting', on, present: ['lead', 'head'], absent: [], minutes: 'All was said' });
      await give(id, { type: 'Decide', key: 'training', text: 'Train the twenty', owner: 'chi', due: day(30) });
      await give(id, { type: 'Comment', measure: INDICATOR, text: 'Twenty are late' });
      await expect(give(id, { type: 'Close', summary: 'Done' })).rejects.toThrow('EARLIER_DECISIONS_WITHOUT_STATUS');
      await give(id, { type: 'SetDecisionStatus', decision: `${earlier}#counter`, status: 'done', note: 'Open' });
      expect(await give(id, { type: 'Close', summary: 'Done' })).toMatchObject({ phase: 'closed' });
      const [plan0, period0] = earlier.split('~');
      await environment.client.workflow
        .getHandle(reviewWorkflowId({ plan: plan0 ?? '', period: period0 ?? '' }))
        .result();

      await there.until(`${day(16)}T05:00:00.000Z`);
      const campaign = await stores.reviews.campaign(id);
      const said = (unit: string) => [...saidOf(campaign, unit, end)].sort();
      expect(Object.fromEntries(UNITS.map((unit) => [unit, said(unit)]))).toEqual(
        Object.fromEntries(UNITS.map((unit) => [unit, [...expectedOf(unit)].sort()])),
      );
      expect(campaign.every(({ at }) => isWorkingDay(VIETNAM, localDateOf(at, VIETNAM.timeZone)))).toBe(true);
      const inbox = await stores.reminders.inbox('head', undefined, 100);
      expect(new Set(inbox.map(({ createdAt }) => createdAt)).size).toBe(inbox.length);

      await give(id, { type: 'SetDecisionStatus', decision: `${id}#training`, status: 'done', note: 'All came' });
      const handle = environment.client.workflow.getHandle(reviewWorkflowId({ plan: PLAN, period: quarter }));
      await handle.result();
      const { events = [] } = await handle.fetchHistory();
      const bytes = JSON.stringify(events).length;
      expect(events?.length).toBeLessThan(MOST_EVENTS);
      expect(bytes).toBeLessThan(MOST_BYTES);
    },
    240_000,
  );
});
