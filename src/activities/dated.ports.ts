import type { Instant, LocalDate } from '../domain/shared/time';

/** One version of a document: from when it holds, and since when we know it. */
export type DatedVersion<T> = {
  /** Counts from 1. */
  readonly version: number;
  /** First day it holds; `0001-01-01`: from the beginning. */
  readonly validFrom: LocalDate;
  readonly recordedAt: Instant;
  readonly by: string;
  readonly reason?: string;
  readonly value: T;
};
/** A document with everything it ever was. `version` counts its edits and is the ETag. */
export type StoredDated<T> = {
  readonly id: string;
  readonly version: number;
  /** Oldest first, by when they were recorded; never empty. */
  readonly versions: readonly DatedVersion<T>[];
};
export type DatedEditing = {
  readonly id: string;
  readonly validFrom: LocalDate;
  readonly by: string;
  readonly reason?: string;
  /** Version the editor saw; 0: must not exist; missing: whatever is there. */
  readonly expected?: number;
};
export type DatedEdited<T> =
  | { readonly ok: true; readonly stored: StoredDated<T>; readonly created: boolean; readonly changed: boolean }
  | { readonly ok: false; readonly conflict: 'version' };

/** Documents of which every edit is a version; nothing is overwritten. */
export interface DatedDocuments<T> {
  get(id: string): Promise<StoredDated<T> | undefined>;
  /** In no particular order; those that are not there are left out. */
  many(ids: readonly string[]): Promise<readonly StoredDated<T>[]>;
  /** By id, those after `after`. */
  list(after: string | undefined, limit: number): Promise<readonly StoredDated<T>[]>;
  all(): AsyncIterable<StoredDated<T>>;
  /** Those of which any version pointed at one of `ids` under this name (see `pointers` of the store), by id. */
  pointingAt(name: string, ids: readonly string[]): Promise<readonly StoredDated<T>[]>;
  /** Appends a version. The value that holds from that day already changes nothing. */
  put(editing: DatedEditing, value: T): Promise<DatedEdited<T>>;
}
