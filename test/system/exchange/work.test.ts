import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { anOffice, DUNG, PERIOD } from './office';
import type { Office } from './office';

let office: Office;
beforeAll(async () => {
  office = await anOffice();
}, 120_000);
afterAll(() => office.api.close());

type Came = {
  readonly stored: number;
  readonly unchanged: number;
  readonly errors: readonly { readonly row: number; readonly field?: string; readonly rule?: string }[];
  readonly changes: readonly { readonly row: number; readonly what: string }[];
};
const CSV = [
  'mã cán bộ;mã công việc;tên công việc;hệ số;hạn;mã nguồn;ngày hoàn thành',
  'dung;cv-1;Cấp phép nhà ở;1,5;2026-03-20;eoffice:1;2026-03-18'.replace('1,5', '1.5'),
  'dung;cv-2;Thẩm định hồ sơ;1;2026-03-25;eoffice:2;',
  'dung;cv-3;Thiếu hạn;1;;eoffice:3;',
  'ai-do;cv-4;Người lạ;1;2026-03-25;eoffice:4;',
].join('\r\n');
const sent = async (more: object = {}): Promise<Came> => {
  const { body } = (await office.hoa
    .post('/v1/evaluations/work', { period: PERIOD, csv: CSV, ...more })
    .expect(200)) as {
    body: Came;
  };
  return body;
};
const items = async () => (await office.api.deps.evaluations.get(DUNG))?.evaluation.items ?? [];
const WHAT = [
  expect.objectContaining({ row: 2, what: 'assigned-and-done', from: 'eoffice:1' }),
  expect.objectContaining({ row: 3, what: 'assigned', from: 'eoffice:2' }),
];

it('says what an import would change, and stores nothing', async () => {
  const { stored, changes } = await sent({ dryRun: true });
  expect([stored, changes]).toEqual([0, WHAT]);
  expect(await items()).toEqual([]);
});

it('stores what is right and names the rest with line, field and rule', async () => {
  const { stored, changes, errors } = await sent();
  expect([stored, changes]).toEqual([2, WHAT]);
  expect(errors).toEqual([
    expect.objectContaining({ row: 4, code: 'VALIDATION_FAILED', field: '/due', rule: 'invalid_type' }),
    expect.objectContaining({ row: 5, code: 'NO_SUCH_EVALUATION' }),
  ]);
  expect((await items()).map(({ item, coefficient, done }) => [item, coefficient, done?.on])).toEqual([
    ['cv-1', 1.5, '2026-03-18'],
    ['cv-2', 1, undefined],
  ]);
});

it('changes nothing when the same table comes again', async () => {
  const version = (await office.api.deps.evaluations.get(DUNG))?.version;
  const { stored, unchanged, changes } = await sent();
  expect([stored, unchanged, changes]).toEqual([0, 2, []]);
  expect((await office.api.deps.evaluations.get(DUNG))?.version).toBe(version);
});

it('reports as done what was assigned before', async () => {
  const csv = CSV.replace('eoffice:2;', 'eoffice:2;2026-03-26');
  const { changes } = await sent({ csv });
  expect(changes).toEqual([expect.objectContaining({ row: 3, what: 'done' })]);
});
