import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { observing } from './observing';
import type { Observing } from './observing';

let at: Observing;
beforeAll(async () => {
  at = await observing();
});
afterAll(() => at.api.close());

const seen = '/v1/indicators/seen/observations';
const entered = (period: string, value = 1) => at.hoa.post(seen, { unit: 'office', period, value }).expect(201);

describe('a figure that a second person must approve', () => {
  it('waits, is shown to who may decide and not to who entered it', async () => {
    const answer = await entered('2026-01');
    expect(answer.body).toMatchObject({ approval: { state: 'waiting' } });
    const waiting = await at.head.get('/v1/observations/waiting?unit=department').expect(200);
    expect(waiting.body).toMatchObject({ items: [{ indicator: 'seen', period: '2026-01' }] });
  });

  it('is approved by the second person, once, and not by the first', async () => {
    await at.admin.post(seen, { unit: 'office', period: '2026-02', value: 1 }).expect(201);
    const which = { unit: 'office', period: '2026-02', version: 1 };
    const own = await at.admin.post(`${seen}/approve`, which).expect(403);
    expect(own.body).toMatchObject({ code: 'YOU_ENTERED_THIS' });
    const answer = await at.head.post(`${seen}/approve`, which).expect(200);
    expect(answer.body).toMatchObject({ approval: { state: 'approved', by: 'head' } });
    await at.head.post(`${seen}/approve`, which).expect(200);
    const late = await at.head.post(`${seen}/reject`, { ...which, reason: 'No' }).expect(409);
    expect(late.body).toMatchObject({ code: 'OBSERVATION_IS_NOT_WAITING' });
  });

  it('is rejected with a reason only, and may then be entered again', async () => {
    await entered('2026-03', 5);
    const which = { unit: 'office', period: '2026-03', version: 1 };
    await at.head.post(`${seen}/reject`, which).expect(422);
    await at.head.post(`${seen}/reject`, { ...which, reason: 'Not as in the book' }).expect(200);
    const again = { unit: 'office', period: '2026-03', value: 5, reason: 'It is, see page 3' };
    expect((await at.hoa.post(seen, again).expect(201)).body).toMatchObject({ version: 2 });
  });

  it('that was corrected meanwhile has to be looked at anew', async () => {
    await entered('2026-04');
    await at.hoa.post(seen, { unit: 'office', period: '2026-04', value: 2, reason: 'Miscounted' }).expect(201);
    const first = { unit: 'office', period: '2026-04', version: 1 };
    await at.head.post(`${seen}/approve`, first).expect(409);
    await at.head.post(`${seen}/approve`, { ...first, version: 9 }).expect(404);
    await at.head.post(`${seen}/approve`, { ...first, version: 2 }).expect(200);
  });

  it('stays with those who may: an officer approves nothing', async () => {
    await entered('2026-05');
    await at.binh.post(`${seen}/approve`, { unit: 'office', period: '2026-05', version: 1 }).expect(403);
  });
});
