import { DateTime } from 'luxon';
import type { Instant } from '../shared/time';
import { EVALUATION_DUE_KINDS, IDEA_DUE_KINDS, REVIEW_DUE_KINDS, TRAINING_DUE_KINDS } from './due';
import type { DueKind } from './due';

/** How an item stands at the moment of a message, in whole working days. */
export type Standing =
  | { readonly kind: 'left'; readonly workingDays: number }
  | { readonly kind: 'today' }
  | { readonly kind: 'late'; readonly workingDays: number };

/** How the reader comes to hear of an item. */
export type Part =
  | { readonly kind: 'owner' }
  | { readonly kind: 'stand-in'; readonly inPlaceOf: string }
  | { readonly kind: 'superior'; readonly owners: string; readonly inPlaceOf?: string };

export type ItemFacts = {
  readonly kind: DueKind;
  readonly title: string;
  readonly procedure: string;
  readonly stream: string;
  readonly dueAt: Instant;
  readonly timeZone: string;
  readonly standing: Standing;
  readonly part: Part;
  /** Names of everyone else who is told in the same round. */
  readonly others: readonly string[];
};

export interface Wording {
  subject(items: readonly ItemFacts[]): string;
  greeting(name: string): string;
  /** Lines of one item. */
  item(facts: ItemFacts): readonly string[];
  more(count: number): string;
  closing(office: string): string;
}

/** `Thứ Sáu, 21/08/2026, 17:00`; midnight is the day that ends with it, without a time. */
export function localDue(facts: ItemFacts, { day, time }: { day: string; time: string }, locale: string): string {
  const due = DateTime.fromISO(facts.dueAt, { zone: facts.timeZone }).setLocale(locale);
  const midnight = due.hour === 0 && due.minute === 0;
  return midnight ? due.minus({ minutes: 1 }).toFormat(day) : due.toFormat(`${day}${time}`);
}

export const isLate = ({ standing }: ItemFacts): boolean => standing.kind === 'late';

/** Owed to a review, an evaluation, an idea or a training, which are of no procedure. */
export const ofNoProcedure = ({ kind }: Pick<ItemFacts, 'kind'>): boolean => streamKind(kind) !== 'cycle';

/** What the stream of an item is. */
export function streamKind(kind: DueKind): 'cycle' | 'review' | 'evaluation' | 'idea' | 'training' {
  if ((IDEA_DUE_KINDS as readonly DueKind[]).includes(kind)) return 'idea';
  if ((TRAINING_DUE_KINDS as readonly DueKind[]).includes(kind)) return 'training';
  if ((REVIEW_DUE_KINDS as readonly DueKind[]).includes(kind)) return 'review';
  return (EVALUATION_DUE_KINDS as readonly DueKind[]).includes(kind) ? 'evaluation' : 'cycle';
}
