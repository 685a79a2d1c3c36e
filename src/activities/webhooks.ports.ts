import type { Webhook } from '../domain/webhooks/webhook.schema';
import type { WebhookEvent } from '../domain/webhooks/events';
import type { Instant } from '../domain/shared/time';
import type { Outbox, Versioned } from './ports';

export const WEBHOOK_STATES = ['pending', 'delivered', 'gave-up'] as const;
/** One event on its way to one receiver. `body`: what is posted, letter by letter. */
export type WebhookDelivery = {
  readonly id: string;
  readonly webhook: string;
  readonly event: string;
  readonly type: WebhookEvent['type'];
  readonly createdAt: Instant;
  readonly body: string;
  readonly state: (typeof WEBHOOK_STATES)[number];
  readonly attempts: number;
  readonly lastError?: string;
  readonly nextAttemptAt?: Instant;
  readonly deliveredAt?: Instant;
};

/** Receivers, and what is on its way to them. All of it safe to repeat. */
export interface Webhooks {
  get(id: string): Promise<Versioned<Webhook> | undefined>;
  list(after: string | undefined, limit: number): Promise<readonly Versioned<Webhook>[]>;
  put(value: Webhook, by: string, expected?: number): Promise<Versioned<Webhook> | 'conflict'>;
  /** What waits for it is dropped. `false`: there is none. */
  remove(id: string, by: string, expected?: number): Promise<boolean | 'conflict'>;
  /** An event for one receiver, whatever it listens to. */
  send(webhook: string, event: WebhookEvent): Promise<void>;
  /** Newest first; `after`: the id of the last one seen. */
  deliveries(webhook: string, after: string | undefined, limit: number): Promise<readonly WebhookDelivery[]>;
  /** Due at once, as if for the first time, also when it was delivered. `false`: there is no such delivery. */
  again(webhook: string, delivery: string, at: Instant): Promise<boolean>;
  readonly outbox: Outbox;
}
