import type { Connection } from 'mongoose';
import type { Scorecards } from '../activities/scorecards.ports';
import type { ScorecardDefinition } from '../domain/scorecards/scorecard.schema';
import { createDatedDocuments, datedCollections } from './datedDocuments';

const NAME = 'scorecards';

export const scorecardCollections = datedCollections(NAME, ['unit', 'above']);

/** Scorecards in `scorecards` and `scorecards_versions`. */
export const createScorecards = (connection: Connection, now?: () => string): Scorecards =>
  createDatedDocuments<ScorecardDefinition>(connection, NAME, {
    pointers: {
      unit: ({ unit }) => [unit],
      above: ({ objectives }) => objectives.flatMap(({ contributesTo }) => contributesTo?.scorecard ?? []),
    },
    ...(now && { now }),
  });
