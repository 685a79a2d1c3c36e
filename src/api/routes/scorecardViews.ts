import { z } from 'zod';
import { GRAINS } from '../../domain/cases/periods';
import { DIRECTIONS } from '../../domain/indicators/indicator.schema';
import { readable } from '../../domain/indicators/named';
import {
  CauseAndEffect,
  Initiative,
  Objective,
  Perspective,
  ScorecardDefinition,
  ScorecardEdit,
} from '../../domain/scorecards/scorecard.schema';
import { MOVEMENTS, PROGRESS_RULES, RATINGS, SCORE_STATES } from '../../domain/scorecards/view';
import { Id, IsoDate, IsoInstant } from '../../domain/shared/ids.schema';
import { inWords } from '../../domain/shared/language';
import type { Language, Words } from '../../domain/shared/language';
import type { DatedVersion } from '../../activities/dated.ports';
import type { ScorecardReading, StoredScorecard } from '../../activities/scorecards.ports';
import { IndicatorValueView, PeriodName, RangeView } from './indicatorViews';
import { MeasureCycle } from './scorecardCycles';
import type { MeasureCycles } from './scorecardCycles';

const read = { readOnly: true } as const;
/** What an answer shows besides the definition; whoever read one may send it back as it came. */
const echoed = {
  id: Id.optional().meta(read),
  version: z.number().optional().meta(read),
  definitionVersion: z.number().optional().meta(read),
  recordedAt: z.string().optional().meta(read),
  by: z.string().optional().meta(read),
};
export const ScorecardInput = ScorecardEdit.extend(echoed);

const recorded = {
  validFrom: IsoDate.describe('First day it holds; `0001-01-01`: from the beginning'),
  recordedAt: IsoInstant.describe('Since when it is known'),
  by: z.string().describe('Who recorded it'),
  reason: z.string().optional(),
};
export const ScorecardDefinitionView = z.object({
  id: Id,
  version: z.number().int().min(1).describe('Number of edits; also the ETag'),
  definitionVersion: z.number().int().min(1).describe('Which version this is, counted from 1'),
  ...recorded,
  ...ScorecardDefinition.shape,
});
export const ScorecardVersionView = z.object({
  version: z.number().int().min(1),
  ...recorded,
  definition: z.object(ScorecardDefinition.shape),
});
export const ScorecardRow = z.object({
  id: Id,
  version: z.number().int().min(1),
  name: z.string(),
  unit: Id,
  owner: Id.optional(),
  frequency: ScorecardDefinition.shape.frequency,
  objectives: z.number().int().min(0),
  measures: z.number().int().min(0),
  public: z.boolean(),
  pack: z.string().optional(),
});

const Spoken = z.string().describe('In the language of the caller');
const Note = z.object({ code: z.string(), words: Spoken });
const Ratings = z.enum(RATINGS);
export const scored = {
  state: z
    .enum(SCORE_STATES)
    .describe('incomplete: less of the weight is scored than `minimumCoverage`; not-scored: no scoring rule'),
  score: z.number().optional().describe('0 to 1, unrounded'),
  coverage: z.number().describe('Weight that is scored, down to the measures, ÷ weight that applies: 0 to 1'),
  status: z.object({ rating: Ratings, band: z.string(), words: Spoken }).optional().describe('Against the target, now'),
  progress: z
    .object({ movement: z.enum(MOVEMENTS), rule: z.enum(PROGRESS_RULES), rating: Ratings.optional(), words: Spoken })
    .describe('Where it moves, rated apart from where it is; `words` say by which rule'),
  notes: z.array(Note),
};
const weighed = {
  weight: z.number(),
  share: z.number().describe('Its weight ÷ that of all its siblings that apply'),
  ...scored,
};
export const MeasureOfView = z.object({
  indicator: Id,
  name: Spoken.optional(),
  unitOfMeasure: z.string().optional(),
  direction: z.enum(DIRECTIONS).optional(),
  range: RangeView.optional().describe('Where the value is to stay, with direction `range`'),
  counter: z.boolean(),
  period: PeriodName.describe("The scorecard's, or the last longer one that had ended by then"),
  value: IndicatorValueView.optional(),
  raw: z.number().optional().describe('The score without its bounds, on the same scale'),
  overAchieved: z.boolean().describe('It is beyond the target; it counts as 1'),
  cycles: z
    .array(MeasureCycle)
    .optional()
    .describe('Improvement cycles about it that you may read, as they stand now; left out with `asOf`'),
  ...weighed,
});
const ObjectiveOfView = z.object({
  ...Objective.omit({ measures: true }).shape,
  name: Spoken,
  description: Spoken.optional(),
  ...weighed,
  measures: z.array(MeasureOfView),
});
const PerspectiveOfView = z.object({
  ...Perspective.shape,
  name: Spoken,
  question: Spoken.optional(),
  ...weighed,
  objectives: z.array(ObjectiveOfView),
});
export const ScorecardOfPeriod = z.object({
  id: Id,
  version: z.number().int().min(1),
  definitionVersion: z.number().int().min(1).describe('The version that holds on the last day of the period'),
  asOf: IsoInstant.optional(),
  closedAt: IsoInstant.optional().describe('The period is closed, and read by the definition it was closed with'),
  name: Spoken,
  mission: Spoken.optional(),
  unit: Id,
  owner: Id.optional(),
  frequency: z.enum(GRAINS),
  period: PeriodName,
  public: z.boolean(),
  pack: z.string().optional(),
  ...scored,
  perspectives: z.array(PerspectiveOfView),
  initiatives: z.array(z.object({ ...Initiative.shape, name: Spoken, overdue: z.boolean() })),
  links: z.array(CauseAndEffect).describe('The strategy map: objective `from` is held to drive objective `to`'),
});

/** Texts in every language as the one of the caller. */
export type Spoken<T> = T extends Words
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Spoken<Item>[]
    : T extends object
      ? { readonly [K in keyof T]: Spoken<T[K]> }
      : T;

export function spoken<T>(value: T, language: Language): Spoken<T> {
  if (Array.isArray(value)) return value.map((item: unknown) => spoken(item, language)) as Spoken<T>;
  if (value === null || typeof value !== 'object') return value as Spoken<T>;
  if (isWords(value)) return inWords(value, language) as Spoken<T>;
  const members = Object.entries(value).map(([key, member]: [string, unknown]) => [key, spoken(member, language)]);
  return Object.fromEntries(members) as Spoken<T>;
}
const isWords = (value: object): value is Words => 'vi' in value && 'en' in value && 'ja' in value;

export const definitionView = (
  { id, version }: StoredScorecard,
  { version: definitionVersion, value, ...dated }: DatedVersion<ScorecardDefinition>,
) => ({ id, version, definitionVersion, ...dated, ...value });

export const versionView = ({ value, ...dated }: DatedVersion<ScorecardDefinition>) => ({
  ...dated,
  definition: value,
});

export function rowView(
  { id, version }: StoredScorecard,
  { name, unit, owner, frequency, objectives, public: isPublic, pack }: ScorecardDefinition,
  language: Language,
) {
  return {
    ...{ id, version, name: readable(name, language), unit, frequency, public: isPublic },
    ...(owner !== undefined && { owner }),
    ...(pack !== undefined && { pack }),
    objectives: objectives.length,
    measures: objectives.reduce((sum, { measures }) => sum + measures.length, 0),
  };
}

/** The computed scorecard for a reader. */
export const periodView = (
  stored: StoredScorecard,
  { version, view, closedAt }: ScorecardReading,
  { language, asOf, cycles }: Told,
) => ({
  ...{ id: stored.id, version: stored.version, definitionVersion: version.version },
  ...(asOf !== undefined && { asOf }),
  ...(closedAt !== undefined && { closedAt }),
  ...spoken(view, language),
  perspectives: spoken(view.perspectives, language).map((perspective) => ({
    ...perspective,
    objectives: perspective.objectives.map((objective) => ({
      ...objective,
      measures: objective.measures.map((one) => withCycles(one, cycles?.get(one.indicator))),
    })),
  })),
});
type Told = {
  readonly language: Language;
  readonly asOf: string | undefined;
  /** By indicator. */
  readonly cycles?: MeasureCycles | undefined;
};
const withCycles = <Measure>(one: Measure, cycles: readonly MeasureCycle[] | undefined) => ({
  ...one,
  ...(cycles !== undefined && { cycles }),
});
