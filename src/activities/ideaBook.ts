import { decide, propose } from '../domain/ideas/decide';
import type { IdeaDecision } from '../domain/ideas/decide';
import type { IdeaEvent } from '../domain/ideas/events';
import { evolve } from '../domain/ideas/evolve';
import { contributorsOf, weightOf } from '../domain/ideas/state';
import type { Idea } from '../domain/ideas/state';
import type { Instant } from '../domain/shared/time';
import { chained } from './chained';
import type { IdeaAppend, IdeaCommands, IdeaOrder, IdeaOutcome, IdeaRow, Ideas } from './ideas.ports';

/** A second writer of a stream reads again and decides again so often. */
const TRIES = 3;
type Deps = { readonly ideas: Ideas; readonly now: () => Instant };
type Facts = NonNullable<IdeaOrder['facts']>;

/** Decides and stores in one transaction; see docs/adr/ideas.md for why there is no workflow. */
export function ideaCommands({ ideas, now }: Deps): IdeaCommands {
  return {
    async propose(input, made, { by, commandId }) {
      const decision = propose(input, made, { by, at: now() });
      if (!decision.ok) return decision;
      const change = changeOf({ id: made.id, commandId, events: decision.events, head: '', version: 0 });
      if (!(await ideas.append([change]))) return there(made.id);
      return { ok: true, idea: change.idea, version: change.recorded.length };
    },
    async command(id, order) {
      for (let attempt = 0; attempt < TRIES; attempt += 1) {
        const outcome = await attemptOf(id, order);
        if (outcome !== undefined) return outcome;
      }
      return { ok: false, refusal: { code: 'CHANGED_MEANWHILE' } };
    },
  };

  async function there(id: string): Promise<IdeaOutcome> {
    const row = await ideas.get(id);
    if (row === undefined) return { ok: false, refusal: { code: 'NO_SUCH_IDEA', params: { id } } };
    return { ok: true, idea: row.idea, version: row.version };
  }

  /** `undefined`: somebody was quicker. */
  async function attemptOf(id: string, order: IdeaOrder): Promise<IdeaOutcome | undefined> {
    const { command, by, commandId, expected } = order;
    const row = await ideas.get(id);
    if (row === undefined || (await ideas.has(id, commandId))) return there(id);
    if (expected !== undefined && expected !== row.version)
      return { ok: false, refusal: { code: 'CHANGED_MEANWHILE', params: { current: row.version } } };
    const into = await intoOf(order);
    const facts: Facts = { ...order.facts, ...(into !== undefined && { into: into.idea }) };
    const decision: IdeaDecision = decide(command, row.idea, { by, at: now() }, facts);
    if (!decision.ok) return decision;
    if (decision.events.length === 0) return { ok: true, idea: row.idea, version: row.version };
    const change = await next(row, commandId, decision.events);
    const others = into === undefined ? [] : [await next(into, commandId, tookIn(row.idea, decision.events))];
    if (!(await ideas.append([change, ...others]))) return undefined;
    return { ok: true, idea: change.idea, version: row.version + decision.events.length };
  }

  async function intoOf({ command }: IdeaOrder): Promise<IdeaRow | undefined> {
    if (command.type !== 'AnswerIdea' || command.mergedInto === undefined) return undefined;
    return ideas.get(command.mergedInto);
  }

  async function next(row: IdeaRow, commandId: string, events: readonly IdeaEvent[]): Promise<IdeaAppend> {
    const [last] = await ideas.read(row.id, row.version - 1, 1);
    return changeOf({ id: row.id, commandId, events, head: last?.hash ?? '', version: row.version, idea: row.idea });
  }
}

/** The other side of a merger: whoever contributed to the one contributes to the other. */
function tookIn(idea: Idea, events: readonly IdeaEvent[]): readonly IdeaEvent[] {
  return events.flatMap((event): readonly IdeaEvent[] => {
    if (event.type !== 'IdeaMerged') return [];
    const { by, at } = event;
    return [{ type: 'IdeaTookIn', idea: idea.id, weight: weightOf(idea), shares: contributorsOf(idea), by, at }];
  });
}

type Changing = {
  readonly id: string;
  readonly commandId: string;
  readonly events: readonly IdeaEvent[];
  readonly head: string;
  readonly version: number;
  readonly idea?: Idea;
};
function changeOf({ id, commandId, events, head, version, idea: before }: Changing): IdeaAppend {
  const idea = events.reduce<Idea | undefined>((state, event) => evolve(state, event), before);
  if (idea === undefined) throw new Error(`no events for ${id}`);
  return { recorded: chained(id, version + 1, commandId, events, head), idea };
}
