import type { Words } from '../../domain/shared/language';
import type { Line } from './blocks';

/** Names by id, as an official form writes them. */
export type Names = {
  readonly person: (id: string) => string;
  readonly unit: (id: string) => string;
  /** Of the unit above, where there is one. */
  readonly above: (id: string) => string | undefined;
};

const line = (text: string): Line => ({ text });
const bold = (text: string): Line => ({ text, bold: true });
const UPPER = (text: string): string => text.toLocaleUpperCase('vi');

/** Head of an administrative document: Decree 30/2020/NĐ-CP, annex I – agency left, national title and motto right. */
export function headOf(agency: string, { unit, above }: Names): readonly (readonly Line[])[] {
  const higher = above(agency);
  return [
    [...(higher === undefined ? [] : [line(UPPER(higher))]), bold(UPPER(unit(agency)))],
    [
      bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
      bold('Độc lập - Tự do - Hạnh phúc'),
      line('…………, ngày …… tháng …… năm ………'),
    ],
  ];
}

/** A place to sign: who, how, and by name where it is known. */
export const signature = (title: string, name?: string): readonly Line[] => [
  bold(UPPER(title)),
  line('(Ký, ghi rõ họ tên)'),
  ...[line(' '), line(' '), line(' ')],
  bold(name ?? ' '),
];

/** `2026-03` → `tháng 3 năm 2026`. */
export function periodInWords(period: string): string {
  const [year = '', part = ''] = period.split('-');
  if (part === '') return `năm ${year}`;
  if (part.startsWith('Q')) return `quý ${part.slice(1)} năm ${year}`;
  if (part.startsWith('H')) return part === 'H1' ? `6 tháng đầu năm ${year}` : `6 tháng cuối năm ${year}`;
  return `tháng ${Number(part)} năm ${year}`;
}

export const dayInWords = (day: string): string => day.split('-').reverse().join('/');
export const points = (value: number): string =>
  new Intl.NumberFormat('vi', { maximumFractionDigits: 3 }).format(value);

/** What no source states is said on the form itself. */
export const ASSUMED_LAYOUT =
  '[A] Bố cục của mẫu này do Kairyo giả định: chưa có văn bản nào trong nguồn nêu mẫu biểu. Phần đầu theo Nghị định 30/2020/NĐ-CP.';
export const assumed = (all: readonly Words[]): readonly string[] => [
  ASSUMED_LAYOUT,
  ...all.map(({ vi }) => (vi.startsWith('[A]') ? vi : `[A] ${vi}`)),
];
export const NOT_TOLD = 'DỰ KIẾN – chưa công bố, có thể thay đổi';
export const NOT_RATED = 'Không đánh giá trong kỳ này';
