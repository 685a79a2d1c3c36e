import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { observing } from './observing';
import type { Observing } from './observing';

let at: Observing;
beforeAll(async () => {
  at = await observing();
});
afterAll(() => at.api.close());

const URL = '/v1/indicators/speed/observations/import';
const send = (table: string, query = '', url = URL) =>
  at.hoa.post(`${url}${query}`).set('Content-Type', 'text/csv').send(Buffer.from(table));

describe('a table of figures', () => {
  it('is previewed with before and after, recorded, and the same again changes nothing', async () => {
    await at.hoa.post('/v1/indicators/speed/observations', { unit: 'office', period: '2026-01', value: 1 }).expect(201);
    const table = '\uFEFFKỳ;Đơn vị;Giá trị;Lý do\r\n2026-01;office;1,5;Đếm lại\r\n02/2026;office;2;\r\n';
    const preview = await send(table, '?dryRun=true').expect(200);
    expect(preview.body).toMatchObject({
      dryRun: true,
      recorded: 1,
      corrected: 1,
      items: [
        { row: 2, outcome: 'corrected', before: { value: 1 }, after: { value: 1.5 } },
        { row: 3, outcome: 'recorded', after: { period: '2026-02' } },
      ],
    });
    const done = await send(table).expect(201);
    expect(done.body).toMatchObject({ items: [{ after: { version: 2, origin: { kind: 'imported' } } }, {}] });
    expect((await send(table).expect(200)).body).toMatchObject({ unchanged: 2, recorded: 0, corrected: 0 });
  });

  it('with mistakes is refused with every row, or keeps the good ones where that is asked', async () => {
    const table =
      'period,unit,value,status\n2025-01,office,=1+1,\n2025-02,office,3,\n2025-13,office,1,\n2025-03,office,4,gut\n';
    const refused = await send(table).expect(422);
    expect(refused.body).toMatchObject({
      code: 'OBSERVATIONS_REFUSED',
      params: { count: 3 },
      errors: [
        { field: '/rows/2/value', rule: 'NUMBER_UNREADABLE' },
        { field: '/rows/4/period', rule: 'PERIOD_UNREADABLE' },
        { field: '/rows/5/status', rule: 'STATUS_UNREADABLE' },
      ],
    });
    const partial = await send(table, '?partial=true').expect(201);
    expect(partial.body).toMatchObject({ recorded: 1, errorCount: 3, items: [{ row: 3 }] });
  });

  it('may hold many indicators', async () => {
    const table =
      'indicator\tperiod\tunit\tvalue\nspeed\t2024-01\toffice\t1\nseen\t2024-01\toffice\t2\nnone\t2024-01\toffice\t3\n';
    const answer = await send(table, '?partial=true', '/v1/observations/import').expect(201);
    expect(answer.body).toMatchObject({ recorded: 2, errors: [{ row: 4, code: 'UNKNOWN_INDICATOR' }] });
  });

  it('that is none is said to be none', async () => {
    expect((await send('PK\u0003\u0004').expect(422)).body).toMatchObject({ code: 'TABLE_CANNOT_BE_READ' });
    expect((await send('a,b\n1,2\n').expect(422)).body).toMatchObject({ code: 'COLUMNS_MISSING' });
    const twice = await send('period,value,giá trị\n2026-01,1,2\n').expect(422);
    expect(twice.body).toMatchObject({ code: 'COLUMN_GIVEN_TWICE', params: { column: 'value' } });
  });
});
