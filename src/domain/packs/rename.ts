import { formulaOf, resolved } from '../indicators/reads';
import type { IndicatorSource } from '../indicators/indicator.schema';
import type { MadeFigures, PackContents } from './pack.schema';

/** What an id of the pack becomes. Surveys and practices stand in the library under their own ids and are not renamed. */
export type Renaming = {
  readonly indicator: (id: string) => string;
  readonly programme: (id: string) => string;
  readonly scorecard: (id: string) => string;
  readonly review: (id: string) => string;
  readonly scheme: (id: string) => string;
  readonly planTemplate: (id: string) => string;
};

/** Puts `prefix` before the ids that the pack itself defines; ids of other things stay as they are. */
export function prefixing(contents: PackContents, prefix: string): Renaming {
  const of = (ids: readonly string[]) => {
    const own = new Set(ids);
    return (id: string) => (own.has(id) ? `${prefix}${id}` : id);
  };
  return {
    indicator: of(Object.keys(contents.indicators)),
    programme: of(Object.keys(contents.programmes)),
    scorecard: of(Object.keys(contents.scorecards)),
    review: of(Object.keys(contents.reviews)),
    scheme: of(Object.keys(contents.schemes)),
    planTemplate: of(contents.planTemplates.map(({ id }) => id)),
  };
}

/** The ids an installation with this prefix gave, back to the pack's own. */
export function unprefixing(contents: PackContents, prefix: string): Renaming {
  const given = prefixing(contents, prefix);
  const back = (ids: readonly string[], there: (id: string) => string) => {
    const own = new Map(ids.map((id) => [there(id), id]));
    return (id: string) => own.get(id) ?? id;
  };
  return {
    indicator: back(Object.keys(contents.indicators), given.indicator),
    programme: back(Object.keys(contents.programmes), given.programme),
    scorecard: back(Object.keys(contents.scorecards), given.scorecard),
    review: back(Object.keys(contents.reviews), given.review),
    scheme: back(Object.keys(contents.schemes), given.scheme),
    planTemplate: back(
      contents.planTemplates.map(({ id }) => id),
      given.planTemplate,
    ),
  };
}

type Indicator = PackContents['indicators'][string];
type Scorecard = PackContents['scorecards'][string];
type Programme = PackContents['programmes'][string];
type Scheme = PackContents['schemes'][string];
type Review = PackContents['reviews'][string];
type PlanTemplate = PackContents['planTemplates'][number];

/** Every id and every reference between parts of the pack, renamed together. */
export function renamed(contents: PackContents, by: Renaming): PackContents {
  return {
    ...contents,
    indicators: entries(contents.indicators, by.indicator, (one) => renamedIndicator(one, by)),
    programmes: entries(contents.programmes, by.programme, (one) => renamedProgramme(one, by)),
    ...(contents.figures !== undefined && { figures: renamedFigures(contents.figures, by) }),
    scorecards: entries(contents.scorecards, by.scorecard, (one) => renamedScorecard(one, by)),
    reviews: entries(contents.reviews, by.review, (one) => renamedReview(one, by)),
    schemes: entries(contents.schemes, by.scheme, (one) => renamedScheme(one, by)),
    planTemplates: contents.planTemplates.map((one) => renamedPlanTemplate(one, by)),
  };
}

const entries = <T>(record: Readonly<Record<string, T>>, id: (id: string) => string, value: (one: T) => T) =>
  Object.fromEntries(Object.entries(record).map(([key, one]) => [id(key), value(one)]));

export const renamedIndicator = <T extends Pick<Indicator, 'source' | 'counterIndicator'>>(
  one: T,
  by: Renaming,
): T => ({
  ...one,
  source: renamedSource(one.source, by),
  ...(one.counterIndicator !== undefined && { counterIndicator: by.indicator(one.counterIndicator) }),
});

function renamedSource(source: IndicatorSource, by: Renaming): IndicatorSource {
  switch (source.type) {
    case 'ratio':
      return {
        ...source,
        ...(source.numerator !== undefined && { numerator: by.indicator(source.numerator) }),
        ...(source.denominator !== undefined && { denominator: by.indicator(source.denominator) }),
      };
    case 'indicator':
      return { ...source, indicator: by.indicator(source.indicator) };
    case 'programme':
      return { ...source, programme: by.programme(source.programme) };
    case 'formula':
      return renamedFormula(source, by);
    default:
      return source;
  }
}

/** The text of the formula stays; what its names stand for is said in `inputs` where the id is another one now. */
function renamedFormula(source: Extract<IndicatorSource, { type: 'formula' }>, by: Renaming): IndicatorSource {
  const names = [...new Set((formulaOf(source)?.references ?? []).map(({ name }) => name))];
  const inputs = names.flatMap((name) => {
    const id = by.indicator(resolved(source, name));
    return id === name ? [] : [[name, id] as const];
  });
  const { inputs: _before, ...rest } = source;
  return inputs.length === 0 ? rest : { ...rest, inputs: Object.fromEntries(inputs) };
}

export const renamedProgramme = <T extends Pick<Programme, 'partOf'>>(one: T, by: Renaming): T => ({
  ...one,
  ...(one.partOf !== undefined && { partOf: by.programme(one.partOf) }),
});

const renamedFigures = ({ figures, ...made }: MadeFigures, by: Renaming): MadeFigures => ({
  ...made,
  figures: figures.map((one) => ({ ...one, programme: by.programme(one.programme) })),
});

export const renamedScorecard = <T extends Pick<Scorecard, 'objectives' | 'initiatives'>>(one: T, by: Renaming): T => ({
  ...one,
  objectives: one.objectives.map((objective) => ({
    ...objective,
    measures: objective.measures.map((measure) => ({ ...measure, indicator: by.indicator(measure.indicator) })),
    ...(objective.contributesTo !== undefined && {
      contributesTo: { ...objective.contributesTo, scorecard: by.scorecard(objective.contributesTo.scorecard) },
    }),
  })),
  initiatives: one.initiatives.map((initiative) => ({
    ...initiative,
    ...(initiative.programme !== undefined && { programme: by.programme(initiative.programme) }),
  })),
});

export function renamedReview<T extends Pick<Review, 'subject'>>(one: T, by: Renaming): T {
  const { type, id } = one.subject;
  if (type === 'unit') return one;
  return { ...one, subject: { type, id: by[type](id) } };
}

const renamedScheme = (one: Scheme, by: Renaming): Scheme => ({
  ...one,
  sections: one.sections.map((section) =>
    section.of.type === 'indicator'
      ? { ...section, of: { ...section.of, indicator: by.indicator(section.of.indicator) } }
      : section,
  ),
});

const renamedPlanTemplate = (one: PlanTemplate, by: Renaming): PlanTemplate => ({
  ...one,
  id: by.planTemplate(one.id),
  plan: renamedPlan(one.plan, by),
});

/** Indicators of a plan that are read from the library follow it. */
export function renamedPlan<P extends PlanTemplate['plan']>(plan: P, by: Renaming): P {
  if (plan.indicators === undefined) return plan;
  const indicators = plan.indicators.map((one) =>
    'indicator' in one && typeof one.indicator === 'string' ? { ...one, indicator: by.indicator(one.indicator) } : one,
  );
  return { ...plan, indicators };
}
