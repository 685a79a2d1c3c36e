import { z } from 'zod';
import { WEBHOOK_STATES } from '../../activities/webhooks.ports';
import type { WebhookDelivery } from '../../activities/webhooks.ports';
import { Id, IsoInstant } from '../../domain/shared/ids.schema';
import { Webhook } from '../../domain/webhooks/webhook.schema';

const read = { readOnly: true } as const;
/** What was read may be sent back as it came. */
export const WebhookInput = Webhook.extend({
  id: Id.optional().meta(read),
  version: z.number().optional().meta(read),
  updatedAt: z.string().optional().meta(read),
  updatedBy: z.string().optional().meta(read),
});
export const WebhookView = z.object({
  id: Id,
  version: z.number().int().min(1),
  updatedAt: IsoInstant,
  updatedBy: z.string(),
  ...Webhook.shape,
});
export const DeliveryView = z.object({
  id: z.string().describe('`<webhook> <event>`; sent percent-encoded'),
  event: z.string().describe('The same at every attempt: `Kairyo-Event-Id`'),
  type: z.string(),
  createdAt: IsoInstant,
  state: z.enum(WEBHOOK_STATES),
  attempts: z.number().int().min(0),
  lastError: z.string().optional().describe('Code and sentence of the last failure, in English'),
  nextAttemptAt: IsoInstant.optional(),
  deliveredAt: IsoInstant.optional(),
  body: z.string().describe('What is posted, letter by letter: ids alone'),
});

export const deliveryView = ({ webhook: _webhook, ...delivery }: WebhookDelivery): z.input<typeof DeliveryView> =>
  delivery;

export const webhookExample = {
  name: 'Văn phòng điện tử tỉnh',
  url: 'https://eoffice.example.gov.vn/kairyo/events',
  events: ['evaluation.published', 'evaluation-period.final'],
  secret: 'env:KAIRYO_SECRET_EOFFICE',
};
