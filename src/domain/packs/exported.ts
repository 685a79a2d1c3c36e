import { canonicalJson } from '../shared/canonicalJson';
import { contentOf, keyOf } from './items';
import type { PackItem, Value } from './items';
import { PackContents } from './pack.schema';
import type { MadeFigures, PackDocument } from './pack.schema';
import { prefixing, renamed, unprefixing } from './rename';

export type Exporting = {
  readonly unit: string;
  readonly prefix: string;
  /** What the pack brought when it was installed, by `kind/id`. */
  readonly brought: ReadonlyMap<string, Value>;
  readonly present: ReadonlyMap<string, Value>;
};

/**
 * The pack as the office has it now: what it changed is its own, what it removed is left out. People and cycles of the office
 * stay at home.
 */
export function exportedPack(pack: PackDocument, office: Exporting): PackDocument {
  const { contents } = pack;
  const there = renamed(contents, prefixing(contents, office.prefix));
  const back = unprefixing(contents, office.prefix);
  const own = <T>(kind: PackItem['kind'], all: Readonly<Record<string, T>>): Readonly<Record<string, unknown>> =>
    Object.fromEntries(
      Object.entries(all).flatMap(([id, packs]) => {
        const now = ownContent({ kind, id }, packs, office);
        return now === undefined ? [] : [[id, now] as const];
      }),
    );
  const templates = own('planTemplate', Object.fromEntries(there.planTemplates.map((one) => [one.id, one])));
  const adapted = PackContents.parse({
    ...there,
    indicators: own('indicator', there.indicators),
    programmes: own('programme', there.programmes),
    scorecards: own('scorecard', there.scorecards),
    reviews: own('review', there.reviews),
    schemes: own('scheme', there.schemes),
    figures: keptFigures(there.figures, office),
    planTemplates: Object.entries(templates).map(([id, one]) => ({ ...(one as object), id })),
  });
  return {
    ...pack,
    id: `${pack.id}-${office.unit}`.slice(0, 80),
    source: [...pack.source, `Adapted from ${pack.id}@${pack.version} by ${office.unit}`],
    contents: renamed(adapted, back),
  };
}

/** The example as the pack has it, of the programmes that are still there. The office's own amounts stay at home. */
function keptFigures(made: MadeFigures | undefined, { brought, present }: Exporting): MadeFigures | undefined {
  const isRemoved = (programme: string) => {
    const key = keyOf({ kind: 'programme', id: programme });
    return brought.has(key) && !present.has(key);
  };
  const figures = made?.figures.filter(({ programme }) => !isRemoved(programme)) ?? [];
  return made === undefined || figures.length === 0 ? undefined : { ...made, figures };
}

/** What the office made of it; where it left it alone, as the pack has it. `undefined`: the office removed it. */
function ownContent(
  { kind, id }: Pick<PackItem, 'kind' | 'id'>,
  packs: unknown,
  { brought, present }: Exporting,
): unknown {
  const key = keyOf({ kind, id });
  const [base, now] = [brought.get(key), present.get(key)];
  if (now === undefined) return base === undefined ? packs : undefined;
  const content = contentOf(kind, now);
  if (base !== undefined && canonicalJson(contentOf(kind, base)) === canonicalJson(content)) return packs;
  return kind === 'planTemplate' ? withSource(withoutPeople(content), packs) : withoutPeople(content);
}

/** A pack's template says where it is from; the office's edit of it may have lost that. */
const withSource = (content: Value, packs: unknown): Value => {
  const { source, assumptions } = packs as Value;
  return { ...content, source: content['source'] ?? source, assumptions: content['assumptions'] ?? assumptions };
};

const PEOPLE = new Set(['owner', 'cycle', 'chair']);

function withoutPeople<T>(value: T): T {
  if (Array.isArray(value)) return value.map((one) => withoutPeople<unknown>(one)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !PEOPLE.has(name));
  return Object.fromEntries(
    kept.map(([name, one]) => [name, name === 'members' ? [] : withoutPeople<unknown>(one)]),
  ) as T;
}
