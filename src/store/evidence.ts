import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import mongoose, { type Collection, type Connection } from 'mongoose';
import type { Evidence, EvidenceFile } from '../activities/indicators.ports';
import type { CollectionSpec } from './collections';

const BUCKET = 'evidenceFiles';

export const evidenceCollections: readonly CollectionSpec[] = [
  { name: 'evidence', indexes: [{ keys: { unit: 1, uploadedAt: 1 } }] },
  { name: `${BUCKET}.files`, indexes: [{ keys: { filename: 1, uploadDate: 1 } }] },
  { name: `${BUCKET}.chunks`, indexes: [{ keys: { files_id: 1, n: 1 }, options: { unique: true } }] },
];

type Row = Omit<EvidenceFile, 'id'> & { readonly _id: string };

/** What is known of each file in `evidence`, its bytes in GridFS (`evidenceFiles.files`, `.chunks`) under the same id. */
export function createEvidence(connection: Connection): Evidence {
  const known = connection.collection('evidence') as unknown as Collection<Row>;
  const files = connection.collection<{ _id: string }>(`${BUCKET}.files`);
  const chunks = connection.collection<{ files_id: string }>(`${BUCKET}.chunks`);

  function bucket(): mongoose.mongo.GridFSBucket {
    if (connection.db === undefined) throw new Error('not connected');
    return new mongoose.mongo.GridFSBucket(connection.db, { bucketName: BUCKET });
  }
  async function discardBytes(id: string): Promise<void> {
    await files.deleteOne({ _id: id });
    await chunks.deleteMany({ files_id: id });
  }
  async function get(id: string): Promise<EvidenceFile | undefined> {
    const row = await known.findOne({ _id: id });
    return row === null ? undefined : fileOf(row);
  }
  /** Bytes of an upload that broke off are removed before the next one with the same id, and when this one breaks off. */
  async function upload(id: string, bytes: NodeJS.ReadableStream) {
    await discardBytes(id);
    const measure = measuring();
    // The driver's types know ObjectId only; any value may be the id of a file.
    const target = bucket().openUploadStreamWithId(id as unknown as mongoose.mongo.ObjectId, id);
    try {
      await pipeline(bytes, measure.through, target);
    } catch (error) {
      await discardBytes(id);
      throw error;
    }
    return measure.result();
  }

  return {
    get,
    async store(file, bytes) {
      const there = await get(file.id);
      if (there !== undefined) return there;
      const { id: _id, ...row } = { ...file, ...(await upload(file.id, bytes)) };
      await known.updateOne({ _id }, { $setOnInsert: row }, { upsert: true });
      return { ...row, id: _id };
    },
    async many(ids) {
      return (await known.find({ _id: { $in: [...ids] } }).toArray()).map(fileOf);
    },
    async file(id) {
      if ((await files.findOne({ _id: id }, { projection: { _id: 1 } })) === null)
        throw new Error(`the bytes of evidence ${id} are not there`);
      return bucket().openDownloadStream(id as unknown as mongoose.mongo.ObjectId);
    },
    async discard(id) {
      await known.deleteOne({ _id: id });
      await discardBytes(id);
    },
  };
}

function fileOf({ _id, ...file }: Row): EvidenceFile {
  return { id: _id, ...file };
}

/** Passes bytes through, counts and hashes them. */
function measuring(): { through: Transform; result: () => { bytes: number; sha256: string } } {
  const hash = createHash('sha256');
  let bytes = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { through, result: () => ({ bytes, sha256: hash.digest('hex') }) };
}
