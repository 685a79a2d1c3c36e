import { hash, parseOptions, verify } from '@node-rs/argon2';
import { normalised } from '../../domain/accounts/password';

/** argon2id as OWASP advises: 19 MiB, two passes, one lane. Raising them hashes each password anew at its next sign-in. */
export const HASHING = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
type Hashing = { readonly [Name in keyof typeof HASHING]: number };

/** A PHC string (`$argon2id$v=19$m=…`) with a salt of its own. */
export const hashOfPassword = (password: string, hashing: Hashing = HASHING): Promise<string> =>
  hash(normalised(password), hashing);

/** Hash of nothing anybody has: who checks a password of an account that is not there works just as long. */
let nobodys: Promise<string> | undefined;

/** Takes as long for an account without a password, and says no. */
export async function isPassword(known: string | undefined, password: string): Promise<boolean> {
  nobodys ??= hashOfPassword(`${Math.random()}${Date.now()}`);
  const same = await verify(known ?? (await nobodys), normalised(password));
  return same && known !== undefined;
}

export function isOutdated(known: string, hashing: Hashing = HASHING): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(known);
  return memoryCost < hashing.memoryCost || timeCost < hashing.timeCost || parallelism < hashing.parallelism;
}
