import { periodsBetween, shifted, type Period } from '../indicators/period';
import type { Words } from '../shared/language';
import type { Spaced } from '../statistics/prewhiten';
import { checkLink, type LinkCheck } from './checkLink';
import { NO_PROOF } from './mapWords';
import { objectiveSeries } from './objectiveSeries';
import type { CauseAndEffect, Objective, ScorecardDefinition } from './scorecard.schema';
import type { MeasureFacts, ObjectiveView, PerspectiveView, ScorecardView } from './view';

/** Periods that links are checked over: five years of months. */
export const MAP_PERIODS = 60;

export type MapNode = Pick<
  ObjectiveView,
  'key' | 'perspective' | 'name' | 'state' | 'score' | 'coverage' | 'status' | 'progress' | 'owner' | 'priority'
> & {
  /** Periods with a score, of those that were read. */
  readonly scoredPeriods: number;
};
export type MapLink = CauseAndEffect & { readonly check: LinkCheck };
export type StrategyMap = {
  readonly name: Words;
  readonly unit: string;
  readonly period: Period;
  readonly frequency: ScorecardDefinition['frequency'];
  /** In the order shown, the top first. */
  readonly perspectives: readonly Pick<PerspectiveView, 'key' | 'name' | 'status' | 'progress' | 'state'>[];
  readonly nodes: readonly MapNode[];
  readonly links: readonly MapLink[];
  readonly caution: Words;
};

export type MapFacts = {
  readonly id: string;
  readonly definition: ScorecardDefinition;
  readonly view: ScorecardView;
  readonly measures: ReadonlyMap<string, MeasureFacts>;
};

/** The strategy map of a scorecard: its objectives as they stand, and its links as the data have them. */
export function strategyMap(facts: MapFacts): StrategyMap {
  const { definition, view } = facts;
  const series = seriesByObjective(facts);
  const { name, unit, period, frequency } = view;
  return {
    ...{ name, unit, period, frequency },
    perspectives: view.perspectives.map(({ key, name: called, status, progress, state }) => ({
      ...{ key, name: called, progress, state },
      ...(status !== undefined && { status }),
    })),
    nodes: view.perspectives.flatMap(({ objectives }) => objectives.map((one) => nodeOf(one, series.get(one.key)))),
    links: definition.links.map((link) => ({ ...link, check: checked(link, facts, series) })),
    caution: NO_PROOF,
  };
}

type ByObjective = ReadonlyMap<string, Spaced>;

function seriesByObjective({ definition, view, measures }: MapFacts): ByObjective {
  const { minimumCoverage, objectives } = definition;
  const periods = periodsBetween(shifted(view.period, 1 - MAP_PERIODS), view.period);
  const of = (one: Objective) => objectiveSeries(one, { measures, periods, minimumCoverage });
  return new Map(objectives.map((one) => [one.key, of(one)]));
}

function nodeOf(objective: ObjectiveView, series: Spaced = []): MapNode {
  const { key, perspective, name, state, score, coverage, status, progress, owner, priority } = objective;
  return {
    ...{ key, perspective, name, state, coverage, progress },
    ...(score !== undefined && { score }),
    ...(status !== undefined && { status }),
    ...(owner !== undefined && { owner }),
    ...(priority !== undefined && { priority }),
    scoredPeriods: series.filter((value) => value !== null).length,
  };
}

function checked(link: CauseAndEffect, { id, view }: MapFacts, series: ByObjective): LinkCheck {
  const { period, frequency } = view;
  const named = new Map(view.perspectives.flatMap(({ objectives }) => objectives).map((one) => [one.key, one.name]));
  const end = (key: string) => {
    const scores = series.get(key);
    return { name: named.get(key) ?? { vi: key, en: key, ja: key }, ...(scores !== undefined && { series: scores }) };
  };
  const seed = `${id}|${link.from}|${link.to}|${period}`;
  return checkLink({ link, from: end(link.from), to: end(link.to), period, frequency, seed });
}
