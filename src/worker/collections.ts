import { caseCollections } from '../store/cases';
import type { CollectionSpec } from '../store/collections';
import { cycleCollections } from '../store/cycles';
import { idempotencyCollections } from '../store/idempotency';
import { importCollections } from '../store/imports';
import { indicatorCollections } from '../store/indicators';
import { organisationCollections } from '../store/organisation';
import { reminderCollections } from '../store/reminders';
import { tokenCollections } from '../store/tokens';

/** Every collection of the engine, in the order in which they are made. */
export const COLLECTIONS: readonly CollectionSpec[] = [
  ...organisationCollections,
  ...tokenCollections,
  ...idempotencyCollections,
  ...cycleCollections,
  ...reminderCollections,
  ...caseCollections,
  ...importCollections,
  ...indicatorCollections,
];
