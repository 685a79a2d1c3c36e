import type { SummaryForm, SummaryRow } from '../../domain/forms/summary';
import type { Block, OfficialForm } from './blocks';
import * as vn from './vietnamese';
import type { Names } from './vietnamese';

/** "Bảng tổng hợp kết quả đánh giá, xếp loại" of a period, unit by unit. */
export function summarySheet(form: SummaryForm, names: Names): OfficialForm {
  const title = 'BẢNG TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI';
  const told = form.state === 'provisional' ? [{ type: 'text', text: vn.NOT_TOLD, bold: true } as const] : [];
  return {
    title: `${title} – ${vn.periodInWords(form.of)}`,
    file: `bang-tong-hop-${form.unit}-${form.of}`,
    wide: true,
    blocks: [
      { type: 'abreast', columns: vn.headOf(form.unit, names) },
      { type: 'title', text: title },
      { type: 'abreast', columns: [[{ text: `Kỳ đánh giá: ${vn.periodInWords(form.of)}`, bold: true }]] },
      { type: 'text', text: `Căn cứ chấm điểm: ${form.scheme.vi}` },
      ...told,
      counts(form),
      ...form.units.flatMap(({ unit, rows }) => [
        { type: 'heading', text: `${names.unit(unit)} (${rows.length} người)` } as const,
        people(rows, names),
      ]),
      { type: 'abreast', columns: [vn.signature('Người lập bảng'), vn.signature('Thủ trưởng cơ quan, đơn vị')] },
      ...vn.assumed(form.assumptions).map((text) => ({ type: 'text' as const, text })),
    ],
  };
}

const counts = ({ counts: all, notRated, people: everybody }: SummaryForm): Block => ({
  type: 'table',
  columns: [
    { title: 'Mức xếp loại', share: 0.7 },
    { title: 'Số người', share: 0.3 },
  ],
  rows: [
    ...all.map(({ name, people: n }) => [name.vi, n]),
    ['Không đánh giá hoặc chưa có kết quả', notRated],
    ['Tổng số', everybody],
  ],
});

const people = (rows: readonly SummaryRow[], names: Names): Block => ({
  type: 'table',
  columns: [
    { title: 'STT', share: 0.06 },
    { title: 'Họ và tên', share: 0.26 },
    { title: 'Chức vụ, vị trí việc làm', share: 0.18 },
    { title: 'Tổng điểm', share: 0.1 },
    { title: 'Xếp loại', share: 0.22 },
    { title: 'Ghi chú', share: 0.18 },
  ],
  rows: rows.map((one, i) => [
    ...[i + 1, names.person(one.person), one.position, one.result.total, one.result.className?.vi],
    note(one),
  ]),
});

function note({ state, lowered, reason }: SummaryRow): string | undefined {
  if (state === 'not-rated') return reason ?? vn.NOT_RATED;
  return lowered ? 'Theo tỷ lệ khống chế' : undefined;
}
