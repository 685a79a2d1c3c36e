import type { Instant } from '../shared/time';
import type { SurveyDefinition } from './survey.schema';

/** A person's id, or `ENGINE` for what happens by itself. */
export const ENGINE = 'kairyo';

type Happened = { readonly at: Instant; readonly by: string };

export type SurveyEvent = Happened &
  (
    | {
        readonly type: 'SurveyCreated';
        readonly id: string;
        readonly unit: string;
        readonly procedure?: string;
        readonly definition: SurveyDefinition;
      }
    | { readonly type: 'SurveyRevised'; readonly definition: SurveyDefinition }
    /** Without `opensAt` the date is not known yet: the cycle's Do has not begun. */
    | { readonly type: 'SurveyScheduled'; readonly opensAt?: Instant; readonly reason?: string }
    | { readonly type: 'OpeningMoved'; readonly opensAt?: Instant }
    | { readonly type: 'SurveyOpened'; readonly closesAt: Instant; readonly reason?: string }
    | { readonly type: 'SurveyExtended'; readonly closesAt: Instant; readonly reason: string }
    | { readonly type: 'SurveyClosed'; readonly early?: string }
    | { readonly type: 'SurveyCancelled'; readonly reason: string }
  );
