import type { Channel } from '../activities/ports';
import type { Webhooks } from '../activities/webhooks.ports';
import type { CollectFailure } from '../domain/collect/failures';
import { addressesOf, allowList, systemResolve } from '../sources/http/addresses';
import type { Resolve } from '../sources/http/addresses';
import { failureOf, sent } from '../sources/http/request';
import { secretAt } from '../sources/http/secrets';
import type { Environment } from '../sources/http/secrets';
import { signatureOf } from './webhookSignature';

const TIMEOUT_SECONDS = 15;
export type WebhookChannelDeps = {
  readonly webhooks: Pick<Webhooks, 'get'>;
  readonly env: Environment;
  readonly resolve?: Resolve;
  /** Milliseconds since 1970, for the signature. */
  readonly now?: () => number;
};

/**
 * Posts events to other systems, signed. Anything but an answer 2xx is a failure: no redirect is followed. Secrets and the list
 * of allowed inner hosts (KAIRYO_WEBHOOK_ALLOW) come from the environment of this process.
 */
export function createWebhookChannel(deps: WebhookChannelDeps): Channel {
  const { webhooks, env, resolve = systemResolve, now = Date.now } = deps;
  const listed = allowList(env['KAIRYO_WEBHOOK_ALLOW']);
  return {
    key: 'webhook',
    address: () => undefined,
    async send(id, { key, subject, body }) {
      const webhook = (await webhooks.get(id))?.value;
      if (webhook === undefined) throw new Error('WEBHOOK_REMOVED: there is no such webhook any more');
      const secret = await secretAt(webhook.secret, env);
      if (secret === undefined)
        throw new Error(`WEBHOOK_SECRET_MISSING: ${webhook.secret} is not set where the worker runs`);
      const url = new URL(webhook.url);
      const allowed = webhook.allowPrivate === true && listed(url);
      const addresses = await addressesOf(url, { resolve, allowed });
      if ('code' in addresses) throw new Error(said(addresses, 'KAIRYO_WEBHOOK_ALLOW'));
      const headers = {
        ...{ 'content-type': 'application/json', 'user-agent': 'kairyo' },
        'content-length': `${Buffer.byteLength(body)}`,
        'kairyo-event': subject,
        'kairyo-event-id': key.slice(key.indexOf(' ') + 1),
        'kairyo-signature': signatureOf(body, { secret, at: now() }),
      };
      await posted({ url, addresses, headers, body, signal: AbortSignal.timeout(TIMEOUT_SECONDS * 1000) });
    },
  };
}

const said = ({ code, words }: CollectFailure, list: string): string =>
  code === 'COLLECT_ADDRESS_NOT_ALLOWED'
    ? `WEBHOOK_ADDRESS_NOT_ALLOWED: the address is not on the public internet; where this is meant, set allowPrivate and name host:port in ${list}`
    : `${code.replace('COLLECT', 'WEBHOOK')}: ${words.en}`;

async function posted(hop: Parameters<typeof sent>[0]): Promise<void> {
  const response = await sent(hop).catch((error: unknown) => failureOf(error, TIMEOUT_SECONDS));
  if ('code' in response) throw new Error(said(response, ''));
  const { statusCode: status = 0 } = response;
  response.destroy();
  if (status < 200 || status > 299) throw new Error(`WEBHOOK_HTTP_STATUS: the receiver answered ${status}`);
}
