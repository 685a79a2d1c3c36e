import type { IndicatorScoring, IndicatorSource } from '../../../../src/domain/indicators/indicator.schema';
import { tidied } from '../../plan/tidy';
import type { Definition } from '../queries';

export const SOURCES = ['entered', 'ratio', 'cases', 'formula', 'indicator', 'survey', 'programme'] as const;
export type SourceType = (typeof SOURCES)[number];
export const LANGUAGES_OF_NAMES = ['vi', 'en', 'ja'] as const;
export type Texts = Partial<Record<(typeof LANGUAGES_OF_NAMES)[number], string>>;

type Loose<Union, Tag extends keyof Union> = { readonly [K in Tag]: Union[Tag] } & Partial<
  Omit<UnionToIntersection<Union extends unknown ? Omit<Union, Tag> : never>, Tag>
>;
type UnionToIntersection<U> = (U extends unknown ? (one: U) => void : never) extends (one: infer I) => void ? I : never;

/** Where values come from, while it is typed: whatever is there of what its kind needs. */
export type SourceDraft = Loose<IndicatorSource, 'type'>;
export type ScoringDraft = Loose<IndicatorScoring, 'rule'>;
export type BandDraft = {
  readonly key: string;
  readonly edge: 'atLeast' | 'above' | 'atMost' | 'below' | 'rest';
  readonly value?: number | undefined;
};
export type TrajectoryDraft = readonly { readonly period: string; readonly target?: number | undefined }[];

/** A definition while it is written. What is left empty is left to the engine's own defaults. */
export type Draft = {
  readonly name: Texts;
  readonly description: Texts;
  readonly unit: string;
  readonly home: string;
  readonly owner: string;
  readonly level: '' | 'input' | 'output' | 'outcome';
  readonly timing: '' | 'leading' | 'lagging';
  readonly direction: Definition['direction'];
  readonly speed: boolean;
  readonly range: { readonly low?: number | undefined; readonly high?: number | undefined };
  readonly source: SourceDraft;
  readonly frequency: Definition['frequency'];
  readonly baseline?: number | undefined;
  readonly target?: number | undefined;
  readonly stretch?: number | undefined;
  readonly weight?: number | undefined;
  readonly trajectory: TrajectoryDraft;
  readonly bands: readonly BandDraft[];
  /** Bands with two edges each, as they were: a table of one edge cannot show them. */
  readonly bandsAsTheyWere?: Definition['bands'];
  readonly scoring?: ScoringDraft | undefined;
  readonly missing: Definition['missing'];
  readonly overTime: string;
  readonly overUnits: string;
  readonly minimumN?: number | undefined;
  readonly counterIndicator: string;
  readonly approval: boolean;
  readonly watch: {
    readonly worstBandPeriods?: number | undefined;
    readonly specialCause?: boolean | undefined;
    readonly procedure?: string | undefined;
  };
};

/** What most indicators begin with. */
export const freshDraft = (home: string, owner: string): Draft => ({
  ...{ name: {}, description: {}, unit: '', home, owner, level: '', timing: '', direction: 'higher', speed: false },
  ...{ range: {}, source: { type: 'entered' }, frequency: 'month', trajectory: [], bands: [], missing: 'ignore' },
  ...{ overTime: '', overUnits: '', counterIndicator: '', approval: false, watch: {} },
});

/** A stored definition as it is typed on. A plain text stands in the language of the page. */
export function draftOf(definition: Definition, language: keyof Texts): Draft {
  const textsOf = (text: unknown): Texts =>
    typeof text === 'string' ? { [language]: text } : ((text as Texts | undefined) ?? {});
  const { name, description, unit, home, owner = '', kind, direction, speed = false, range = {} } = definition;
  const { source, frequency, baseline, target, stretch, weight, trajectory = [], bands, scoring } = definition;
  const { missing, overTime = '', overUnits = '', minimumN, counterIndicator = '', approval = false } = definition;
  const kinds = kind === undefined ? [] : typeof kind === 'string' ? [kind] : Object.values(kind);
  const simple = bands?.map(simpleBand);
  const whole = simple?.every((one) => one !== undefined) === true;
  return {
    ...{ name: textsOf(name), description: textsOf(description), unit, home, owner, direction, speed, range },
    level: (['input', 'output', 'outcome'] as const).find((one) => kinds.includes(one)) ?? '',
    timing: (['leading', 'lagging'] as const).find((one) => kinds.includes(one)) ?? '',
    ...{ source: source, frequency, baseline, target, stretch, weight, trajectory },
    bands: whole ? simple.filter((one) => one !== undefined) : [],
    ...(bands !== undefined && !whole && { bandsAsTheyWere: bands }),
    ...{ scoring: scoring, missing, overTime, overUnits, minimumN },
    ...{ counterIndicator, approval, watch: definition.watch ?? {} },
  };
}

const EDGES = ['atLeast', 'above', 'atMost', 'below'] as const;
function simpleBand(band: NonNullable<Definition['bands']>[number]): BandDraft | undefined {
  const edges = EDGES.filter((edge) => band[edge] !== undefined);
  const [edge] = edges;
  if (edges.length > 1) return undefined;
  return edge === undefined ? { key: band.key, edge: 'rest' } : { key: band.key, edge, value: band[edge] };
}

const textOf = (texts: Texts): Texts | string | undefined => {
  const told = tidied(texts) as Texts;
  const [only, ...others] = Object.values(told);
  return others.length === 0 ? only : told;
};

/** What is sent: the definition without what was left empty. */
export function definitionOf(draft: Draft): Readonly<Record<string, unknown>> {
  const { name, description, level, timing, bands, bandsAsTheyWere, range, direction, speed, approval, ...rest } =
    draft;
  const { watch, source, unit, ...others } = rest;
  return tidied({
    ...others,
    ...{ name: textOf(name), description: textOf(description), unit: unit.trim(), direction },
    ...((level !== '' || timing !== '') && { kind: { level, timing } }),
    ...(direction === 'range' && { range }),
    ...(speed && { speed }),
    ...(approval && { approval }),
    source,
    bands: bandsAsTheyWere ?? bands.map(({ key, edge, value }) => (edge === 'rest' ? { key } : { key, [edge]: value })),
    watch: { ...watch, ...(watch.specialCause !== true && { specialCause: undefined }) },
  }) as Readonly<Record<string, unknown>>;
}

/** An identifier out of a name: `Tỷ lệ đúng hạn` → `ty-le-dung-han`. */
export const idFrom = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);

/** How another indicator is written in a formula. */
export const nameInFormula = (id: string): string =>
  /^[\p{L}_][\p{L}\p{N}_]{0,59}$/u.test(id) ? id : `indicator("${id}")`;
