import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { a3Of } from '../../../src/api/print/a3';
import type { Reader } from '../../../src/api/print/reader';
import type { Sheet } from '../../../src/api/print/sheet';
import { saying } from '../../../src/api/print/words';
import type { Cycle } from '../../../src/domain/cycle/state';
import { launch } from '../../../src/api/routes/examples';
import { apiUnderTest, caller, seedProvince } from '../api/support';
import type { ApiUnderTest } from '../api/support';
import { textOfPdf as textOf } from './pdfText';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiUnderTest();
  await seedProvince(api);
  const { reviewers: _, countermeasures: __, ...plan } = launch.plan;
  await caller(api.app)
    .post('/v1/cycles', { procedure: 'permit', unit: 'office', title: launch.title, plan })
    .expect(201);
});
afterAll(() => api.close());

async function printedAt(address: string): Promise<Buffer> {
  const answer = await caller(api.app).get(address).set('Accept-Language', 'vi').buffer(true).expect(200);
  expect(answer.headers['content-type']).toBe('application/pdf');
  return answer.body as Buffer;
}

const READER: Reader = {
  ...{ language: 'vi', say: saying('vi'), office: 'Sở Xây dựng', at: '2026-05-01T00:00:00.000Z' },
  ...{ name: (id) => id, day: (at) => at.slice(0, 10) },
};
const SIDES = { before: { value: 3.5, n: 120 }, after: { value: 2.1, n: 98 } };
const DECIDED = {
  ...{ id: 'office~permit~2', unit: 'office', procedure: 'permit', no: 2, stage: 1, title: 'Cấp phép nhanh hơn 平' },
  ...{ lead: 'lan', launchedAt: '2025-12-01T00:00:00.000Z', approvedAt: '2025-12-20T00:00:00.000Z' },
  ...{ phase: 'closed', outcome: 'decided', closedAt: '2026-04-28T00:00:00.000Z' },
  earlier: { cycle: 'office~permit~1', decision: 'adapt', reason: 'Cần thêm thời gian' },
  plan: {
    ...{ problem: 'Hồ sơ chờ quá lâu.', causes: ['Thiếu hướng dẫn', 'Biểu mẫu khó hiểu'] },
    ...{ aim: { text: 'Giảm một nửa', by: '2026-04-01' }, reviewers: ['hoa'] },
    indicators: [
      { key: 'speed', name: 'Thời gian xử lý', unit: 'days', baseline: 3.5, prediction: { atMost: 3 }, target: 2.5 },
    ],
    countermeasures: [{ key: 'form', title: 'Biểu mẫu mới', owner: 'minh', due: '2026-01-10' }],
  },
  progress: { form: { status: 'done', at: '2026-01-09T00:00:00.000Z' } },
  deviations: [{ text: 'Máy chủ hỏng một tuần', by: 'minh', at: '2026-02-01T00:00:00.000Z' }],
  checks: [
    {
      verdicts: [
        {
          ...{ indicator: 'speed', name: 'Thời gian xử lý', unit: 'days', prediction: 'held', targetMet: true },
          ...SIDES,
          words: { vi: 'Có cải thiện thật.', en: 'A real improvement.' },
        },
      ],
    },
  ],
  reviews: [
    {
      ...{ by: 'hoa', reviewer: 'hoa', at: '2026-04-20T00:00:00.000Z', strengths: ['Cả nhóm cùng làm'] },
      ...{ weaknesses: [], learning: ['Hướng dẫn rõ giúp giảm hồ sơ trả lại'], predictionCompared: 'Đúng như dự báo' },
    },
  ],
  decision: { kind: 'adopt', reason: 'Kết quả giữ vững', signer: 'lan', at: '2026-04-28T00:00:00.000Z' },
  fidelity: { 'prediction-before-do': true, 'small-scale-first': false },
} as unknown as Cycle;
const FIGURES = [3.4, 3.6, 3.5, 3.9, 3.3, 3.6, 3.4, 3.5, 2.4, 2.2, 2.0, 2.1];
const SERIES = new Map([
  [
    'speed',
    {
      unit: 'days',
      points: FIGURES.map((value, i) => ({
        period: `20${25 + Math.floor((i + 4) / 12)}-${`${((i + 4) % 12) + 1}`.padStart(2, '0')}`,
        value,
      })),
      changeAt: '2026-01',
    },
  ],
]);
async function sheetAsPdf(sheet: Sheet): Promise<Buffer> {
  sheet.end();
  return buffer(sheet);
}

describe('what is printed', () => {
  it('is an A3 of the cycle with its Vietnamese words as text, tagged and in Vietnamese', async () => {
    const pdf = await printedAt('/v1/cycles/office~permit~1/a3');
    expect(pdf.toString('latin1')).toMatch(/^%PDF-1\.7[^]*\/Lang \(vi\)[^]*%%EOF\s*$/);
    const text = textOf(pdf);
    for (const words of [launch.title, launch.plan.problem, launch.plan.aim.text, 'Biểu mẫu khó hiểu', 'Quyết định'])
      expect(text).toContain(words);
  });

  it('shows both sides of every indicator of a check, and the verdict in words', async () => {
    const common = { id: 'c', unit: 'office', procedure: 'permit', title: 'Cấp phép', lead: 'lan', plan: {} };
    const sides = { before: { value: 3.5, n: 120 }, after: { value: 2.1, n: 98 } };
    const words = { vi: 'Có cải thiện thật: chênh lệch khó có thể do ngẫu nhiên.', en: 'A real improvement.' };
    const verdict = { indicator: 'speed', name: 'Thời gian xử lý', unit: 'days', ...sides, words };
    const times = { launchedAt: '2026-01-01T00:00:00.000Z', phase: 'check', checks: [{ verdicts: [verdict] }] };
    const checked = { ...common, ...times } as unknown as Cycle;
    const text = textOf(await sheetAsPdf(a3Of(checked, READER)));
    for (const said of [words.vi, 'Trước: 3,5 ngày (n = 120)', 'Sau: 2,1 ngày (n = 98)']) expect(text).toContain(said);
  });

  it('calls things as the office does', async () => {
    const admin = caller(api.app);
    const words = [
      { key: 'called.indicator', vi: 'thước đo' },
      { key: 'phase.do', vi: 'Làm thử' },
    ];
    await admin.put('/v1/terms/department', { words }).expect(201);
    const sheet = textOf(await printedAt('/v1/cycles/office~permit~1/a3'));
    expect(sheet).toContain('Thước đo và dự báo');
    const report = textOf(await printedAt('/v1/units/department/report'));
    expect(report).toContain('Làm thử');
    await admin.delete('/v1/terms/department').expect(204);
  });

  it('is a report of the unit with the cycles below it', async () => {
    const text = textOf(await printedAt('/v1/units/department/report'));
    for (const words of ['Báo cáo cải tiến', 'Mức độ tuân thủ phương pháp', 'Đang mở', 'Trang 1/1'])
      expect(text).toContain(words);
  });

  it('speaks the language that was asked for, whatever the browser speaks, and has letters for Japanese names', async () => {
    await caller(api.app).put('/v1/units/kenchiku', { name: '建設局 許認可課', parent: 'department' }).expect(201);
    const answer = await caller(api.app)
      .get('/v1/units/kenchiku/report?language=ja')
      .set('Accept-Language', 'vi')
      .buffer(true)
      .expect(200);
    expect(answer.headers['content-language']).toBe('ja');
    expect((answer.body as Buffer).toString('latin1')).toContain('/Lang (ja)');
    const text = textOf(answer.body as Buffer);
    for (const words of ['改善の報告書: 建設局 許認可課', '手法の順守', '1 / 1 ページ']) expect(text).toContain(words);
  });

  it('stays small where no Japanese letters are needed', async () => {
    expect((await printedAt('/v1/units/department/report')).byteLength).toBeLessThan(200_000);
  });

  it('tells a screen reader which cells are headings, and parts pages by bookmarks', async () => {
    const pdf = await sheetAsPdf(a3Of(DECIDED, READER, SERIES));
    const tags = pdf.toString('latin1');
    for (const tag of [
      '/S /Table',
      '/S /TR',
      '/S /TH',
      '/S /TD',
      '/S /H1',
      '/S /Figure',
      '/Scope /Column',
      '/Outlines',
    ])
      expect(tags).toContain(tag);
  });

  it('has what a decision rests on: causes, predictions with results, figures with limits, reviews and the reason', async () => {
    const text = textOf(await sheetAsPdf(a3Of(DECIDED, READER, SERIES)));
    const said = [
      ...['Thiếu hướng dẫn', 'không quá 3 ngày', '2,1 ngày; Đúng; Chỉ tiêu: đạt', 'giới hạn tự nhiên', 'Đã xong'],
      ...['Bài học: Hướng dẫn rõ giúp giảm hồ sơ trả lại', 'hoa, 2026-04-20', 'Lý do: Kết quả giữ vững'],
      ...['lan ký ngày 2026-04-28', 'Chu kỳ số 2', 'Trước đó: office~permit~1 (Điều chỉnh)', 'Máy chủ hỏng một tuần'],
      ...['Dự báo trước khi thực hiện', 'In ngày 2026-05-01'],
    ];
    for (const words of said) expect(text).toContain(words);
  });
});
