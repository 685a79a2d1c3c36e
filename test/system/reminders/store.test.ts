import { MockActivityEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OutgoingMessage } from '../../../src/activities/ports';
import type { RoundInput } from '../../../src/activities/reminders.activities';
import { openOffice, review, type TestOffice } from './office';

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const message = (key: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  key,
  person: 'an',
  language: 'vi',
  subject: 's',
  body: 'b',
  items: [{ due: 'd', step: '0', stream: 'c', title: 't' }],
  reminders: [`reminder of ${key}`],
  deliveries: [],
  createdAt: '2026-08-21T01:00:00.000Z',
  ...more,
});

describe('recording messages', () => {
  it('stores a message once, however often it is recorded', async () => {
    await office.reminders.record([message('once')]);
    expect(await office.reminders.record([message('once')])).toEqual({ leftOut: 1 });
    expect((await office.inboxOf('an')).filter(({ key }) => key === 'once')).toHaveLength(1);
  });

  it('leaves out a message when one of its reminders is in another, and stores the others beside it', async () => {
    await office.reminders.record([message('first', { reminders: ['x', 'y'] })]);
    const again = [message('second', { reminders: ['y', 'z'] }), message('third', { reminders: ['q'] })];
    expect(await office.reminders.record(again)).toEqual({ leftOut: 1 });
    expect(await office.reminders.recorded(['x', 'y', 'z', 'q'])).toEqual(new Set(['x', 'y', 'q']));
  });
});

describe('an inbox', () => {
  it('is read page by page, newest first, and remembers what was read', async () => {
    const keys = ['2026-01', '2026-02', '2026-03'].map((month) => `${month}~office~chi`);
    await office.reminders.record(keys.map((key) => message(key, { person: 'chi' })));
    const [first, second] = await office.reminders.inbox('chi', undefined, 2);
    expect([first?.key, second?.key]).toEqual([keys[2], keys[1]]);
    expect((await office.reminders.inbox('chi', second?.key, 2)).map(({ key }) => key)).toEqual([keys[0]]);
    expect(await office.reminders.markRead('chi', keys[0] ?? '', '2026-08-21T02:00:00.000Z')).toBe(true);
    expect(await office.reminders.markRead('chi', keys[0] ?? '', '2026-08-22T02:00:00.000Z')).toBe(true);
    expect(await office.reminders.markRead('an', keys[0] ?? '', '2026-08-22T02:00:00.000Z')).toBe(false);
    expect((await office.inboxOf('chi')).map(({ readAt }) => readAt)).toEqual([
      undefined,
      undefined,
      '2026-08-21T02:00:00.000Z',
    ]);
  });
});

describe('the outbox', () => {
  const at = '2026-08-21T01:00:00.000Z';
  const later = '2026-08-21T01:05:00.000Z';

  it('shows a delivery as due, failed, given up or done', async () => {
    const deliveries = [{ channel: 'email', address: 'em@example.vn' }];
    await office.reminders.record([message('sent', { deliveries }), message('lost', { deliveries })]);
    expect((await office.outbox.due(at, 10)).map(({ message: { key } }) => key).sort()).toEqual(['lost', 'sent']);
    expect(await office.outbox.nextAttemptAt()).toBe(at);

    await office.outbox.delivered('sent', 'email', at);
    await office.outbox.failed('lost', 'email', at, 'no route', later);
    expect(await office.outbox.due(at, 10)).toEqual([]);
    expect(await office.outbox.due(later, 10)).toMatchObject([
      { attempts: 1, firstAttemptAt: at, address: 'em@example.vn' },
    ]);
    expect(await office.outbox.undelivered(10)).toMatchObject([
      { key: 'lost', state: 'pending', lastError: 'no route' },
    ]);

    await office.outbox.failed('lost', 'email', later, 'still none', undefined);
    expect(await office.outbox.undelivered(10)).toMatchObject([{ key: 'lost', state: 'gave-up', attempts: 2 }]);
    expect(await office.outbox.nextAttemptAt()).toBeUndefined();
  });

  it('ignores word of a delivery that is done', async () => {
    await office.outbox.failed('sent', 'email', later, 'late news', later);
    await office.outbox.delivered('unknown', 'email', later);
    expect(await office.outbox.nextAttemptAt()).toBeUndefined();
  });
});

describe('a round', () => {
  const hold = async (from: TestOffice) =>
    new MockActivityEnvironment().run((input: RoundInput) => from.activities().holdRound(input), {
      unit: 'office',
      at: new Date().toISOString(),
    });

  it('held by two workers at once says everything once', async () => {
    const own = await openOffice();
    try {
      await own.unit('office', {});
      await own.policy('now', [
        { duration: '-P1D', level: 0 },
        { duration: 'PT0S', level: 0 },
      ]);
      for (const id of ['an', 'binh', 'chi']) await own.person(id);
      await own.owe(
        ...Array.from({ length: 30 }, (_, i) =>
          review(i, { policy: 'now', persons: ['an', 'binh', 'chi'].slice(i % 3) }),
        ),
      );
      await Promise.all([hold(own), hold(own), hold(own)]);
      await hold(own);
      const said = (await Promise.all(['an', 'binh', 'chi'].map((id) => own.inboxOf(id)))).flat();
      const items = said.flatMap(({ person, items: all }) => all.map(({ due }) => `${due} ${person}`));
      expect(items).toHaveLength(60);
      expect(new Set(items).size).toBe(60);
    } finally {
      await own.close();
    }
  });

  /** As many reviewers as asked for, each of whom owes one review that is due now. */
  async function dueNow(own: TestOffice, count: number): Promise<void> {
    await own.unit('office', {});
    await own.policy('now', [{ duration: 'PT0S', level: 0 }]);
    const ids = Array.from({ length: count }, (_, i) => `r${i}`);
    const value = { unit: 'office', roles: ['reviewer'], language: 'vi' };
    await own.connection
      .collection<{ _id: string }>('people')
      .insertMany(ids.map((id) => ({ _id: id, version: 1, value: { ...value, id, name: id } })));
    await own.owe(...ids.map((id, i) => review(i, { policy: 'now', persons: [id] })));
  }

  it('tells two thousand reviewers on the same morning, each once', async () => {
    const own = await openOffice();
    try {
      await dueNow(own, 2000);
      const started = performance.now();
      expect(await hold(own)).toMatchObject({ messages: 2000 });
      process.stderr.write(`  2,000 reviewers reminded in ${Math.round(performance.now() - started)} ms\n`);
      expect(await hold(own)).toMatchObject({ messages: 0 });
      expect(await own.connection.collection('messages').countDocuments()).toBe(2000);
      expect(await own.inboxOf('r1999')).toHaveLength(1);
    } finally {
      await own.close();
    }
  });

  it('that crashes in the middle is completed by the next, and nobody is told twice', async () => {
    const own = await openOffice();
    try {
      await dueNow(own, 1200);
      const record = own.reminders.record.bind(own.reminders);
      let writes = 0;
      own.reminders.record = async (messages) => {
        writes += 1;
        if (writes === 2) throw new Error('the power went');
        return record(messages);
      };
      await expect(hold(own)).rejects.toThrow('the power went');
      expect(await own.connection.collection('messages').countDocuments()).toBe(500);
      expect(await hold(own)).toMatchObject({ messages: 700 });
      expect(await own.connection.collection('messages').distinct('person')).toHaveLength(1200);
    } finally {
      await own.close();
    }
  });
});
