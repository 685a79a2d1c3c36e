import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** AES-256-GCM (NIST SP 800-38D): nonce of 96 bits drawn anew for each text, tag of 128 bits. */
const CIPHER = 'aes-256-gcm';
const [KEY_BYTES, NONCE_BYTES, TAG_BYTES] = [32, 12, 16] as const;

type MasterKey = { readonly id: string; readonly key: Buffer };
/** The first one seals; the others only open what was sealed by them. */
export type MasterKeys = readonly [MasterKey, ...MasterKey[]];
/** The key of one conversation, sealed by a master key. Without it nothing of the conversation can be read again. */
export type WrappedKey = { readonly master: string; readonly wrapped: string };

/**
 * Master keys from text: 32 bytes in base64 each, separated by commas, the one in use first.
 * @throws Error that names the variable when a key is of another length
 */
export function masterKeysFrom(text: string): MasterKeys {
  const [first, ...older] = text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => masterKey(Buffer.from(one, 'base64')));
  if (first === undefined) throw new Error('KAIRYO_NOTES_KEY is empty: give 32 bytes in base64');
  return [first, ...older];
}

function masterKey(key: Buffer): MasterKey {
  if (key.length !== KEY_BYTES)
    throw new Error(`KAIRYO_NOTES_KEY holds a key of ${key.length} bytes: give 32 bytes in base64`);
  return { id: createHash('sha256').update(key).digest('hex').slice(0, 12), key };
}

export class CannotOpen extends Error {}

/** Seals texts under keys of their own. `bound`: what a text belongs to; it opens nowhere else. */
export interface Sealer {
  newKey(bound: string): WrappedKey;
  /** The same key under the master key now in use; `undefined`: it is already. */
  rewrapped(key: WrappedKey, bound: string): WrappedKey | undefined;
  seal(key: WrappedKey, text: string, bound: string): string;
  /** @throws CannotOpen when key, text or what it is bound to is not the one it was sealed with */
  open(key: WrappedKey, sealed: string, bound: string): string;
}

export function createSealer(masters: MasterKeys): Sealer {
  const [current] = masters;
  const wrap = (key: Buffer, bound: string): WrappedKey => ({
    master: current.id,
    wrapped: sealed(current.key, key, keyOf(bound)),
  });
  const unwrap = ({ master, wrapped }: WrappedKey, bound: string): Buffer => {
    const known = masters.find(({ id }) => id === master);
    if (known === undefined) throw new CannotOpen(`the master key ${master} is not in KAIRYO_NOTES_KEY`);
    return opened(known.key, wrapped, keyOf(bound));
  };
  // What is bound begins with the conversation, and the key with it alone.
  return {
    newKey: (bound) => wrap(randomBytes(KEY_BYTES), bound),
    rewrapped: (key, bound) => (key.master === current.id ? undefined : wrap(unwrap(key, bound), bound)),
    seal: (key, text, bound) => sealed(unwrap(key, conversationIn(bound)), Buffer.from(text, 'utf8'), bound),
    open: (key, text, bound) => opened(unwrap(key, conversationIn(bound)), text, bound).toString('utf8'),
  };
}
const keyOf = (bound: string): string => `key of ${bound}`;
const conversationIn = (bound: string): string => bound.split('/', 1)[0] ?? bound;

function sealed(key: Buffer, text: Buffer, bound: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(bound, 'utf8'));
  const body = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
}

function opened(key: Buffer, text: string, bound: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(bound, 'utf8'));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    throw new CannotOpen('the text was not sealed with this key for this place');
  }
}
