import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { periodOfDay, shifted } from '../../../src/domain/indicators/period';
import { apiUnderTest, caller } from '../api/support';
import type { ApiUnderTest } from '../api/support';
import { textOfPdf } from '../print/pdfText';

let api: ApiUnderTest;
let admin: ReturnType<typeof caller>;
/** The last quarter that has ended: scorecards are read of it. */
const ENDED = shifted(periodOfDay(new Date().toISOString().slice(0, 10), 'quarter'), -1);
const SHEET = '/v1/programmes/land/evaluation-sheet';
const PLANNED = {
  name: { vi: 'Số hóa hồ sơ đất đai', en: 'Digitise land records', ja: '土地記録の電子化' },
  unit: 'office',
  plannedStart: '2025-01-06',
  plannedEnd: '2025-12-31',
  actualStart: '2025-01-13',
  milestones: [
    { key: 'scan', name: 'Quét xong', planned: '2025-06-30', actual: '2025-07-10', weight: 3 },
    { key: 'check', name: 'Kiểm tra xong', planned: '2025-09-30', weight: 1 },
    { key: 'hand-over', name: 'Bàn giao', planned: '2025-12-15', weight: 2 },
  ],
};
const amount = (figure: string, period: string, sum: number) =>
  admin.put(`/v1/programmes/land/figures/${figure}/${period}?unit=office`, { amount: sum }).expect(201);

beforeAll(async () => {
  api = await apiUnderTest();
  admin = caller(api.app);
  await admin.put('/v1/units/province', { name: 'Tỉnh' }).expect(201);
  await admin.put('/v1/units/office', { name: 'Văn phòng đất đai', parent: 'province' }).expect(201);
  await admin.put('/v1/programmes/land', PLANNED).expect(201);
  await amount('budget-initial', '2025', 800);
  await amount('budget-supplementary', '2025', 200);
  await amount('spent', '2025-Q1', 150.5);
  await amount('spent', '2025-Q2', 299.5);
  const indicator = { unit: 'ratio', frequency: 'quarter', home: 'province', source: { type: 'entered' } };
  await admin
    .put('/v1/indicators/online?validFrom=2025-01-01', { ...indicator, name: 'Nộp trực tuyến', target: 0.8 })
    .expect(201);
  const staying = { ...indicator, name: 'Tải việc', direction: 'range', range: { low: 0.7, high: 0.9 } };
  await admin.put('/v1/indicators/load?validFrom=2025-01-01', staying).expect(201);
  for (const [id, value] of [
    ['online', 0.5],
    ['load', 0.85],
  ] as const)
    await admin.post(`/v1/indicators/${id}/observations`, { unit: 'province', period: ENDED, value }).expect(201);
  const scorecard = {
    name: { vi: 'Thẻ điểm tỉnh', en: 'Scorecard of the province', ja: '省のスコアカード' },
    unit: 'province',
    frequency: 'quarter',
    perspectives: [{ key: 'people', name: 'Người dân' }],
    objectives: [
      {
        ...{ key: 'online', perspective: 'people', name: 'Đưa hồ sơ lên trực tuyến' },
        measures: [{ indicator: 'online' }, { indicator: 'load' }],
      },
      { key: 'other', perspective: 'people', name: 'Mục tiêu khác', measures: [{ indicator: 'load' }] },
    ],
    initiatives: [{ key: 'land', objective: 'online', name: 'Số hóa', programme: 'land' }],
  };
  await admin.put('/v1/scorecards/province?validFrom=2025-01-01', scorecard).expect(201);
});
afterAll(() => api.close());

type Sheet = { readonly outcomes: readonly object[] };

describe('the evaluation sheet of a programme', () => {
  it('shows budget, dates, work and outcomes with attainment and band, and what is proposed', async () => {
    const sheet = (await admin.get(`${SHEET}?language=en`).expect(200)).body as Sheet;
    expect(sheet).toMatchObject({
      programme: 'land',
      name: 'Digitise land records',
      dates: { plannedStart: '2025-01-06', actualStart: '2025-01-13', approvedEnd: '2025-12-31', moved: 0 },
      budget: [{ period: '2025', initial: 800, supplementary: 200, spent: 150.5 + 299.5, executionRate: 0.45 }],
      work: { planned: 1, done: 0.5, attained: { ratio: 0.5, band: 'B' } },
      nextAction: { proposed: { action: 'revise' } },
    });
    expect(sheet.outcomes).toMatchObject([
      {
        key: 'online',
        period: ENDED,
        measures: [
          { indicator: 'online', value: 0.5, target: 0.8, attained: { ratio: 0.625, band: 'B' } },
          { indicator: 'load', value: 0.85, range: { low: 0.7, high: 0.9 } },
        ],
      },
    ]);
  });

  it('prints it in Japanese by itself and in Vietnamese when asked, ranges as ranges', async () => {
    const printed = async (language: string) => {
      const answer = await admin.get(`${SHEET}${language}`).set('Accept', 'application/pdf').buffer(true).expect(200);
      expect(answer.headers['content-type']).toBe('application/pdf');
      return textOfPdf(answer.body as Buffer).replaceAll('\u00a0', ' ');
    };
    const japanese = await printed('');
    for (const words of [
      '評価シート',
      '予算執行',
      '執行率',
      '45 %',
      '計画と実績',
      '達成度',
      'B (50 %)',
      'B (62.5 %)',
      '□ 拡充',
      '□ 見直し',
    ])
      expect(japanese).toContain(words);
    const vietnamese = await printed('?language=vi');
    for (const words of ['Đã chi 450', '70 % – 90 %', 'Hướng xử lý tiếp theo', '13/01/2025', '10/07/2025'])
      expect(vietnamese).toContain(words);
  });

  it('is read as it was known then, and says when nothing was', async () => {
    const refused = await admin.get(`${SHEET}?asOf=2024-06-30`).set('Accept-Language', 'en').expect(404);
    expect(refused.body).toMatchObject({ code: 'PROGRAMME_NOT_KNOWN_THEN' });
  });
});
