import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signedInAs } from '../api/support';
import { defined, observing } from './observing';
import type { Observing } from './observing';

let at: Observing;
beforeAll(async () => {
  at = await observing();
  const source = { type: 'programme', programme: 'roads', figure: 'spent' };
  await defined(at.api, 'spending', { name: 'Spending', source });
});
afterAll(() => at.api.close());

const spent = '/v1/programmes/roads/figures/spent';

describe("a programme's books over HTTP", () => {
  it('are kept by heads and leads of the unit, and read by whoever reads there', async () => {
    await at.hoa.put(`${spent}/2026-01?unit=office`, { amount: 1 }).expect(403);
    await at.head.put(`${spent}/2026-01?unit=health`, { amount: 1 }).expect(403);
    const made = await at.head.put(`${spent}/2026-01?unit=office`, { amount: 1_250_000.5 }).expect(201);
    expect(made.body).toMatchObject({
      programme: 'roads',
      unit: 'office',
      amount: 1_250_000.5,
      version: 1,
      by: 'head',
    });
    const own = await at.head.put(`${spent}/2026-01`, { amount: 7 }).expect(201);
    expect(own.body).toMatchObject({ unit: 'department' });
    const lists = async (who: typeof at.hoa) => (await who.get('/v1/programmes/roads/figures')).body as unknown;
    expect(await lists(at.head)).toMatchObject({ items: [{ unit: 'department' }, { unit: 'office' }] });
    const health = await signedInAs(at.api, 'tam', { unit: 'health', roles: ['head-of-unit'] });
    expect(await lists(health)).toEqual({ items: [] });
  });

  it('are corrected with a reason, and tell the indicators that read them, also when sent again', async () => {
    const url = `${spent}/2026-02?unit=office`;
    await at.head.put(url, { amount: 10 }).expect(201);
    const told = () => at.changes.filter((change) => change.kind === 'figures' && change.indicators[0] === 'spending');
    const before = told().length;
    expect(before).toBeGreaterThan(0);
    await at.head.put(url, { amount: 10 }).expect(200);
    expect(told()).toHaveLength(before + 1);
    const refused = await at.head.put(url, { amount: 11 }).expect(422);
    expect(refused.body).toMatchObject({ code: 'REASON_NEEDED', params: { before: 10, version: 1 } });
    const corrected = await at.head.put(url, { amount: 11, reason: 'A bill came late' }).expect(200);
    expect(corrected.body).toMatchObject({ amount: 11, version: 2, reason: 'A bill came late' });
    const listed = await at.head.get('/v1/programmes/roads/figures?from=2026-02&to=2026-02').expect(200);
    expect(listed.body).toMatchObject({ items: [{ amount: 11, period: '2026-02' }] });
  });

  it('take nothing for an unknown unit, a malformed amount or period, or a closed period', async () => {
    await at.admin.put(`${spent}/2026-03?unit=nowhere`, { amount: 1 }).expect(422);
    await at.admin.put(`${spent}/2026-13?unit=office`, { amount: 1 }).expect(400);
    await at.admin.put(`${spent}/2026-03?unit=office`, { amount: '1' }).expect(422);
    await at.head.post('/v1/units/department/periods/2025-Q4/close', {}).expect(201);
    const refused = await at.head.put(`${spent}/2025-12?unit=office`, { amount: 1 }).expect(409);
    expect(refused.body).toMatchObject({ code: 'PERIOD_IS_CLOSED', params: { unit: 'department' } });
  });
});
