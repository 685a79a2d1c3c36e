import type { mongo } from 'mongoose';
import type { Delivery, Outbox } from '../activities/ports';
import type { DeliveryDoc } from './webhooks';

/** The channel that carries them; see `channels/webhook.ts`. */
export const WEBHOOK_CHANNEL = 'webhook';
const ERROR_LENGTH = 500;
type Enabled = () => Promise<readonly string[]>;

/** Deliveries to receivers as an outbox; those of a paused receiver wait. The address is the id of the receiver. */
export function createWebhookOutbox(deliveries: mongo.Collection<DeliveryDoc>, enabled: Enabled): Outbox {
  const pending = (id: string) => ({ _id: id, state: 'pending' as const });
  const waiting = async () => ({ webhook: { $in: [...(await enabled())] }, state: 'pending' as const });
  return {
    async due(at, limit) {
      const filter = { ...(await waiting()), nextAttemptAt: { $lte: at } };
      return (await deliveries.find(filter).sort({ nextAttemptAt: 1 }).limit(limit).toArray()).map(deliveryOf);
    },
    async delivered(key, _channel, at) {
      await deliveries.updateOne(pending(key), {
        $set: { state: 'delivered', deliveredAt: at },
        $inc: { attempts: 1 },
        $unset: { nextAttemptAt: '', lastError: '' },
      });
    },
    async failed(key, _channel, at, error, nextAt) {
      const there = await deliveries.findOne(pending(key));
      const said = { lastError: error.slice(0, ERROR_LENGTH), firstAttemptAt: there?.firstAttemptAt ?? at };
      await deliveries.updateOne(pending(key), {
        $set: nextAt === undefined ? { ...said, state: 'gave-up' } : { ...said, nextAttemptAt: nextAt },
        $inc: { attempts: 1 },
        ...(nextAt === undefined && { $unset: { nextAttemptAt: '' } }),
      });
    },
    async nextAttemptAt() {
      const [first] = await deliveries
        .find(await waiting())
        .sort({ nextAttemptAt: 1 })
        .limit(1)
        .toArray();
      return first?.nextAttemptAt;
    },
    retry: async () => false,
    addressee: async () => undefined,
    undelivered: async () => [],
  };
}

function deliveryOf({ _id, webhook, type, body, createdAt, attempts, firstAttemptAt }: DeliveryDoc): Delivery {
  const message = { key: _id, person: webhook, language: 'en' as const, subject: type, body, items: [], createdAt };
  const since = firstAttemptAt === undefined ? {} : { firstAttemptAt };
  return { message, channel: WEBHOOK_CHANNEL, address: webhook, attempts, ...since };
}

/** Messages to people and events to receivers, each in its own store, sent by one outbox. */
export const joinedOutbox = (people: Outbox, receivers: Outbox): Outbox => ({
  ...people,
  async due(at, limit) {
    return [...(await people.due(at, limit)), ...(await receivers.due(at, limit))];
  },
  delivered: (key, channel, at) => of(channel, people, receivers).delivered(key, channel, at),
  failed: (key, channel, at, error, nextAt) => of(channel, people, receivers).failed(key, channel, at, error, nextAt),
  async nextAttemptAt() {
    const both = [await people.nextAttemptAt(), await receivers.nextAttemptAt()];
    return both.filter((at) => at !== undefined).sort()[0];
  },
});

const of = (channel: string, people: Outbox, receivers: Outbox): Outbox =>
  channel === WEBHOOK_CHANNEL ? receivers : people;
