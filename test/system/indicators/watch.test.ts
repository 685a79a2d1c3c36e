import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { temporalRecompute } from '../../../src/api/temporalRecompute';
import { engine, type Engine } from '../support/engine';
import { eventually } from '../support/eventually';
import { anOffice, LEAD } from '../support/office';
import { define, enter } from './library';

const BANDS = [{ key: 'good', atLeast: 90 }, { key: 'poor' }];

describe('a watch whose worker fails between the launch and the message', () => {
  let kairyo: Engine;
  let refused = 0;

  beforeAll(async () => {
    kairyo = await engine('watch-fails');
    await anOffice(kairyo.stores);
    await define(kairyo.stores, 'median', {
      owner: 'lead',
      watch: { worstBandPeriods: 1, procedure: 'licence' },
      bands: BANDS,
    });
  });
  afterAll(() => kairyo.close());

  it('opens one cycle and tells once all the same', async () => {
    const { stores, client } = kairyo;
    const reminders = {
      ...stores.reminders,
      record: async (messages: Parameters<typeof stores.reminders.record>[0]) => {
        refused += 1;
        if (refused === 1) throw new Error('the store is not there');
        const recorded = await stores.reminders.record(messages);
        if (refused === 2) throw new Error('the answer of the store was lost');
        return recorded;
      },
    };
    await enter(stores, [{ indicator: 'median', period: '2025-01', value: 5 }]);
    await kairyo.work({ reminders });
    await temporalRecompute(client)({ kind: 'figures', indicators: ['median'] });
    await eventually(async () => {
      const [finding] = await stores.watchFindings.find({ indicator: 'median' });
      expect(finding?.told).toMatchObject({ person: 'lead' });
    });
    expect(refused).toBe(3);
    expect(await stores.reminders.inbox('lead', undefined, 10)).toHaveLength(1);
    expect(await stores.cycles.openIds()).toHaveLength(1);
  });
});

describe('a watch', () => {
  let kairyo: Engine;

  beforeAll(async () => {
    kairyo = await engine('watch');
    await anOffice(kairyo.stores);
    const watch = { worstBandPeriods: 2, procedure: 'licence' };
    await define(kairyo.stores, 'on-time', { owner: 'lead', bands: BANDS, watch });
    await kairyo.work();
  });
  afterAll(() => kairyo.close());

  /** Enters a month and waits until it has been computed and looked at. */
  const month = async (period: string, value: number): Promise<void> => {
    await enter(kairyo.stores, [{ indicator: 'on-time', period, value }]);
    const before = await kairyo.stores.recomputations.list(100);
    await temporalRecompute(kairyo.client)({ kind: 'figures', indicators: ['on-time'] });
    await eventually(async () => {
      const runs = await kairyo.stores.recomputations.list(100);
      expect(runs).toHaveLength(before.length + 1);
      expect(runs[0]?.status).toBe('done');
      expect(await kairyo.stores.recomputations.planned(runs[0]?.id ?? '')).toBeUndefined();
    });
  };
  const findings = () => kairyo.stores.watchFindings.find({ indicator: 'on-time' });
  const messages = () => kairyo.stores.reminders.inbox('lead', undefined, 100);

  it('opens one draft cycle for a bad stretch, with the problem filled in, and tells the owner once', async () => {
    await month('2025-01', 95);
    await month('2025-02', 60);
    expect(await findings()).toEqual([]);
    await month('2025-03', 55);
    const [finding] = await findings();
    expect(finding).toMatchObject({ kind: 'worst-band', unit: 'kh-dpi', since: '2025-02', opened: true });
    const row = await kairyo.stores.cycles.get(finding?.cycle ?? '');
    expect(row?.cycle).toMatchObject({ phase: 'plan', lead: 'lead', procedure: 'licence' });
    expect(row?.cycle).toMatchObject({ plan: { problem: `${finding?.words.vi}\n${finding?.words.en}` } });
    expect(await messages()).toMatchObject([{ items: [{ stream: finding?.cycle }] }]);
  });

  it('says nothing more while the stretch goes on', async () => {
    await month('2025-04', 50);
    await month('2025-05', 50);
    expect(await findings()).toMatchObject([{ since: '2025-02', until: '2025-05' }]);
    expect(await messages()).toHaveLength(1);
    expect(await kairyo.stores.cycles.openIds()).toHaveLength(1);
  });

  it('points to the open cycle when a new stretch begins, and opens another once that is over', async () => {
    for (const [period, value] of [
      ['2025-06', 95],
      ['2025-07', 50],
      ['2025-08', 50],
    ] as const)
      await month(period, value);
    const [second, first] = await findings();
    expect(second).toMatchObject({ since: '2025-07', cycle: first?.cycle, opened: false });
    expect(await messages()).toHaveLength(2);
    await kairyo.commands.command(
      first?.cycle ?? '',
      { type: 'WithdrawPlan', reason: 'done otherwise' },
      LEAD,
      'withdraw',
    );
    for (const [period, value] of [
      ['2025-09', 95],
      ['2025-10', 50],
      ['2025-11', 50],
    ] as const)
      await month(period, value);
    const [third] = await findings();
    expect(third).toMatchObject({ since: '2025-10', opened: true });
    expect(third?.cycle).not.toBe(first?.cycle);
    expect(await messages()).toHaveLength(3);
  });
});
