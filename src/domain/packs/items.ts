import { bookItems } from './examples';
import { sortedByReads } from './order';
import type { PackContents, PackKind } from './pack.schema';

/** One thing of a pack, as it would stand in an office. */
export type PackItem = { readonly kind: PackKind; readonly id: string; readonly value: Value };
export type Value = Readonly<Record<string, unknown>>;

export const keyOf = ({ kind, id }: Pick<PackItem, 'kind' | 'id'>): string => `${kind}/${id}`;

/** What a pack is put into: the unit, who answers for it, and the pack with its version. */
export type Placing = { readonly unit: string; readonly owner: string; readonly pack: string };

/** Everything of a pack in the order in which it is put there: nothing comes before what it points at. */
export function itemsOf(contents: PackContents, { unit, owner, pack }: Placing): readonly PackItem[] {
  const of = <T extends object>(kind: PackKind, all: Readonly<Record<string, T>>, place: Value): readonly PackItem[] =>
    Object.entries(all).map(([id, value]) => ({ kind, id, value: { ...value, ...place } }));
  return [
    ...sortedByReads(contents.indicators).map(([id, value]): PackItem => {
      return { kind: 'indicator', id, value: { ...value, home: unit, owner } };
    }),
    ...parentsFirst(of('programme', contents.programmes, { unit, owner })),
    ...bookItems(contents.figures).map(({ id, value }): PackItem => ({ kind: 'books', id, value: { ...value, unit } })),
    ...parentsFirst(of('scorecard', contents.scorecards, { unit, owner, pack })),
    ...Object.entries(contents.reviews).map(([id, value]): PackItem => {
      const subject = value.subject.type === 'unit' ? { type: 'unit', id: unit } : value.subject;
      return { kind: 'review', id, value: { ...value, subject, unit, chair: owner } };
    }),
    ...of('scheme', contents.schemes, { pack }),
    ...contents.planTemplates.map(({ id, ...value }): PackItem => ({
      kind: 'planTemplate',
      id,
      value: { ...value, unit },
    })),
    ...contents.surveys.map(({ id, ...value }): PackItem => ({ kind: 'survey', id, value })),
    ...contents.practices.map(({ id, ...value }): PackItem => ({ kind: 'practice', id, value })),
  ];
}

/** Programmes that belong to another, and scorecards cascaded from another, come after it. */
function parentsFirst(items: readonly PackItem[]): readonly PackItem[] {
  const placed = new Set<string>();
  const sorted: PackItem[] = [];
  for (let left = items; left.length > 0;) {
    const own = new Set(left.map(({ id }) => id));
    const free = left.filter((item) => !parentsOf(item).some((id) => id !== item.id && own.has(id) && !placed.has(id)));
    // A circle: as they come; the office's own checks say what is wrong with it.
    const next = free.length > 0 ? free : left;
    for (const item of next) placed.add(item.id);
    sorted.push(...next);
    left = left.filter((item) => !next.includes(item));
  }
  return sorted;
}

function parentsOf({ value }: PackItem): readonly string[] {
  const partOf = value['partOf'];
  const objectives = (value['objectives'] ?? []) as readonly {
    readonly contributesTo?: { readonly scorecard: string };
  }[];
  return [
    ...(typeof partOf === 'string' ? [partOf] : []),
    ...objectives.flatMap(({ contributesTo }) => (contributesTo === undefined ? [] : [contributesTo.scorecard])),
  ];
}

/** Fields that only the office knows: they say where a thing is, not what it is. */
const OF_THE_OFFICE: Readonly<Record<PackKind, readonly string[]>> = {
  indicator: ['home', 'owner'],
  programme: ['unit', 'owner'],
  books: ['unit'],
  scorecard: ['unit', 'owner', 'pack'],
  review: ['unit', 'chair'],
  scheme: ['pack'],
  planTemplate: ['unit'],
  survey: [],
  practice: [],
};

/** The thing without where it is. */
export function contentOf(kind: PackKind, value: Value): Value {
  const left = OF_THE_OFFICE[kind];
  return Object.fromEntries(Object.entries(value).filter(([name, one]) => !left.includes(name) && one !== undefined));
}

/** The pack's content at the place that the office's own has; the version of the pack is the new one's. */
export function placedLike(kind: PackKind, theirs: Value, before: Value): Value {
  const kept = OF_THE_OFFICE[kind].filter((name) => name !== 'pack');
  const content = Object.fromEntries(Object.entries(theirs).filter(([name]) => !kept.includes(name)));
  const place = kept.flatMap((name) => (before[name] === undefined ? [] : [[name, before[name]] as const]));
  return { ...content, ...Object.fromEntries(place) };
}

/** Scorecards, programmes and reviews are of one unit; indicators and templates serve the units below as well. */
export const isOfOneUnit = (kind: PackKind): boolean => ['programme', 'books', 'scorecard', 'review'].includes(kind);
