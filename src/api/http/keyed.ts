import { createHash, randomUUID } from 'node:crypto';
import type { IdempotencyKeys, KeyState } from '../../activities/ports';
import { HTTP_STATUS } from '../problems/table';
import type { ProblemCode } from '../problems/table';
import { ProblemError } from '../problems/problem';
import type { Rendered } from './render';

const KEY = /^[\x21-\x7e]{1,255}$/;
const RENEW_EVERY_MS = 15_000;
const hash = (...parts: readonly (string | Buffer)[]): string => {
  const sha = createHash('sha256');
  for (const part of parts) sha.update(part).update('\n');
  return sha.digest('hex');
};

/** A request under an Idempotency-Key. `body`: its bytes, or for a stream a function that knows their hash at the end. */
export type Keyed = {
  readonly person: string;
  readonly route: string;
  readonly key: string;
  /** What besides the body makes requests differ: address, media type. */
  readonly about: string;
  readonly body: Buffer | (() => string | undefined);
  /** Members of the answer that are not kept. */
  readonly shownOnce: readonly string[];
};

/** The same id for every repetition of a request, so that the engine recognises a command it has carried out. */
export const commandIdOf = (keyed: Pick<Keyed, 'person' | 'route' | 'key'> | undefined): string =>
  keyed === undefined ? randomUUID() : hash('command', keyed.person, keyed.route, keyed.key).slice(0, 32);

export function checkedKey(header: string | undefined): string | undefined {
  if (header === undefined || KEY.test(header)) return header;
  throw new ProblemError('INVALID_HEADER', { params: { header: 'Idempotency-Key', reason: '1–255 × ASCII' } });
}

/**
 * Carries a request out once: a repetition gets the first answer again. What the request could not be blamed for (a fault
 * of ours, not signed in, a misprint in the body) is not kept, so that the next try is carried out.
 *
 * @throws ProblemError REQUEST_IN_PROGRESS, KEY_USED_DIFFERENTLY
 */
export async function once(
  keys: IdempotencyKeys,
  keyed: Keyed,
  work: () => Promise<Rendered>,
  drained: () => Promise<void>,
): Promise<Rendered> {
  const { body } = keyed;
  const key = hash('key', keyed.person, keyed.route, keyed.key);
  const fingerprint = () => {
    const digest = typeof body === 'function' ? body() : hash(body);
    return digest === undefined ? undefined : hash(keyed.about, digest);
  };
  const known = typeof body === 'function' ? undefined : fingerprint();
  const state = await keys.begin({ key, ...(known !== undefined && { fingerprint: known }) });
  if (state.state !== 'new') return repeated(state, fingerprint, drained);
  const alive = setInterval(() => void keys.renew(key).catch(() => undefined), RENEW_EVERY_MS);
  alive.unref();
  try {
    const rendered = await work();
    const whole = fingerprint();
    if (whole === undefined || !isKept(rendered)) await keys.release(key);
    else await keys.finish({ key, fingerprint: whole }, without(rendered, keyed.shownOnce));
    return rendered;
  } catch (error) {
    await keys.release(key).catch(() => undefined);
    throw error;
  } finally {
    clearInterval(alive);
  }
}

async function repeated(
  state: Exclude<KeyState, { state: 'new' }>,
  fingerprint: () => string | undefined,
  drained: () => Promise<void>,
): Promise<Rendered> {
  if (state.state === 'running') {
    const seconds = state.retryAfterSeconds;
    throw new ProblemError('REQUEST_IN_PROGRESS', { params: { seconds }, headers: { 'Retry-After': `${seconds}` } });
  }
  if (state.state === 'done') await drained();
  if (state.state === 'different' || state.fingerprint !== fingerprint())
    throw new ProblemError('KEY_USED_DIFFERENTLY');
  const { answer } = state;
  return { ...answer, headers: { ...answer.headers, 'Idempotency-Replayed': 'true' } };
}

function without(rendered: Rendered, members: readonly string[]): Rendered {
  if (members.length === 0 || rendered.status >= 400) return rendered;
  const body = Object.entries(JSON.parse(rendered.body) as object).filter(([name]) => !members.includes(name));
  return { ...rendered, body: JSON.stringify(Object.fromEntries(body)) };
}

const NOT_KEPT: readonly ProblemCode[] = ['VALIDATION_FAILED', 'INVALID_PARAMETER', 'MALFORMED_JSON', 'INVALID_HEADER'];
const NOT_KEPT_STATUSES: readonly number[] = [400, 401, 403, 408, 413, 415, 429];

function isKept({ status, body }: Rendered): boolean {
  if (status >= 500 || NOT_KEPT_STATUSES.includes(status)) return false;
  if (status < 400) return true;
  return !NOT_KEPT.some((code) => HTTP_STATUS[code] === status && body.includes(`"code":"${code}"`));
}
