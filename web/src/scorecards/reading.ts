import type { ReadAs, ScorecardView } from '../../../src/domain/scorecards/view';

export type { InitiativeView, MeasureView, ObjectiveView, PerspectiveView } from '../../../src/domain/scorecards/view';

/** A scorecard read for a period, as known at a moment. */
export type Reading = ScorecardView & {
  readonly id: string;
  readonly version: number;
  readonly readAs?: ReadAs;
  readonly periods?: readonly string[];
};

export const objectivesOf = ({ perspectives }: Pick<Reading, 'perspectives'>) =>
  perspectives.flatMap(({ objectives }) => objectives);
