import { DECISION_STATUSES } from '../../../src/domain/reviews/review.schema';
import type { ReviewCommand } from '../../../src/domain/reviews/review.schema';
import { textIn } from '../parts/formText';
import type { ReviewWord } from '../words/reviews';
import type { Decision, ReviewView } from './queries';

export type Order = ReviewCommand['type'];
/** How one member of a command is asked for. `fixed`: known already from where the button stands. */
export type Asked = {
  readonly name: string;
  readonly kind: 'text' | 'long' | 'date' | 'person' | 'measure' | 'decision' | 'status';
  readonly word: ReviewWord;
  readonly optional?: true;
};
type Form = { readonly fields: readonly Asked[]; readonly grave?: true };

const reason: Asked = { name: 'reason', kind: 'text', word: 'rv.reason' };
/** What is filled in for each command; the meeting has a form of its own. */
export const FORMS: Readonly<Record<Exclude<Order, 'HoldMeeting'>, Form>> = {
  Comment: {
    fields: [
      { name: 'measure', kind: 'measure', word: 'rv.measure' },
      { name: 'text', kind: 'text', word: 'rv.comment' },
    ],
  },
  PrepareMemoNow: { fields: [] },
  AmendMinutes: { fields: [{ name: 'minutes', kind: 'long', word: 'rv.minutes' }, reason] },
  Decide: {
    fields: [
      { name: 'text', kind: 'text', word: 'rv.decision' },
      { name: 'owner', kind: 'person', word: 'rv.owner' },
      { name: 'due', kind: 'date', word: 'rv.due', optional: true },
      { name: 'measure', kind: 'measure', word: 'rv.aboutMeasure', optional: true },
    ],
  },
  SetDecisionStatus: {
    fields: [
      { name: 'decision', kind: 'decision', word: 'rv.decision' },
      { name: 'status', kind: 'status', word: 'rv.status' },
      { name: 'note', kind: 'text', word: 'rv.note' },
    ],
  },
  Close: { fields: [{ name: 'summary', kind: 'text', word: 'rv.summary' }] },
  Reopen: { fields: [reason] },
  Postpone: { fields: [{ name: 'meeting', kind: 'date', word: 'rv.newMeeting' }, reason] },
  Cancel: { fields: [reason], grave: true },
};
export type Fillable = keyof typeof FORMS;

/** In which phases a command makes sense; the engine has the last word. */
export const IN_PHASES: Readonly<Record<Order, readonly ReviewView['phase'][]>> = {
  Comment: ['collecting', 'prepared', 'held'],
  PrepareMemoNow: ['collecting', 'prepared'],
  HoldMeeting: ['prepared'],
  AmendMinutes: ['held', 'closed'],
  Decide: ['held'],
  SetDecisionStatus: ['collecting', 'prepared', 'held', 'closed'],
  Close: ['held'],
  Reopen: ['closed'],
  Postpone: ['collecting', 'prepared'],
  Cancel: ['collecting', 'prepared', 'held'],
};

/** What members of a review do; the rest is the chair's and whoever manages reviews in the unit. */
export const TAKING_PART: ReadonlySet<Order> = new Set<Order>(['Comment', 'SetDecisionStatus']);
export const STATUSES = DECISION_STATUSES;

/** Decisions that still wait for a final status: those of earlier reviews first. */
export const awaiting = ({ earlier, decisions }: ReviewView): readonly Decision[] =>
  [...earlier, ...decisions].filter(({ status }) => status === 'open');

/** A command from what was filled in; members left empty stay out. */
export function commandOf(type: Fillable, form: FormData, more: object = {}): ReviewCommand {
  const entries = FORMS[type].fields.flatMap(({ name }): readonly (readonly [string, string])[] => {
    const text = textIn(form, name).trim();
    return text === '' ? [] : [[name, text]];
  });
  return { type, ...Object.fromEntries(entries), ...more } as ReviewCommand;
}
