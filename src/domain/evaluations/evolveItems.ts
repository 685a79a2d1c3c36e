import type { EvaluationEvent, EventOf } from './events';
import type { WorkItem } from './state';

type OfItem = Extract<EvaluationEvent, { readonly item: string }>;

export function evolveItems(items: readonly WorkItem[], event: OfItem): readonly WorkItem[] {
  if (event.type === 'WorkAssigned') return [...items, assigned(event)];
  return items.map((one) => (one.item === event.item ? marked(after(one, event), event) : one));
}

function assigned({ type: _type, at, by, lateEntry: _late, ...work }: EventOf<'WorkAssigned'>): WorkItem {
  const { item, title, product, category, coefficient, quantity, due, from } = work;
  return {
    ...{ item, title, coefficient, quantity, due, assigned: { at, by } },
    ...(product !== undefined && { product }),
    ...(category !== undefined && { category }),
    ...(from !== undefined && { from }),
    ...{ checks: [], notedDelays: [], waiting: [], lateDays: 0, objectiveCause: { is: 'none' } },
  };
}

function marked(item: WorkItem, event: OfItem): WorkItem {
  const late = 'lateDays' in event && event.lateDays !== undefined ? { lateDays: event.lateDays } : {};
  return { ...item, ...late, ...(event.lateEntry && { lateEntry: true as const }) };
}

function after(item: WorkItem, event: Exclude<OfItem, { type: 'WorkAssigned' }>): WorkItem {
  const { at, by } = event;
  switch (event.type) {
    case 'WorkRevised': {
      const { due = item.due, quantity = item.quantity } = event;
      return { ...item, due, quantity };
    }
    case 'WorkWithdrawn':
      return { ...item, withdrawn: { at, by, reason: event.reason } };
    case 'DoneReported': {
      const { doneOn: on, evidence } = event;
      return { ...item, done: { at, by, on, ...(evidence && { evidence }) } };
    }
    case 'DoneTakenBack': {
      const { done: _done, ...open } = item;
      return { ...open, lateDays: 0 };
    }
    case 'QualityChecked': {
      const { passed, note } = event;
      return { ...item, checks: [...item.checks, { at, by, passed, ...(note !== undefined && { note }) }] };
    }
    case 'DelayNoted': {
      const { on, note } = event;
      return { ...item, notedDelays: [...item.notedDelays, { at, by, on, ...(note !== undefined && { note }) }] };
    }
    case 'WaitingBegan':
      return { ...item, waiting: [...item.waiting, { from: event.on, waitingFor: event.waitingFor }] };
    case 'WaitingEnded':
      return { ...item, waiting: item.waiting.map((one) => (one.to === undefined ? { ...one, to: event.on } : one)) };
    case 'ObjectiveCauseRequested': {
      const { reason, evidence } = event;
      return { ...item, objectiveCause: { is: 'asked', at, by, reason, ...(evidence && { evidence }) } };
    }
    case 'ObjectiveCauseDecided':
      return decided(item, event);
  }
}

function decided(item: WorkItem, { at, by, granted, reason }: EventOf<'ObjectiveCauseDecided'>): WorkItem {
  const cause = item.objectiveCause;
  const asked = cause.is === 'asked' ? { at: cause.at, by: cause.by, reason: cause.reason } : { at, by, reason };
  return {
    ...item,
    objectiveCause: { is: granted ? 'granted' : 'refused', asked, decided: { at, by, reason } },
  };
}
