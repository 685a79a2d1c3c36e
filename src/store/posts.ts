import type { Connection } from 'mongoose';
import type { StoredPosts, Posts } from '../activities/posts.ports';
import type { CollectionSpec } from './collections';
import { ifDuplicate } from './duplicateKey';
import { inTransaction } from './transaction';

type PostsDoc = Omit<StoredPosts, 'person'> & { readonly _id: string; readonly units: readonly string[] };
type Kept = Omit<PostsDoc, '_id'> & { readonly _id: string; readonly person: string };
const POSTS = 'posts';
const HISTORY = 'posts_history';

export const postCollections: readonly CollectionSpec[] = [
  { name: POSTS, indexes: [{ keys: { units: 1 } }] },
  { name: HISTORY, indexes: [{ keys: { person: 1, version: 1 }, options: { unique: true } }] },
];

/** Dated posts; every earlier version is kept. */
export function createPosts(connection: Connection): Posts {
  const posts = connection.collection<PostsDoc>(POSTS);
  const history = connection.collection<Kept>(HISTORY);
  return {
    async get(person) {
      const found = await posts.findOne({ _id: person });
      return found === null ? undefined : storedOf(found);
    },
    put: ({ person, posts: value, by, at, expected }) =>
      inTransaction(connection, async (session) => {
        const before = await posts.findOne({ _id: person }, { session });
        const seen = before?.version ?? 0;
        if (expected !== undefined && expected !== seen) return 'conflict' as const;
        if (before !== null && JSON.stringify(before.posts) === JSON.stringify(value)) return storedOf(before);
        const units = [...new Set(value.map(({ unit }) => unit))];
        const doc = { version: seen + 1, updatedAt: at, updatedBy: by, posts: value, units };
        await posts.replaceOne({ _id: person }, doc, { upsert: true, session });
        await history.insertOne({ _id: `${person}@${doc.version}`, person, ...doc }, { session });
        return storedOf({ _id: person, ...doc });
      }).catch(ifDuplicate('conflict' as const)),
    async peopleIn(units) {
      const found = posts.find({ units: { $in: [...units] } }, { projection: { _id: 1 } });
      return (await found.sort({ _id: 1 }).toArray()).map(({ _id }) => _id);
    },
    async of(people) {
      const found = await posts.find({ _id: { $in: [...people] } }).toArray();
      return new Map(found.map(({ _id, posts: held }) => [_id, held]));
    },
  };
}

const storedOf = ({ _id: person, version, updatedAt, updatedBy, posts }: PostsDoc): StoredPosts => ({
  ...{ person, version, updatedAt, updatedBy, posts },
});
