import type { Period } from '../domain/indicators/period';
import type { ProgrammeDefinition } from '../domain/programmes/programme.schema';
import type { Instant } from '../domain/shared/time';
import type { DatedDocuments } from './dated.ports';
import type { ProgrammeFigures } from './indicators.ports';

/** An amount of a programme: of one unit, one name (budget-initial, spent …), one period. Versions count from 1. */
export type ProgrammeFigure = {
  readonly programme: string;
  readonly unit: string;
  readonly figure: string;
  readonly period: Period;
  readonly amount: number;
  readonly version: number;
  readonly by: string;
  readonly recordedAt: Instant;
  /** Why it was corrected; with every version after the first. */
  readonly reason?: string;
};
export interface ProgrammeBooks extends ProgrammeFigures {
  /** Oldest first. */
  versions(programme: string, unit: string, figure: string, period: Period): Promise<readonly ProgrammeFigure[]>;
  /** `false`: somebody else recorded this version meanwhile. */
  record(figure: ProgrammeFigure): Promise<boolean>;
  /** The latest of each, by period, of any length, in the order of its text. */
  list(
    programme: string,
    range: { readonly from?: Period | undefined; readonly to?: Period | undefined },
  ): Promise<readonly ProgrammeFigure[]>;
  /** The latest of every book of these programmes, as known then (missing: now). */
  books(programmes: readonly string[], knownAt?: Instant): Promise<readonly ProgrammeFigure[]>;
  /** The latest amounts of this name in these units, whatever programme they are of. */
  costs(figure: string, units: readonly string[]): Promise<readonly ProgrammeFigure[]>;
}
/** Programmes and projects with every version of them. They hold from the beginning: what changes is what is known. */
export type Programmes = DatedDocuments<ProgrammeDefinition>;
