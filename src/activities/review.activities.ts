import { ApplicationFailure, Context } from '@temporalio/activity';
import { addWorkingDays, endOfWorkingDay } from '../domain/calendar/workingDays';
import { instantAt, localDateOf } from '../domain/calendar/zone';
import type { Calendar } from '../domain/calendar/calendar.schema';
import { endOf, lastDayOf, periodOfDay, shifted } from '../domain/indicators/period';
import type { ReviewFacts } from '../domain/reviews/decide';
import { owedKey } from '../domain/reviews/events';
import type { ReviewBeginning, ReviewEvent } from '../domain/reviews/events';
import type { ReviewMemo } from '../domain/reviews/memo';
import type { ReviewPlan } from '../domain/reviews/review.schema';
import { isSettled, statusOf } from '../domain/reviews/state';
import type { OwedValue, Review, ReviewDates, ReviewDecision } from '../domain/reviews/state';
import type { Words } from '../domain/shared/language';
import type { Instant, LocalDate } from '../domain/shared/time';
import { chained } from './chained';
import { calendarOf } from './officeCalendar';
import { arrivedOf, owedValues } from './reviewOwed';
import type { OwedDeps } from './reviewOwed';
import { memoNow } from './reviewMemo';
import type { MemoDeps } from './reviewMemo';
import { subjectOf } from './reviewSubject';
import { planNow } from './reviews.ports';
import type { ReviewPlans, Reviews, StoredReviewPlan } from './reviews.ports';

export type RecordReviewInput = {
  readonly review: Review;
  /** Sequence of the first event. */
  readonly first: number;
  readonly commandId: string;
  readonly events: readonly ReviewEvent[];
};
export type ReviewDeps = OwedDeps &
  MemoDeps & { readonly reviews: Reviews; readonly reviewPlans: Pick<ReviewPlans, 'get'> };

type DayInput = {
  readonly unit: string;
  readonly at: Instant;
  readonly from?: LocalDate;
  readonly workingDays: number;
};
type NextInput = { readonly plan: string; readonly now: Instant; readonly last?: string };

/** What a review and its plan ask the world to do. Every one of them may be repeated at any point. */
export function reviewActivities(deps: ReviewDeps) {
  const { reviews, reviewPlans, organisation } = deps;
  const calendarIn = (unit: string): Promise<Calendar> => calendarOf(organisation, { unit, procedure: '' });
  return {
    /** Appends events under the hash chain and moves the projection. */
    async recordReviewEvents({ review, first, commandId, events }: RecordReviewInput): Promise<void> {
      const [before] = first === 1 ? [] : await reviews.read(review.id, first - 2, 1);
      if (first > 1 && before === undefined) throw new Error(`event ${first - 1} of ${review.id} is not stored yet`);
      await reviews.append(chained(review.id, first, commandId, events, before?.hash ?? ''), review);
    },

    /** Everything a review begins with. Days are counted from the period's end, or from the opening where that is later. */
    async reviewBeginning(of: { plan: string; period: string; at: Instant }): Promise<ReviewBeginning> {
      const { plan, period, at } = of;
      const stored = await reviewPlans.get(plan);
      const definition = stored && planNow(stored);
      if (definition === undefined) throw ApplicationFailure.nonRetryable(`there is no review plan ${plan}`, 'NoPlan');
      const { unit, chair } = definition;
      const [subject, calendar, previous] = await Promise.all([
        subjectOf(definition, period, deps),
        calendarIn(unit),
        reviews.before(plan, period),
      ]);
      const measures = subject?.measures ?? [];
      return {
        unit,
        title: titled(subject?.name ?? same(definition.subject.id), period),
        definition,
        dates: datesOf(definition, { period, at }, calendar),
        ...(previous !== undefined && { previous: previous.id }),
        measures,
        owed: await owedValues(measures, { period, chair }, deps),
        earlier: previous === undefined ? [] : stillOpen(previous.review),
      };
    },

    /** The working day so many after a day, or that day itself, with the end of its office hours; and today. */
    async reviewDay({ unit, at, from, workingDays }: DayInput): Promise<Pick<ReviewFacts, 'today' | 'due'>> {
      const calendar = await calendarIn(unit);
      const today = localDateOf(at, calendar.timeZone);
      const day = workingDays === 0 && from !== undefined ? from : addWorkingDays(calendar, from ?? today, workingDays);
      return { today, due: { day, at: endOfWorkingDay(calendar, day) } };
    },

    arrivedValues: (owed: readonly OwedValue[]): Promise<readonly string[]> => arrivedOf(owed, deps),

    /** The next review of a plan: of the period that runs when the plan was made, and of all after it. `undefined`: no such plan any more. */
    async nextReview({ plan, now, last }: NextInput): Promise<{ period: string; at: Instant } | undefined> {
      const stored = await reviewPlans.get(plan);
      const definition = stored && planNow(stored);
      if (stored === undefined || definition === undefined) return undefined;
      const { timeZone } = await calendarIn(definition.unit);
      const since = putSince(stored) ?? now;
      const running = periodOfDay(localDateOf(since, timeZone), definition.frequency);
      const after = last === undefined ? running : shifted(periodOfDay(lastDayOf(last), definition.frequency), 1);
      const period = last === undefined || lastDayOf(after) > lastDayOf(last) ? after : shifted(after, 1);
      return { period, at: instantAt(endOf(period), '00:00', timeZone) };
    },
  };
}
export type ReviewActivities = ReturnType<typeof reviewActivities>;

const HEARTBEAT_MS = 5_000;

/** The memo reads many values: it is prepared beside reminders, not before them. */
export function reviewMemoActivities(deps: ReviewDeps) {
  return {
    async prepareMemo({ review, at }: { review: Review; at: Instant }): Promise<ReviewMemo> {
      const heart = setInterval(() => Context.current().heartbeat(), HEARTBEAT_MS);
      try {
        const arrived = await arrivedOf(review.owed, deps);
        const owed = review.owed.filter((one) => !arrived.includes(owedKey(one)));
        return await memoNow({ ...review, owed }, { at, progress: () => Context.current().heartbeat() }, deps);
      } finally {
        clearInterval(heart);
      }
    },
  };
}
export type ReviewMemoActivities = ReturnType<typeof reviewMemoActivities>;

const same = (text: string): Words => ({ vi: text, en: text, ja: text });
const titled = (name: Words, period: string): Words => ({
  vi: `Rà soát ${name.vi}, ${period}`,
  en: `Review of ${name.en}, ${period}`,
  ja: `${name.ja} レビュー（${period}）`,
});

function datesOf(plan: ReviewPlan, { period, at }: { period: string; at: Instant }, calendar: Calendar): ReviewDates {
  const [end, today] = [lastDayOf(period), localDateOf(at, calendar.timeZone)];
  const opening = today > endOf(period) ? today : end;
  const endAfter = (days: number): Instant => endOfWorkingDay(calendar, addWorkingDays(calendar, opening, days));
  const meeting = addWorkingDays(calendar, opening, plan.meetingDays);
  return {
    collectUntil: endAfter(plan.collectDays),
    memoAt: endAfter(plan.memoDays),
    meeting,
    meetingAt: endOfWorkingDay(calendar, meeting),
  };
}

/** What the review before left open: its own decisions, and those it had not settled itself when it was broken off. */
const stillOpen = ({ earlier, decisions }: Review): readonly ReviewDecision[] =>
  [...earlier, ...decisions]
    .filter((one) => !isSettled(one) || isCarriedWithoutSuccessor(one, decisions))
    .map((one) => (isSettled(one) ? { ...one, reports: [] } : one));
const isCarriedWithoutSuccessor = (one: ReviewDecision, decisions: readonly ReviewDecision[]): boolean =>
  statusOf(one) === 'carried-over' && !decisions.some(({ carries }) => carries === one.id);

/** Since when there is the plan without a break. */
function putSince({ versions }: StoredReviewPlan): Instant | undefined {
  const removed = versions.findLastIndex(({ value }) => value.removed === true);
  return versions[removed + 1]?.recordedAt;
}
