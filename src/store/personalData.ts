import type { PersonalKind } from '../domain/privacy/purposes';

/** Where something about a person is stored. One line a place. */
export type Place = {
  readonly collection: string;
  /** Fields that hold a person's id; a row in which one of them does is about that person. */
  readonly persons: readonly string[];
  /** Members nobody is shown: hashes of what lets in, and the inside of the store. */
  readonly secret?: readonly string[];
  /** What of the settings says how long it is kept, and the member with its instant. */
  readonly kept?: { readonly as: PersonalKind; readonly since: string };
  /** Whether it is deleted when the person is removed. Facts of the record stay, under the id. */
  readonly goes: boolean;
};

export const PLACES: readonly Place[] = [
  { collection: 'people', persons: ['_id'], goes: false },
  { collection: 'people_history', persons: ['document'], goes: false },
  {
    ...{ collection: 'accounts', persons: ['_id'], goes: true },
    secret: ['passwordHash', 'secondFactor', 'pendingSecret', 'knownDevices'],
  },
  { collection: 'account_links', persons: ['person'], secret: ['_id', 'hash'], goes: true },
  { collection: 'sessions', persons: ['person'], secret: ['_id', 'hash', 'tokenHash'], goes: true },
  { collection: 'tokens', persons: ['person'], secret: ['_id'], goes: true },
  {
    ...{ collection: 'messages', persons: ['person'], goes: true },
    kept: { as: 'messages', since: 'createdAt' },
  },
  { collection: 'sign_ins', persons: ['person'], kept: { as: 'signIns', since: 'at' }, goes: true },
  { collection: 'refusals', persons: ['person'], kept: { as: 'refusals', since: 'at' }, goes: true },
  { collection: 'access_log', persons: ['person', 'reader'], kept: { as: 'accessLog', since: 'at' }, goes: false },
  {
    ...{ collection: 'conversation_notes', persons: ['person', 'with'], secret: ['sealed'], goes: true },
    kept: { as: 'conversationNotes', since: 'at' },
  },
  { collection: 'conversations', persons: ['person', 'with'], secret: ['key'], goes: true },
  { collection: 'posts', persons: ['_id'], goes: false },
  { collection: 'posts_versions', persons: ['document'], goes: false },
  { collection: 'cycles', persons: ['cycle.lead'], goes: false },
  { collection: 'evaluations', persons: ['person'], goes: false },
  { collection: 'training_needs', persons: ['about'], goes: false },
  { collection: 'ideas', persons: ['idea.by', 'idea.contributors.person'], goes: false },
];
