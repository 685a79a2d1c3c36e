import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { a3Of } from '../../../src/api/print/a3';
import type { Cycle } from '../../../src/domain/cycle/state';
import { launch } from '../../../src/api/routes/examples';
import { apiUnderTest, caller, seedProvince } from '../api/support';
import type { ApiUnderTest } from '../api/support';

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

/** The text a reader could copy, its lines joined. */
function textOf(pdf: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'print-'));
  const file = join(folder, 'a.pdf');
  writeFileSync(file, pdf);
  try {
    return execFileSync(process.execPath, [join(__dirname, 'pdfText.mjs'), file], { encoding: 'utf8' }).replace(
      /\s+/g,
      ' ',
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
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
    const sheet = a3Of(checked, { language: 'vi', name: (id) => id, day: (at) => at.slice(0, 10) });
    sheet.end();
    const text = textOf(await buffer(sheet));
    for (const said of [words.vi, 'Trước: 3,5 ngày (n = 120)', 'Sau: 2,1 ngày (n = 98)']) expect(text).toContain(said);
  });

  it('is a report of the unit with the cycles below it', async () => {
    const text = textOf(await printedAt('/v1/units/department/report'));
    for (const words of ['Báo cáo cải tiến', 'Độ trung thực phương pháp', 'Đang mở']) expect(text).toContain(words);
  });
});
