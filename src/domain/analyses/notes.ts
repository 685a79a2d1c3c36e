import type { Words } from '../shared/language';

/** What a reader should know before relying on the answer. `{n}` is filled with a number. */
const NOTES = {
  BLANKS_LEFT_OUT: {
    vi: '{n} ô trống (hoặc mẫu số bằng 0) đã được bỏ qua, không tính là 0.',
    en: '{n} blanks (or denominators of 0) were left out; they do not count as 0.',
  },
  FEW_POINTS: {
    vi: 'Ít hơn {n} điểm: giới hạn và dấu hiệu chỉ là ước lượng thô.',
    en: 'Fewer than {n} points: limits and signals are rough.',
  },
  CONSTANT: {
    vi: 'Các giá trị không khác nhau nên không có gì để so sánh; đây không phải là dấu hiệu thay đổi.',
    en: 'The values do not differ, so there is nothing to compare; this is no sign of a change.',
  },
  TOO_FEW_A_SIDE: {
    vi: 'Mỗi bên cần ít nhất {n} giá trị.',
    en: 'Each side needs at least {n} values.',
  },
  SMALL_SAMPLE: {
    vi: 'Một bên có ít hơn {n} giá trị: kết quả có thể thay đổi khi có thêm số liệu.',
    en: 'One side has fewer than {n} values: more of them may change the result.',
  },
} as const satisfies Record<string, Words>;

export const NOTE_CODES = ['BLANKS_LEFT_OUT', 'FEW_POINTS', 'CONSTANT', 'TOO_FEW_A_SIDE', 'SMALL_SAMPLE'] as const;
export type NoteCode = keyof typeof NOTES;
export type Note = { readonly code: NoteCode; readonly words: Words };

/** The note where it is due, nothing else. */
export function noted(due: boolean, code: NoteCode, n = 0): readonly Note[] {
  const fill = (text: string): string => text.replace('{n}', String(n));
  return due ? [{ code, words: { vi: fill(NOTES[code].vi), en: fill(NOTES[code].en) } }] : [];
}

export const blanksNoted = (blanks: number): readonly Note[] => noted(blanks > 0, 'BLANKS_LEFT_OUT', blanks);
