import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import mongoose, { type Connection } from 'mongoose';
import type { CollectionSpec } from './collections';

export const bucketCollections = (bucket: string): readonly CollectionSpec[] => [
  { name: `${bucket}.files`, indexes: [{ keys: { filename: 1, uploadDate: 1 } }] },
  { name: `${bucket}.chunks`, indexes: [{ keys: { files_id: 1, n: 1 }, options: { unique: true } }] },
];

/** Files in GridFS under ids of our own. `tooLarge` makes the error of a file of more than `maxBytes`. */
export type FileLimit = { readonly maxBytes: number; readonly tooLarge: (limit: number) => Error };

export function fileBucket(connection: Connection, bucketName: string, limit?: FileLimit) {
  const files = connection.collection<{ _id: string }>(`${bucketName}.files`);
  const chunks = connection.collection<{ files_id: string }>(`${bucketName}.chunks`);
  const bucket = (): mongoose.mongo.GridFSBucket => {
    if (connection.db === undefined) throw new Error('not connected');
    return new mongoose.mongo.GridFSBucket(connection.db, { bucketName });
  };
  /** The driver's types know ObjectId only; any value may be the id of a file. */
  const asId = (id: string) => id as unknown as mongoose.mongo.ObjectId;

  async function discard(id: string): Promise<void> {
    await files.deleteOne({ _id: id });
    await chunks.deleteMany({ files_id: id });
  }

  return {
    discard,
    /** Bytes of an upload that broke off are removed before the next one with the same id, and when this one breaks off. */
    async upload(id: string, bytes: NodeJS.ReadableStream): Promise<{ bytes: number; sha256: string }> {
      await discard(id);
      const measure = measuring(limit);
      try {
        await pipeline(bytes, measure.through, bucket().openUploadStreamWithId(asId(id), id));
      } catch (error) {
        await discard(id);
        throw error;
      }
      return measure.result();
    },
    /** `undefined`: there is no such file (any more). */
    async open(id: string): Promise<NodeJS.ReadableStream | undefined> {
      const there = await files.findOne({ _id: id }, { projection: { _id: 1 } });
      return there === null ? undefined : bucket().openDownloadStream(asId(id));
    },
  };
}

/** Passes bytes through, counts and hashes them, and breaks off beyond the limit. */
function measuring(limit: FileLimit | undefined) {
  const hash = createHash('sha256');
  let bytes = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (limit !== undefined && bytes > limit.maxBytes) return done(limit.tooLarge(limit.maxBytes));
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { through, result: () => ({ bytes, sha256: hash.digest('hex') }) };
}
