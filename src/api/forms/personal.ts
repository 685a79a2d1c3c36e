import type { FormSection, FormWork, PersonalForm } from '../../domain/forms/personal';
import type { Block, OfficialForm } from './blocks';
import * as vn from './vietnamese';
import type { Names } from './vietnamese';

const LETTERS = {
  a: 'a – Số lượng',
  b: 'b – Chất lượng',
  c: 'c – Tiến độ',
  d: 'd – Kết quả của đơn vị',
  dd: 'đ – Khả năng tổ chức triển khai',
  e: 'e – Năng lực tập hợp, đoàn kết',
} as const;

/** "Phiếu tự đánh giá, xếp loại chất lượng" of one person. */
export function personalSheet(form: PersonalForm, names: Names): OfficialForm {
  const title = 'PHIẾU TỰ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG';
  return {
    title: `${title} – ${names.person(form.person)}`,
    file: `phieu-danh-gia-${form.person}-${form.period}`,
    wide: false,
    blocks: [
      { type: 'abreast', columns: vn.headOf(form.agency, names) },
      { type: 'title', text: title },
      { type: 'abreast', columns: [[{ text: `Kỳ đánh giá: ${vn.periodInWords(form.period)}`, bold: true }]] },
      ...about(form, names),
      ...form.sections.flatMap((one, i) => section(one, { no: i + 1, form })),
      ...result(form),
      ...comments(form),
      { type: 'abreast', columns: signatures(form, names) },
      ...vn.assumed(form.assumptions).map((text) => ({ type: 'text' as const, text })),
    ],
  };
}

function about({ person, position, unit, scheme }: PersonalForm, names: Names): readonly Block[] {
  const lines = [
    `Họ và tên: ${names.person(person)}`,
    `Chức vụ, vị trí việc làm: ${position}`,
    `Đơn vị công tác: ${names.unit(unit)}`,
    `Căn cứ chấm điểm: ${scheme.vi}`,
  ];
  return lines.map((text) => ({ type: 'text', text }));
}

type Of = { readonly no: number; readonly form: PersonalForm };

function section({ name, max, points, criteria }: FormSection, { no, form }: Of): readonly Block[] {
  const got = points === undefined ? 'chưa có' : vn.points(points);
  const heading = { type: 'heading', text: `${no}. ${name.vi} (tối đa ${vn.points(max)} điểm): ${got}` } as const;
  if (criteria.length > 0) return [heading, criteriaTable(criteria)];
  return form.work.length > 0 && Object.keys(form.letters).length > 0
    ? [heading, workTable(form.work), ...letters(form)]
    : [heading];
}

const criteriaTable = (criteria: FormSection['criteria']): Block => ({
  type: 'table',
  columns: [
    { title: 'Tiêu chí', share: 0.48 },
    { title: 'Điểm tối đa', share: 0.12 },
    { title: 'Tự chấm', share: 0.12 },
    { title: 'Quản lý trực tiếp chấm', share: 0.14 },
    { title: 'Cấp có thẩm quyền duyệt', share: 0.14 },
  ],
  rows: criteria.map(({ name, max, self, manager, approved }) => [name.vi, max, self, manager, approved]),
});

const workTable = (work: readonly FormWork[]): Block => ({
  type: 'table',
  columns: [
    { title: 'Sản phẩm, công việc', share: 0.3 },
    { title: 'Hệ số', share: 0.08 },
    { title: 'Số lượng', share: 0.08 },
    { title: 'Quy đổi', share: 0.09 },
    { title: 'Hạn', share: 0.12 },
    { title: 'Hoàn thành', share: 0.13 },
    { title: 'Lần không đạt chất lượng', share: 0.1 },
    { title: 'Lần chậm tiến độ', share: 0.1 },
  ],
  rows: work.map((one) => [
    ...[one.title, one.coefficient, one.quantity, one.weight, vn.dayInWords(one.due)],
    one.done ? (one.doneOn === undefined ? 'Có' : vn.dayInWords(one.doneOn)) : 'Chưa',
    ...[one.objectiveCause ? 'khách quan' : one.qualityFailures, one.objectiveCause ? 'khách quan' : one.delays],
  ]),
});

function letters({ letters: all }: PersonalForm): readonly Block[] {
  const known = (Object.keys(LETTERS) as (keyof typeof LETTERS)[]).flatMap((key) => {
    const value = all[key];
    return value === undefined ? [] : [[LETTERS[key], value]];
  });
  const columns = [
    { title: 'Chỉ số', share: 0.7 },
    { title: 'Tỷ lệ (%)', share: 0.3 },
  ];
  return [{ type: 'table', columns, rows: known }];
}

function result({ result: { total, className }, state, lowered, findings }: PersonalForm): readonly Block[] {
  const told = {
    published: [],
    provisional: [vn.NOT_TOLD],
    'not-rated': [vn.NOT_RATED],
  }[state];
  return [
    { type: 'heading', text: 'Kết quả' },
    ...told.map((text) => ({ type: 'text', text, bold: true }) as const),
    {
      type: 'table',
      columns: [
        { title: 'Tổng điểm', share: 0.4 },
        { title: 'Xếp loại', share: 0.6 },
      ],
      rows: [[total, className?.vi]],
    },
    ...(lowered ? [{ type: 'text', text: 'Mức xếp loại đã theo tỷ lệ khống chế của tập thể.' } as const] : []),
    ...findings.map(({ name, document }) => ({ type: 'text', text: `Căn cứ khác: ${name.vi} (${document})` }) as const),
  ];
}

function comments({ comments: { self, manager, approved } }: PersonalForm): readonly Block[] {
  const all = [
    ['Ý kiến của người được đánh giá', self],
    ['Nhận xét của quản lý trực tiếp', manager],
    ['Ý kiến của cấp có thẩm quyền', approved],
  ] as const;
  return all.flatMap(([title, text]): readonly Block[] => [
    { type: 'heading', text: title },
    { type: 'text', text: text ?? '……………………………………………………………………………………' },
  ]);
}

const signatures = ({ person, manager, approver }: PersonalForm, names: Names) => [
  vn.signature('Người tự đánh giá', names.person(person)),
  vn.signature('Quản lý trực tiếp', manager && names.person(manager)),
  vn.signature('Cấp có thẩm quyền', approver && names.person(approver)),
];
