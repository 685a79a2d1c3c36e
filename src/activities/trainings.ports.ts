import type { DueItem, TrainingDueKind } from '../domain/reminders/due';
import type { Refusal } from '../domain/shared/result';
import type { Opening, TrainingFacts } from '../domain/training/decide';
import type { TrainingEvent } from '../domain/training/events';
import type { Need, NeedStatus } from '../domain/training/state';
import type { Course, TrainingCommand, TrainingSettings } from '../domain/training/training.schema';
import type { DatedDocuments } from './dated.ports';
import type { Recorded } from './ports';

/** `version` counts the events. */
export type NeedRow = { readonly id: string; readonly version: number; readonly need: Need };
export type NeedQuery = {
  readonly persons?: readonly string[];
  readonly units?: readonly string[];
  /** Those whose person, manager, owner or mentor this is. */
  readonly about?: readonly string[];
  readonly status?: NeedStatus;
  readonly statuses?: readonly NeedStatus[];
  /** `<scheme> <section/criterion>` of the evaluation it came from. */
  readonly criterion?: string;
  /** Place of the last row seen; see `placeOfNeed`. */
  readonly after?: string;
  readonly limit: number;
};
export type NeedAppend = { readonly recorded: readonly Recorded<TrainingEvent>[]; readonly need: Need };

export interface Trainings {
  /** All of it in one transaction. `false`: another writer was there first, and nothing is stored. */
  append(change: NeedAppend): Promise<boolean>;
  read(need: string, afterSequence?: number, limit?: number): Promise<readonly Recorded<TrainingEvent>[]>;
  has(need: string, commandId: string): Promise<boolean>;
  get(id: string): Promise<NeedRow | undefined>;
  many(ids: readonly string[]): Promise<readonly NeedRow[]>;
  /** Newest first. */
  list(query: NeedQuery): Promise<readonly NeedRow[]>;
  /** Steps that these people owe. */
  duesAbout(persons: readonly string[]): Promise<readonly DueItem<TrainingDueKind>[]>;
}
export type Courses = DatedDocuments<Course>;
export type TrainingSettingsStore = DatedDocuments<TrainingSettings>;

export type TrainingOutcome =
  | { readonly ok: true; readonly need: Need; readonly version: number }
  | { readonly ok: false; readonly refusal: Refusal };
export type TrainingOrder = {
  readonly command: TrainingCommand;
  readonly by: string;
  readonly commandId: string;
  readonly expected?: number | undefined;
  readonly facts: TrainingFacts;
};
/** Both answer once the events are stored. The same `commandId` again answers as the first time. */
export interface TrainingCommands {
  open(
    opening: Opening,
    who: { readonly by: string; readonly commandId: string },
    dropped?: { readonly reason: string | undefined },
  ): Promise<TrainingOutcome>;
  command(id: string, order: TrainingOrder): Promise<TrainingOutcome>;
}

export const placeOfNeed = ({ need }: NeedRow): string => `${need.opened.at} ${need.id}`;
