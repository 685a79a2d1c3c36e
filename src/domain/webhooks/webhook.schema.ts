import { z } from 'zod';
import { HttpUrl, SecretReference } from '../collect/collector.schema';
import { WEBHOOK_EVENTS } from './events';

/** Where another system is told of what happened. */
export const Webhook = z
  .object({
    name: z.string().trim().min(1).max(300),
    url: HttpUrl.describe('Where the events are posted; https, or http'),
    events: z
      .array(z.enum(WEBHOOK_EVENTS))
      .min(1)
      .max(WEBHOOK_EVENTS.length)
      .describe('Which events are sent; a test is always sent'),
    secret: SecretReference.describe(
      'Where the secret that signs stands: `env:KAIRYO_SECRET_NAME`, or `file:NAME` in the folder KAIRYO_SECRETS_DIR',
    ),
    enabled: z.boolean().default(true).describe('false: paused; what waits is sent when it is enabled again'),
    allowPrivate: z
      .boolean()
      .optional()
      .describe(
        'The receiver stands inside: has effect only where the environment KAIRYO_WEBHOOK_ALLOW names its host:port',
      ),
  })
  .strict();
export type WebhookDefinition = z.infer<typeof Webhook>;
export type Webhook = WebhookDefinition & { readonly id: string };
