import type { Outcome } from '../history/history';
import { folded } from '../shared/folded';
import type { Instant } from '../shared/time';
import type { DraftPlan } from './cycle.schema';
import type { Phase } from './state';

/** A cycle as a line of a list. */
export type CycleLine = {
  readonly id: string;
  readonly version: number;
  readonly unit: string;
  readonly procedure: string;
  readonly no: number;
  readonly stage: number;
  readonly title: string;
  readonly lead: string;
  readonly phase: Phase;
  readonly outcome: Outcome;
  readonly paused: boolean;
  readonly launchedAt: Instant;
  readonly closedAt?: Instant;
  /** When the present phase is due. */
  readonly dueAt?: Instant;
};

type Searched = { readonly id: string; readonly title: string; readonly plan: DraftPlan };

/** What of a cycle is found by its words, folded: its name, id, problem and aim. */
export const searchedText = ({ id, title, plan: { problem = '', aim } }: Searched): string =>
  folded([title, id, problem, aim?.text ?? ''].join('\n'));
