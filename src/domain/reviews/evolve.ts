import { owedKey } from './events';
import type { ReviewEvent } from './events';
import { publishedOf } from './state';
import type { Review, ReviewDecision, ReviewPhase } from './state';

/** The state after an event. A history that cannot be is a fault. */
export function evolve(review: Review | undefined, event: ReviewEvent): Review {
  if (event.type === 'ReviewOpened') return opened(event);
  if (review === undefined) throw new Error(`history starts with ${event.type}`);
  switch (event.type) {
    case 'ValuesArrived':
      return { ...review, owed: review.owed.map((one) => arrived(one, event)) };
    case 'Commented': {
      const { measure, text, at, by } = event;
      return { ...review, comments: [...review.comments, { measure, text, at, by }] };
    }
    case 'MemoPrepared':
      return { ...within(review, 'collecting', 'prepared'), phase: 'prepared', memo: event.memo };
    case 'MeetingHeld':
      return { ...within(review, 'prepared'), phase: 'held', meeting: meetingOf(event) };
    case 'MinutesAmended': {
      const there = within(review, 'held', 'closed');
      const { minutes: text, at, by, reason } = event;
      return { ...there, meeting: { ...there.meeting, minutes: [...there.meeting.minutes, { text, at, by, reason }] } };
    }
    case 'DecisionMade':
      return { ...review, decisions: [...review.decisions, event.decision] };
    case 'DecisionStatusSet':
      return {
        ...review,
        earlier: review.earlier.map((one) => reported(one, event)),
        decisions: review.decisions.map((one) => reported(one, event)),
      };
    case 'CycleLinked': {
      const { measure, cycle } = event;
      return { ...review, cycles: [...review.cycles, { measure, cycle }] };
    }
    case 'MeetingPostponed': {
      const { meeting, meetingAt } = event;
      return { ...review, dates: { ...review.dates, meeting, meetingAt } };
    }
    case 'ReviewClosed':
      return {
        ...within(review, 'held'),
        phase: 'closed',
        closedAt: event.at,
        closedBy: event.by,
        summary: event.summary,
      };
    case 'ReviewReopened': {
      const { closedAt: _at, closedBy: _by, summary: _summary, ...held } = within(review, 'closed');
      const { memo: _memo, ...published } = publishedOf(review) ?? {};
      return { ...held, phase: 'held', ...('closedAt' in published && { published }) };
    }
    case 'ReviewCancelled':
      return { ...review, phase: 'cancelled', cancelledAt: event.at, reason: event.reason };
  }
}

type Of<Type extends ReviewEvent['type']> = Extract<ReviewEvent, { type: Type }>;

function opened({ type: _type, at, by, ...rest }: Of<'ReviewOpened'>): Review {
  const nothing = { comments: [], decisions: [], cycles: [] };
  return { ...rest, openedAt: at, openedBy: by, ...nothing, phase: 'collecting' };
}

const meetingOf = ({ on, present, absent, minutes: text, at, by }: Of<'MeetingHeld'>) => ({
  on,
  present,
  absent,
  minutes: [{ text, at, by }],
});

const arrived = (one: Review['owed'][number], { arrived: keys, at }: Of<'ValuesArrived'>) =>
  keys.includes(owedKey(one)) && one.arrivedAt === undefined ? { ...one, arrivedAt: at } : one;

function reported(one: ReviewDecision, { decision, status, note, at, by }: Of<'DecisionStatusSet'>): ReviewDecision {
  return one.id === decision ? { ...one, reports: [...one.reports, { status, note, at, by }] } : one;
}

function within<Phase extends ReviewPhase>(
  review: Review,
  ...phases: readonly Phase[]
): Extract<Review, { phase: Phase }> {
  if (!(phases as readonly ReviewPhase[]).includes(review.phase))
    throw new Error(`a review that is ${review.phase} has no such event`);
  return review as Extract<Review, { phase: Phase }>;
}
