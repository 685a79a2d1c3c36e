import type { Connection, mongo } from 'mongoose';
import type { WebhookDelivery, Webhooks } from '../activities/webhooks.ports';
import type { WebhookEvent } from '../domain/webhooks/events';
import type { Webhook } from '../domain/webhooks/webhook.schema';
import type { CollectionSpec } from './collections';
import { createDocuments, documentCollections } from './documents';
import { inTransaction } from './transaction';
import { createWebhookOutbox } from './webhookOutbox';

export const DELIVERIES = 'webhook_deliveries';
const WEBHOOKS = 'webhooks';
/** `order`: newest last, also of those of one moment. */
export type DeliveryDoc = Omit<WebhookDelivery, 'id'> & {
  readonly _id: string;
  readonly order: string;
  readonly firstAttemptAt?: string;
};

export const webhookCollections: readonly CollectionSpec[] = [
  ...documentCollections(WEBHOOKS, ['enabled']),
  {
    name: DELIVERIES,
    indexes: [{ keys: { webhook: 1, order: -1 } }, { keys: { webhook: 1, nextAttemptAt: 1 } }],
  },
];

/** Puts events on their way to those who listen, within the transaction that stores what happened. */
export function createWebhookFeed(connection: Connection) {
  const webhooks = connection.collection(WEBHOOKS);
  const deliveries = connection.collection<DeliveryDoc>(DELIVERIES);
  return async (events: readonly WebhookEvent[], session?: mongo.ClientSession): Promise<void> => {
    if (events.length === 0) return;
    const types = events.map(({ type }) => type);
    const filter = { removed: false, 'value.events': { $in: types } };
    const found = await webhooks.find(filter, { ...(session && { session }) }).toArray();
    const listening = found.map(({ value }) => value as Webhook);
    const docs = listening.flatMap(({ id, events: wanted }) =>
      events.filter(({ type }) => type !== 'test' && wanted.includes(type)).map((event) => deliveryOf(id, event)),
    );
    await addOnce(deliveries, docs, session);
  };
}

async function addOnce(
  deliveries: mongo.Collection<DeliveryDoc>,
  docs: readonly DeliveryDoc[],
  session?: mongo.ClientSession,
): Promise<void> {
  if (docs.length === 0) return;
  const ids = docs.map(({ _id }) => _id);
  const there = await deliveries
    .find({ _id: { $in: ids } }, { projection: { _id: 1 }, ...(session && { session }) })
    .toArray();
  const known = new Set(there.map(({ _id }) => _id));
  const fresh = docs.filter(({ _id }) => !known.has(_id));
  if (fresh.length > 0) await deliveries.insertMany([...fresh], { ...(session && { session }) });
}

function deliveryOf(webhook: string, event: WebhookEvent): DeliveryDoc {
  const { id, type, at } = event;
  return {
    ...{ _id: `${webhook} ${id}`, webhook, event: id, type, createdAt: at, body: JSON.stringify(event) },
    ...{ order: `${at} ${id}`, state: 'pending', attempts: 0, nextAttemptAt: at },
  };
}

/** Receivers and deliveries in MongoDB. */
export function createWebhooks(connection: Connection, now: () => string = () => new Date().toISOString()): Webhooks {
  const documents = createDocuments<Webhook>(connection, WEBHOOKS, now);
  const deliveries = connection.collection<DeliveryDoc>(DELIVERIES);
  return {
    get: (id) => documents.get(id),
    list: (after, limit) => documents.list(after, limit),
    put: (value, by, expected) => documents.put(value, by, expected),
    remove: (id, by, expected) =>
      inTransaction(connection, async (session) => {
        const removed = await documents.remove(session, id, by, expected);
        if (removed === true) await deliveries.deleteMany({ webhook: id, state: 'pending' }, { session });
        return removed;
      }),
    send: (webhook, event) => addOnce(deliveries, [deliveryOf(webhook, event)]),
    async deliveries(webhook, after, limit) {
      const filter = { webhook, ...(after !== undefined && { order: { $lt: after } }) };
      const found = await deliveries.find(filter).sort({ order: -1 }).limit(limit).toArray();
      return found.map(rowOf);
    },
    async again(webhook, delivery, at) {
      const { matchedCount } = await deliveries.updateOne(
        { _id: delivery, webhook },
        {
          $set: { state: 'pending', nextAttemptAt: at },
          $unset: { firstAttemptAt: '', lastError: '', deliveredAt: '' },
        },
      );
      return matchedCount > 0;
    },
    outbox: createWebhookOutbox(deliveries, async () =>
      (await documents.find({ 'value.enabled': true })).map(({ id }) => id),
    ),
  };
}

function rowOf({ _id: id, order: _order, firstAttemptAt: _first, ...delivery }: DeliveryDoc): WebhookDelivery {
  return { id, ...delivery };
}
