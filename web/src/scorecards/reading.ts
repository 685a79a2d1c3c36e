import type * as View from '../../../src/domain/scorecards/view';
import type { Words } from '../../../src/domain/shared/language';

/** Texts as the API gives them: in the language that was asked for. */
type Spoken<T> = T extends Words
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Spoken<Item>[]
    : T extends object
      ? { readonly [K in keyof T]: Spoken<T[K]> }
      : T;

export type MeasureView = Spoken<View.MeasureView>;
export type ObjectiveView = Spoken<View.ObjectiveView>;
export type PerspectiveView = Spoken<View.PerspectiveView>;
export type InitiativeView = Spoken<View.InitiativeView>;

/** A scorecard read for a period, as known at a moment. */
export type Reading = Spoken<View.ScorecardView> & {
  readonly id: string;
  readonly version: number;
  readonly definitionVersion: number;
  readonly closedAt?: string;
};

export const objectivesOf = ({ perspectives }: Pick<Reading, 'perspectives'>) =>
  perspectives.flatMap(({ objectives }) => objectives);
