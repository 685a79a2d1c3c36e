import type { LinkPurpose } from '../domain/accounts/letters';
import type { Failures } from '../domain/accounts/slowdown';
import type { Instant } from '../domain/shared/time';

export type SecondFactor = {
  /** Base32, as the authenticator app has it. */
  readonly secret: string;
  readonly since: Instant;
  /** The step (30 s since 1970) of the last code that was used. */
  readonly lastStep: number;
  /** SHA-256 of each recovery code that is left. */
  readonly recovery: readonly string[];
};
/** How a person signs in. `login`: an e-mail address in lower case, or the person's id. */
export type Account = {
  readonly person: string;
  readonly login: string;
  readonly createdAt: Instant;
  /** PHC string. Missing: nobody can sign in with a password. */
  readonly passwordHash?: string;
  readonly passwordSetAt?: Instant;
  readonly secondFactor?: SecondFactor;
  /** Secret of a second factor that is being set up. */
  readonly pendingSecret?: string;
  /** Hashes of what its person's browsers keep, the last ten. */
  readonly knownDevices: readonly string[];
};
export interface Accounts {
  get(person: string): Promise<Account | undefined>;
  byLogin(login: string): Promise<Account | undefined>;
  /** Whether anybody at all can sign in with a password. */
  anyPassword(): Promise<boolean>;
  /** Makes the account, or gives it another sign-in name. */
  ensure(person: string, login: string, at: Instant): Promise<'done' | 'login-taken'>;
  setPassword(person: string, hash: string, at: Instant): Promise<void>;
  /** The same password, hashed anew; not when it was changed meanwhile. */
  rehash(person: string, before: string, after: string): Promise<void>;
  setPendingSecret(person: string, secret: string): Promise<void>;
  /** `false`: it is on already, or another secret is pending by now. */
  turnOn(person: string, factor: SecondFactor): Promise<boolean>;
  turnOff(person: string): Promise<void>;
  /** Each once: `false` when that step or a later one was used. */
  useStep(person: string, step: number): Promise<boolean>;
  useRecoveryCode(person: string, hash: string): Promise<boolean>;
  knowDevice(person: string, hash: string): Promise<void>;
  remove(person: string): Promise<boolean>;
}

/** A link that works once; only its hash is kept. */
export type OneTimeLink = {
  readonly hash: string;
  readonly purpose: LinkPurpose;
  readonly person: string;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly expiresAt: Instant;
};
export interface OneTimeLinks {
  add(link: OneTimeLink): Promise<void>;
  /** One that is still good. */
  find(hash: string, purpose: LinkPurpose, at: Instant): Promise<OneTimeLink | undefined>;
  /** The same, and nobody gets it again. */
  take(hash: string, purpose: LinkPurpose, at: Instant): Promise<OneTimeLink | undefined>;
  discard(person: string): Promise<void>;
  ofPerson(person: string, at: Instant): Promise<readonly OneTimeLink[]>;
}

export const SIGN_IN_METHODS = ['password', 'token', 'invitation', 'oidc'] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];
/** `hash`: SHA-256 of what the cookie has. `id`: by which its person names it. */
export type Session = {
  readonly hash: string;
  readonly id: string;
  readonly person: string;
  readonly method: SignInMethod;
  /** Of the bearer token it began with: it ends with that token. */
  readonly tokenHash?: string;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  readonly address: string;
  readonly agent: string;
};
export interface Sessions {
  add(session: Session, expiresAt: Instant): Promise<void>;
  byHash(hash: string): Promise<Session | undefined>;
  seen(hash: string, at: Instant): Promise<void>;
  /** Newest first. */
  ofPerson(person: string): Promise<readonly Session[]>;
  end(hash: string): Promise<void>;
  endById(person: string, id: string): Promise<boolean>;
  endAll(person: string): Promise<void>;
}

export interface Attempts {
  get(key: string): Promise<Failures | undefined>;
  /** Counts one more on top of what was seen. `false`: another attempt came between. */
  count(key: string, seen: Failures | undefined, now: Failures): Promise<boolean>;
  /** Takes one back that did not fail. */
  giveBack(key: string): Promise<void>;
  forget(key: string): Promise<void>;
}

export const SIGN_IN_OUTCOMES = [
  'signed-in',
  'failed',
  'second-factor-needed',
  'second-factor-failed',
  'too-many-attempts',
  'signed-out',
  'password-changed',
  'password-reset',
  'invited',
  'reset-asked',
  'second-factor-on',
  'second-factor-off',
  'account-removed',
  'renamed',
  'sessions-ended',
] as const;
/** Never what was typed: neither a password nor a name that nobody has. */
export type SignInEvent = {
  readonly at: Instant;
  readonly outcome: (typeof SIGN_IN_OUTCOMES)[number];
  readonly method?: SignInMethod;
  /** Missing: nobody has that name. */
  readonly person?: string;
  /** Who did it, where that is somebody else. */
  readonly by?: string;
  readonly address: string;
};
/** Somebody was not let do something. */
export type RefusalEvent = {
  readonly at: Instant;
  readonly code: string;
  readonly route: string;
  readonly path: string;
  readonly action?: string;
  readonly unit?: string;
  /** Missing: nobody was signed in. Then the refusals of an hour from one address to one route are one row. */
  readonly person?: string;
  readonly address: string;
  readonly count: number;
};
type Page = { readonly person?: string; readonly after: string | undefined; readonly limit: number };
export interface Journal<T> {
  add(event: T): Promise<void>;
  /** Newest first. `key`: where to go on. */
  list(page: Page): Promise<readonly (T & { readonly key: string })[]>;
}

/** Who people are and how they get in. */
export type Identity = {
  readonly accounts: Accounts;
  readonly links: OneTimeLinks;
  readonly sessions: Sessions;
  readonly attempts: Attempts;
  readonly signIns: Journal<SignInEvent>;
  readonly refusals: Journal<RefusalEvent>;
};
