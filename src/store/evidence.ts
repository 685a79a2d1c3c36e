import type { Collection, Connection } from 'mongoose';
import type { Evidence, EvidenceFile } from '../activities/indicators.ports';
import type { CollectionSpec } from './collections';
import { bucketCollections, fileBucket } from './fileBucket';

const BUCKET = 'evidenceFiles';

export const evidenceCollections: readonly CollectionSpec[] = [
  { name: 'evidence', indexes: [{ keys: { unit: 1, uploadedAt: 1 } }] },
  ...bucketCollections(BUCKET),
];

type Row = Omit<EvidenceFile, 'id'> & { readonly _id: string };

/** What is known of each file in `evidence`, its bytes in GridFS (`evidenceFiles.files`, `.chunks`) under the same id. */
export function createEvidence(connection: Connection): Evidence {
  const known = connection.collection('evidence') as unknown as Collection<Row>;
  const files = fileBucket(connection, BUCKET);

  async function get(id: string): Promise<EvidenceFile | undefined> {
    const row = await known.findOne({ _id: id });
    return row === null ? undefined : fileOf(row);
  }

  return {
    get,
    async store(file, bytes) {
      const there = await get(file.id);
      if (there !== undefined) return there;
      const { id: _id, ...row } = { ...file, ...(await files.upload(file.id, bytes)) };
      await known.updateOne({ _id }, { $setOnInsert: row }, { upsert: true });
      return { ...row, id: _id };
    },
    async many(ids) {
      return (await known.find({ _id: { $in: [...ids] } }).toArray()).map(fileOf);
    },
    async file(id) {
      const file = await files.open(id);
      if (file === undefined) throw new Error(`the bytes of evidence ${id} are not there`);
      return file;
    },
    async discard(id) {
      await known.deleteOne({ _id: id });
      await files.discard(id);
    },
  };
}

function fileOf({ _id, ...file }: Row): EvidenceFile {
  return { id: _id, ...file };
}
