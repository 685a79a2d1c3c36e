import type { DueItem as AnyDueItem, ReviewDueKind } from '../reminders/due';
import type { Words } from '../shared/language';
import { owedKey } from './events';
import { isSettled, uncommented } from './state';
import type { Review, ReviewDecision } from './state';

/**
 * What people owe a review as it stands: figures until the meeting, comments where it is red, the meeting itself, and its
 * decisions until they have a final status. Closed and cancelled reviews owe nothing but their decisions.
 */
export function duesOf(review: Review): readonly DueItem[] {
  switch (review.phase) {
    case 'collecting':
      return [...values(review), ...decisions(review.earlier, review)];
    case 'prepared':
      return [...values(review), ...comments(review), meeting(review), ...decisions(review.earlier, review)];
    case 'held':
      return [...comments(review), close(review), ...decisions([...review.earlier, ...review.decisions], review)];
    case 'closed':
      return decisions(review.decisions, review);
    case 'cancelled':
      return [];
  }
}

type DueItem = AnyDueItem<ReviewDueKind>;
type Own = Pick<DueItem, 'kind' | 'title' | 'titles' | 'persons' | 'openedAt' | 'dueAt'> & {
  readonly name: string;
  readonly unit?: string;
};

function due({ id, unit, definition: { reminders } }: Review, { name, ...own }: Own): DueItem {
  const key = `${id}/${own.kind}${name === '' ? '' : `/${name}`}`;
  return { unit, ...own, key, stream: id, procedure: '', ...(reminders !== undefined && { policy: reminders }) };
}

const values = (review: Review): readonly DueItem[] =>
  review.owed
    .filter(({ arrivedAt }) => arrivedAt === undefined)
    .map((one) =>
      due(review, {
        ...{ kind: 'review-value', name: owedKey(one), unit: one.unit, title: one.title, persons: one.persons },
        ...{ openedAt: review.openedAt, dueAt: review.dates.collectUntil },
      }),
    );

const comments = (review: Extract<Review, { phase: 'prepared' | 'held' }>): readonly DueItem[] =>
  uncommented(review).map((red) => {
    const measure = review.measures.find((one) => one.measure === red);
    return due(review, {
      ...{ kind: 'review-comment', name: red, ...called(measure?.name ?? { vi: red, en: red, ja: red }, review) },
      ...{ persons: measure?.owners ?? [review.definition.chair] },
      ...{ openedAt: review.memo.preparedAt, dueAt: review.dates.meetingAt },
    });
  });

function called(name: Words, { period }: Review): Pick<Own, 'title' | 'titles'> {
  const titles = { vi: `${name.vi} (${period})`, en: `${name.en} (${period})`, ja: `${name.ja}（${period}）` };
  return { title: titles.vi, titles };
}

const meeting = (review: Extract<Review, { phase: 'prepared' }>): DueItem =>
  due(review, {
    ...{ kind: 'review-meeting', name: '', title: review.title.vi, titles: review.title },
    persons: [review.definition.chair],
    ...{ openedAt: review.memo.preparedAt, dueAt: review.dates.meetingAt },
  });

const close = (review: Extract<Review, { phase: 'held' }>): DueItem =>
  due(review, {
    ...{ kind: 'review-close', name: '', title: review.title.vi, titles: review.title },
    persons: [review.definition.chair],
    ...{ openedAt: review.meeting.minutes[0]?.at ?? review.openedAt, dueAt: review.dates.meetingAt },
  });

const decisions = (list: readonly ReviewDecision[], review: Review): readonly DueItem[] =>
  list
    .filter((one) => !isSettled(one))
    .map(({ id, text, owner, madeAt, dueAt }) =>
      due(review, { kind: 'review-decision', name: id, title: text, persons: [owner], openedAt: madeAt, dueAt }),
    );
