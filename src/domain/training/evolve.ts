import type { TrainingEvent } from './events';
import type { Need } from './state';

/** The need after an event. The first one opens it. */
export function evolve(need: Need | undefined, event: TrainingEvent): Need {
  if (event.type === 'NeedOpened') {
    const { type: _type, by, at, due, ...fields } = event;
    return { ...fields, opened: { by, at }, status: 'open', owed: { since: at, due } };
  }
  if (need === undefined) throw new Error(`${event.type} before NeedOpened`);
  return after(need, event);
}

export const needOf = (events: readonly TrainingEvent[]): Need | undefined =>
  events.reduce<Need | undefined>((need, event) => evolve(need, event), undefined);

function after(need: Need, event: Exclude<TrainingEvent, { type: 'NeedOpened' }>): Need {
  const { owed: _owed, dropped, ...rest } = need;
  const { by, at } = event;
  switch (event.type) {
    case 'NeedDropped':
      return { ...rest, status: 'dropped', dropped: { by, at, reason: event.reason } };
    case 'NeedReopened':
      return { ...rest, status: 'open', owed: { since: at, due: event.due } };
    case 'TrainingPlanned':
      return { ...rest, status: 'planned', plan: { by, at, ...event.plan }, owed: { since: at, due: event.due } };
    case 'TrainingCompleted': {
      const { on, evidence, due } = event;
      return { ...rest, status: 'completed', completed: { by, at, on, evidence }, owed: { since: at, due } };
    }
    case 'OutcomeRecorded': {
      const { useful, text } = event;
      return { ...rest, status: 'closed', ...(dropped && { dropped }), outcome: { by, at, useful, text } };
    }
  }
}
