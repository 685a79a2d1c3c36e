import { z } from 'zod';
import { GRAINS } from '../../domain/cases/periods';
import type { DefinitionVersion } from '../../domain/indicators/facts';
import {
  DIRECTIONS,
  IndicatorDefinition,
  IndicatorEdit,
  IndicatorOverride,
} from '../../domain/indicators/indicator.schema';
import { readable } from '../../domain/indicators/named';
import { NO_VALUE } from '../../domain/indicators/value';
import type { ExplainNode, IndicatorValue } from '../../domain/indicators/value';
import { WARNING_CODES, warningsOf } from '../../domain/indicators/warnings';
import type { StoredIndicator } from '../../activities/indicators.ports';
import { Id, IsoDate, IsoInstant } from '../../domain/shared/ids.schema';
import { inWords } from '../../domain/shared/language';
import type { Language, Words } from '../../domain/shared/language';

const Count = z.number().int().min(0);
const read = { readOnly: true } as const;
/** What an answer shows besides the definition; whoever read one may send it back as it came. */
const echoed = {
  id: Id.optional().meta(read),
  version: z.number().optional().meta(read),
  definitionVersion: z.number().optional().meta(read),
  inForce: z.boolean().optional().meta(read),
  recordedAt: z.string().optional().meta(read),
  by: z.string().optional().meta(read),
  versions: z.number().optional().meta(read),
  warnings: z.array(z.unknown()).optional().meta(read),
};
export const IndicatorInput = IndicatorEdit.extend(echoed);

const recorded = {
  validFrom: IsoDate.describe('First day it holds; `0001-01-01`: from the beginning'),
  recordedAt: IsoInstant.describe('Since when it is known'),
  by: z.string().describe('Who recorded it'),
  reason: z.string().optional(),
};
export const Warnings = z.array(
  z.object({
    code: z.enum(WARNING_CODES),
    field: z.string(),
    message: z.string().describe('In the language of the caller'),
  }),
);
export const IndicatorView = z.object({
  id: Id,
  version: z.number().int().min(1).describe('Number of edits, of definitions and overrides; also the ETag'),
  definitionVersion: z.number().int().min(1).describe('Which version of the definition this is, counted from 1'),
  inForce: z.boolean().describe('false: it holds on another day than the one asked about (today)'),
  ...recorded,
  versions: z.number().int().min(1).describe('How many versions of the definition there are'),
  warnings: Warnings.describe('What is accepted, and should be known'),
  ...IndicatorDefinition.shape,
  home: Id,
});

export const DefinitionVersionView = z.object({
  kind: z.literal('definition'),
  version: z.number().int().min(1),
  ...recorded,
  definition: z.object({ ...IndicatorDefinition.shape, home: Id }),
});
export const OverrideView = z.object({
  kind: z.literal('override'),
  unit: Id,
  version: z.number().int().min(1).describe('Counted from 1 for each unit'),
  ...recorded,
  override: IndicatorOverride.or(z.literal('as-above').describe('Taken back: nothing of its own from then on')),
});

const Because = z.object({
  words: z.string().describe('In the language of the caller'),
  inputs: z.array(z.string()).optional().describe('Indicators that are to blame'),
  reason: z.string().optional().describe('Written by whoever recorded that there is none'),
});
/** Where a value is to stay. */
export const RangeView = z.object({ low: z.number(), high: z.number() });
export const PeriodName = z.string().describe('`2026-03`, `2026-Q1` or `2026`');
const figures = {
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  n: z.number().optional().describe('Cases, answers, people behind it'),
};
const context = {
  indicator: Id,
  unit: Id,
  period: PeriodName,
  definitionVersion: z.number().int().optional(),
  baseline: z.number().optional(),
  target: z.number().optional().describe("The unit's own, where it has one"),
  stretch: z.number().optional(),
  weight: z.number().optional(),
  closed: z.boolean().optional().describe('true: read as it was known when the period was closed'),
};
/** Numbers are unrounded. Whatever has no value says by `state` and in words why. */
export const IndicatorValueView = z.discriminatedUnion('state', [
  z.object({
    ...context,
    state: z.literal('value'),
    value: z.number(),
    ...figures,
    quality: z.enum(['normal', 'estimated', 'provisional']),
    score: z.number().optional(),
    raw: z.number().optional().describe('The score without its bounds'),
    band: z.string().optional(),
    targetMet: z.boolean().optional(),
    notScored: Because.optional(),
    stoodIn: z
      .union([z.object({ by: z.literal('zero') }), z.object({ by: z.literal('carry-forward'), period: PeriodName })])
      .optional()
      .describe('By the rule for missing data, not measured'),
  }),
  z.object({ ...context, state: z.enum(NO_VALUE), because: Because, n: z.number().optional() }),
]);

export const ValuesHead = z.object({
  indicator: Id,
  name: z.string().describe('In the language of the caller'),
  unit: Id.describe('Unit of the organisation'),
  unitOfMeasure: z.string(),
  direction: z.enum(DIRECTIONS),
  frequency: z.enum(GRAINS),
});
export const ValuesView = ValuesHead.extend({ values: z.array(IndicatorValueView) });

const Case = z.object({ id: z.string(), value: z.number() });
export const ExplainNodeView: z.ZodType = z.object({
  how: z
    .string()
    .describe('figure, cases, survey, programme, formula, operation, number, ratio, indicator, over-units …'),
  label: z.string(),
  words: z.string().optional().describe('In the language of the caller'),
  state: z.enum(['value', ...NO_VALUE]),
  value: z.number().optional(),
  indicator: z.string().optional(),
  unit: z.string().optional(),
  period: z.string().optional(),
  definitionVersion: z.number().int().optional(),
  ...figures,
  origin: z.looseObject({ kind: z.string() }).optional(),
  knownSince: IsoInstant.optional().describe('Of what is computed from cases, answers or books'),
  figure: z
    .object({
      version: z.number().int(),
      by: z.string(),
      recordedAt: z.string(),
      reason: z.string().optional(),
      evidence: z.array(z.string()).optional(),
    })
    .optional(),
  cases: z.object({ total: Count, shown: z.array(Case) }).optional(),
  get parts(): z.ZodType {
    return z.array(ExplainNodeView).optional();
  },
});
export const ExplainView = z.object({ value: IndicatorValueView, tree: ExplainNodeView });

/** A version of the definition as a reader sees it. */
export function indicatorView(
  { id, version, definitions }: StoredIndicator,
  shown: DefinitionVersion,
  { inForce, language }: { readonly inForce: boolean; readonly language: Language },
) {
  const { definition, version: definitionVersion, indicator: _same, ...dated } = shown;
  const warnings = warningsOf(definition).map(({ code, field, words }) => ({
    code,
    field,
    message: inWords(words, language),
  }));
  const about = { id, version, definitionVersion, inForce, ...dated, versions: definitions.length };
  return { ...about, ...definition, warnings };
}

/** Every `words` in it in the caller's language. */
type Told<T> = T extends readonly (infer Item)[]
  ? readonly Told<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: K extends 'words' ? string : Told<T[K]> }
    : T;

export function told<T>(value: T, language: Language): Told<T> {
  if (Array.isArray(value)) return value.map((item: unknown) => told(item, language)) as Told<T>;
  if (value === null || typeof value !== 'object') return value as Told<T>;
  const members = Object.entries(value).map(([key, member]: [string, unknown]) => [
    key,
    key === 'words' && isWords(member) ? inWords(member, language) : told(member, language),
  ]);
  return Object.fromEntries(members) as Told<T>;
}

const isWords = (value: unknown): value is Words => typeof value === 'object' && value !== null && 'vi' in value;

export const valueView = (value: IndicatorValue, language: Language) => told(value, language);
export const explainView = (tree: ExplainNode, language: Language) => told(tree, language);

/** What an answer with values says first. */
export const valuesHead = ({ indicator, definition }: DefinitionVersion, unit: string, language: Language) => ({
  indicator,
  name: readable(definition.name, language),
  unit,
  unitOfMeasure: definition.unit,
  direction: definition.direction,
  frequency: definition.frequency,
});
