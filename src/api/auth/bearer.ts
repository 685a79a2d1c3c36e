import { randomBytes } from 'node:crypto';
import type { TokenRecord } from '../../activities/ports';
import type { TokenScope } from '../../domain/accounts/scope';
import type { Standing } from '../../domain/access/policy';
import type { Person } from '../../domain/organisation/organisation.schema';
import type { ApiDeps } from '../ports';
import { ProblemError } from '../problems/problem';
import { sha256 } from '../sha256';

const TOKEN_BYTES = 32;
/** So that a token is recognised where it should not be: in a log, in a commit. */
const PREFIX = 'kairyo_';
const BEARER = /^Bearer +([\x21-\x7e]{1,500})$/i;

export const newToken = (): string => PREFIX + randomBytes(TOKEN_BYTES).toString('base64url');
/** Tokens are 256 random bits, so that a plain hash is enough; looking it up by its key is the comparison. */
export const hashOfToken = sha256;

export const standingOf = ({ id, roles, unit }: Person): Standing => ({ id, roles, unit });

/**
 * The person whose token the header carries, and how far it reaches.
 *
 * @throws ProblemError NOT_SIGNED_IN without a token; TOKEN_NOT_VALID for one that is unknown, expired, revoked, or whose
 *   person is not there any more: which of them it is stays with us.
 */
export async function signIn(
  header: string | undefined,
  deps: Pick<ApiDeps, 'tokens' | 'organisation' | 'now'>,
): Promise<{ readonly person: Person; readonly scope: TokenScope; readonly tokenHash: string }> {
  const token = header === undefined ? undefined : BEARER.exec(header.trim())?.[1];
  if (token === undefined) throw notSignedIn('NOT_SIGNED_IN');
  const record = await deps.tokens.byHash(hashOfToken(token));
  if (record === undefined || !isValidToken(record, deps.now())) throw notSignedIn('TOKEN_NOT_VALID');
  const person = await deps.organisation.people.get(record.person);
  if (person === undefined) throw notSignedIn('TOKEN_NOT_VALID');
  return { person: person.value, scope: record.scope ?? 'full', tokenHash: record.hash };
}

export const isValidToken = ({ revokedAt, expiresAt }: TokenRecord, at: string): boolean =>
  revokedAt === undefined && (expiresAt === undefined || Date.parse(at) < Date.parse(expiresAt));

export const notSignedIn = (code: 'NOT_SIGNED_IN' | 'TOKEN_NOT_VALID') => {
  const error = code === 'TOKEN_NOT_VALID' ? ', error="invalid_token"' : '';
  return new ProblemError(code, { headers: { 'WWW-Authenticate': `Bearer realm="kairyo"${error}` } });
};
