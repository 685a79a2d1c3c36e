import type { Phase } from '../api/queries';
import type * as View from '../../../src/domain/scorecards/view';
import type { Outcome } from '../../../src/domain/history/history';
import type { Words } from '../../../src/domain/shared/language';

/** Texts as the API gives them: in the language that was asked for. */
type Spoken<T> = T extends Words
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Spoken<Item>[]
    : T extends object
      ? { readonly [K in keyof T]: Spoken<T[K]> }
      : T;

/** An improvement cycle about a measure. `words`: what its last check found about the indicator. */
export type MeasureCycle = {
  readonly cycle: string;
  readonly title: string;
  readonly phase: Phase;
  readonly outcome: Outcome;
  readonly words?: string;
};
/** `cycles`: missing where the scorecard is read as of an earlier moment. */
export type MeasureView = Spoken<View.MeasureView> & { readonly cycles?: readonly MeasureCycle[] };
export type ObjectiveView = Omit<Spoken<View.ObjectiveView>, 'measures'> & {
  readonly measures: readonly MeasureView[];
};
export type PerspectiveView = Omit<Spoken<View.PerspectiveView>, 'objectives'> & {
  readonly objectives: readonly ObjectiveView[];
};
export type InitiativeView = Spoken<View.InitiativeView>;

/** A scorecard read for a period, as known at a moment. */
export type Reading = Omit<Spoken<View.ScorecardView>, 'perspectives'> & {
  readonly perspectives: readonly PerspectiveView[];
  readonly id: string;
  readonly version: number;
  readonly definitionVersion: number;
  readonly closedAt?: string;
};

export const objectivesOf = ({ perspectives }: Pick<Reading, 'perspectives'>) =>
  perspectives.flatMap(({ objectives }) => objectives);
