import type { SchemeDefinition } from '../../../../src/domain/schemes/scheme.schema';
import { nameIn } from '../../indicators/names';
import type { SchemeEditorWord } from '../../words/schemeEditor';
import type { Scheme } from '../queries';

/** A definition while it is typed: any number may still be missing. */
type Loose<T> = T extends number
  ? number | undefined
  : T extends string | boolean
    ? T
    : T extends readonly (infer One)[]
      ? readonly Loose<One>[]
      : { readonly [Key in keyof T]: Loose<T[Key]> };
export type Draft = Loose<SchemeDefinition>;
export type SectionDraft = Draft['sections'][number];
export type OfDraft = SectionDraft['of'];
export type WorkDraft = Extract<OfDraft, { readonly type: 'work' }>;
export type RatedDraft = Extract<OfDraft, { readonly type: 'rated' }>;
export type BandDraft = Draft['bands'][number];
/** What is typed, the version it was begun on, from when it shall hold, and why. */
export type Typed = {
  readonly id: string;
  readonly version: number;
  readonly draft: Draft;
  readonly validFrom: string;
  readonly reason: string;
};
export type PartProps = { readonly draft: Draft; readonly set: (change: Partial<Draft>) => void };

/** What is in the definition, without what the API says about it. */
export function draftOf(scheme: Scheme): Draft {
  const { id: _i, version: _v, definitionVersion: _d, shipped: _s, warnings: _w, ...more } = scheme;
  const { validFrom: _f, recordedAt: _r, by: _b, reason: _y, ...definition } = more;
  return definition;
}

/** The beginning of another scheme: the same rules under a new name, of no pack. */
export function copyOf(scheme: Scheme): Draft {
  const { pack: _p, ...draft } = draftOf(scheme);
  return { ...draft, name: '' };
}

const isEmpty = (value: unknown): boolean =>
  value === '' ||
  value === undefined ||
  (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isEmpty));

/** What is empty is left out: texts, languages of a name, parts of the group. */
function tidied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidied);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, one]) => !isEmpty(one) && !(Array.isArray(one) && one.length === 0));
  return Object.fromEntries(kept.map(([key, one]) => [key, tidied(one)]));
}

/** As the API takes it. */
export const definitionOf = (draft: Draft): object => tidied(draft) as object;
export const bodyOf = ({ draft, validFrom, reason }: Typed): object => ({
  ...definitionOf(draft),
  ...(validFrom !== '' && { validFrom }),
  ...(reason.trim() !== '' && { reason: reason.trim() }),
});

/** A key that none of them has: keys stay while names change. */
export function freshKey(letter: string, taken: readonly { readonly key: string }[]): string {
  const keys = new Set(taken.map(({ key }) => key));
  let no = taken.length + 1;
  while (keys.has(`${letter}${no}`)) no += 1;
  return `${letter}${no}`;
}

export const EDGES = ['atLeast', 'above', 'atMost', 'below', 'rest'] as const;
export type Edge = (typeof EDGES)[number];
/** Which edge of a class is stated first, as the editor shows it. */
export const edgeOf = (band: BandDraft): Edge => EDGES.find((edge) => edge !== 'rest' && edge in band) ?? 'rest';

/** What settings are called where two versions are compared. */
const CALLED = {
  ...({
    name: 'name',
    description: 'description',
    cadence: 'cadence',
    sections: 'sections',
    max: 'sectionMax',
  } as const),
  ...({ criteria: 'criteria', formula: 'formula', leaderFormula: 'leaderFormula', bands: 'classes' } as const),
  ...({ qualityPenalty: 'qualityPenalty', delayPenalty: 'delayPenalty', bandNames: 'classes' } as const),
  ...({ atLeast: 'edge.atLeast', above: 'edge.above', atMost: 'edge.atMost', below: 'edge.below' } as const),
  ...({ passing: 'passing', overrides: 'findings', quotas: 'quotas', share: 'quotaShare', group: 'group' } as const),
  ...({ kinds: 'kinds', positions: 'positions', units: 'units', leaders: 'leaders', deadlines: 'deadlines' } as const),
  ...({ raters: 'raters', first: 'first', second: 'second', validTo: 'validTo', smallGroup: 'smallGroup' } as const),
  ...({ leastWorkingShare: 'leastShare', selfAssessment: 'days.selfAssessment', approval: 'days.approval' } as const),
  ...({ managerRating: 'days.managerRating', calibration: 'days.calibration', appeal: 'days.appeal' } as const),
  ...({ publication: 'days.publication', appealDecision: 'days.appealDecision', rounding: 'rounding' } as const),
  ...({ lateEntryGrace: 'days.lateEntryGrace', reportOn: 'reportOn', finalBefore: 'finalBefore' } as const),
} satisfies Readonly<Record<string, SchemeEditorWord>>;
const isCalled = (key: string): key is keyof typeof CALLED => Object.hasOwn(CALLED, key);

type Reading = { readonly language: string; readonly word: (word: SchemeEditorWord) => string };
/** What a reader compares when two saved at once: one line for each setting. */
export function linesOf(draft: Draft, { language, word }: Reading): readonly string[] {
  const called = (key: string) => (isCalled(key) ? word(CALLED[key]) : key);
  const lines = (value: unknown, at: string): readonly string[] => {
    if (Array.isArray(value)) return value.flatMap((one, i) => lines(one, `${at} ${i + 1}`));
    if (typeof value !== 'object' || value === null) return [`${at}: ${String(value)}`];
    const entries = Object.entries(value).filter(([key]) => key !== 'key');
    const named = entries.length > 0 && entries.every(([key]) => ['vi', 'en', 'ja'].includes(key));
    if (named) return [`${at}: ${nameIn(value, language)}`];
    const below = (key: string) => [at, key === 'of' || key === 'type' ? '' : called(key)].filter((one) => one !== '');
    return entries.flatMap(([key, one]) => lines(one, below(key).join(' · ')));
  };
  return lines(definitionOf(draft), '');
}
