import type { Collector } from '../domain/collect/collector.schema';
import type { CollectFailure } from '../domain/collect/failures';
import type { CollectRowError } from '../domain/collect/rowErrors';
import type { Reading } from '../domain/collect/rows';
import type { Instant } from '../domain/shared/time';
import type { Documents, Versioned } from './ports';

/** `removedBecause`: why it was removed; the last version before it may be made anew. */
export type VersionedCollector = Versioned<Collector> & { readonly removedBecause?: string };

export interface Collectors extends Documents<Collector> {
  all(): Promise<readonly Collector[]>;
  history(id: string): Promise<readonly VersionedCollector[]>;
  /** `false`: it was not there. Its history and its runs stay; a reason is told there. */
  remove(
    id: string,
    by: string,
    edit: { readonly expected?: number | undefined; readonly reason?: string | undefined },
  ): Promise<boolean | 'conflict'>;
}

/** What one collection brought. Rows are counted; `errors` keeps the first of them. */
export type CollectCounts = {
  readonly rows: number;
  readonly recorded: number;
  readonly corrected: number;
  readonly unchanged: number;
  readonly kept: number;
  readonly closed: number;
  readonly conflicts: number;
  readonly blank: number;
};
export type CollectRun = {
  /** Unique within the collector. */
  readonly id: string;
  readonly collector: string;
  readonly status: 'running' | 'done' | 'failed';
  readonly attempts: number;
  readonly startedAt: Instant;
  readonly finishedAt?: Instant;
  readonly durationMs?: number;
  /** Of the answer, unpacked. */
  readonly bytes?: number;
  readonly counts?: CollectCounts;
  readonly errors: readonly CollectRowError[];
  readonly errorCount: number;
  readonly failure?: CollectFailure;
};
export interface CollectRuns {
  get(collector: string, id: string): Promise<CollectRun | undefined>;
  save(run: CollectRun): Promise<void>;
  /** Failed runs since the last success before this run, this one included, oldest first. */
  failuresUpTo(run: CollectRun, limit: number): Promise<readonly CollectRun[]>;
  /** Newest first; those before `after` (`startedAt` and id of the last one seen, with a space between). */
  list(collector: string, after: string | undefined, limit: number): Promise<readonly CollectRun[]>;
}

/** Asks a source and reads its answer by the mapping. Every way of failing is a value. */
export interface CollectSource {
  read(collector: Collector): Promise<Collected>;
}
export type Collected = { readonly bytes: number } & (
  { readonly ok: true; readonly reading: Reading } | { readonly ok: false; readonly failure: CollectFailure }
);

/** What a run would record: shown, not stored. */
export type CollectPreview = {
  readonly bytes: number;
  readonly counts?: CollectCounts;
  readonly figures: readonly {
    readonly indicator: string;
    readonly unit: string;
    readonly period: string;
    readonly status: string;
    readonly value?: number;
    readonly numerator?: number;
    readonly denominator?: number;
    readonly n?: number;
    readonly correction: boolean;
  }[];
  readonly errors: readonly CollectRowError[];
  readonly errorCount: number;
  readonly failure?: CollectFailure;
};
