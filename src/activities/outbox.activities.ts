import { cancellationSignal, heartbeat } from '@temporalio/activity';
import { DELIVERY_RETRIES, nextAttempt, type RetryPlan } from '../domain/reminders/backoff';
import type { Instant } from '../domain/shared/time';
import type { Channel, Clock, Delivery, Outbox } from './ports';
import { later } from './reminders.activities';

export type OutboxDeps = {
  readonly outbox: Outbox;
  readonly channels: readonly Channel[];
  readonly clock: Clock;
  /** Default: `DELIVERY_RETRIES`. */
  readonly retries?: RetryPlan;
};

export type DeliveredResult = { readonly delivered: number; readonly failed: number; readonly nextAt?: Instant };
export type OutboxActivities = ReturnType<typeof outboxActivities>;

const BATCH = 50;
/** Connections at once: gentle to a mail server, and one slow address does not hold up the others. */
const AT_ONCE = 5;
const HEARTBEAT_MS = 5_000;
/** One run of the activity ends after this; the workflow starts the next at once when there is more. */
const RUN_MS = 4 * 60_000;

/** Sends what is due. A crash between a message sent and its note repeats that message, under the same Message-ID. */
export function outboxActivities({ outbox, channels, clock, retries = DELIVERY_RETRIES }: OutboxDeps) {
  const byKey = new Map(channels.map((channel) => [channel.key, channel]));
  return {
    async deliverDue({ at }: { readonly at: Instant }): Promise<DeliveredResult> {
      const alive = setInterval(heartbeat, HEARTBEAT_MS);
      try {
        return await deliverAll(() => later(at, clock.now()));
      } finally {
        clearInterval(alive);
      }
    },
  };

  async function deliverAll(now: () => Instant): Promise<DeliveredResult> {
    const until = performance.now() + RUN_MS;
    let delivered = 0;
    let failed = 0;
    const stopped = cancellationSignal();
    while (performance.now() < until && !stopped.aborted) {
      const batch = await outbox.due(now(), BATCH);
      if (batch.length === 0) break;
      const sent = await inTurns(batch, AT_ONCE, (delivery) => attempt(delivery, now));
      delivered += sent.filter(Boolean).length;
      failed += sent.filter((success) => !success).length;
    }
    const nextAt = await outbox.nextAttemptAt();
    return { delivered, failed, ...(nextAt === undefined ? {} : { nextAt }) };
  }

  async function attempt(delivery: Delivery, now: () => Instant): Promise<boolean> {
    const { message, channel, address } = delivery;
    try {
      const way = byKey.get(channel);
      if (way === undefined) throw new Error(`the channel ${channel} is not configured`);
      await way.send(address, message);
    } catch (error) {
      const at = now();
      const firstAttemptAt = delivery.firstAttemptAt ?? at;
      const nextAt = nextAttempt(retries, { attempts: delivery.attempts + 1, firstAttemptAt, at });
      await outbox.failed(message.key, channel, at, wordsOf(error), nextAt);
      return false;
    }
    await outbox.delivered(message.key, channel, now());
    return true;
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Works through the values, `atOnce` of them at a time, and answers in their order. */
async function inTurns<T, R>(
  values: readonly T[],
  atOnce: number,
  work: (value: T) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Array<R>(values.length);
  const queue = values.entries();
  const worker = async (): Promise<void> => {
    for (const [index, value] of queue) results[index] = await work(value);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
