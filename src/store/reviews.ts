import type { Connection } from 'mongoose';
import type { CampaignStep, ReviewQuery, ReviewRow, Reviews } from '../activities/reviews.ports';
import type { DueItem, ReviewDueKind } from '../domain/reminders/due';
import { duesOf } from '../domain/reviews/dues';
import type { ReviewEvent } from '../domain/reviews/events';
import type { Review } from '../domain/reviews/state';
import type { CollectionSpec } from './collections';
import { createEventLog, eventLogCollection, moveForward } from './eventLog';

type Due = DueItem<ReviewDueKind>;
/** The projection, with what lists look for. */
type ReviewDoc = {
  readonly _id: string;
  readonly version: number;
  readonly unit: string;
  readonly plan: string;
  readonly period: string;
  readonly phase: string;
  readonly openedAt: string;
  readonly review: Review;
  readonly dues: readonly Due[];
};

const EVENTS = 'review_events';
const REVIEWS = 'reviews';
const DUES_SHOWN = 500;

export const reviewCollections: readonly CollectionSpec[] = [
  eventLogCollection(EVENTS),
  {
    name: REVIEWS,
    indexes: [
      { keys: { unit: 1, openedAt: -1, _id: -1 } },
      { keys: { plan: 1, period: -1 } },
      { keys: { 'dues.unit': 1 } },
      { keys: { 'dues.persons': 1 } },
      { keys: { phase: 1, 'review.owed.indicator': 1 } },
      { keys: { 'review.cycles.measure': 1 } },
      { keys: { 'review.definition.subject.id': 1, period: -1 } },
    ],
  },
];

/** Reviews with their history. */
export function createReviews(connection: Connection): Reviews {
  const { insert, ...log } = createEventLog<ReviewEvent>(connection, EVENTS);
  const reviews = connection.collection<ReviewDoc>(REVIEWS);
  return {
    ...log,
    async append(recorded, review) {
      await insert(recorded);
      const version = recorded.at(-1)?.sequence;
      if (version !== undefined) await moveForward<ReviewDoc>(connection, REVIEWS, projected(version, review));
    },
    async get(id) {
      const found = await reviews.findOne({ _id: id });
      return found === null ? undefined : rowOf(found);
    },
    async list(query) {
      const found = await reviews.find(filterOf(query)).sort({ openedAt: -1, _id: -1 }).limit(query.limit).toArray();
      return found.map(rowOf);
    },
    async before(plan, period) {
      const [found] = await reviews
        .find({ plan, period: { $lt: period } })
        .sort({ period: -1 })
        .limit(1)
        .toArray();
      return found === undefined ? undefined : rowOf(found);
    },
    async publishedOf(scorecard, limit) {
      const filter = {
        'review.definition.subject.id': scorecard,
        'review.definition.subject.type': 'scorecard',
        'review.definition.publish': true,
        $or: [{ phase: 'closed' }, { phase: 'held', 'review.published': { $exists: true } }],
      };
      const found = await reviews.find(filter).sort({ period: -1 }).limit(limit).toArray();
      return found.map(rowOf);
    },
    async waitingFor(indicators) {
      const owed = { $elemMatch: { indicator: { $in: [...indicators] }, arrivedAt: { $exists: false } } };
      const filter = { phase: { $in: ['collecting', 'prepared'] }, 'review.owed': owed };
      return reviews.find(filter, { projection: { plan: 1, period: 1 } }).toArray();
    },
    async duesAbout(persons) {
      const among = { $in: [...persons] };
      const filter = {
        $or: [{ 'dues.persons': among }, { 'review.definition.chair': among, 'dues.0': { $exists: true } }],
      };
      const found = await reviews.find(filter).sort({ openedAt: -1, _id: -1 }).limit(DUES_SHOWN).toArray();
      return found
        .flatMap(({ review, dues }) => dues.map((due) => ({ review, due })))
        .filter(({ review, due }) =>
          [review.definition.chair, ...due.persons].some((person) => persons.includes(person)),
        );
    },
    async cyclesFor(measures) {
      const filter = { 'review.cycles.measure': { $in: [...measures] } };
      const found = await reviews
        .find(filter, { projection: { 'review.cycles': 1 } })
        .sort({ openedAt: -1 })
        .toArray();
      return found.flatMap(({ review }) => review.cycles).filter(({ measure }) => measures.includes(measure));
    },
    campaign: (review) => campaignOf(connection, review),
  };
}

/** What is owed in these units, whichever unit the review is of. */
export async function openReviewDues(connection: Connection, units: readonly string[]): Promise<readonly Due[]> {
  const reviews = connection.collection<ReviewDoc>(REVIEWS);
  const found = await reviews.find({ 'dues.unit': { $in: [...units] } }, { projection: { dues: 1 } }).toArray();
  return found.flatMap(({ dues }) => dues).filter(({ unit }) => units.includes(unit));
}

type Told = { readonly reminders: readonly string[]; readonly createdAt: string };

async function campaignOf(connection: Connection, review: string): Promise<readonly CampaignStep[]> {
  const messages = connection.collection<Told>('messages');
  const found = messages.find({ 'items.stream': review }, { projection: { reminders: 1, createdAt: 1 } });
  const steps = (await found.sort({ _id: 1 }).toArray()).flatMap(({ reminders, createdAt: at }) =>
    reminders.filter((key) => key.startsWith(`${review}/`)).flatMap((key) => stepIn(key, at)),
  );
  return steps.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** See `reminderKey`: `<due>@<due instant>/<step>/<person>`. */
function stepIn(key: string, at: string): readonly CampaignStep[] {
  const [, due, step, person] = /^(.*)@[^/@]*\/([^/]+)\/([^/]+)$/.exec(key) ?? [];
  if (due === undefined || step === undefined || person === undefined) return [];
  return [{ due, step, person, level: Number(step.split('^')[1] ?? 0), at }];
}

function projected(version: number, review: Review): ReviewDoc {
  const { id: _id, unit, plan, period, phase, openedAt } = review;
  return { _id, version, unit, plan, period, phase, openedAt, review, dues: duesOf(review) };
}

/** `after` is the place of the last row seen: `<openedAt> <id>`, newest first. */
function filterOf({ units, plan, period, phase, cycle, after }: ReviewQuery): Record<string, unknown> {
  const gap = after?.indexOf(' ') ?? -1;
  const [openedAt, id] = [after?.slice(0, gap), after?.slice(gap + 1)];
  return {
    ...(units !== undefined && { unit: { $in: [...units] } }),
    ...(plan !== undefined && { plan }),
    ...(period !== undefined && { period }),
    ...(phase !== undefined && { phase }),
    ...(cycle !== undefined && { 'review.cycles.cycle': cycle }),
    ...(openedAt !== undefined && { $or: [{ openedAt: { $lt: openedAt } }, { openedAt, _id: { $lt: id } }] }),
  };
}

const rowOf = ({ _id, version, review }: ReviewDoc): ReviewRow => ({ id: _id, version, review });
