import type { OidcSettings } from '../api/auth/oidc';
import type { ApiSettings } from '../api/ports';
import { DEFAULT_SESSION_LIMITS } from '../domain/accounts/session';
import { masterKeysFrom } from '../store/sealed';
import type { MasterKeys } from '../store/sealed';

/** Where the servers are, from the environment. `npm start` sets all of it; a deployment sets it itself. */
export type Settings = {
  readonly mongoUri: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly port: number;
  readonly host: string;
  readonly adminToken: string | undefined;
  /** Of the API: where its pages are reached, which proxies are believed, how long sessions last. */
  readonly access: Pick<ApiSettings, 'publicUrl' | 'trustedProxies' | 'sessions'>;
  /** The organisation's OpenID Connect provider, where there is one. */
  readonly oidc: OidcSettings | undefined;
  /** What seals private notes, the key in use first; missing: none can be written. */
  readonly notesKeys: MasterKeys | undefined;
  /** Whether the namespace has Kairyo's search attributes; the embedded and the composed server have. */
  readonly searchable: boolean;
  /** Whether an empty store gets example data; a production environment only when it asks for them. */
  readonly seed: boolean;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws Error that names the variable when one is missing or not usable. */
export function settingsFrom(env: Environment): Settings {
  return {
    mongoUri: required(env, 'MONGODB_URI'),
    temporalAddress: required(env, 'TEMPORAL_ADDRESS'),
    namespace: env['TEMPORAL_NAMESPACE'] ?? 'default',
    port: portFrom(env['PORT']),
    host: env['HOST'] ?? '127.0.0.1',
    adminToken: env['KAIRYO_ADMIN_TOKEN'],
    notesKeys: env['KAIRYO_NOTES_KEY'] ? masterKeysFrom(env['KAIRYO_NOTES_KEY']) : undefined,
    access: accessFrom(env),
    oidc: oidcFrom(env),
    searchable: env['KAIRYO_SEARCH_ATTRIBUTES'] !== 'off',
    seed: env['NODE_ENV'] === 'production' ? env['KAIRYO_SEED'] === 'on' : env['KAIRYO_SEED'] !== 'off',
  };
}

function required(env: Environment, name: string): string {
  const value = env[name];
  if (value === undefined || value === '')
    throw new Error(`${name} is not set: start with \`npm start\`, or set it as docs/operations.md says`);
  return value;
}

const HOUR_MS = 3_600_000;

function accessFrom(env: Environment): Settings['access'] {
  const proxies = (env['KAIRYO_TRUSTED_PROXIES'] ?? '').split(',').map((proxy) => proxy.trim());
  const { idleMs, mostMs } = DEFAULT_SESSION_LIMITS;
  return {
    publicUrl: publicUrlFrom(env),
    trustedProxies: proxies.filter((proxy) => proxy !== ''),
    sessions: {
      idleMs: hoursFrom(env, 'KAIRYO_SESSION_IDLE_HOURS', idleMs),
      mostMs: hoursFrom(env, 'KAIRYO_SESSION_HOURS', mostMs),
    },
  };
}

function oidcFrom(env: Environment): OidcSettings | undefined {
  const issuer = env['KAIRYO_OIDC_ISSUER'];
  if (issuer === undefined || issuer === '') return undefined;
  if (!URL.canParse(issuer)) throw new Error(`KAIRYO_OIDC_ISSUER is ${issuer}: give the address of the provider`);
  return {
    issuer,
    clientId: required(env, 'KAIRYO_OIDC_CLIENT_ID'),
    clientSecret: env['KAIRYO_OIDC_CLIENT_SECRET'] || undefined,
    scope: env['KAIRYO_OIDC_SCOPE'] || 'openid email profile',
    claim: env['KAIRYO_OIDC_CLAIM'] || 'email',
    trustEmail: env['KAIRYO_OIDC_TRUST_EMAIL'] === 'on',
    label: env['KAIRYO_OIDC_LABEL'] || new URL(issuer).hostname,
  };
}

/** Never taken from a request: its `Host` is what the caller says, and a letter must not lead there. */
function publicUrlFrom(env: Environment): string {
  const given = env['KAIRYO_PUBLIC_URL'];
  if (given === undefined || given === '') return `http://localhost:${portFrom(env['PORT'])}`;
  if (URL.canParse(given) && /^https?:/.test(given)) return given;
  throw new Error(`KAIRYO_PUBLIC_URL is ${given}: give an address such as https://kairyo.example.gov.vn`);
}

function hoursFrom(env: Environment, name: string, otherwise: number): number {
  const text = env[name];
  if (text === undefined || text === '') return otherwise;
  const hours = Number(text);
  if (!(hours > 0 && hours <= 8_784)) throw new Error(`${name} is ${text}: give hours, at most 8784`);
  return hours * HOUR_MS;
}

function portFrom(text: string | undefined): number {
  const port = Number(text ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT is ${text ?? ''}: give a whole number from 0 to 65535`);
  return port;
}
