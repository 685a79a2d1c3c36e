import type { CycleEvidence } from '../domain/ideas/evidence';
import type { IdeaEvent } from '../domain/ideas/events';
import type { IdeaCommand, IdeaPoints, IdeaProposal } from '../domain/ideas/idea.schema';
import type { IdeaFacts, Proposing } from '../domain/ideas/decide';
import type { Idea, IdeaStatus } from '../domain/ideas/state';
import type { DueItem, IdeaDueKind } from '../domain/reminders/due';
import type { Refusal } from '../domain/shared/result';
import type { DatedDocuments } from './dated.ports';
import type { Recorded } from './ports';

export type IdeaRow = { readonly id: string; readonly version: number; readonly idea: Idea };
export type IdeaQuery = {
  readonly units?: readonly string[];
  readonly status?: IdeaStatus;
  readonly person?: string;
  /** Place of the last row seen; see `placeOfIdea`. */
  readonly after?: string;
  readonly limit: number;
};
export type IdeaAppend = { readonly recorded: readonly Recorded<IdeaEvent>[]; readonly idea: Idea };

export interface Ideas {
  /** All of it in one transaction. `false`: another writer was there first, and nothing is stored. */
  append(changes: readonly IdeaAppend[]): Promise<boolean>;
  read(idea: string, afterSequence?: number, limit?: number): Promise<readonly Recorded<IdeaEvent>[]>;
  has(idea: string, commandId: string): Promise<boolean>;
  get(id: string): Promise<IdeaRow | undefined>;
  /** Newest first. */
  list(query: IdeaQuery): Promise<readonly IdeaRow[]>;
  /** Answers that these people owe. */
  duesAbout(persons: readonly string[]): Promise<readonly DueItem<IdeaDueKind>[]>;
  /** Id of the idea that a cycle is linked to. */
  ideaOfCycle(cycle: string): Promise<string | undefined>;
  /** What these cycles, and those that follow from their decisions, prove; by the cycle asked for. */
  evidenceOf(cycles: readonly string[]): Promise<ReadonlyMap<string, readonly CycleEvidence[]>>;
}

export type IdeaPointsSettings = DatedDocuments<IdeaPoints>;

export type IdeaOutcome =
  | { readonly ok: true; readonly idea: Idea; readonly version: number }
  | { readonly ok: false; readonly refusal: Refusal };
export type IdeaOrder = {
  readonly command: IdeaCommand;
  readonly by: string;
  readonly commandId: string;
  readonly expected?: number | undefined;
  readonly facts?: IdeaFacts;
};
/** Both answer once the events are stored. The same `commandId` again answers as the first time. */
export interface IdeaCommands {
  propose(
    input: IdeaProposal,
    made: Proposing,
    who: { readonly by: string; readonly commandId: string },
  ): Promise<IdeaOutcome>;
  command(id: string, order: IdeaOrder): Promise<IdeaOutcome>;
}

export const placeOfIdea = ({ idea }: IdeaRow): string => `${idea.proposedAt} ${idea.id}`;
