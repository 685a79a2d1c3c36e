import type { Connection } from 'mongoose';
import type { Delivery, Outbox, Undelivered } from '../activities/ports';
import { MESSAGES, messageOf, type MessageDoc } from './reminders';

type DeliveryDoc = MessageDoc['deliveries'][number];

/** Longest error kept with a delivery, characters: enough for a server's answer, too little to fill a database. */
const ERROR_LENGTH = 500;

/** Deliveries live in their message; `nextAttemptAt` is there exactly while one is pending. */
export function createOutbox(connection: Connection): Outbox {
  const messages = connection.collection<MessageDoc>(MESSAGES);
  const change = async (
    key: string,
    channel: string,
    set: Partial<DeliveryDoc>,
    unset: readonly (keyof DeliveryDoc)[],
  ) => {
    const at = (field: string): string => `deliveries.$.${field}`;
    await messages.updateOne(
      { _id: key, deliveries: { $elemMatch: { channel, state: 'pending' } } },
      {
        $set: Object.fromEntries(Object.entries(set).map(([field, value]) => [at(field), value])),
        ...(unset.length === 0 ? {} : { $unset: Object.fromEntries(unset.map((field) => [at(field), ''])) }),
      },
    );
  };
  return {
    async due(at, limit) {
      const found = await messages
        .find({ 'deliveries.nextAttemptAt': { $lte: at } })
        .sort({ 'deliveries.nextAttemptAt': 1 })
        .limit(limit)
        .toArray();
      return found.flatMap((document) =>
        document.deliveries.filter((delivery) => isDue(delivery, at)).map((delivery) => deliveryOf(document, delivery)),
      );
    },
    delivered: (key, channel, at) =>
      change(key, channel, { state: 'delivered', deliveredAt: at }, ['nextAttemptAt', 'lastError']),
    async failed(key, channel, at, error, nextAt) {
      const delivery = await pending(key, channel);
      if (delivery === undefined) return;
      const failed = {
        attempts: delivery.attempts + 1,
        firstAttemptAt: delivery.firstAttemptAt ?? at,
        lastError: error.slice(0, ERROR_LENGTH),
      };
      if (nextAt === undefined) await change(key, channel, { ...failed, state: 'gave-up' }, ['nextAttemptAt']);
      else await change(key, channel, { ...failed, nextAttemptAt: nextAt }, []);
    },
    async nextAttemptAt() {
      const [first] = await messages
        .find({ 'deliveries.nextAttemptAt': { $gt: '' } }, { projection: { deliveries: 1 } })
        .sort({ 'deliveries.nextAttemptAt': 1 })
        .limit(1)
        .toArray();
      return first?.deliveries.flatMap(({ nextAttemptAt }) => nextAttemptAt ?? []).sort()[0];
    },
    async addressee(key) {
      return (await messages.findOne({ _id: key }, { projection: { person: 1 } }))?.person;
    },
    async retry(key, channel, at, address) {
      const failed = {
        channel,
        state: { $in: ['pending' as const, 'gave-up' as const] },
        lastError: { $exists: true },
      };
      const { matchedCount } = await messages.updateOne(
        { _id: key, deliveries: { $elemMatch: failed } },
        {
          $set: {
            'deliveries.$.state': 'pending',
            'deliveries.$.nextAttemptAt': at,
            ...(address !== undefined && { 'deliveries.$.address': address }),
          },
          $unset: { 'deliveries.$.firstAttemptAt': '' },
        },
      );
      return matchedCount > 0;
    },
    async undelivered(limit) {
      const found = await messages
        .find({ deliveries: { $elemMatch: { state: { $in: ['pending', 'gave-up'] }, lastError: { $exists: true } } } })
        .sort({ _id: -1 })
        .limit(limit)
        .toArray();
      return found.flatMap((document) => document.deliveries.flatMap((delivery) => undeliveredOf(document, delivery)));
    },
  };

  async function pending(key: string, channel: string): Promise<DeliveryDoc | undefined> {
    const found = await messages.findOne({ _id: key }, { projection: { deliveries: 1 } });
    return found?.deliveries.find((delivery) => delivery.channel === channel && delivery.state === 'pending');
  }
}

const isDue = ({ nextAttemptAt }: DeliveryDoc, at: string): boolean =>
  nextAttemptAt !== undefined && nextAttemptAt <= at;

function deliveryOf(document: MessageDoc, { channel, address, attempts, firstAttemptAt }: DeliveryDoc): Delivery {
  const since = firstAttemptAt === undefined ? {} : { firstAttemptAt };
  return { message: messageOf(document), channel, address, attempts, ...since };
}

function undeliveredOf(document: MessageDoc, delivery: DeliveryDoc): readonly Undelivered[] {
  const { state, lastError, nextAttemptAt } = delivery;
  if (state === 'delivered' || lastError === undefined) return [];
  const { message, ...rest } = deliveryOf(document, delivery);
  const next = nextAttemptAt === undefined ? {} : { nextAttemptAt };
  return [{ ...rest, key: message.key, person: message.person, subject: message.subject, state, lastError, ...next }];
}
