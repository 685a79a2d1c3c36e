import type { Instant } from '../domain/shared/time';

/** A development conversation of two people: whose development it is about, and the other. */
export type Conversation = {
  readonly id: string;
  readonly person: string;
  readonly with: string;
  readonly startedAt: Instant;
};
/** `unreadable`: its key is not there any more, or not the one it was sealed with. */
export type ConversationNote = { readonly id: string; readonly by: string; readonly at: Instant } & (
  { readonly text: string } | { readonly unreadable: true }
);

/** Notes are stored sealed; nobody reads them but through a conversation that is theirs. */
export interface Conversations {
  /** Whether this installation has a key to seal with. */
  readonly ready: boolean;
  /** The conversation of the two; begun when there is none. */
  begin(pair: Pick<Conversation, 'person' | 'with'>, at: Instant): Promise<Conversation>;
  get(id: string): Promise<Conversation | undefined>;
  /** Those this person is one of, newest first. */
  of(person: string): Promise<readonly Conversation[]>;
  /** Oldest first. */
  notes(conversation: Conversation): Promise<readonly ConversationNote[]>;
  /** The same id again changes nothing. */
  write(
    conversation: Conversation,
    note: { readonly id: string; readonly by: string; readonly at: Instant; readonly text: string },
  ): Promise<void>;
  /** `false`: there is no such note of this author. */
  erase(conversation: Conversation, note: string, by: string): Promise<boolean>;
  /** Throws the key away, and the notes after it: nobody can read them again, in no copy of the database either. */
  shred(conversation: Conversation): Promise<void>;
  /** Puts every key under the master key now in use. Answers how many. */
  rewrap(): Promise<number>;
}
