import type { Connection, mongo } from 'mongoose';
import type { DatedDocuments, DatedEdited, DatedEditing, DatedVersion, StoredDated } from '../activities/dated.ports';
import { inForceOn } from '../domain/indicators/versions';
import { canonicalJson } from '../domain/shared/canonicalJson';
import type { CollectionSpec } from './collections';
import { inTransaction } from './transaction';

/** `points`: what any version pointed at; it only grows, because the past stays readable. */
type Head = {
  readonly _id: string;
  readonly version: number;
  readonly points: Readonly<Record<string, readonly string[]>>;
};
/** One row per version, under `<id>@<version>`: nothing is overwritten, and no document grows. */
type Row<T> = DatedVersion<T> & { readonly _id: string; readonly document: string };

/** What a value points at, by name: the unit it is of, for instance. */
export type Pointers<T> = Readonly<Record<string, (value: T) => readonly string[]>>;

const PAGE = 500;
const versionsName = (name: string) => `${name}_versions`;

/** `pointers`: the names under which documents are looked for by what they point at. */
export const datedCollections = (name: string, pointers: readonly string[] = []): readonly CollectionSpec[] => [
  { name, indexes: pointers.map((one) => ({ keys: { [`points.${one}`]: 1 } })) },
  { name: versionsName(name), indexes: [{ keys: { document: 1, version: 1 }, options: { unique: true } }] },
];

/** Dated documents in the collections `<name>` (one head each) and `<name>_versions`. */
export function createDatedDocuments<T>(
  connection: Connection,
  name: string,
  { pointers = {}, now = () => new Date().toISOString() }: { pointers?: Pointers<T>; now?: () => string } = {},
): DatedDocuments<T> {
  const heads = connection.collection<Head>(name);
  const rows = connection.collection(versionsName(name)) as unknown as mongo.Collection<Row<T>>;

  const many = async (ids: readonly string[], session?: mongo.ClientSession) => {
    if (ids.length === 0) return [];
    const filter = { document: { $in: [...ids] } } as mongo.Filter<Row<T>>;
    const found = rows.find(filter, { ...(session && { session }) }).sort({ document: 1, version: 1 });
    return assembled((await found.toArray()) as unknown as readonly Row<T>[]);
  };
  const idsOf = async (filter: mongo.Filter<Head>, limit = 0) => {
    const found = heads.find(filter, { projection: { _id: 1 } }).sort({ _id: 1 });
    return (await found.limit(limit).toArray()).map(({ _id }) => _id);
  };
  const list = async (after: string | undefined, limit: number) =>
    many(await idsOf(after === undefined ? {} : { _id: { $gt: after } }, limit));

  return {
    get: async (id) => (await many([id]))[0],
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
    pointingAt: async (pointer, ids) => many(await idsOf({ [`points.${pointer}`]: { $in: [...ids] } })),
    put: (editing, value) =>
      inTransaction(connection, async (session): Promise<DatedEdited<T>> => {
        const { id, expected } = editing;
        const before = (await many([id], session))[0];
        const seen = before?.version ?? 0;
        if (expected !== undefined && expected !== seen) return { ok: false, conflict: 'version' };
        if (before !== undefined && holds(before, editing, value))
          return { ok: true, stored: before, created: false, changed: false };
        const version = stamped(editing, { value, version: seen + 1, at: laterOf(now(), before) });
        // The head is written first: two edits at once meet on it, and one of them begins again.
        await heads.updateOne({ _id: id }, headOf(version, pointers), { upsert: true, session });
        const row = { ...version, _id: `${id}@${version.version}`, document: id };
        await rows.insertOne(row, { session });
        const stored = { id, version: version.version, versions: [...(before?.versions ?? []), version] };
        return { ok: true, stored, created: seen === 0, changed: true };
      }),
  };
}

function holds<T>({ versions }: StoredDated<T>, { validFrom }: DatedEditing, value: T): boolean {
  const there = inForceOn(versions, validFrom);
  return there !== undefined && canonicalJson(there.value) === canonicalJson(value);
}

type Stamp<T> = { readonly value: T; readonly version: number; readonly at: string };

/** Through JSON, so that no `undefined` becomes a null in the database. */
const stamped = <T>({ validFrom, by, reason }: DatedEditing, { value, version, at }: Stamp<T>): DatedVersion<T> =>
  JSON.parse(JSON.stringify({ version, validFrom, recordedAt: at, by, reason, value })) as DatedVersion<T>;

/** Clocks of several processes differ; the record still goes forward. */
const laterOf = <T>(at: string, before: StoredDated<T> | undefined): string =>
  (before?.versions ?? []).reduce((latest, { recordedAt }) => (recordedAt > latest ? recordedAt : latest), at);

function headOf<T>({ version, value }: DatedVersion<T>, pointers: Pointers<T>) {
  const points = Object.entries(pointers).map(([name, read]) => [`points.${name}`, { $each: [...read(value)] }]);
  return {
    $set: { version },
    ...(points.length > 0 && { $addToSet: Object.fromEntries(points) as Record<string, { $each: string[] }> }),
  };
}

/** Rows in the order of documents and versions, as documents. */
function assembled<T>(rows: readonly Row<T>[]): readonly StoredDated<T>[] {
  const found = new Map<string, DatedVersion<T>[]>();
  for (const { _id, document, ...version } of rows) found.set(document, [...(found.get(document) ?? []), version]);
  return [...found].map(([id, versions]) => ({ id, version: versions.length, versions }));
}
