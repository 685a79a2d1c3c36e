import { relationsToCycle } from '../access/relations';
import { missingIn } from '../cycle/gate';
import type { Cycle } from '../cycle/state';
import type { Figure } from '../indicators/facts';
import { EVALUATION_DUE_KINDS, IDEA_DUE_KINDS, REVIEW_DUE_KINDS, TRAINING_DUE_KINDS } from '../reminders/due';
import type {
  CycleDueKind,
  DueItem as AnyDueItem,
  EvaluationDueKind,
  IdeaDueKind,
  ReviewDueKind,
  TrainingDueKind,
} from '../reminders/due';
import type { Language, Words } from '../shared/language';
import type { Instant } from '../shared/time';
import { TODAY_WORDS } from './words';

type DueItem = AnyDueItem<CycleDueKind>;

export const TODAY_KINDS = [
  'complete-plan',
  'approve-plan',
  'countermeasure',
  'review',
  'decision',
  'approve-observation',
  'message',
  ...REVIEW_DUE_KINDS,
  ...EVALUATION_DUE_KINDS,
  ...IDEA_DUE_KINDS,
  ...TRAINING_DUE_KINDS,
] as const;
export type TodayKind = (typeof TODAY_KINDS)[number];

/** One thing that waits, with the one thing to do about it. `href` is a page of the web application. */
export type TodayItem = {
  readonly kind: TodayKind;
  readonly title: Words;
  readonly dueAt?: Instant;
  readonly overdue: boolean;
  readonly cycle?: string;
  readonly review?: string;
  /** Evaluation, or period of evaluation. */
  readonly evaluation?: string;
  readonly indicator?: string;
  readonly unit?: string;
  readonly period?: string;
  readonly message?: string;
  /** Id of the absent person in whose place it waits for me. */
  readonly inPlaceOf?: string;
  readonly action: { readonly label: Words; readonly href: string; readonly command?: string };
};
/** `who`: ids of those who owe it; empty when nobody is known who may. */
export type AwaitedItem = TodayItem & { readonly who: readonly string[] };
export type Today = { readonly waiting: readonly TodayItem[]; readonly waitingFor: readonly AwaitedItem[] };

export type TodayCycle = {
  readonly cycle: Cycle;
  readonly dues: readonly DueItem[];
  /** Whether I may approve its plan, and who may, nearest first; authors are left out by what is made of it. */
  readonly mayApprove: boolean;
  readonly approvers: readonly string[];
  /** Absent people without whom I might not approve; missing: by my own right. */
  readonly approvesInPlaceOf?: readonly string[];
  /** Whether I may decide on its change, and the heads nearest to it, who decide beside or instead of its lead. */
  readonly mayDecide: boolean;
  readonly heads: readonly string[];
};
export type TodayFigure = {
  readonly figure: Figure;
  readonly name: Words;
  readonly who: readonly string[];
  readonly inPlaceOf?: string;
};
/** What is owed to a review; its chair waits for what others owe. */
export type TodayReview = { readonly chair: string; readonly due: AnyDueItem<ReviewDueKind> };
export type TodayFacts = {
  readonly me: string;
  /** Absent people whose deputy I am today. */
  readonly standsInFor: readonly string[];
  readonly at: Instant;
  readonly cycles: readonly TodayCycle[];
  readonly reviews: readonly TodayReview[];
  /** What is owed to evaluations by me or those I stand in for. */
  readonly evaluations: readonly AnyDueItem<EvaluationDueKind>[];
  /** Ideas that wait for an answer by me or those I stand in for. */
  readonly ideas?: readonly AnyDueItem<IdeaDueKind>[];
  /** What is owed to trainings by the same. */
  readonly trainings?: readonly AnyDueItem<TrainingDueKind>[];
  /** Figures that wait for a second person: those I may decide on, and those I entered. */
  readonly toApprove: readonly TodayFigure[];
  readonly entered: readonly TodayFigure[];
  /** Unread messages about a cycle that are no reminders. */
  readonly messages: readonly { readonly key: string; readonly subject: string; readonly cycle: string }[];
};

/** What waits for me and what I wait for, both by due date: what is overdue first, what has no date last. */
export function today(facts: TodayFacts): Today {
  const waiting = [
    ...facts.cycles.flatMap((one) => [...planWaits(one, facts), ...decisionWaits(one, facts), ...duesWait(one, facts)]),
    ...facts.reviews.flatMap((one) => reviewWaits(one, facts)),
    ...facts.evaluations.flatMap((due) => evaluationWaits(due, facts)),
    ...(facts.ideas ?? []).flatMap((due) => pageWaits(due, '/ideas', facts)),
    ...(facts.trainings ?? []).flatMap((due) => pageWaits(due, '/training', facts)),
    ...facts.toApprove.map(figureItem),
    ...facts.messages.map(({ key, subject, cycle }) => messageItem(key, subject, cycle)),
  ];
  const waitingFor = [
    ...facts.cycles.flatMap((one) => [
      ...planAwaited(one, facts),
      ...decisionAwaited(one, facts),
      ...duesAwaited(one, facts),
    ]),
    ...facts.reviews.flatMap((one) => reviewAwaited(one, facts)),
    ...facts.entered.map((one) => ({ ...figureItem(one), who: one.who })),
  ];
  return { waiting: byDueDate(waiting), waitingFor: byDueDate(waitingFor) };
}

const byDueDate = <Item extends TodayItem>(items: readonly Item[]): readonly Item[] =>
  [...items].sort((a, b) => {
    const [one, other] = [a.dueAt ?? '~', b.dueAt ?? '~'];
    return one < other ? -1 : one > other ? 1 : 0;
  });

/** Myself where I am among them, else the first absent one I stand in for; `undefined`: none of them concerns me. */
function selfAmong(persons: readonly string[], { me, standsInFor }: TodayFacts): string | undefined {
  return persons.includes(me) ? me : standsInFor.find((id) => persons.includes(id));
}
const placeOf = (self: string, { me }: TodayFacts) => (self === me ? {} : { inPlaceOf: self });
const leads = ({ lead }: Cycle, facts: TodayFacts): string | undefined => selfAmong([lead], facts);

const pageOf = ({ id }: Cycle): string => `/cycles/${encodeURIComponent(id)}`;
const titled = (words: Words, title: string): Words => titledIn(words, { vi: title, en: title, ja: title });
const titledIn = (words: Words, title: Words): Words => ({
  vi: `${words.vi}: ${title.vi}`,
  en: `${words.en}: ${title.en}`,
  ja: `${words.ja}：${title.ja}`,
});

function cycleItem(cycle: Cycle, kind: TodayKind, over: { readonly title?: string; readonly command?: string } = {}) {
  const { owed, action } = TODAY_WORDS[kind];
  const { title = cycle.title, command } = over;
  const href = kind === 'complete-plan' ? `${pageOf(cycle)}/plan` : pageOf(cycle);
  return {
    kind,
    title: titled(owed, title),
    overdue: false,
    cycle: cycle.id,
    unit: cycle.unit,
    action: { label: action, href, ...(command !== undefined && { command }) },
  };
}

const seen = (item: TodayItem): TodayItem => ({
  ...item,
  action: { label: TODAY_WORDS.look, href: item.action.href.replace(/\/plan$/, '') },
});

function planWaits({ cycle, mayApprove, approvesInPlaceOf }: TodayCycle, facts: TodayFacts): readonly TodayItem[] {
  if (cycle.phase !== 'plan') return [];
  const self = leads(cycle, facts);
  if (missingIn(cycle.plan).length > 0)
    return self === undefined
      ? []
      : [{ ...cycleItem(cycle, 'complete-plan', { command: 'RevisePlan' }), ...placeOf(self, facts) }];
  if (!mayApprove || cycle.authors.includes(facts.me)) return [];
  const item = cycleItem(cycle, 'approve-plan', { command: 'ApprovePlan' });
  if (approvesInPlaceOf === undefined) return [item];
  const inPlaceOf = approvesInPlaceOf.find((id) => !cycle.authors.includes(id));
  return inPlaceOf === undefined ? [] : [{ ...item, inPlaceOf }];
}

function planAwaited({ cycle, approvers }: TodayCycle, facts: TodayFacts): readonly AwaitedItem[] {
  if (cycle.phase !== 'plan' || missingIn(cycle.plan).length > 0) return [];
  const concerned = leads(cycle, facts) ?? selfAmong(cycle.authors, facts);
  if (concerned === undefined) return [];
  const who = approvers.filter((id) => !cycle.authors.includes(id));
  return [{ ...seen(cycleItem(cycle, 'approve-plan')), ...placeOf(concerned, facts), who }];
}

const COMMANDS = { countermeasure: 'ProgressCountermeasure', review: 'RecordReview' } as const;

function dueItem({ cycle, due, at }: { cycle: Cycle; due: DueItem; at: Instant }): TodayItem {
  const key = due.key.slice(`${cycle.id}/countermeasure/`.length);
  const measure =
    due.kind === 'countermeasure' ? cycle.plan.countermeasures?.find((one) => one.key === key)?.title : undefined;
  const command = due.kind === 'countermeasure' || due.kind === 'review' ? COMMANDS[due.kind] : undefined;
  const item = cycleItem(cycle, due.kind, {
    ...(measure !== undefined && { title: `${measure} (${cycle.title})` }),
    ...(command !== undefined && { command }),
  });
  return { ...item, dueAt: due.dueAt, overdue: due.dueAt < at };
}

const open = ({ dues }: TodayCycle): readonly DueItem[] => dues.filter(({ paused }) => paused !== true);
const decisionOf = (one: TodayCycle): DueItem | undefined => open(one).find(({ kind }) => kind === 'decision');
const others = (one: TodayCycle): readonly DueItem[] => open(one).filter(({ kind }) => kind !== 'decision');

/** A decision waits for the lead and for the heads nearest to the cycle, each as far as they may decide. */
function decisionWaits(one: TodayCycle, facts: TodayFacts): readonly TodayItem[] {
  const due = decisionOf(one);
  const self = selfAmong([one.cycle.lead, ...one.heads], facts);
  if (due === undefined || self === undefined || !one.mayDecide) return [];
  return [{ ...dueItem({ cycle: one.cycle, due, at: facts.at }), ...placeOf(self, facts) }];
}

/** A lead who may not decide waits for the heads. */
function decisionAwaited(one: TodayCycle, facts: TodayFacts): readonly AwaitedItem[] {
  const due = decisionOf(one);
  const self = leads(one.cycle, facts);
  if (due === undefined || self === undefined || one.mayDecide) return [];
  return [{ ...seen(dueItem({ cycle: one.cycle, due, at: facts.at })), ...placeOf(self, facts), who: one.heads }];
}

function duesWait(one: TodayCycle, facts: TodayFacts): readonly TodayItem[] {
  return others(one).flatMap((due) => {
    const self = selfAmong(due.persons, facts);
    if (self === undefined) return [];
    return [{ ...dueItem({ cycle: one.cycle, due, at: facts.at }), ...placeOf(self, facts) }];
  });
}

/** Whoever leads a cycle waits for what the others owe it. */
function duesAwaited(one: TodayCycle, facts: TodayFacts): readonly AwaitedItem[] {
  const { cycle } = one;
  const self = relationsToCycle(cycle, standing(facts)).includes('lead') ? leads(cycle, facts) : undefined;
  if (self === undefined) return [];
  return others(one).flatMap((due) => {
    const who = due.persons.filter((id) => id !== facts.me && !facts.standsInFor.includes(id));
    if (who.length === 0) return [];
    return [{ ...seen(dueItem({ cycle, due, at: facts.at })), ...placeOf(self, facts), who }];
  });
}
const standing = ({ me, standsInFor }: TodayFacts) => ({ id: me, standsInFor, roles: [], unit: '' });

function figureItem({ figure: { indicator, unit, period }, name, inPlaceOf }: TodayFigure): TodayItem {
  const { owed, action } = TODAY_WORDS['approve-observation'];
  const words = (language: Language) => `${owed[language]}: ${name[language]}, ${unit}, ${period}`;
  const query = new URLSearchParams({ unit, period }).toString();
  return {
    kind: 'approve-observation',
    title: { vi: words('vi'), en: words('en'), ja: words('ja') },
    overdue: false,
    indicator,
    unit,
    period,
    ...(inPlaceOf !== undefined && { inPlaceOf }),
    action: { label: action, href: `/indicators/${encodeURIComponent(indicator)}?${query}` },
  };
}

function messageItem(message: string, subject: string, cycle: string): TodayItem {
  return {
    kind: 'message',
    title: { vi: subject, en: subject, ja: subject },
    overdue: false,
    cycle,
    message,
    action: { label: TODAY_WORDS.message.action, href: `/cycles/${encodeURIComponent(cycle)}` },
  };
}

/** What is owed to a review is done in the review itself, but a figure where figures are entered. */
function reviewItem({ due }: TodayReview, facts: TodayFacts): TodayItem {
  const { owed, action } = TODAY_WORDS[due.kind];
  const [indicator, unit, period] = due.kind === 'review-value' ? (due.key.split('/').at(-1)?.split('~') ?? []) : [];
  const query = new URLSearchParams({ unit: unit ?? '', period: period ?? '' }).toString();
  const href =
    indicator === undefined
      ? `/reviews/${encodeURIComponent(due.stream)}`
      : `/indicators/${encodeURIComponent(indicator)}?${query}`;
  return {
    kind: due.kind,
    title: due.titles === undefined ? titled(owed, due.title) : titledIn(owed, due.titles),
    dueAt: due.dueAt,
    overdue: due.dueAt < facts.at,
    review: due.stream,
    unit: due.unit,
    ...(indicator !== undefined && { indicator }),
    ...(period !== undefined && { period }),
    action: { label: action, href },
  };
}

/** My own evaluation and an appeal are a page each; the team and the period are one for many. */
function evaluationWaits(due: AnyDueItem<EvaluationDueKind>, facts: TodayFacts): readonly TodayItem[] {
  const self = selfAmong(due.persons, facts);
  if (self === undefined) return [];
  const { owed, action } = TODAY_WORDS[due.kind];
  const id = encodeURIComponent(due.stream);
  const one = due.kind === 'evaluation-self' || due.kind === 'evaluation-appeal';
  const href =
    due.kind === 'evaluation-calibration' || due.kind === 'evaluation-year'
      ? `/evaluation-periods/${id}`
      : one
        ? `/evaluations/${id}`
        : `/my-team?period=${id}`;
  return [
    {
      ...{ kind: due.kind, title: titled(owed, due.title), dueAt: due.dueAt, overdue: due.dueAt < facts.at },
      ...{ evaluation: due.stream, unit: due.unit, ...placeOf(self, facts) },
      action: { label: action, href },
    },
  ];
}

/** What is owed to an idea or a training is done on its page. */
function pageWaits(
  due: AnyDueItem<IdeaDueKind | TrainingDueKind>,
  under: '/ideas' | '/training',
  facts: TodayFacts,
): readonly TodayItem[] {
  const self = selfAmong(due.persons, facts);
  if (self === undefined) return [];
  const { owed, action } = TODAY_WORDS[due.kind];
  const timing = { dueAt: due.dueAt, overdue: due.dueAt < facts.at };
  const to = { label: action, href: `${under}/${encodeURIComponent(due.stream)}` };
  return [
    { kind: due.kind, title: titled(owed, due.title), ...timing, unit: due.unit, ...placeOf(self, facts), action: to },
  ];
}

function reviewWaits(one: TodayReview, facts: TodayFacts): readonly TodayItem[] {
  const self = selfAmong(one.due.persons, facts);
  return self === undefined ? [] : [{ ...reviewItem(one, facts), ...placeOf(self, facts) }];
}

function reviewAwaited(one: TodayReview, facts: TodayFacts): readonly AwaitedItem[] {
  const self = selfAmong([one.chair], facts);
  if (self === undefined || selfAmong(one.due.persons, facts) !== undefined) return [];
  const item = reviewItem(one, facts);
  const look = { label: TODAY_WORDS.look, href: `/reviews/${encodeURIComponent(one.due.stream)}` };
  return [{ ...item, action: look, ...placeOf(self, facts), who: one.due.persons }];
}
