import { readableWords } from '../indicators/named';
import { plain } from '../indicators/outcome';
import { Exact } from '../scoring/scored';
import { weightedMean } from '../scoring/weightedMean';
import type { WeightedItem } from '../scoring/weightedMean';
import { evaluatedMeasure } from './measure';
import type { Evaluated } from './measure';
import { progressBelow } from './movement';
import type { Initiative, Objective, Perspective, ScorecardDefinition } from './scorecard.schema';
import { statusOf } from './status';
import type {
  InitiativeView,
  MeasureView,
  Note,
  ObjectiveView,
  PerspectiveView,
  ScorecardFacts,
  ScorecardView,
} from './view';
import { noted } from './words';

/** A part of something larger before its share of it is known. `exact`: unrounded, for the level above. */
export type Part<View> = Evaluated & { readonly view: Omit<View, 'share'> };

/**
 * The scorecard of a period: measures → objectives → perspectives → scorecard, each the weighted mean of what is scored
 * below it (decimals), with coverage = the weight that is scored down to the measures ÷ the weight that applies. Pure: the
 * same definition and values give the same view.
 */
export function evaluateScorecard(facts: ScorecardFacts): ScorecardView {
  const { definition, period, today } = facts;
  const perspectives = definition.perspectives.map((one) => perspectiveOf(one, facts));
  const rolled = rolledUp(perspectives, definition);
  return {
    ...rolled.scored,
    name: readableWords(definition.name),
    ...(definition.mission !== undefined && { mission: readableWords(definition.mission) }),
    ...{ unit: definition.unit, frequency: definition.frequency, period, public: definition.public },
    ...(definition.owner !== undefined && { owner: definition.owner }),
    ...(definition.pack !== undefined && { pack: definition.pack }),
    perspectives: shared(perspectives),
    initiatives: definition.initiatives.map((one) => initiativeOf(one, today)),
    links: definition.links,
  };
}

function perspectiveOf(perspective: Perspective, facts: ScorecardFacts): Part<PerspectiveView> {
  const { key, name, question, weight } = perspective;
  const objectives = facts.definition.objectives
    .filter((one) => one.perspective === key)
    .map((one) => objectiveOf(one, facts));
  const rolled = rolledUp(objectives, facts.definition);
  const view = {
    ...{ key, name: readableWords(name), weight, ...rolled.scored },
    ...(question !== undefined && { question: readableWords(question) }),
    objectives: shared(objectives),
  };
  return { ...rolled, weight, view };
}

function objectiveOf(objective: Objective, { definition, period, measures }: ScorecardFacts): Part<ObjectiveView> {
  const { name, description, measures: stated, weight, ...rest } = objective;
  const parts: readonly Part<MeasureView>[] = stated.map((one) =>
    evaluatedMeasure(one, { facts: measures.get(one.indicator), period, bands: definition.statusBands }),
  );
  const rolled = rolledUp(parts, definition, stated.length === 0 ? [noted('NO_MEASURE')] : []);
  const view = {
    ...{ ...rest, name: readableWords(name), weight, ...rolled.scored },
    ...(description !== undefined && { description: readableWords(description) }),
    measures: shared(parts),
  };
  return { ...rolled, weight, view };
}

const initiativeOf = ({ name, ...rest }: Initiative, today: string): InitiativeView => ({
  ...{ ...rest, name: readableWords(name) },
  overdue: rest.due !== undefined && rest.due < today,
});

type Rolled = Omit<Evaluated, 'weight'> & { readonly scored: Omit<ScorecardView, keyof ScorecardHead> };
type ScorecardHead = Pick<
  ScorecardView,
  | 'name'
  | 'mission'
  | 'unit'
  | 'owner'
  | 'frequency'
  | 'period'
  | 'public'
  | 'pack'
  | 'perspectives'
  | 'initiatives'
  | 'links'
>;
type Rules = Pick<ScorecardDefinition, 'statusBands' | 'minimumCoverage'>;

/** What is incomplete has a score nevertheless and counts with it; how little stands behind it shows in the coverage. */
function itemOf({ weight, state, exact }: Evaluated): WeightedItem {
  if (exact !== undefined) return { weight, state: 'scored', score: exact };
  return { weight, state: state === 'not-yet-due' || state === 'not-applicable' ? state : 'missing' };
}

function rolledUp(parts: readonly Part<object>[], rules: Rules, notes: readonly Note[] = []): Rolled {
  const { minimumCoverage, statusBands } = rules;
  const mean = weightedMean(parts.map(itemOf), 0);
  const coverage = coverageOf(parts);
  const state = stateOf(parts, mean.score !== undefined && coverage.greaterThanOrEqualTo(minimumCoverage));
  const incomplete = state === 'incomplete';
  const percent = (share: Exact) => plain(share.times(100).toDecimalPlaces(1));
  const said = incomplete
    ? [noted('INCOMPLETE', { coverage: percent(coverage), least: percent(new Exact(minimumCoverage)) })]
    : [];
  const status = state === 'scored' && mean.score !== undefined ? statusOf(mean.score, statusBands) : undefined;
  const progress = progressBelow(parts.map(({ weight, progress }) => ({ weight, progress })));
  const scored = {
    ...{ state, coverage: plain(coverage), progress, notes: [...notes, ...said] },
    ...(mean.score !== undefined && { score: plain(mean.score) }),
    ...(status !== undefined && { status }),
  };
  return { state, coverage, progress, ...(mean.score !== undefined && { exact: mean.score }), scored };
}

/** Down to the measures: an objective half of which is scored covers half of its weight. */
function coverageOf(parts: readonly Evaluated[]): Exact {
  const sum = (items: readonly Exact[]) => items.reduce((total, one) => total.plus(one), new Exact(0));
  const applying = parts.filter(({ state }) => state !== 'not-applicable');
  const all = sum(applying.map(({ weight }) => new Exact(weight)));
  if (all.isZero()) return new Exact(0);
  return sum(applying.map(({ coverage, weight }) => coverage.times(weight))).dividedBy(all);
}

function stateOf(parts: readonly Evaluated[], enough: boolean): Evaluated['state'] {
  if (enough) return 'scored';
  const states = new Set(parts.map(({ state }) => state));
  if (states.has('scored') || states.has('incomplete')) return 'incomplete';
  const applying = [...states].filter((state) => state !== 'not-applicable');
  if (applying.length === 0) return states.size === 0 ? 'missing' : 'not-applicable';
  const [only] = applying;
  return applying.length === 1 && only !== undefined ? only : 'missing';
}

/** Each with its weight ÷ that of all beside it that apply. */
function shared<View extends { readonly share: number }>(parts: readonly Part<View>[]): readonly View[] {
  const applying = parts.filter(({ state }) => state !== 'not-applicable');
  const all = applying.reduce((total, { weight }) => total.plus(weight), new Exact(0));
  const shareOf = ({ weight, state }: Evaluated): number =>
    state === 'not-applicable' || all.isZero() ? 0 : plain(new Exact(weight).dividedBy(all));
  return parts.map((part) => ({ ...part.view, share: shareOf(part) }) as View);
}
