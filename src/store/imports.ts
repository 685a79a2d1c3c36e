import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { Transform } from 'node:stream';
import mongoose, { type Connection } from 'mongoose';
import type { ImportState, Imports } from '../activities/ports';
import { MalformedFile } from '../domain/cases/importFailure';
import type { CollectionSpec } from './collections';

const BUCKET = 'importFiles';

export const importCollections: readonly CollectionSpec[] = [
  { name: 'imports', indexes: [{ keys: { procedure: 1, startedAt: -1 } }, { keys: { status: 1, startedAt: 1 } }] },
  { name: `${BUCKET}.files`, indexes: [{ keys: { filename: 1, uploadDate: 1 } }] },
  { name: `${BUCKET}.chunks`, indexes: [{ keys: { files_id: 1, n: 1 }, options: { unique: true } }] },
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
  const files = connection.collection<{ _id: string; length: number }>(`${BUCKET}.files`);
  const chunks = connection.collection<{ files_id: string }>(`${BUCKET}.chunks`);

  function bucket(): mongoose.mongo.GridFSBucket {
    if (connection.db === undefined) throw new Error('not connected');
    return new mongoose.mongo.GridFSBucket(connection.db, { bucketName: BUCKET });
  }

  async function discardFile(id: string): Promise<void> {
    await files.deleteOne({ _id: id });
    await chunks.deleteMany({ files_id: id });
  }

  async function get(id: string): Promise<ImportState | undefined> {
    const document = await imports.findOne({ _id: id });
    return document === null ? undefined : stateOf(document);
  }

  /** Chunks of an upload that broke off are removed before the next one with the same id, and when this one breaks off. */
  async function upload(id: string, file: NodeJS.ReadableStream): Promise<{ bytes: number; sha256: string }> {
    await discardFile(id);
    const measure = measuring(maxFileBytes);
    // The driver's types know ObjectId only; any value may be the id of a file.
    const target = bucket().openUploadStreamWithId(id as unknown as mongoose.mongo.ObjectId, id);
    try {
      await pipeline(file, measure.through, target);
    } catch (error) {
      await discardFile(id);
      throw error;
    }
    return measure.result();
  }

  return {
    get,
    discardFile,

    async create(state, file): Promise<ImportState> {
      const known = await get(state.id);
      if (known !== undefined) return known;
      const { id: _id, ...rest } = { ...state, ...(await upload(state.id, file)) };
      await imports.updateOne({ _id }, { $setOnInsert: rest }, { upsert: true });
      return { ...rest, id: _id };
    },

    async file(id): Promise<NodeJS.ReadableStream> {
      if ((await files.findOne({ _id: id }, { projection: { _id: 1 } })) === null)
        throw new Error(`the file of import ${id} is not there any more`);
      return bucket().openDownloadStream(id as unknown as mongoose.mongo.ObjectId);
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

/** Passes bytes through, counts and hashes them, and breaks off beyond the limit. */
function measuring(limit: number): { through: Transform; result: () => { bytes: number; sha256: string } } {
  const hash = createHash('sha256');
  let bytes = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > limit) return done(new MalformedFile('FILE_TOO_LARGE', { limit }));
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { through, result: () => ({ bytes, sha256: hash.digest('hex') }) };
}
