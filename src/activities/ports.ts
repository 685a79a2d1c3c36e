import type { Calendar } from '../domain/calendar/calendar.schema';
import type { CaseFact, ReadCase, RowError } from '../domain/cases/case';
import type { CaseFilter } from '../domain/cycle/cycle.schema';
import type { CycleEvent } from '../domain/cycle/events';
import type { Cycle } from '../domain/cycle/state';
import type { Person, Procedure, Unit } from '../domain/organisation/organisation.schema';
import type { DueItem } from '../domain/reminders/due';
import type { ReminderPolicy } from '../domain/reminders/policy.schema';
import type { Instant, LocalDate } from '../domain/shared/time';

/** An event with its place in the stream's hash chain. `sequence` starts at 1; the first event's `previous` is ''. */
export type Recorded<Event> = {
  readonly stream: string;
  readonly sequence: number;
  readonly commandId: string;
  readonly previous: string;
  readonly hash: string;
  readonly event: Event;
};

export interface EventStore {
  /** Appends the events and moves the projection and due items. Safe to repeat: what is already there, equal, is left as it is. */
  appendCycle(events: readonly Recorded<CycleEvent>[], cycle: Cycle, dues: readonly DueItem[]): Promise<void>;
  read(stream: string, afterSequence?: number, limit?: number): Promise<readonly Recorded<CycleEvent>[]>;
}

export type CycleRow = {
  readonly id: string;
  readonly version: number;
  readonly cycle: Cycle;
  readonly dueAt?: Instant;
};
export type CycleQuery = {
  readonly units?: readonly string[];
  readonly procedure?: string;
  readonly phase?: string;
  /** Launched on or after / before. */
  readonly from?: Instant;
  readonly to?: Instant;
  readonly after?: string;
  readonly limit: number;
};
export interface CycleReader {
  get(id: string): Promise<CycleRow | undefined>;
  list(query: CycleQuery): Promise<readonly CycleRow[]>;
  latest(unit: string, procedure: string): Promise<CycleRow | undefined>;
  /** Ids of all open cycles whose procedure or office uses the calendar. */
  openIds(): Promise<readonly string[]>;
}

/** Documents that an office edits. `put` keeps every earlier version; `version` counts from 1 and is the ETag. */
export type Versioned<T> = {
  readonly value: T;
  readonly version: number;
  readonly updatedAt: Instant;
  readonly updatedBy: string;
};
export interface Documents<T extends { id: string }> {
  get(id: string): Promise<Versioned<T> | undefined>;
  list(after: string | undefined, limit: number): Promise<readonly Versioned<T>[]>;
  /** `expected`: version the editor saw; 0: must not exist; undefined: whatever is there. Answers 'conflict' when it does not hold. */
  put(value: T, by: string, expected?: number): Promise<Versioned<T> | 'conflict'>;
  history(id: string): Promise<readonly Versioned<T>[]>;
}
export interface Organisation {
  readonly units: Documents<Unit>;
  readonly people: Documents<Person>;
  readonly procedures: Documents<Procedure>;
  readonly calendars: Documents<Calendar>;
  readonly reminderPolicies: Documents<ReminderPolicy>;
  /** The whole tree, small enough to keep in memory: id → parent. */
  allUnits(): Promise<readonly Unit[]>;
  peopleById(ids: readonly string[]): Promise<readonly Person[]>;
  /** People with their chain of superiors and deputies, as far as it goes. */
  peopleWithSuperiors(ids: readonly string[]): Promise<readonly Person[]>;
}

/** One message a person with everything that is due; unique under `key`. */
export type Message = {
  readonly key: string;
  readonly person: string;
  readonly language: string;
  readonly subject: string;
  readonly body: string;
  readonly items: readonly {
    readonly due: string;
    readonly step: string;
    readonly stream: string;
    readonly title: string;
  }[];
  readonly createdAt: Instant;
};
export type ReminderRecord = {
  /** `<due key>@<due instant>/<step>/<person>`: unique, so that a reminder is recorded once. */
  readonly key: string;
  readonly due: string;
  readonly step: string;
  readonly person: string;
  readonly message: string;
  readonly at: Instant;
};
export interface Reminders {
  /** Open, not paused dues of these units. */
  openDues(units: readonly string[]): Promise<readonly DueItem[]>;
  /** Which of these keys are recorded already. */
  recorded(keys: readonly string[]): Promise<ReadonlySet<string>>;
  /** Stores messages (with their deliveries) and the reminders they carry: all or none of each person's. Safe to repeat. */
  record(messages: readonly Message[], reminders: readonly ReminderRecord[]): Promise<void>;
}

export type Delivery = {
  readonly message: Message;
  readonly channel: string;
  readonly address: string;
  readonly attempts: number;
  readonly firstAttemptAt?: Instant;
};
export interface Outbox {
  due(at: Instant, limit: number): Promise<readonly Delivery[]>;
  delivered(key: string, channel: string, at: Instant): Promise<void>;
  failed(key: string, channel: string, at: Instant, error: string, nextAt: Instant | undefined): Promise<void>;
  /** When the next attempt is due, if any. */
  nextAttemptAt(): Promise<Instant | undefined>;
}
/** A way to tell people. `send` throws when it did not succeed. */
export interface Channel {
  readonly key: string;
  address(person: Person): string | undefined;
  send(address: string, message: Message): Promise<void>;
}

export type ImportCounts = { readonly added: number; readonly updated: number; readonly unchanged: number };
export type ImportState = {
  readonly id: string;
  readonly procedure: string;
  readonly by: string;
  readonly status: 'running' | 'done' | 'failed' | 'cancelled';
  readonly contentType: 'application/xes+xml' | 'text/csv';
  readonly gzip: boolean;
  readonly dryRun: boolean;
  readonly bytes: number;
  readonly bytesRead: number;
  readonly cases: ImportCounts;
  readonly errors: readonly RowError[];
  readonly errorCount: number;
  readonly startedAt: Instant;
  readonly finishedAt?: Instant;
  readonly failure?: string;
};
export interface Imports {
  create(state: ImportState, file: NodeJS.ReadableStream): Promise<ImportState>;
  get(id: string): Promise<ImportState | undefined>;
  file(id: string): Promise<NodeJS.ReadableStream>;
  update(id: string, change: Partial<ImportState>): Promise<void>;
}

export interface Cases {
  /** Stores a batch: new ones are added, changed ones updated keeping the older state, equal ones left. Safe to repeat within one import. */
  store(procedure: string, importId: string, cases: readonly ReadCase[]): Promise<ImportCounts>;
  /** What `store` would do, without doing it. */
  compare(procedure: string, cases: readonly ReadCase[]): Promise<ImportCounts>;
  /** Streams the cases received in [from, to) (epoch ms), in no particular order. */
  stream(procedure: string, range: { from?: number; to?: number }, filter?: CaseFilter): AsyncIterable<CaseFact>;
}

export interface Clock {
  now(): Instant;
}

export type DateRange = { readonly from: LocalDate; readonly to: LocalDate };
