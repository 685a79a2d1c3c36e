import { createHash } from 'node:crypto';
import type * as Client from 'openid-client';

/** The organisation's OpenID Connect provider, as the environment gives it. */
export type OidcSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly scope: string;
  /** The claim that is the sign-in name of an account. Of `email`, only one that the provider has verified counts. */
  readonly claim: string;
  /** The provider gives only addresses it has verified, though it does not say so in `email_verified`. */
  readonly trustEmail: boolean;
  /** What stands on the button. */
  readonly label: string;
};

/** How the journey to the provider ended. */
export type Recognised =
  | { readonly as: 'somebody'; readonly login: string }
  /** The provider knows them, by nothing that names an account. */
  | { readonly as: 'nobody' }
  | { readonly as: 'failed'; readonly cause: unknown }
  | { readonly as: 'unavailable'; readonly cause: unknown };

export interface Oidc {
  readonly label: string;
  /** Where the browser goes. @throws when the provider cannot be reached */
  start(secret: string, callback: string): Promise<URL>;
  /** `current`: the address with which the browser came back. */
  finish(secret: string, current: URL): Promise<Recognised>;
}

/** Everything one journey needs to know again, from the one secret in the browser's cookie. */
const derived = (secret: string, purpose: 'state' | 'nonce' | 'verifier'): string =>
  createHash('sha256').update(`${purpose}\n${secret}`, 'utf8').digest('base64url');

/** Authorization code with PKCE, state and nonce. The provider is looked up at the first sign-in, and again after a failure. */
export function createOidc(settings: OidcSettings): Oidc {
  let known: Promise<Client.Configuration> | undefined;
  const configuration = async (client: typeof Client): Promise<Client.Configuration> => {
    known ??= discovered(client, settings);
    try {
      return await known;
    } catch (error) {
      known = undefined;
      throw error;
    }
  };
  return {
    label: settings.label,
    async start(secret, callback) {
      const client = await import('openid-client');
      return client.buildAuthorizationUrl(await configuration(client), {
        redirect_uri: callback,
        scope: settings.scope,
        state: derived(secret, 'state'),
        nonce: derived(secret, 'nonce'),
        code_challenge: await client.calculatePKCECodeChallenge(derived(secret, 'verifier')),
        code_challenge_method: 'S256',
      });
    },
    async finish(secret, current) {
      const client = await import('openid-client');
      let config: Client.Configuration;
      try {
        config = await configuration(client);
      } catch (cause) {
        return { as: 'unavailable', cause };
      }
      try {
        return recognised(await claimsOf(client, config, { secret, current, claim: settings.claim }), settings);
      } catch (cause) {
        return { as: 'failed', cause };
      }
    },
  };
}

/** Without TLS on this machine alone: for tests. */
function discovered(client: typeof Client, { issuer, clientId, clientSecret }: OidcSettings) {
  const url = new URL(issuer);
  const local = url.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  const options = local ? { execute: [client.allowInsecureRequests] } : {};
  return client.discovery(url, clientId, clientSecret, undefined, options);
}

type Claims = Readonly<Record<string, unknown>>;
type Return = { readonly secret: string; readonly current: URL; readonly claim: string };

/** Of the ID token; what it does not have, the provider is asked for. */
async function claimsOf(
  client: typeof Client,
  config: Client.Configuration,
  { secret, current, claim }: Return,
): Promise<Claims> {
  const tokens = await client.authorizationCodeGrant(config, current, {
    pkceCodeVerifier: derived(secret, 'verifier'),
    expectedState: derived(secret, 'state'),
    expectedNonce: derived(secret, 'nonce'),
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new Error('the provider gave no ID token');
  if (claims[claim] !== undefined) return claims;
  return { ...(await client.fetchUserInfo(config, tokens.access_token, claims.sub)) };
}

function recognised(claims: Claims, { claim, trustEmail }: OidcSettings): Recognised {
  const value = claims[claim];
  if (typeof value !== 'string' || value === '') return { as: 'nobody' };
  if (claim === 'email' && claims['email_verified'] !== true && !trustEmail) return { as: 'nobody' };
  return { as: 'somebody', login: value };
}
