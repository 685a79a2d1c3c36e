import type { ScorecardDefinition } from '../domain/scorecards/scorecard.schema';
import type { DatedDocuments, StoredDated } from './dated.ports';

export type StoredScorecard = StoredDated<ScorecardDefinition>;
/** Scorecards with every version. `pointingAt`: `unit`, the unit it is of; `above`, scorecards its objectives contribute to. */
export type Scorecards = DatedDocuments<ScorecardDefinition>;
