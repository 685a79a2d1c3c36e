import type { Connection } from 'mongoose';
import type { TokenRecord, Tokens } from '../activities/ports';
import type { CollectionSpec } from './collections';

type Row = Omit<TokenRecord, 'hash'> & { readonly _id: string };

export const tokenCollections: readonly CollectionSpec[] = [
  { name: 'tokens', indexes: [{ keys: { person: 1, createdAt: 1 } }, { keys: { id: 1 }, options: { unique: true } }] },
];

/** Tokens under their hash, so that one look-up by a unique key is the comparison. */
export function createTokens(connection: Connection): Tokens {
  const tokens = connection.collection<Row>('tokens');
  const add = async ({ hash, ...token }: TokenRecord) => {
    await tokens.insertOne({ _id: hash, ...(JSON.parse(JSON.stringify(token)) as Omit<TokenRecord, 'hash'>) });
  };
  return {
    add,
    async byHash(hash) {
      const row = await tokens.findOne({ _id: hash });
      return row === null ? undefined : recordOf(row);
    },
    async ofPerson(person) {
      const rows = await tokens
        .find({ person, revokedAt: { $exists: false } })
        .sort({ createdAt: 1 })
        .toArray();
      return rows.map(recordOf);
    },
    async revoke(person, id, at) {
      const revoked = await tokens.updateOne(
        { person, id, revokedAt: { $exists: false } },
        { $set: { revokedAt: at } },
      );
      return revoked.modifiedCount === 1;
    },
    async replace(token) {
      const present = await tokens.findOne({ id: token.id });
      if (present?._id === token.hash) return;
      await tokens.deleteMany({ id: token.id });
      await add(token);
    },
  };
}

const recordOf = ({ _id, ...token }: Row): TokenRecord => ({ ...token, hash: _id });
