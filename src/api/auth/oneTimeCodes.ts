import { createHash, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Account, Accounts } from '../../activities/accounts.ports';

const STEP_S = 30;
const DIGITS = 6;
const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
const RECOVERY_BYTES = 10;
/** A code of the step before and of the one after is taken too: clocks differ. */
const STEPS_OFF = 1;

const totp = (secret: string, label: string) =>
  new TOTP({ issuer: 'Kairyo', label, secret: Secret.fromBase32(secret), digits: DIGITS, period: STEP_S });

export const newSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;
/** `otpauth://totp/…`: what the QR code of an authenticator app says. */
export const addressOf = (secret: string, label: string): string => totp(secret, label).toString();

/** The step whose code this is, near `at` (ms since 1970). */
export function stepOf(secret: string, code: string, at: number): number | undefined {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const off = totp(secret, '').validate({ token, timestamp: at, window: STEPS_OFF });
  return off === null ? undefined : Math.floor(at / 1000 / STEP_S) + off;
}

/** Ten codes of 80 random bits each; so many that a plain hash is enough. */
export function newRecoveryCodes(): { readonly codes: readonly string[]; readonly hashes: readonly string[] } {
  const codes = Array.from({ length: RECOVERY_CODES }, () => {
    const text = new Secret({ buffer: new Uint8Array(randomBytes(RECOVERY_BYTES)).buffer }).base32.toLowerCase();
    return (text.match(/.{4}/g) ?? []).join('-');
  });
  return { codes, hashes: codes.map(recoveryHash) };
}

const recoveryHash = (code: string): string =>
  createHash('sha256')
    .update(code.toLowerCase().replace(/[^a-z2-7]/g, ''))
    .digest('hex');

/** Uses up a code of the app, or a recovery code. `false`: neither, or it was used before. */
export async function usedCode(
  accounts: Accounts,
  { person, secondFactor }: Account,
  code: string,
  at: number,
): Promise<boolean> {
  if (secondFactor === undefined) return false;
  const step = stepOf(secondFactor.secret, code, at);
  if (step !== undefined) return accounts.useStep(person, step);
  return accounts.useRecoveryCode(person, recoveryHash(code));
}
