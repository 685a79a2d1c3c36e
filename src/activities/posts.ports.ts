import type { Post } from '../domain/evaluationPeriods/period.schema';
import type { Instant } from '../domain/shared/time';

/** `version` counts from 1 and is the ETag. */
export type StoredPosts = {
  readonly person: string;
  readonly version: number;
  readonly updatedAt: Instant;
  readonly updatedBy: string;
  readonly posts: readonly Post[];
};
export type PostsEditing = {
  readonly person: string;
  readonly posts: readonly Post[];
  readonly by: string;
  readonly at: Instant;
  /** The version the editor saw; 0: none yet. */
  readonly expected?: number | undefined;
};
/** Where people work, dated. */
export interface Posts {
  get(person: string): Promise<StoredPosts | undefined>;
  put(editing: PostsEditing): Promise<StoredPosts | 'conflict'>;
  /** Ids of people with any post in one of these units. */
  peopleIn(units: readonly string[]): Promise<readonly string[]>;
  of(people: readonly string[]): Promise<ReadonlyMap<string, readonly Post[]>>;
}
