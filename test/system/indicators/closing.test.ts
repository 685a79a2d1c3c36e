import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { observing } from './observing';
import type { Observing } from './observing';

let at: Observing;
beforeAll(async () => {
  at = await observing();
});
afterAll(() => at.api.close());

const speed = '/v1/indicators/speed/observations';

describe('a closed period', () => {
  it('takes no figures, of the units below and of shorter periods too, until it is reopened with a reason', async () => {
    await at.hoa.post(speed, { unit: 'office', period: '2026-01', value: 1 }).expect(201);
    await at.head.post('/v1/units/department/periods/2026-Q1/close', { note: 'Checked' }).expect(201);
    const other = { unit: 'office', period: '2026-01', value: 2, reason: 'Late' };
    const refused = await at.hoa.post(speed, other).expect(409);
    expect(refused.body).toMatchObject({
      code: 'PERIOD_IS_CLOSED',
      params: { unit: 'department', closed: '2026-Q1' },
      errors: [{ field: '/period', rule: 'PERIOD_IS_CLOSED' }],
    });
    await at.hoa.post(speed, { unit: 'office', period: '2026-01', value: 1 }).expect(200);
    await at.head.post('/v1/units/department/periods/2026-Q1/reopen', {}).expect(422);
    const reopened = await at.head
      .post('/v1/units/department/periods/2026-Q1/reopen', { reason: 'Inspection' })
      .expect(200);
    expect(reopened.body).toMatchObject({ reopenedBy: 'head', reason: 'Inspection', note: 'Checked' });
    await at.hoa.post(speed, other).expect(201);
    expect(at.changes).toContainEqual({ kind: 'period', unit: 'department', period: '2026-Q1' });
  });

  it('is closed once, by whoever comes first', async () => {
    const close = () => at.head.post('/v1/units/department/periods/2025-05/close', {});
    const answers = await Promise.all([close(), close()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    await at.head.post('/v1/units/office/periods/2025-05/close', {}).expect(409);
    await at.head.post('/v1/units/department/periods/2025-04/reopen', { reason: 'x' }).expect(409);
    const list = await at.hoa.get('/v1/units/office/periods').expect(200);
    expect(list.body).toMatchObject({ items: [{ period: '2026-Q1' }, { period: '2025-05', unit: 'department' }] });
  });

  it('is not closed over figures that wait, unless that is said with a reason', async () => {
    await at.hoa.post('/v1/indicators/seen/observations', { unit: 'office', period: '2025-08', value: 1 }).expect(201);
    const url = '/v1/units/department/periods/2025-08/close';
    const refused = await at.head.post(url, {}).expect(409);
    expect(refused.body).toMatchObject({
      code: 'PERIOD_HAS_WAITING_OBSERVATIONS',
      params: { count: 1, waiting: ['seen office 2025-08'] },
    });
    await at.head.post(url, { force: true }).expect(422);
    await at.head.post(url, { force: true, reason: 'Deadline of the province' }).expect(201);
    const late = { unit: 'office', period: '2025-08', version: 1 };
    await at.head.post('/v1/indicators/seen/observations/approve', late).expect(409);
  });

  it('has begun', async () => {
    const refused = await at.head.post('/v1/units/department/periods/2199-01/close', {}).expect(422);
    expect(refused.body).toMatchObject({ code: 'PERIOD_HAS_NOT_BEGUN' });
    await at.hoa.post('/v1/units/office/periods/2025-01/close', {}).expect(403);
  });
});
