import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import type { DeliveredResult } from '../../../src/activities/outbox.activities';
import type { Channel, OutgoingMessage } from '../../../src/activities/ports';
import { createEmailChannel, messageIdOf } from '../../../src/channels/email';
import { createChannels } from '../../../src/channels/catalogue';
import type { RetryPlan } from '../../../src/domain/reminders/backoff';
import { startMailServer } from './mailServer';
import { openOffice, pause, type TestOffice } from './office';

const FROM = 'Sở Xây dựng <kairyo@example.gov.vn>';
const BODY =
  'Kính gửi Nguyễn Thị Hồng,\n\n1. Rút ngắn thời gian cấp phép xây dựng\n   Hạn: thứ Sáu; quá hạn 3 ngày làm việc.';
const QUICK: RetryPlan = { pausesMs: [1, 20], giveUpAfterMs: 60_000 };

const message = (key: string): OutgoingMessage => ({
  key,
  person: 'hong',
  language: 'vi',
  subject: 'Nhắc việc: Ghi nhận xét giai đoạn kiểm tra: Cấp phép xây dựng (quá hạn 3 ngày làm việc)',
  body: BODY,
  items: [],
  reminders: [`reminder of ${key}`],
  deliveries: [{ channel: 'email', address: 'hong@example.gov.vn' }],
  createdAt: new Date().toISOString(),
});

let office: TestOffice;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

async function deliver(channel: Channel, retries = QUICK): Promise<DeliveredResult> {
  const activities = office.activities([channel], retries);
  const run = (at: string): Promise<DeliveredResult> => activities.deliverDue({ at });
  return new MockActivityEnvironment().run<[string], DeliveredResult, typeof run>(run, new Date().toISOString());
}

describe('an e-mail', () => {
  it('arrives with its Vietnamese words as they were written, once', async () => {
    const server = await startMailServer();
    try {
      const channel = createEmailChannel({ url: server.url, from: FROM });
      await office.reminders.record([message('one')]);
      expect(await deliver(channel)).toEqual({ delivered: 1, failed: 0 });
      expect(await deliver(channel)).toEqual({ delivered: 0, failed: 0 });
      expect(server.mails).toEqual([
        {
          subject: message('one').subject,
          text: BODY,
          to: 'hong@example.gov.vn',
          language: 'vi',
          messageId: messageIdOf('one', FROM),
        },
      ]);
      expect(await office.outbox.undelivered(10)).toEqual([]);
    } finally {
      await server.stop();
    }
  });

  it('that is sent again after a crash has the same Message-ID', async () => {
    const server = await startMailServer();
    try {
      const channel = createEmailChannel({ url: server.url, from: FROM });
      await channel.send('hong@example.gov.vn', message('again'));
      await channel.send('hong@example.gov.vn', message('again'));
      const [first, second] = server.mails;
      expect(first?.messageId).toMatch(/^<[0-9a-f]{40}@example\.gov\.vn>$/);
      expect(second?.messageId).toBe(first?.messageId);
    } finally {
      await server.stop();
    }
  });

  it('refused twice for the time being is delivered by the third attempt, once', async () => {
    const server = await startMailServer({ refuse: 2 });
    try {
      const channel = createEmailChannel({ url: server.url, from: FROM });
      await office.reminders.record([message('grey')]);
      let tries = 0;
      for (let delivered = 0; delivered === 0; tries += 1) {
        delivered = (await deliver(channel)).delivered;
        if (delivered === 0 && tries === 0)
          expect(await office.outbox.undelivered(1)).toMatchObject([{ key: 'grey', state: 'pending' }]);
        await pause(30);
      }
      expect(server.mails).toHaveLength(1);
      expect(await office.outbox.undelivered(10)).toEqual([]);
    } finally {
      await server.stop();
    }
  });

  it('that cannot be delivered for too long is given up and stays visible, with the reason', async () => {
    const server = await startMailServer();
    await server.stop();
    const channel = createEmailChannel({ url: server.url, from: FROM });
    await office.reminders.record([message('lost')]);
    await deliver(channel, { pausesMs: [1], giveUpAfterMs: 0 });
    const [lost] = await office.outbox.undelivered(10);
    expect(lost).toMatchObject({ key: 'lost', person: 'hong', state: 'gave-up', attempts: 1 });
    expect(lost?.lastError).toContain('ECONNREFUSED');
    expect(await office.outbox.nextAttemptAt()).toBeUndefined();
  });

  it('to a server that never answers fails after its time limit', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    try {
      const address = silent.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      const limitsMs = { connect: 200, silence: 200 };
      const channel = createEmailChannel({ url: `smtp://127.0.0.1:${port}`, from: FROM, limitsMs });
      await expect(channel.send('hong@example.gov.vn', message('silent'))).rejects.toThrow(/[Gg]reeting|timeout/i);
    } finally {
      silent.close();
    }
  });

  it('by a channel that is not configured any more waits as any other', async () => {
    await office.reminders.record([message('homeless')]);
    const activities = office.activities([]);
    const at = new Date().toISOString();
    await new MockActivityEnvironment().run(() => activities.deliverDue({ at }));
    expect(await office.outbox.undelivered(1)).toMatchObject([{ lastError: 'the channel email is not configured' }]);
  });
});

describe('the channels', () => {
  it('say once which of them is off', () => {
    const said: string[] = [];
    expect(createChannels({}, (line) => void said.push(line))).toEqual([]);
    expect(said).toEqual(['no email is sent: KAIRYO_SMTP_URL is not set; messages are in the inbox']);
    expect(createChannels({ KAIRYO_SMTP_URL: 'smtp://localhost' }, () => undefined)).toMatchObject([{ key: 'email' }]);
    expect(() => createChannels({ KAIRYO_SMTP_URL: 'localhost:25' }, () => undefined)).toThrow(RangeError);
  });
});
