import { accept, refuse } from '../shared/result';
import type { Decision } from '../shared/result';
import type { Instant } from '../shared/time';
import type { IdeaEvent, Share } from './events';
import { sameShares } from './evolve';
import type { IdeaCommand, IdeaProposal } from './idea.schema';
import type { IdeaRefusalCode } from './refusals';
import { sumToOne } from './shares';
import { contributorsOf, isContributor } from './state';
import type { Idea, IdeaStatus } from './state';

export type IdeaDecision = Decision<IdeaEvent, IdeaRefusalCode>;
type By = { readonly by: string; readonly at: Instant };
/** What is known from outside: of the cycle that a command names, and of the idea another is merged into. */
export type IdeaFacts = {
  readonly cycle?: { readonly id: string; readonly unit: string; readonly launchedAt: Instant };
  /** Another idea that is linked to the cycle. */
  readonly cycleBelongsTo?: string;
  readonly into?: Idea;
};

export type Proposing = {
  readonly id: string;
  readonly unit: string;
  readonly answerers: readonly string[];
  readonly answerDue: Instant;
};

/** Proposes an idea; whoever proposes is among its contributors. */
export function propose(input: IdeaProposal, made: Proposing, { by, at }: By): IdeaDecision {
  const shares = input.contributors ?? [{ person: by, share: 1 }];
  const refusal = sharesRefusal(shares, [by]);
  if (refusal !== undefined) return refusal;
  const { title, text, procedure, anonymous } = input;
  const fields = { ...made, title, text, anonymous, shares, ...(procedure !== undefined && { procedure }) };
  return accept<IdeaEvent>({ type: 'IdeaProposed', ...fields, by, at });
}

const OPEN: readonly IdeaStatus[] = ['new', 'taken-up', 'later'];
const ALLOWED = {
  ReviseIdea: ['new', 'later'],
  WithdrawIdea: [...OPEN, 'declined'],
  SupportIdea: OPEN,
  TakeBackSupport: OPEN,
  CommentIdea: [...OPEN, 'declined'],
  AnswerIdea: ['new', 'later', 'declined'],
  LinkCycle: ['new', 'taken-up', 'later'],
  NoteSpread: ['taken-up'],
  AgreeShares: OPEN,
} as const satisfies Record<IdeaCommand['type'], readonly IdeaStatus[]>;

/** Events that follow from a command, or its refusal. */
export function decide(command: IdeaCommand, idea: Idea, who: By, facts: IdeaFacts = {}): IdeaDecision {
  const allowed: readonly IdeaStatus[] = ALLOWED[command.type];
  if (!allowed.includes(idea.status))
    return refuse('IDEA_NOT_IN_THIS_STATE', { params: { status: idea.status, allowed } });
  const { by } = who;
  switch (command.type) {
    case 'ReviseIdea':
    case 'WithdrawIdea':
      return idea.proposedBy === by ? owned(command, who) : refuse('IDEA_IS_NOT_YOURS');
    case 'SupportIdea':
      return isContributor(idea, by) ? refuse('IDEA_IS_YOUR_OWN') : supported(idea, who);
    case 'TakeBackSupport':
      return idea.supporters.includes(by) ? accept<IdeaEvent>({ type: 'SupportTakenBack', ...who }) : accept();
    case 'CommentIdea':
      return accept<IdeaEvent>({ type: 'IdeaCommented', text: command.text, ...who });
    case 'AnswerIdea':
      return isContributor(idea, by) ? refuse('IDEA_IS_YOUR_OWN') : answered(command, idea, who, facts);
    case 'LinkCycle':
    case 'NoteSpread':
      return isContributor(idea, by) ? refuse('IDEA_IS_YOUR_OWN') : evidenced(command, idea, who, facts);
    case 'AgreeShares':
      return agreed(command.contributors, idea, who);
  }
}

type Of<Type extends IdeaCommand['type']> = Extract<IdeaCommand, { type: Type }>;

function owned(command: Of<'ReviseIdea' | 'WithdrawIdea'>, who: By): IdeaDecision {
  if (command.type === 'WithdrawIdea')
    return accept<IdeaEvent>({ type: 'IdeaWithdrawn', reason: command.reason, ...who });
  const { title, text } = command;
  if (title === undefined && text === undefined) return accept();
  const changes = { ...(title !== undefined && { title }), ...(text !== undefined && { text }) };
  return accept<IdeaEvent>({ type: 'IdeaRevised', ...changes, ...who });
}

const supported = ({ supporters }: Idea, who: By): IdeaDecision =>
  supporters.includes(who.by) ? accept() : accept<IdeaEvent>({ type: 'IdeaSupported', ...who });

function answered(
  { answer, reason, mergedInto }: Of<'AnswerIdea'>,
  idea: Idea,
  who: By,
  { into }: IdeaFacts,
): IdeaDecision {
  if (answer !== 'merged') return accept<IdeaEvent>({ type: 'IdeaAnswered', answer, reason, ...who });
  if (mergedInto === undefined || into === undefined || into.id === idea.id || !OPEN.includes(into.status))
    return refuse('IDEA_CANNOT_BE_MERGED_THERE', { field: '/mergedInto', params: { id: mergedInto ?? '-' } });
  return accept<IdeaEvent>({ type: 'IdeaMerged', into: into.id, reason, ...who });
}

/** Evidence is a cycle that began after the idea: what was there before it did not come from it. */
function evidenced(command: Of<'LinkCycle' | 'NoteSpread'>, idea: Idea, who: By, facts: IdeaFacts): IdeaDecision {
  const { cycle, cycleBelongsTo } = facts;
  const [id, field] = command.type === 'LinkCycle' ? [command.cycle, '/cycle'] : [command.evidence, '/evidence'];
  const known = [...idea.cycles.map((one) => one.cycle), ...idea.spread.map((one) => one.evidence)];
  if (known.includes(id)) return accept();
  if (cycle === undefined) return refuse('IDEA_NEEDS_A_CYCLE', { field, params: { id } });
  if (cycleBelongsTo !== undefined)
    return refuse('CYCLE_CAME_FROM_ANOTHER_IDEA', { field, params: { id, idea: cycleBelongsTo } });
  if (Date.parse(cycle.launchedAt) < Date.parse(idea.proposedAt))
    return refuse('CYCLE_IS_OLDER_THAN_THE_IDEA', { field, params: { id, at: cycle.launchedAt } });
  if (command.type === 'LinkCycle') return accept<IdeaEvent>({ type: 'CycleLinked', cycle: id, ...who });
  if (command.unit !== cycle.unit)
    return refuse('SPREAD_IS_OF_ANOTHER_UNIT', {
      field: '/unit',
      params: { unit: command.unit, cycleUnit: cycle.unit },
    });
  return accept<IdeaEvent>({ type: 'SpreadNoted', unit: command.unit, evidence: id, ...who });
}

/** Shares hold once everyone whom they concern has named the same; nobody can be left out. */
function agreed(shares: readonly Share[], idea: Idea, who: By): IdeaDecision {
  const contributors = contributorsOf(idea).map(({ person }) => person);
  if (!isContributor(idea, who.by)) return refuse('IDEA_IS_NOT_YOURS');
  const refusal = sharesRefusal(shares, contributors);
  if (refusal !== undefined) return refusal;
  const proposed: IdeaEvent = { type: 'SharesProposed', shares, ...who };
  const waiting = idea.proposedShares;
  const before = waiting !== undefined && sameShares(waiting.shares, shares) ? waiting.agreedBy : [];
  const all = contributors.every((person) => person === who.by || before.includes(person));
  return all ? accept<IdeaEvent>(proposed, { type: 'SharesAgreed', shares, ...who }) : accept(proposed);
}

function sharesRefusal(shares: readonly Share[], needed: readonly string[]) {
  const people = shares.map(({ person }) => person);
  const missing = needed.filter((person) => !people.includes(person));
  const field = '/contributors';
  if (new Set(people).size < people.length) return refuse('CONTRIBUTOR_NAMED_TWICE', { field });
  if (missing.length > 0) return refuse('CONTRIBUTOR_LEFT_OUT', { field, params: { people: missing } });
  if (!sumToOne(shares)) return refuse('SHARES_ARE_NOT_THE_WHOLE', { field });
  return undefined;
}
