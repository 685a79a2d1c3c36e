import type { TokenScope } from '../domain/accounts/scope';
import type { Calendar } from '../domain/calendar/calendar.schema';
import type { CaseFact, ReadCase, RowError, Step } from '../domain/cases/case';
import type { CaseFilter } from '../domain/cycle/cycle.schema';
import type { CycleEvent } from '../domain/cycle/events';
import type { Cycle } from '../domain/cycle/state';
import type { Mapping, Person, Procedure, Unit } from '../domain/organisation/organisation.schema';
import type { OrganisationCode } from '../domain/organisation/refusals';
import type { PlanTemplate } from '../domain/cycle/planTemplate.schema';
import type { DueItem } from '../domain/reminders/due';
import type { ReminderMessage } from '../domain/reminders/remindersDue';
import type { ReminderPolicy } from '../domain/reminders/policy.schema';
import type { Refusal } from '../domain/shared/result';
import type { Terms } from '../domain/terms/terms.schema';
import type { Words } from '../domain/shared/language';
import type { Instant } from '../domain/shared/time';

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
  /** Whether a command left events in the stream. */
  has(stream: string, commandId: string): Promise<boolean>;
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
  /** Ids of the open cycles, of these units or this procedure where given. */
  openIds(of?: { readonly units?: readonly string[]; readonly procedure?: string }): Promise<readonly string[]>;
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
  readonly planTemplates: Documents<PlanTemplate>;
  readonly terms: Documents<Terms>;
  /** Own terms of these units, in their order; units without any are left out. */
  termsOf(units: readonly { readonly id: string }[]): Promise<readonly Terms[]>;
  /** The whole tree, small enough to keep in memory: id → parent. */
  allUnits(): Promise<readonly Unit[]>;
  peopleById(ids: readonly string[]): Promise<readonly Person[]>;
  /** People with their chain of superiors and deputies, as far as it goes. */
  peopleWithSuperiors(ids: readonly string[]): Promise<readonly Person[]>;
}

export type DocumentOf = {
  readonly unit: Unit;
  readonly person: Person;
  readonly procedure: Procedure;
  readonly calendar: Calendar;
  readonly reminderPolicy: ReminderPolicy;
  readonly planTemplate: PlanTemplate;
  readonly terms: Terms;
};
export type DocumentKind = keyof DocumentOf;
export type EditBy = { readonly by: string; readonly expected?: number };
/** `changed` is false when the very same document was there already: nothing was written. */
export type Edited<T> =
  | { readonly ok: true; readonly stored: Versioned<T>; readonly created: boolean; readonly changed: boolean }
  | { readonly ok: false; readonly refusal: Refusal<OrganisationCode> }
  | { readonly ok: false; readonly conflict: 'version' };
/** Edits with the rules that hold across documents (unknown unit, circle of managers …), checked and written as one. */
export interface OrganisationEditor {
  put<K extends DocumentKind>(kind: K, value: DocumentOf[K], edit: EditBy): Promise<Edited<DocumentOf[K]>>;
  /** Removes a document nothing points at. `false`: it was not there. Its history stays. */
  remove(
    kind: DocumentKind,
    id: string,
    edit: EditBy & { readonly usedBy?: readonly string[] },
  ): Promise<boolean | Exclude<Edited<never>, { ok: true }>>;
}

export interface Deputies {
  /** Everyone whose deputy this person is. */
  peopleWithDeputy(id: string): Promise<readonly Person[]>;
  /** Everyone who stands in one of these units. */
  peopleInUnits(units: readonly string[]): Promise<readonly Person[]>;
}

/** A bearer token as it is kept: its SHA-256 (lower-case hex), never the token. */
export type TokenRecord = {
  readonly id: string;
  readonly hash: string;
  readonly person: string;
  readonly name: string;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly expiresAt?: Instant;
  readonly revokedAt?: Instant;
  /** Default: full. */
  readonly scope?: TokenScope;
};
export interface Tokens {
  add(token: TokenRecord): Promise<void>;
  byHash(hash: string): Promise<TokenRecord | undefined>;
  /** A person's tokens that were not revoked, oldest first. */
  ofPerson(person: string): Promise<readonly TokenRecord[]>;
  /** `false`: the person has no such token, or it is revoked already. */
  revoke(person: string, id: string, at: Instant): Promise<boolean>;
  /** Makes this the one token of that id: what the environment says replaces what it said before. */
  replace(token: TokenRecord): Promise<void>;
}

/** An answer as it was given first. `body` is the text that was sent. */
export type KeptAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};
/** `fingerprint`: SHA-256 of the request; missing while a streamed body has not come to its end. */
export type KeyedRequest = { readonly key: string; readonly fingerprint?: string };
export type KeyState =
  | { readonly state: 'new' }
  | { readonly state: 'running'; readonly retryAfterSeconds: number }
  | { readonly state: 'done'; readonly fingerprint: string; readonly answer: KeptAnswer }
  | { readonly state: 'different' };
export interface IdempotencyKeys {
  /** Marks the key as in progress. A mark whose holder died expires: the next one to ask gets `new` again. */
  begin(request: KeyedRequest): Promise<KeyState>;
  /** Keeps the mark alive while a long request is still being carried out. */
  renew(key: string): Promise<void>;
  finish(request: Required<KeyedRequest>, answer: KeptAnswer): Promise<void>;
  /** Forgets the mark: nothing was decided, the same request may come again. */
  release(key: string): Promise<void>;
}

/** What a person is told: one message with everything that became due. */
export type Message = Omit<ReminderMessage, 'reminders'>;
/** A message to be stored, with the reminders it carries and the ways it goes besides the inbox. */
export type OutgoingMessage = ReminderMessage & {
  readonly deliveries: readonly { readonly channel: string; readonly address: string }[];
};
export interface Reminders {
  /** Open, not paused dues of these units. */
  openDues(units: readonly string[]): Promise<readonly DueItem[]>;
  /** Which of these reminders are recorded already. */
  recorded(keys: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * Stores each message with its reminders and deliveries, all or nothing, unless one of its reminders is recorded
   * already: then it is left out. Answers how many were left out; what they would have said is due at the next look.
   */
  record(messages: readonly OutgoingMessage[]): Promise<{ readonly leftOut: number }>;
}

export type InboxMessage = Message & { readonly readAt?: Instant };
export interface Inbox {
  /** Newest first; `after`: the key of the last one seen. */
  inbox(person: string, after: string | undefined, limit: number): Promise<readonly InboxMessage[]>;
  /** `false`: the person has no such message. Marking twice keeps the first time. */
  markRead(person: string, key: string, at: Instant): Promise<boolean>;
}

export type Delivery = {
  readonly message: Message;
  readonly channel: string;
  readonly address: string;
  readonly attempts: number;
  readonly firstAttemptAt?: Instant;
};
export type Undelivered = Omit<Delivery, 'message'> & {
  readonly key: string;
  readonly person: string;
  readonly subject: string;
  /** pending: failed so far and will be tried again. */
  readonly state: 'pending' | 'gave-up';
  readonly lastError: string;
  readonly nextAttemptAt?: Instant;
};
export interface Outbox {
  due(at: Instant, limit: number): Promise<readonly Delivery[]>;
  delivered(key: string, channel: string, at: Instant): Promise<void>;
  /** `nextAt` undefined: it is given up. */
  failed(key: string, channel: string, at: Instant, error: string, nextAt: Instant | undefined): Promise<void>;
  /** When the next attempt is due, if any. */
  nextAttemptAt(): Promise<Instant | undefined>;
  /**
   * Makes it due at once, to `address` if there is one now; what was given up begins anew.
   * `false`: no such message failed and is undelivered.
   */
  retry(key: string, channel: string, at: Instant, address: string | undefined): Promise<boolean>;
  /** To whom a message goes; `undefined`: there is no such message. */
  addressee(key: string): Promise<string | undefined>;
  /** What failed and is not delivered, newest first. */
  undelivered(limit: number): Promise<readonly Undelivered[]>;
}
/** A way to tell people. `send` throws when it did not succeed. */
export interface Channel {
  readonly key: string;
  address(person: Person): string | undefined;
  send(address: string, message: Message): Promise<void>;
}

/** `older`: the file holds a state of the case that is older than the stored one; it went into the case's history. */
export type ImportCounts = {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly older?: number;
};
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
  /** Why the file as a whole was refused, in English; `failureWords` says it in both languages. */
  readonly failure?: string;
  readonly failureWords?: Words;
  /** Of the file as it was sent; filled by `create`. */
  readonly sha256?: string;
  /** How the file is read, as it stood on the procedure when the import first ran: a retry reads the same way. */
  readonly reading?: { readonly mapping: Mapping; readonly timeZone: string };
};
export interface Imports {
  /**
   * Stores the file as it streams in, then the state with the file's true `bytes` and `sha256`. Safe to repeat with the same id.
   * @throws MalformedFile FILE_TOO_LARGE beyond the limit of size; nothing is kept then.
   */
  create(state: ImportState, file: NodeJS.ReadableStream): Promise<ImportState>;
  get(id: string): Promise<ImportState | undefined>;
  file(id: string): Promise<NodeJS.ReadableStream>;
  /** Changes the state while it is running; one that has ended keeps its end. Answers whether it was still running. */
  update(id: string, change: Partial<ImportState>): Promise<boolean>;
  /** Forgets the file (dry runs, refused files); the state stays. */
  discardFile(id: string): Promise<void>;
  /** Imports that have not ended, oldest first: whoever stored a file and died before starting its workflow left one. */
  running(): Promise<readonly string[]>;
}

export type ReadOptions = {
  readonly mapping: Mapping;
  /** Zone of times without offset where the mapping states none. */
  readonly timeZone: string;
  /** Called for each row or case that is left out, in no particular order. */
  readonly report: (error: RowError) => void;
};
/** The catalogue of sources as an import sees it. */
export interface CaseSources {
  /**
   * Reads a whole file, plain or gzipped, before the first batch comes: of a malformed one nothing is seen. The same bytes
   * and options give the same cases in the same order. Memory is bounded whatever the file's size and order.
   * @throws MalformedFile when the file cannot be read as a whole.
   */
  read(
    contentType: ImportState['contentType'],
    bytes: AsyncIterable<Uint8Array>,
    options: ReadOptions,
  ): AsyncIterable<readonly ReadCase[]>;
}

export interface Cases {
  /**
   * Stores a batch: new ones are added, changed ones updated keeping the older state, equal ones left. Safe to repeat within
   * one import: what the import did already is counted as what it was then. `importStartedAt` decides between two imports
   * whose states of a case are equally recent; without it the later call wins.
   */
  store(
    procedure: string,
    importId: string,
    cases: readonly ReadCase[],
    importStartedAt?: Instant,
  ): Promise<ImportCounts>;
  /** What `store` would do, without doing it. */
  compare(procedure: string, cases: readonly ReadCase[], importStartedAt?: Instant): Promise<ImportCounts>;
  /**
   * Streams the cases received in [from, to) (epoch ms), in no particular order; with `knownAt` (epoch ms) those that imports
   * had brought by then, each in the state it had then.
   */
  stream(
    procedure: string,
    range: { from?: number; to?: number; knownAt?: number },
    filter?: CaseFilter,
  ): AsyncIterable<CaseFact>;
}

/** A case as it is stored, with its steps; `version` counts its states from 1. */
export type StoredCase = CaseFact & {
  readonly steps: readonly Step[];
  readonly version: number;
  readonly importId: string;
};
export interface CaseReader {
  caseById(procedure: string, id: string): Promise<StoredCase | undefined>;
  /** In the order of their ids, those after `after`. */
  list(procedure: string, page: { readonly after?: string; readonly limit: number }): Promise<readonly StoredCase[]>;
  /** Earlier states of a case and states that came too late, latest version first. */
  caseHistory(procedure: string, id: string): Promise<readonly StoredCase[]>;
}

/** Tells running workflows that something they computed with has changed. Whoever is over already is passed by. */
export interface Telling {
  /** Starts the office's day where there is none yet. */
  office(unit: string): Promise<void>;
  cycle(id: string, change: { readonly kind: string; readonly id: string; readonly at: Instant }): Promise<void>;
  /** Its schedule is made what its document says, in the time zone of its office as it is now. */
  collector(id: string): Promise<void>;
}

export interface Clock {
  now(): Instant;
}
