import type { Connection } from 'mongoose';
import type { IdempotencyKeys, KeptAnswer, KeyedRequest, KeyState } from '../activities/ports';
import type { CollectionSpec } from './collections';
import { isDuplicateKey } from './duplicateKey';

/** A mark: in progress until `leaseUntil` (epoch ms), or done with its answer. */
type Row = {
  readonly _id: string;
  readonly fingerprint?: string;
  readonly leaseUntil: number;
  readonly answer?: KeptAnswer;
  readonly expiresAt: Date;
};
export type IdempotencySettings = {
  /** How long a request may be silent before its mark counts as left behind by a dead process. */
  readonly leaseMs?: number;
  /** How long an answer is kept. */
  readonly keepMs?: number;
  readonly now?: () => number;
};

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

export const idempotencyCollections: readonly CollectionSpec[] = [
  { name: 'idempotency', indexes: [{ keys: { expiresAt: 1 }, options: { expireAfterSeconds: 0 } }] },
];

/** Answers under the key of their request, for as long as a client may sensibly try again (7 days). */
export function createIdempotency(
  connection: Connection,
  { leaseMs = MINUTE_MS, keepMs = 7 * DAY_MS, now = Date.now }: IdempotencySettings = {},
): IdempotencyKeys {
  const marks = connection.collection<Row>('idempotency');
  const mark = ({ key, fingerprint }: KeyedRequest): Row => ({
    _id: key,
    ...(fingerprint !== undefined && { fingerprint }),
    leaseUntil: now() + leaseMs,
    expiresAt: new Date(now() + keepMs),
  });

  /** Takes over a mark that is past its time; the filter lets one of several through. */
  const takeOver = async (request: KeyedRequest, { leaseUntil }: Row): Promise<KeyState> => {
    const taken = await marks.replaceOne({ _id: request.key, leaseUntil }, mark(request));
    return taken.matchedCount === 1 ? { state: 'new' } : { state: 'running', retryAfterSeconds: 1 };
  };

  const judge = (request: KeyedRequest, row: Row | null): Promise<KeyState> | KeyState => {
    if (row === null) return { state: 'running', retryAfterSeconds: 1 };
    if (row.expiresAt.getTime() <= now()) return takeOver(request, row);
    const { fingerprint: first, answer, leaseUntil } = row;
    if (first !== undefined && request.fingerprint !== undefined && first !== request.fingerprint)
      return { state: 'different' };
    if (answer !== undefined) return { state: 'done', fingerprint: first ?? '', answer };
    if (leaseUntil <= now()) return takeOver(request, row);
    return { state: 'running', retryAfterSeconds: Math.min(5, Math.max(1, Math.ceil((leaseUntil - now()) / 1000))) };
  };

  return {
    async begin(request) {
      try {
        await marks.insertOne(mark(request));
        return { state: 'new' };
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return judge(request, await marks.findOne({ _id: request.key }));
      }
    },
    async renew(key) {
      await marks.updateOne({ _id: key, answer: { $exists: false } }, { $set: { leaseUntil: now() + leaseMs } });
    },
    async finish(request, answer) {
      await marks.replaceOne({ _id: request.key }, { ...mark(request), answer }, { upsert: true });
    },
    async release(key) {
      await marks.deleteOne({ _id: key, answer: { $exists: false } });
    },
  };
}
