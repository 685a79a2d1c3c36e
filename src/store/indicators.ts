import type { Connection, mongo } from 'mongoose';
import type {
  IndicatorEdited,
  IndicatorEditing,
  Indicators,
  RefusedBy,
  StoredIndicator,
} from '../activities/indicators.ports';
import type { DefinitionVersion, OverrideVersion } from '../domain/indicators/facts';
import { inForceOn } from '../domain/indicators/versions';
import { canonicalJson } from '../domain/shared/canonicalJson';
import type { CollectionSpec } from './collections';
import { inTransaction } from './transaction';

/** What any version of the indicator reads: these only grow, because the past stays readable. */
type Head = {
  readonly _id: string;
  readonly version: number;
  readonly references: readonly string[];
  readonly procedures: readonly string[];
  readonly surveys: readonly string[];
};
/** One row per edit, under `<indicator>@<edit>`: nothing is overwritten, and no document grows. */
type Row = { readonly _id: string; readonly indicator: string; readonly edit: number } & (
  | { readonly definition: Omit<DefinitionVersion, 'indicator'> }
  | { readonly override: Omit<OverrideVersion, 'indicator'> }
);

const HEADS = 'indicators';
const VERSIONS = 'indicator_versions';
const GUARD = 'indicator_guard';
const PAGE = 500;

export const indicatorCollections: readonly CollectionSpec[] = [
  {
    name: HEADS,
    indexes: [{ keys: { references: 1 } }, { keys: { procedures: 1 } }, { keys: { surveys: 1 } }],
  },
  { name: VERSIONS, indexes: [{ keys: { indicator: 1, edit: 1 }, options: { unique: true } }] },
  { name: GUARD, indexes: [] },
];

/** Indicators with every version of their definitions and overrides, in `indicators` and `indicator_versions`. */
export function createIndicators(
  connection: Connection,
  now: () => string = () => new Date().toISOString(),
): Indicators {
  const heads = connection.collection<Head>(HEADS);
  const versions = connection.collection<Row>(VERSIONS);

  const rowsOf = (ids: readonly string[], session?: mongo.ClientSession) =>
    versions
      .find({ indicator: { $in: [...ids] } }, { ...(session && { session }) })
      .sort({ indicator: 1, edit: 1 })
      .toArray();
  const many = async (ids: readonly string[], session?: mongo.ClientSession) =>
    ids.length === 0 ? [] : assembled(await rowsOf(ids, session));
  const get = async (id: string, session?: mongo.ClientSession) => assembled(await rowsOf([id], session))[0];
  const list = async (after: string | undefined, limit: number) => {
    const filter = after === undefined ? {} : { _id: { $gt: after } };
    const found = await heads
      .find(filter, { projection: { _id: 1 } })
      .sort({ _id: 1 })
      .limit(limit)
      .toArray();
    return many(found.map(({ _id }) => _id));
  };

  /** One after the other, also across processes: two edits together could make a circle that neither makes alone. */
  const refusalIn = async (session: mongo.ClientSession, refusedBy: RefusedBy) => {
    const guard = connection.collection<{ _id: string; edits: number }>(GUARD);
    await guard.updateOne({ _id: 'edits' }, { $inc: { edits: 1 } }, { upsert: true, session });
    return refusedBy({ many: (ids) => many(ids, session) });
  };

  /** Appends what `next` makes of the stored indicator, in one transaction; `undefined`: it is there already. */
  const edit = ({ id, expected }: IndicatorEditing, next: Next, refusedBy?: RefusedBy) =>
    inTransaction(connection, async (session): Promise<IndicatorEdited> => {
      const refusal = refusedBy && (await refusalIn(session, refusedBy));
      if (refusal !== undefined) return { ok: false, refusal };
      const before = (await get(id, session)) ?? { id, version: 0, definitions: [], overrides: [] };
      if (expected !== undefined && expected !== before.version) return { ok: false, conflict: 'version' };
      const made = next(before, laterOf(now(), before));
      if (made === undefined) return { ok: true, stored: before, created: false, changed: false };
      const number = before.version + 1;
      const row = JSON.parse(
        JSON.stringify({ ...made.row, _id: `${id}@${number}`, indicator: id, edit: number }),
      ) as Row;
      // The head is written first: two edits at once meet on it, and one of them begins again.
      await heads.updateOne({ _id: id }, headOf(number, made.reads), { upsert: true, session });
      await versions.insertOne(row, { session });
      const [stored] = assembled([...rowsFrom(before), row]);
      if (stored === undefined) throw new Error(`${id} has no version after its edit`);
      return { ok: true, stored, created: before.version === 0, changed: true };
    });

  return {
    get: (id) => get(id),
    many: (ids) => many(ids),
    list,
    all: async function* () {
      for (let after: string | undefined; ;) {
        const page = await list(after, PAGE);
        yield* page;
        if (page.length < PAGE) return;
        after = page.at(-1)?.id;
      }
    },
    define(editing, definition, reads, refusedBy) {
      const next: Next = ({ definitions }, at) => {
        const there = inForceOn(definitions, editing.validFrom)?.definition;
        if (there !== undefined && canonicalJson(there) === canonicalJson(definition)) return undefined;
        const version = { ...stamp(editing, at), version: definitions.length + 1, definition };
        return { row: { definition: version }, reads };
      };
      return edit(editing, next, reads.references.length > 0 ? refusedBy : undefined);
    },
    override: (editing, unit, override) =>
      edit(editing, ({ overrides }, at) => {
        const own = overrides.filter((one) => one.unit === unit);
        const there = inForceOn(own, editing.validFrom)?.override ?? 'as-above';
        if (canonicalJson(there) === canonicalJson(override)) return undefined;
        return { row: { override: { ...stamp(editing, at), unit, version: own.length + 1, override } } };
      }),
    async referring({ indicators, procedure, survey }) {
      const either = [
        ...(indicators === undefined ? [] : [{ references: { $in: [...indicators] } }]),
        ...(procedure === undefined ? [] : [{ procedures: procedure }]),
        ...(survey === undefined ? [] : [{ surveys: survey }]),
      ];
      const ids = new Set<string>();
      for (const filter of either)
        for (const { _id } of await heads.find(filter, { projection: { _id: 1 } }).toArray()) ids.add(_id);
      return many([...ids].sort());
    },
  };
}

type Reads = Parameters<Indicators['define']>[2];
type Next = (before: StoredIndicator, at: string) => Edit | undefined;
type Edit = {
  readonly row:
    | { readonly definition: Omit<DefinitionVersion, 'indicator'> }
    | { readonly override: Omit<OverrideVersion, 'indicator'> };
  readonly reads?: Reads;
};

const stamp = ({ validFrom, by, reason }: IndicatorEditing, recordedAt: string) => ({
  validFrom,
  recordedAt,
  by,
  ...(reason !== undefined && { reason }),
});

/** Clocks of several processes differ; the record still goes forward. */
function laterOf(at: string, { definitions, overrides }: StoredIndicator): string {
  const known = [...definitions, ...overrides].map(({ recordedAt }) => recordedAt);
  return known.reduce((latest, one) => (one > latest ? one : latest), at);
}

function headOf(version: number, reads: Reads = { references: [] }) {
  const { references, procedure, survey } = reads;
  return {
    $set: { version },
    $addToSet: {
      references: { $each: [...references] },
      procedures: { $each: procedure === undefined ? [] : [procedure] },
      surveys: { $each: survey === undefined ? [] : [survey] },
    },
  };
}

/** Rows of several indicators, each one's in the order of its edits, as indicators. */
function assembled(rows: readonly Row[]): readonly StoredIndicator[] {
  const found = new Map<string, { version: number; definitions: DefinitionVersion[]; overrides: OverrideVersion[] }>();
  for (const row of rows) {
    const { indicator, edit } = row;
    const one = found.get(indicator) ?? { version: 0, definitions: [], overrides: [] };
    if ('definition' in row) one.definitions.push({ indicator, ...row.definition });
    else one.overrides.push({ indicator, ...row.override });
    found.set(indicator, { ...one, version: edit });
  }
  return [...found].map(([id, one]) => ({ id, ...one }));
}

/** The stored versions again, for putting one more behind them. Which edit each was does not matter there. */
const rowsFrom = ({ id, definitions, overrides }: StoredIndicator): readonly Row[] => [
  ...definitions.map((definition, i) => ({ _id: '', indicator: id, edit: i + 1, definition })),
  ...overrides.map((override, i) => ({ _id: '', indicator: id, edit: i + 1, override })),
];
