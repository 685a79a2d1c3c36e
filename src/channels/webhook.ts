import type { Channel } from '../activities/ports';
import type { Webhooks } from '../activities/webhooks.ports';
import type { CollectFailure } from '../domain/collect/failures';
import { signatureOf } from './webhookSignature';

export type WebhookChannelDeps = {
  readonly webhooks: Pick<Webhooks, 'get'>;
  /** Posts to a checked address; answers what went wrong. */
  readonly post: (posting: {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly allowPrivate: boolean;
  }) => Promise<CollectFailure | undefined>;
  readonly secretOf: (reference: string) => Promise<string | undefined>;
  /** Milliseconds since 1970, for the signature. */
  readonly now?: () => number;
};

/** Posts events to other systems, signed. Anything but an answer 2xx is a failure: it is tried again. */
export function createWebhookChannel({ webhooks, post, secretOf, now = Date.now }: WebhookChannelDeps): Channel {
  return {
    key: 'webhook',
    address: () => undefined,
    async send(id, { key, subject, body }) {
      const webhook = (await webhooks.get(id))?.value;
      if (webhook === undefined) throw new Error('WEBHOOK_REMOVED: there is no such webhook any more');
      const secret = await secretOf(webhook.secret);
      if (secret === undefined)
        throw new Error(`WEBHOOK_SECRET_MISSING: ${webhook.secret} is not set where the worker runs`);
      const headers = {
        ...{ 'content-type': 'application/json', 'user-agent': 'kairyo' },
        ...{ 'kairyo-event': subject, 'kairyo-event-id': key.slice(key.indexOf(' ') + 1) },
        'kairyo-signature': signatureOf(body, { secret, at: now() }),
      };
      const failure = await post({ url: webhook.url, headers, body, allowPrivate: webhook.allowPrivate === true });
      if (failure !== undefined) throw new Error(said(failure));
    },
  };
}

function said({ code, words: { en } }: CollectFailure): string {
  const words = en
    .replace('KAIRYO_COLLECT_ALLOW', 'KAIRYO_WEBHOOK_ALLOW')
    .replaceAll('source', 'receiver')
    .replace(' instead of 200. Check address, access and parameters', '');
  return `${code.replace('COLLECT', 'WEBHOOK')}: ${words}`;
}
