import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { sha256 } from '../sha256';

export const SESSION_COOKIE = 'kairyo_session';
const SESSION_BYTES = 32;
const SECRET = /^[\w-]{43}$/;

export const newSessionSecret = (): string => randomBytes(SESSION_BYTES).toString('base64url');
export const hashOfSession = sha256;

/** What the page sends with every change: only who was given the session can know it, as the cookie is not readable. */
export const csrfOf = (secret: string): string =>
  createHash('sha256').update(`kairyo csrf\n${secret}`, 'utf8').digest('base64url');
export function isCsrf(secret: string, given: string | undefined): boolean {
  const [a, b] = [Buffer.from(csrfOf(secret)), Buffer.from(given ?? '')];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The session that the header `Cookie` has, when it looks like one. */
export const sessionSecretOf = (header: string | undefined): string | undefined =>
  cookieValueOf(header, SESSION_COOKIE);

export function cookieValueOf(header: string | undefined, name: string): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  return value !== undefined && SECRET.test(value) ? value : undefined;
}

const flags = (secure: boolean): string => `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
export const cookieWith = (secret: string, maxAgeMs: number, secure: boolean): string =>
  `${SESSION_COOKIE}=${secret}; Max-Age=${Math.floor(maxAgeMs / 1000)}; ${flags(secure)}`;
export const cookieGone = (secure: boolean): string => `${SESSION_COOKIE}=; Max-Age=0; ${flags(secure)}`;

/** Kept by a browser that somebody signed in with: signs nobody in, and lets it be told from a stranger's. */
export const DEVICE_COOKIE = 'kairyo_device';
const DEVICE_S = 365 * 24 * 3_600;
export const deviceCookie = (secret: string, secure: boolean): string =>
  `${DEVICE_COOKIE}=${secret}; Max-Age=${DEVICE_S}; Path=/v1/session; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;

/** Of a browser on its way to the OpenID Connect provider and back. */
export const OIDC_COOKIE = 'kairyo_oidc';
const JOURNEY_S = 600;
const oidcFlags = (secure: boolean): string =>
  `Path=/v1/session/oidc; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
export const oidcCookie = (secret: string, secure: boolean): string =>
  `${OIDC_COOKIE}=${secret}; Max-Age=${JOURNEY_S}; ${oidcFlags(secure)}`;
export const oidcCookieGone = (secure: boolean): string => `${OIDC_COOKIE}=; Max-Age=0; ${oidcFlags(secure)}`;
