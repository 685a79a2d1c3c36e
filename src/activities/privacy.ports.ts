import type { PersonalKind } from '../domain/privacy/purposes';
import type { Retention } from '../domain/privacy/retention.schema';
import type { Instant } from '../domain/shared/time';
import type { DatedDocuments } from './dated.ports';

export type Removal = { readonly person: string; readonly by: string; readonly at: Instant; readonly reason: string };
/** What was done to whom; it stays, so that an erasure can be shown. */
export type Removed = Removal & { readonly deleted: Readonly<Record<string, number>> };

/** Personal data: what is kept of somebody, and how it goes. */
export interface Privacy {
  /** Deletes what is older; answers how many rows. Safe to repeat. */
  expire(kind: PersonalKind, before: Instant): Promise<number>;
  /** Everything that is stored about a person, by collection, without secrets. */
  about(person: string): AsyncIterable<{ readonly from: string; readonly item: Readonly<Record<string, unknown>> }>;
  /**
   * The person goes, the facts stay under the id: name and address leave every version, account, sessions, tokens, messages
   * and private notes are deleted. Safe to repeat: the next try completes.
   */
  forget(removal: Removal): Promise<Removed>;
  removal(person: string): Promise<Removed | undefined>;
  readonly retention: DatedDocuments<Retention>;
}
export const RETENTION = 'retention';
