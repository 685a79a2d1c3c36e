import type { IdeaEvent } from './events';
import { weightOf } from './state';
import type { Idea } from './state';

type Event<Type extends IdeaEvent['type']> = Extract<IdeaEvent, { type: Type }>;

/** The idea after an event. The first one proposes it. */
export function evolve(idea: Idea | undefined, event: IdeaEvent): Idea {
  if (event.type === 'IdeaProposed') return proposed(event);
  if (idea === undefined) throw new Error(`${event.type} before IdeaProposed`);
  return after(idea, event);
}

export const ideaOf = (events: readonly IdeaEvent[]): Idea | undefined =>
  events.reduce<Idea | undefined>((idea, event) => evolve(idea, event), undefined);

function proposed({ type: _type, shares, by, at, ...fields }: Event<'IdeaProposed'>): Idea {
  return {
    ...fields,
    ...{ proposedBy: by, proposedAt: at, status: 'new', answers: [], supporters: [], comments: [], cycles: [] },
    spread: [],
    parts: [{ idea: fields.id, weight: 1, shares }],
  };
}

function after(idea: Idea, event: Exclude<IdeaEvent, { type: 'IdeaProposed' }>): Idea {
  const { by, at } = event;
  switch (event.type) {
    case 'IdeaRevised':
      return { ...idea, title: event.title ?? idea.title, text: event.text ?? idea.text };
    case 'IdeaWithdrawn':
      return { ...idea, status: 'withdrawn', endedAt: at };
    case 'IdeaSupported':
      return { ...idea, supporters: [...idea.supporters.filter((one) => one !== by), by] };
    case 'SupportTakenBack':
      return { ...idea, supporters: idea.supporters.filter((one) => one !== by) };
    case 'IdeaCommented':
      return { ...idea, comments: [...idea.comments, { by, at, text: event.text }] };
    case 'CycleLinked':
      return { ...idea, status: 'taken-up', cycles: [...idea.cycles, { by, at, cycle: event.cycle }] };
    case 'SpreadNoted':
      return { ...idea, spread: [...idea.spread, { by, at, unit: event.unit, evidence: event.evidence }] };
    default:
      return answeredOrShared(idea, event);
  }
}

type Rest = Event<'IdeaAnswered' | 'IdeaMerged' | 'IdeaTookIn' | 'SharesProposed' | 'SharesAgreed'>;

function answeredOrShared(idea: Idea, event: Rest): Idea {
  const { by, at } = event;
  const { proposedShares, ...rest } = idea;
  switch (event.type) {
    case 'IdeaAnswered': {
      const { answer, reason } = event;
      const status = answer === 'take-up' ? 'taken-up' : answer;
      return { ...idea, status, answers: [...idea.answers, { by, at, answer, reason }] };
    }
    case 'IdeaMerged': {
      const answers = [...idea.answers, { by, at, answer: 'merged' as const, reason: event.reason }];
      return { ...idea, status: 'merged', mergedInto: event.into, endedAt: at, answers };
    }
    case 'IdeaTookIn': {
      const { idea: other, weight, shares } = event;
      return { ...rest, parts: [...idea.parts, { idea: other, weight, shares }] };
    }
    case 'SharesProposed': {
      const same = proposedShares !== undefined && sameShares(proposedShares.shares, event.shares);
      const agreedBy = [...(same ? proposedShares.agreedBy.filter((one) => one !== by) : []), by];
      return { ...idea, proposedShares: { shares: event.shares, agreedBy } };
    }
    case 'SharesAgreed':
      return { ...rest, parts: [{ idea: idea.id, weight: weightOf(idea), shares: event.shares }] };
  }
}

/** In any order. */
export function sameShares(a: Event<'SharesAgreed'>['shares'], b: typeof a): boolean {
  const of = new Map(a.map(({ person, share }) => [person, share]));
  return a.length === b.length && b.every(({ person, share }) => Math.abs((of.get(person) ?? -1) - share) < 1e-9);
}
