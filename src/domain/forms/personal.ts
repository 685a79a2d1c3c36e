import { rounded } from '../evaluationPeriods/fairness/row';
import { effectiveRatings, factsOf, standingFindings } from '../evaluations/factsOf';
import { delaysOf, failuresOf, isDone, isForgiven, weightOf } from '../evaluations/state';
import type { Evaluation, Points, Ratings } from '../evaluations/state';
import { readableWords } from '../indicators/named';
import { shown } from '../schemes/explain';
import { bandWords, scoreOf } from '../schemes/score';
import type { Score } from '../schemes/score';
import type { SchemeDefinition } from '../schemes/scheme.schema';
import type { Words } from '../shared/language';

/** Points of one criterion: of the person, of the manager, and as they count. */
export type FormCriterion = {
  readonly key: string;
  readonly name: Words;
  readonly max: number;
  readonly self?: number;
  readonly manager?: number;
  readonly approved?: number;
};
/** `points`: as they count now, to three decimals; missing while something is not there yet. */
export type FormSection = {
  readonly key: string;
  readonly name: Words;
  readonly max: number;
  readonly points?: number;
  readonly criteria: readonly FormCriterion[];
};
export type FormWork = {
  readonly item: string;
  readonly title: string;
  readonly coefficient: number;
  readonly quantity: number;
  readonly weight: number;
  readonly due: string;
  readonly done: boolean;
  readonly doneOn?: string;
  readonly qualityFailures: number;
  readonly delays: number;
  readonly objectiveCause: boolean;
};
export type FormResult = { readonly total?: number; readonly class?: string; readonly className?: Words };

/** What the personal form of one evaluation says. `state`: told; as it stands, not told yet; not rated in this period. */
export type PersonalForm = {
  readonly evaluation: string;
  readonly person: string;
  readonly unit: string;
  readonly agency: string;
  readonly position: string;
  readonly period: string;
  readonly scheme: Words;
  readonly state: 'published' | 'provisional' | 'not-rated';
  readonly sections: readonly FormSection[];
  readonly work: readonly FormWork[];
  readonly letters: Readonly<Partial<Record<'a' | 'b' | 'c' | 'd' | 'dd' | 'e', number>>>;
  readonly result: FormResult;
  /** The class is that of the quota. */
  readonly lowered: boolean;
  readonly findings: readonly { readonly name: Words; readonly document: string }[];
  readonly comments: Readonly<Partial<Record<'self' | 'manager' | 'approved', string>>>;
  readonly manager?: string;
  readonly approver?: string;
  readonly assumptions: readonly Words[];
};

/** One evaluation as the official form shows it. */
export function personalForm(evaluation: Evaluation, definition: SchemeDefinition): PersonalForm {
  const { id, person, unit, agency, position, period, ratings, manager, approver, published } = evaluation;
  const scored = scoreOf(definition, factsOf(evaluation));
  const score = scored.ok ? scored.score : undefined;
  return {
    ...{ evaluation: id, person, unit, agency, position, period, scheme: readableWords(definition.name) },
    state: stateOf(evaluation),
    sections: sectionsOf(evaluation, definition, score),
    work: workOf(evaluation),
    letters: score === undefined ? {} : lettersOf(score),
    result: formResult(evaluation, definition),
    lowered: published?.lowered ?? false,
    findings: standingFindings(evaluation).map(({ override, document }) => ({
      name: readableWords(definition.overrides.find(({ key }) => key === override)?.name ?? override),
      document,
    })),
    comments: commentsOf(ratings),
    ...(manager !== undefined && { manager }),
    ...(approver !== undefined && { approver }),
    assumptions: definition.assumptions.map(({ words }) => readableWords(words)),
  };
}

export function stateOf({ published, excluded }: Evaluation): PersonalForm['state'] {
  if (published !== undefined) return published.total === undefined ? 'not-rated' : 'published';
  return excluded === undefined ? 'provisional' : 'not-rated';
}

/** What was told; else, once a manager has rated, what the facts give now. */
export function formResult(evaluation: Evaluation, definition: SchemeDefinition): FormResult {
  const { published, ratings, excluded } = evaluation;
  if (published !== undefined) return named(definition, published);
  if (excluded !== undefined || ratings.manager === undefined) return {};
  const scored = scoreOf(definition, factsOf(evaluation));
  return scored.ok ? named(definition, { total: shown(scored.score.total), class: scored.score.class }) : {};
}

const named = (definition: SchemeDefinition, { total, class: of }: Omit<FormResult, 'className'>): FormResult => ({
  ...(total !== undefined && { total: rounded(total) }),
  ...(of !== undefined && { class: of, className: bandWords(definition, of) }),
});

function lettersOf({ a, b, c, d, dd, e }: Score): PersonalForm['letters'] {
  const all = Object.entries({ a, b, c, d, dd, e });
  return Object.fromEntries(all.flatMap(([key, value]) => (value === undefined ? [] : [[key, shown(value)]])));
}

function sectionsOf(
  evaluation: Evaluation,
  { sections }: SchemeDefinition,
  score: Score | undefined,
): readonly FormSection[] {
  const { self, manager } = evaluation.ratings;
  const by = { self: self?.points, manager: manager?.points, approved: approvedPoints(evaluation) };
  return sections.map(({ key, name, max, of }) => {
    const points = score?.sections.find((one) => one.key === key)?.points;
    const criteria = of.type === 'rated' ? of.criteria : [];
    return {
      ...{ key, name: readableWords(name), max },
      ...(points !== undefined && { points: shown(points) }),
      criteria: criteria.map((one) => ({
        ...{ key: one.key, name: readableWords(one.name), max: one.max },
        ...pointsAt(`${key}/${one.key}`, by),
      })),
    };
  });
}

/** Once they are approved: as they count, with calibration and correction. */
function approvedPoints(evaluation: Evaluation): Points | undefined {
  const { approved, calibrated, corrected } = evaluation.ratings;
  return (approved ?? calibrated.at(-1) ?? corrected) ? effectiveRatings(evaluation) : undefined;
}

type By = Readonly<Record<'self' | 'manager' | 'approved', Points | undefined>>;
const pointsAt = (at: string, by: By) =>
  Object.fromEntries(
    Object.entries(by).flatMap(([who, points]) => (points?.[at] === undefined ? [] : [[who, points[at]]])),
  );

const workOf = ({ items }: Evaluation): readonly FormWork[] =>
  items
    .filter(({ withdrawn }) => withdrawn === undefined)
    .map((one) => ({
      ...{ item: one.item, title: one.title, coefficient: one.coefficient, quantity: one.quantity, due: one.due },
      ...{ weight: weightOf(one), done: isDone(one), qualityFailures: failuresOf(one), delays: delaysOf(one) },
      ...(one.done !== undefined && { doneOn: one.done.on }),
      objectiveCause: isForgiven(one),
    }));

function commentsOf({ self, manager, approved }: Ratings): PersonalForm['comments'] {
  const all = { self: self?.note, manager: manager?.note, approved: approved?.note };
  return Object.fromEntries(Object.entries(all).filter(([, note]) => note !== undefined && note !== ''));
}
