import type { Milestone } from '../../../src/domain/programmes/programme.schema';
import type { ProgrammeView } from './queries';

type Text = ProgrammeView['name'];
export type Draft = {
  readonly name: Text;
  readonly description: Text;
  readonly kind: 'programme' | 'project';
  readonly unit: string;
  readonly owner: string;
  readonly partOf: string;
  readonly plannedStart: string;
  readonly plannedEnd: string;
  readonly actualStart: string;
  readonly actualEnd: string;
  readonly cancelled: string;
  readonly milestones: readonly Milestone[];
  readonly public: boolean;
};
/** What is typed, the version it was begun on, and why. */
export type Typed = { readonly id: string; readonly version: number; readonly draft: Draft; readonly reason: string };

export const freshDraft = (unit: string, owner: string): Draft => ({
  ...{ name: '', description: '', kind: 'project', unit, owner, partOf: '' },
  ...{ plannedStart: '', plannedEnd: '', actualStart: '', actualEnd: '', cancelled: '', milestones: [], public: false },
});

export const draftOf = (programme: ProgrammeView): Draft => ({
  ...freshDraft(programme.unit, programme.owner ?? ''),
  name: programme.name,
  description: programme.description ?? '',
  kind: programme.kind,
  partOf: programme.partOf ?? '',
  plannedStart: programme.plannedStart,
  plannedEnd: programme.plannedEnd,
  actualStart: programme.actualStart ?? '',
  actualEnd: programme.actualEnd ?? '',
  cancelled: programme.cancelled ?? '',
  milestones: programme.milestones,
  public: programme.public,
});

const isEmpty = (value: unknown): boolean =>
  value === '' || (typeof value === 'object' && value !== null && Object.values(value).every((one) => one === ''));

/** As the API takes it: what is empty is left out. */
export function bodyOf({ draft, reason }: Typed): object {
  const milestones = draft.milestones.map((one) =>
    Object.fromEntries(Object.entries(one).filter(([, value]) => !isEmpty(value))),
  );
  const given = Object.entries({ ...draft, reason: reason.trim() }).filter(([, value]) => !isEmpty(value));
  return { ...Object.fromEntries(given), milestones };
}

/** What a reader compares when two saved at once. */
export const linesOf = (draft: Draft, word: (name: keyof Draft & LineWord) => string): readonly string[] => [
  ...LINES.filter((name) => draft[name] !== '').map((name) => `${word(name)}: ${textOf(draft[name])}`),
  ...draft.milestones.map(({ name, planned, actual = '' }) => `${textOf(name)}: ${planned} ${actual}`.trim()),
];
const LINES = [
  ...(['name', 'description', 'unit', 'owner', 'partOf', 'plannedStart', 'plannedEnd'] as const),
  ...(['actualStart', 'actualEnd', 'cancelled'] as const),
] as const;
type LineWord = (typeof LINES)[number];
const textOf = (text: Text): string => (typeof text === 'string' ? text : Object.values(text).join(' / '));
