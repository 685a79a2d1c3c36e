import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { textOfPdf } from '../print/pdfText';
import { anOffice, DUNG, dungRated, dungWorked, PERIOD } from './office';
import type { Office } from './office';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** On paper: a = 60 of 100; b = 60 − 20/4; c = 60 − 30·2/4; 70·(60 + 55 + 45)/300 and 27 beside it. */
const [A, B, C] = [60, 60 - 20 / 4, 60 - (30 * 2) / 4];
const TOTAL = Math.round((27 + (70 * (A + B + C)) / 300) * 1000) / 1000;

let office: Office;
beforeAll(async () => {
  office = await anOffice();
  await dungWorked(office);
  await dungRated(office);
}, 120_000);
afterAll(() => office.api.close());

const bytesOf = (by: Office['hoa'], url: string, type: string) =>
  by
    .get(url)
    .set('Accept', type)
    .buffer(true)
    .parse((res, done) => {
      const parts: Buffer[] = [];
      res.on('data', (part: Buffer) => parts.push(part));
      res.on('end', () => done(null, Buffer.concat(parts)));
    });

const sheetOf = (bytes: Buffer) => {
  const files = unzipSync(bytes);
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const shared = [...text('xl/sharedStrings.xml').matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>.*?<\/si>/gs)].map(([, t]) => t);
  const xml = text('xl/worksheets/sheet1.xml');
  return { xml, shared, all: `${shared.join('\n')}\n${xml}` };
};

describe('the personal form', () => {
  it('says in JSON what the facts come to', async () => {
    const { body } = (await office.dung.get(`/v1/evaluations/${DUNG}/form`).expect(200)) as { body: unknown };
    expect(body).toMatchObject({
      ...{ personName: 'Nguyễn Tiến Dũng', state: 'provisional', letters: { a: A, b: B, c: C } },
      result: { total: TOTAL, class: 'completed', className: 'Hoàn thành nhiệm vụ' },
    });
    const [general] = (body as { sections: { criteria: object[]; points: number }[] }).sections;
    expect(general).toMatchObject({ points: 27 });
    expect(general?.criteria[1]).toMatchObject({ key: 'discipline', max: 10, self: 9.5, manager: 9, approved: 9 });
  });

  it('is an administrative document on paper', async () => {
    const answer = await bytesOf(office.dung, `/v1/evaluations/${DUNG}/form`, 'application/pdf').expect(200);
    const { body, headers } = answer as { body: unknown; headers: Record<string, string> };
    const text = textOfPdf(body as Buffer);
    expect(headers['content-language']).toBe('vi');
    for (const words of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'PHIẾU TỰ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG',
      'PHÒNG CẤP PHÉP',
      'SỞ XÂY DỰNG',
      'tháng 3 năm 2026',
      'Họ và tên: Nguyễn Tiến Dũng',
      'DỰ KIẾN',
      '64,333 Hoàn thành nhiệm vụ',
      'NGƯỜI TỰ ĐÁNH GIÁ',
      'Đã cố gắng <b>nhiều</b>',
      '[A] Bố cục',
    ])
      expect(text).toContain(words);
    expect(text).toMatch(/Ý thức kỷ luật, kỷ cương 10 9,5 9 9/);
    expect(text).toMatch(/Công việc 2 20 1 20 20\/03\/2026 18\/03\/2026 1 0/);
    expect(text).toMatch(/Công việc 4 40 1 40 20\/03\/2026 Chưa/);
  });

  it('is a workbook whose numbers are numbers and whose texts are texts', async () => {
    const { body } = (await bytesOf(office.dung, `/v1/evaluations/${DUNG}/form`, XLSX).expect(200)) as {
      body: unknown;
    };
    const { xml, all } = sheetOf(body as Buffer);
    for (const value of [A, B, C, TOTAL, 9.5]) expect(xml).toContain(`<v>${value}</v>`);
    expect(xml).not.toMatch(/<f[ >]/);
    expect(all).toContain('Hoàn thành nhiệm vụ');
    expect(all).toContain('=HYPERLINK(');
  });

  it('comes by its address alone, for a link', async () => {
    const { headers } = await office.dung.get(`/v1/evaluations/${DUNG}/form?format=xlsx`).expect(200);
    expect(headers['content-disposition']).toBe('attachment; filename="phieu-danh-gia-dung-2026-03.xlsx"');
  });

  it('is refused to the head of another department', async () => {
    await office.other.get(`/v1/evaluations/${DUNG}/form`).expect(403);
    await office.other.get(`/v1/evaluation-periods/${PERIOD}/form`).expect(403);
  });

  it('leaves a trace that the person can read', async () => {
    await office.hoa.get(`/v1/evaluations/${DUNG}/form`).expect(200);
    const { body } = (await office.dung.get('/v1/me/access-log').expect(200)) as { body: unknown };
    expect((body as { items: object[] }).items).toContainEqual(expect.objectContaining({ by: 'hoa', what: 'form' }));
  });
});

describe('the list of a period', () => {
  it('counts people by class, the best first, and says who has no result', async () => {
    const { body } = (await office.hoa.get(`/v1/evaluation-periods/${PERIOD}/form`).expect(200)) as { body: unknown };
    expect(body).toMatchObject({ state: 'provisional', people: 2, notRated: 1 });
    expect((body as { counts: object[] }).counts).toContainEqual({
      ...{ class: 'completed', name: 'Hoàn thành nhiệm vụ', people: 1 },
    });
    const [unit] = (body as { units: { unitName: string; rows: { person: string }[] }[] }).units;
    expect(unit?.unitName).toBe('Phòng Cấp phép');
    expect(unit?.rows.map(({ person }) => person)).toEqual(['dung', 'other']);
  });

  it('is on paper and in a workbook the same', async () => {
    const pdf = await bytesOf(office.hoa, `/v1/evaluation-periods/${PERIOD}/form?format=pdf`, '*/*').expect(200);
    const text = textOfPdf(pdf.body as Buffer);
    expect(text).toContain('BẢNG TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI');
    expect(text).toContain('1 Nguyễn Tiến Dũng Chuyên viên 64,333 Hoàn thành nhiệm vụ');
    expect(text).toContain('Tổng số 2');
    const xlsx = await bytesOf(office.hoa, `/v1/evaluation-periods/${PERIOD}/form?format=xlsx`, '*/*').expect(200);
    const { xml, all } = sheetOf(xlsx.body as Buffer);
    expect(xml).toContain(`<v>${TOTAL}</v>`);
    expect(xml).not.toMatch(/<f[ >]/);
    expect(all).toContain('=1+1');
  });
});
