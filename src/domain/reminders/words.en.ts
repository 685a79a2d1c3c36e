import type { DueKind } from './due';
import { isLate, localDue, ofNoProcedure, streamKind } from './words';
import type { ItemFacts, Part, Standing, Wording } from './words';

const OWED = {
  'approve-plan': 'Approve the improvement plan',
  countermeasure: 'Finish the countermeasure',
  review: 'Record the review of the check phase',
  decision: 'Decide after the check phase',
  'review-value': 'Enter the missing figure for the review',
  'review-comment': 'Comment on a measure that is red',
  'review-meeting': 'Hold the review meeting',
  'review-close': 'Close the review',
  'review-decision': 'Carry out a decision of the review',
  'evaluation-self': 'Assess yourself',
  'evaluation-rating': 'Rate your staff',
  'evaluation-approval': 'Approve evaluations',
  'evaluation-calibration': 'Hold the calibration meeting and publish',
  'evaluation-appeal': 'Decide an appeal',
  'evaluation-year': 'Make the period final before the year is due',
  'idea-answer': 'Answer an idea',
  'training-plan': 'Plan a training',
  'training-completion': 'Complete a training',
  'training-outcome': 'Say what came of a training',
} as const satisfies Record<DueKind, string>;

const STREAM = {
  cycle: 'Cycle',
  review: 'Review',
  evaluation: 'Evaluation',
  idea: 'Idea',
  training: 'Training',
} as const;

const NEXT = {
  'approve-plan': 'open the cycle, read the plan, and approve it or send it back with a reason.',
  countermeasure: 'carry the countermeasure out and report its progress; if it is dropped, say why.',
  review: 'look at the results before and after, then record strengths, weaknesses and learning.',
  decision: 'adopt, adapt, expand or abandon the change, with a reason.',
  'review-value': 'open the indicator and enter the figure; if there is none, say why.',
  'review-comment': 'read the memo, then say what is behind it and what will be done.',
  'review-meeting': 'read the memo, hold the meeting and record its minutes; or postpone it with a reason.',
  'review-close': 'record the decisions, say how the earlier ones stand, and close it.',
  'review-decision': 'carry it out and report it as done; if it is dropped or carried over, say why.',
  'evaluation-self': 'open your evaluation, check the work that is recorded, and assess yourself.',
  'evaluation-rating': 'open your team, look at what needs a look first, and rate.',
  'evaluation-approval': 'look at the exceptions, then approve or send back with a reason.',
  'evaluation-calibration': 'hold the meeting, record minutes and attendance, look at the quota, and publish.',
  'evaluation-appeal': 'read the disputed points and decide each of them with a reason.',
  'evaluation-year': 'decide what is appealed and make the period final, so that the year is final in time.',
  'idea-answer': 'read it and answer: take it up, later, decline or merge, with a reason.',
  'training-plan': 'choose a course or a mentor and the dates; if it is not needed any more, say why.',
  'training-completion': 'complete it and record the evidence; if it takes longer, plan it anew.',
  'training-outcome': 'talk with whoever was trained and record whether it helped.',
} as const satisfies Record<DueKind, string>;

const days = (count: number): string => (count === 1 ? '1 working day' : `${count} working days`);

function standing(is: Standing): string {
  if (is.kind === 'today') return 'due today';
  if (is.kind === 'left') return is.workingDays === 0 ? 'no working day left' : `${days(is.workingDays)} left`;
  return is.workingDays === 0 ? 'just overdue' : `${days(is.workingDays)} overdue`;
}

function part(is: Part): string {
  if (is.kind === 'owner') return 'This is yours to do.';
  if (is.kind === 'stand-in') return `You are told in place of ${is.inPlaceOf}, who is away.`;
  const absent = is.inPlaceOf === undefined ? '' : `, in place of ${is.inPlaceOf}, who is away`;
  return `This is for ${is.owners} to do; you are told as their superior${absent}.`;
}

const due = (facts: ItemFacts): string => localDue(facts, { day: 'cccc d LLLL yyyy', time: ', HH:mm' }, 'en-GB');

function next({ part: is, kind }: ItemFacts): string {
  return is.kind === 'superior' ? 'talk to whoever owes it, clear the way, or pass it on to someone else.' : NEXT[kind];
}

export const ENGLISH: Wording = {
  subject(items) {
    const [only] = items;
    if (items.length === 1 && only !== undefined)
      return `Reminder: ${OWED[only.kind]}: ${only.title} (${standing(only.standing)})`;
    const late = items.filter(isLate).length;
    return `Reminder: ${items.length} things to do${late === 0 ? '' : `, ${late} overdue`}`;
  },
  greeting: (name) => `Dear ${name},`,
  item: (facts) => [
    ofNoProcedure(facts) ? facts.title : `${facts.title} (procedure ${facts.procedure})`,
    `To do: ${OWED[facts.kind]}.`,
    `Due: ${due(facts)}; ${standing(facts.standing)}.`,
    part(facts.part),
    `Next step: ${next(facts)} ${STREAM[streamKind(facts.kind)]}: ${facts.stream}.`,
    facts.others.length === 0 ? 'Nobody else was told.' : `Also told: ${facts.others.join(', ')}.`,
  ],
  more: (count) => `… and ${count} more; please see the list in the system.`,
  closing: (office) => `Sent by Kairyo on behalf of ${office}.`,
};
