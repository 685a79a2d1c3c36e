import { collectFailure } from '../../domain/collect/failures';
import type { CollectFailure } from '../../domain/collect/failures';
import { addressesOf, allowList, systemResolve } from './addresses';
import type { Resolve } from './addresses';
import { failureOf, sent } from './request';
import { secretAt } from './secrets';
import type { Environment } from './secrets';

const TIMEOUT_SECONDS = 15;
export type Posting = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Has effect only where the environment names the host and port. */
  readonly allowPrivate: boolean;
};
export type HttpPost = {
  /** Posts to a public address, or one that is allowed; no redirect is followed. Nothing is answered: the status was 2xx. */
  post(posting: Posting): Promise<CollectFailure | undefined>;
  secretOf(reference: string): Promise<string | undefined>;
};

/** Posts over HTTP. Secrets and the list of allowed inner hosts (KAIRYO_WEBHOOK_ALLOW) come from the environment of this process. */
export function httpPost({ env, resolve = systemResolve }: { env: Environment; resolve?: Resolve }): HttpPost {
  const listed = allowList(env['KAIRYO_WEBHOOK_ALLOW']);
  return {
    secretOf: (reference) => secretAt(reference, env),
    async post({ url: text, headers, body, allowPrivate }) {
      const url = new URL(text);
      const addresses = await addressesOf(url, { resolve, allowed: allowPrivate && listed(url) });
      if ('code' in addresses) return addresses;
      const signal = AbortSignal.timeout(TIMEOUT_SECONDS * 1000);
      const length = { 'content-length': `${Buffer.byteLength(body)}` };
      const hop = { url, addresses, headers: { ...headers, ...length }, body, signal };
      const response = await sent(hop).catch((error: unknown) => failureOf(error, TIMEOUT_SECONDS));
      if ('code' in response) return response;
      const { statusCode: status = 0 } = response;
      response.destroy();
      return status < 200 || status > 299 ? collectFailure('COLLECT_HTTP_STATUS', { limit: status }) : undefined;
    },
  };
}
