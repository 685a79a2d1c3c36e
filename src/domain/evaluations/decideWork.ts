import { addWorkingDays } from '../calendar/workingDays';
import { lastDayOf } from '../indicators/period';
import { accept, refuse } from '../shared/result';
import type { Refusal } from '../shared/result';
import type { AnyEvaluationCommand, CommandOf, EvaluationContext, EvaluationVerdict } from './decide';
import type { EvaluationEvent, EventOf } from './events';
import { evolveItems } from './evolveItems';
import { lateDaysOf } from './late';
import type { EvaluationRefusalCode } from './refusals';
import type { Evaluation, WorkItem } from './state';

export type WorkCommand = Extract<AnyEvaluationCommand, { readonly item: string }>;
type ItemEvent = Extract<EvaluationEvent, { readonly item: string }>;
type Refused = Refusal<EvaluationRefusalCode> | undefined;

/** Facts about work: assigned, done, checked, late, waiting, excused. */
export function decideWork(
  command: WorkCommand,
  evaluation: Evaluation,
  context: EvaluationContext,
): EvaluationVerdict {
  const entry = entryOf(command, evaluation, context);
  if ('code' in entry) return { ok: false, refusal: entry };
  if (command.type === 'AssignWork') return assigned(command, evaluation, { ...context, ...entry });
  const item = evaluation.items.find((one) => one.item === command.item);
  if (item === undefined) return refuse('NO_SUCH_ITEM', { field: '/item', params: { item: command.item } });
  if (item.withdrawn !== undefined)
    return refuse('ITEM_IS_WITHDRAWN', { field: '/item', params: { item: item.item, reason: item.withdrawn.reason } });
  const refusal = refusalOf(command, item, { evaluation, context });
  if (refusal !== undefined) return { ok: false, refusal };
  if (alreadySo(command, item)) return accept();
  return accept(timed({ ...eventOf(command), at: context.at, by: context.by, ...entry }, item, context));
}

/** What a person enters after the period is marked, and after the grace it is their manager's to enter. Of a period that was opened after its end, the grace begins then. */
function entryOf(
  { type }: WorkCommand,
  { period, rules, person, openedAt }: Evaluation,
  { today, calendar, by }: EvaluationContext,
): { readonly lateEntry?: true } | Refusal<EvaluationRefusalCode> {
  const last = lastDayOf(period);
  if (today <= last || type === 'DecideObjectiveCause' || type === 'CheckQuality') return {};
  const opened = openedAt.slice(0, last.length);
  const until = addWorkingDays(calendar, opened > last ? opened : last, rules.lateEntryGrace);
  if (today > until && by === person && type !== 'RequestObjectiveCause')
    return { code: 'GRACE_IS_OVER', params: { until } };
  return { lateEntry: true };
}

function assigned(
  { type: _type, ...work }: CommandOf<'AssignWork'>,
  { items }: Evaluation,
  { at, by, definition, lateEntry }: EvaluationContext & { readonly lateEntry?: true },
): EvaluationVerdict {
  const { item, product, from } = work;
  if (items.some((one) => from !== undefined && one.from === from)) return accept();
  if (items.some((one) => one.item === item)) return refuse('ITEM_EXISTS', { field: '/item', params: { item } });
  const of = definition.products.find(({ key }) => key === product);
  if (product !== undefined && of === undefined)
    return refuse('NO_SUCH_PRODUCT', { field: '/product', params: { product } });
  const { coefficient = of?.coefficient ?? 1, category = of?.category } = work;
  const known = definition.categories;
  if (category !== undefined && known.length > 0 && !known.some(({ key }) => key === category))
    return refuse('NO_SUCH_CATEGORY', { field: '/category', params: { category } });
  const whole = { ...work, coefficient, ...(category !== undefined && { category }) };
  return accept({ type: 'WorkAssigned', at, by, ...whole, ...(lateEntry && { lateEntry }) });
}

type Around = { readonly evaluation: Evaluation; readonly context: EvaluationContext };

function refusalOf(command: Exclude<WorkCommand, { type: 'AssignWork' }>, item: WorkItem, around: Around): Refused {
  const { today, by } = around.context;
  const named = { item: item.item };
  const open = item.waiting.find(({ to }) => to === undefined);
  switch (command.type) {
    case 'ReportDone':
      return notDoneThen(command, item, around);
    case 'TakeBackDone':
      return item.done === undefined ? { code: 'ITEM_IS_NOT_DONE', field: '/item', params: named } : undefined;
    case 'NoteDelay':
      return ahead(command.on, today);
    case 'BeginWaiting':
      if (open !== undefined)
        return { code: 'WAITING_IS_OPEN', field: '/item', params: { ...named, waitingFor: open.waitingFor } };
      return ahead(command.on, today);
    case 'EndWaiting':
      if (open === undefined) return { code: 'NOTHING_IS_WAITED_FOR', field: '/item', params: named };
      if (command.on < open.from)
        return { code: 'WAITING_ENDS_BEFORE_IT_BEGINS', field: '/on', params: { on: command.on, from: open.from } };
      return ahead(command.on, today);
    case 'RequestObjectiveCause':
      return item.objectiveCause.is === 'granted' || item.objectiveCause.is === 'refused'
        ? { code: 'CAUSE_ALREADY_DECIDED', field: '/item', params: named }
        : undefined;
    case 'DecideObjectiveCause': {
      const cause = item.objectiveCause;
      if (cause.is === 'none') return { code: 'CAUSE_NOT_ASKED', field: '/item', params: named };
      if (cause.is !== 'asked') return { code: 'CAUSE_ALREADY_DECIDED', field: '/item', params: named };
      return cause.by === by ? { code: 'CAUSE_DECIDED_BY_ANOTHER' } : undefined;
    }
    default:
      return undefined;
  }
}

function notDoneThen({ doneOn: on }: CommandOf<'ReportDone'>, { item, done }: WorkItem, around: Around): Refused {
  const last = lastDayOf(around.evaluation.period);
  if (done !== undefined && done.on !== on)
    return { code: 'ITEM_IS_DONE', field: '/item', params: { item, on: done.on } };
  if (on > last) return { code: 'DONE_AFTER_THE_PERIOD', field: '/doneOn', params: { on, last } };
  return ahead(on, around.context.today, '/doneOn');
}

const ahead = (on: string, today: string, field = '/on'): Refused =>
  on > today ? { code: 'DAY_LIES_AHEAD', field, params: { on, today } } : undefined;

/** The same said again changes nothing. */
function alreadySo(command: WorkCommand, { done, notedDelays }: WorkItem): boolean {
  if (command.type === 'ReportDone') return done?.on === command.doneOn;
  if (command.type === 'NoteDelay')
    return notedDelays.some(({ on, note }) => on === command.on && note === command.note);
  return false;
}

type Bare<E> = E extends { readonly at: string; readonly by: string } ? Omit<E, 'at' | 'by'> : never;

function eventOf(command: Exclude<WorkCommand, { type: 'AssignWork' }>): Bare<ItemEvent> {
  switch (command.type) {
    case 'ReviseWork': {
      const { item, due, quantity, reason } = command;
      return {
        ...{ type: 'WorkRevised', item, reason },
        ...(due !== undefined && { due }),
        ...(quantity !== undefined && { quantity }),
      };
    }
    case 'WithdrawWork':
      return { ...command, type: 'WorkWithdrawn' };
    case 'ReportDone':
      return withEvidence({ type: 'DoneReported', item: command.item, doneOn: command.doneOn }, command);
    case 'TakeBackDone':
      return { ...command, type: 'DoneTakenBack' };
    case 'CheckQuality':
      return withNote({ type: 'QualityChecked', item: command.item, passed: command.passed }, command);
    case 'NoteDelay':
      return withNote({ type: 'DelayNoted', item: command.item, on: command.on }, command);
    case 'BeginWaiting':
      return { ...command, type: 'WaitingBegan' };
    case 'EndWaiting':
      return { ...command, type: 'WaitingEnded' };
    case 'RequestObjectiveCause':
      return withEvidence({ type: 'ObjectiveCauseRequested', item: command.item, reason: command.reason }, command);
    case 'DecideObjectiveCause':
      return { ...command, type: 'ObjectiveCauseDecided' };
  }
}

const withNote = <E>(event: E, { note }: { readonly note?: string | undefined }) => ({
  ...event,
  ...(note !== undefined && { note }),
});
const withEvidence = <E>(event: E, { evidence }: { readonly evidence?: readonly string[] | undefined }) => ({
  ...event,
  ...(evidence !== undefined && { evidence }),
});

const TIMED: readonly ItemEvent['type'][] = ['WorkRevised', 'DoneReported', 'WaitingBegan', 'WaitingEnded'];

/** An event that may change by how much the item is late says by how much. */
function timed(event: ItemEvent, item: WorkItem, { calendar }: EvaluationContext): ItemEvent {
  if (!TIMED.includes(event.type)) return event;
  const [after = item] = evolveItems([item], event);
  return { ...(event as EventOf<'WorkRevised'>), lateDays: lateDaysOf(after, calendar) };
}
