import type { Instant } from '../shared/time';
import type { SurveyDefinition } from './survey.schema';

/** What every survey has. JSON-plain. */
type Common = {
  readonly id: string;
  readonly unit: string;
  /** Of its cycle, or its own: whose calendar it goes by. */
  readonly procedure?: string;
  readonly owner: string;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly definition: SurveyDefinition;
};

export type Survey =
  | (Common & { readonly phase: 'draft' })
  /** `opensAt` is missing while the cycle's Do has not begun. */
  | (Common & { readonly phase: 'scheduled'; readonly scheduledAt: Instant; readonly opensAt?: Instant })
  | (Common & { readonly phase: 'open'; readonly openedAt: Instant; readonly closesAt: Instant })
  | (Common & {
      readonly phase: 'closed';
      readonly openedAt: Instant;
      readonly closedAt: Instant;
      readonly early?: string;
    })
  | (Common & {
      readonly phase: 'cancelled';
      readonly openedAt?: Instant;
      readonly cancelledAt: Instant;
      readonly reason: string;
    });

export const SURVEY_PHASES = ['draft', 'scheduled', 'open', 'closed', 'cancelled'] as const;
export type SurveyPhase = Survey['phase'];
