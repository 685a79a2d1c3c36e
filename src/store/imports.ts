import type { Connection } from 'mongoose';
import type { ImportState, Imports } from '../activities/ports';
import { MalformedFile } from '../domain/cases/importFailure';
import type { CollectionSpec } from './collections';
import { bucketCollections, fileBucket } from './fileBucket';

const BUCKET = 'importFiles';

export const importCollections: readonly CollectionSpec[] = [
  { name: 'imports', indexes: [{ keys: { procedure: 1, startedAt: -1 } }, { keys: { status: 1, startedAt: 1 } }] },
  ...bucketCollections(BUCKET),
];

/** A gzipped log of a million cases has some 100 MB; a plain one can reach 3 GB. */
export const DEFAULT_MAX_FILE_BYTES = 4 * 1024 ** 3;

type ImportDocument = Omit<ImportState, 'id'> & { readonly _id: string };

/** Imports in `imports`, their files in GridFS (`importFiles.files`, `.chunks`) under the id of the import. */
export function createImports(
  connection: Connection,
  { maxFileBytes = DEFAULT_MAX_FILE_BYTES }: { readonly maxFileBytes?: number } = {},
): Imports {
  const imports = connection.collection<ImportDocument>('imports');
  const files = fileBucket(connection, BUCKET, {
    maxBytes: maxFileBytes,
    tooLarge: (limit) => new MalformedFile('FILE_TOO_LARGE', { limit }),
  });

  async function get(id: string): Promise<ImportState | undefined> {
    const document = await imports.findOne({ _id: id });
    return document === null ? undefined : stateOf(document);
  }

  return {
    get,
    discardFile: (id) => files.discard(id),

    async create(state, file): Promise<ImportState> {
      const known = await get(state.id);
      if (known !== undefined) return known;
      const { id: _id, ...rest } = { ...state, ...(await files.upload(state.id, file)) };
      await imports.updateOne({ _id }, { $setOnInsert: rest }, { upsert: true });
      return { ...rest, id: _id };
    },

    async file(id): Promise<NodeJS.ReadableStream> {
      const file = await files.open(id);
      if (file === undefined) throw new Error(`the file of import ${id} is not there any more`);
      return file;
    },

    async update(id, { id: _id, ...change }): Promise<boolean> {
      const result = await imports.updateOne({ _id: id, status: 'running' }, { $set: change });
      return result.matchedCount === 1;
    },

    async running(): Promise<readonly string[]> {
      const found = imports.find({ status: 'running' }, { projection: { _id: 1 } }).sort({ startedAt: 1 });
      return (await found.toArray()).map(({ _id }) => _id);
    },
  };
}

function stateOf({ _id, ...state }: ImportDocument): ImportState {
  return { id: _id, ...state };
}
