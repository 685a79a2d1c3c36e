import type { Words } from '../shared/language';

/** What a reader should know before relying on the answer. `{n}` is filled with a number. */
const NOTES = {
  BLANKS_LEFT_OUT: {
    vi: '{n} ô trống (hoặc mẫu số bằng 0) đã được bỏ qua, không tính là 0.',
    en: '{n} blanks (or denominators of 0) were left out; they do not count as 0.',
    ja: '空欄（または分母 0）が {n} 件あり、除外しました。0 としては数えていません。',
  },
  FEW_POINTS: {
    vi: 'Ít hơn {n} điểm: giới hạn và dấu hiệu chỉ là ước lượng thô.',
    en: 'Fewer than {n} points: limits and signals are rough.',
    ja: '点が {n} 個より少ないため、管理限界とシグナルは目安です。',
  },
  CONSTANT: {
    vi: 'Các giá trị không khác nhau nên không có gì để so sánh; đây không phải là dấu hiệu thay đổi.',
    en: 'The values do not differ, so there is nothing to compare; this is no sign of a change.',
    ja: '値に差がないため、比べるものがありません。これは変化を示すものではありません。',
  },
  LIMITS_WITHOUT_WIDTH: {
    vi: 'Các giá trị dùng để tính giới hạn không dao động, nên giới hạn không có độ rộng và không có điểm nào được coi là nằm ngoài giới hạn; dấu hiệu dịch chuyển và xu hướng vẫn được xét.',
    en: 'The values that make the limits do not vary, so the limits have no width and no point counts as outside them; shifts and trends are still looked for.',
    ja: '限界の計算に使う値にばらつきがないため、限界に幅がなく、限界外の点は数えません。水準の移動と傾向は確認します。',
  },
  TOO_FEW_A_SIDE: {
    vi: 'Mỗi bên cần ít nhất {n} giá trị.',
    en: 'Each side needs at least {n} values.',
    ja: 'それぞれの側に {n} 個以上の値が必要です。',
  },
  SMALL_SAMPLE: {
    vi: 'Một bên có ít hơn {n} giá trị: kết quả có thể thay đổi khi có thêm số liệu.',
    en: 'One side has fewer than {n} values: more of them may change the result.',
    ja: '値が {n} 個より少ない側があります。値が増えると結果が変わることがあります。',
  },
  EXACT_LINES: {
    vi: 'Các điểm nằm đúng trên đường thẳng, không có dao động ngẫu nhiên nào để so sánh; vì vậy không kết luận có thay đổi.',
    en: 'The points lie exactly on lines: there is no chance variation to compare with, so no change is concluded.',
    ja: '点がちょうど直線上に並んでいます。比べるべき偶然のばらつきがないため、変化があるとは判定しません。',
  },
  NEIGHBOURS_ALIKE: {
    vi: 'Các giá trị liền nhau giống nhau bất thường, nên p có thể quá nhỏ; hãy thận trọng với kết luận.',
    en: 'Values next to each other are unusually alike, so p may be too small; take the verdict with care.',
    ja: '隣り合う値がふだんより似ているため、p が小さく出すぎている可能性があります。判定は慎重に扱ってください。',
  },
  LEVEL_AND_SLOPE_DISAGREE: {
    vi: 'Mức thay đổi theo một hướng còn xu hướng thay đổi theo hướng ngược lại, nên không kết luận được.',
    en: 'The level moved one way and the slope the other, so neither improvement nor decline is concluded.',
    ja: '水準と傾きが逆の方向に動いたため、改善とも悪化とも判定しません。',
  },
} as const satisfies Record<string, Words>;

export const NOTE_CODES = [
  'BLANKS_LEFT_OUT',
  'FEW_POINTS',
  'CONSTANT',
  'LIMITS_WITHOUT_WIDTH',
  'TOO_FEW_A_SIDE',
  'SMALL_SAMPLE',
  'EXACT_LINES',
  'NEIGHBOURS_ALIKE',
  'LEVEL_AND_SLOPE_DISAGREE',
] as const satisfies readonly (keyof typeof NOTES)[];
export type NoteCode = keyof typeof NOTES;
export type Note = { readonly code: NoteCode; readonly words: Words };

/** The note where it is due, nothing else. */
export function noted(due: boolean, code: NoteCode, n = 0): readonly Note[] {
  const fill = (text: string): string => text.replace('{n}', String(n));
  return due ? [{ code, words: { vi: fill(NOTES[code].vi), en: fill(NOTES[code].en), ja: fill(NOTES[code].ja) } }] : [];
}

export const blanksNoted = (blanks: number): readonly Note[] => noted(blanks > 0, 'BLANKS_LEFT_OUT', blanks);
