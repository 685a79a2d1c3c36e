import type { Words } from '../shared/language';
import type { Refusal } from '../shared/result';

/** Why a method cannot be tried on the given numbers, in words. `{name}` is filled from the refusal's params. */
export const ANALYSIS_REFUSALS = {
  TOO_FEW_VALUES: {
    vi: 'Chỉ có {given} giá trị dùng được; phương pháp này cần ít nhất {least} (ở mỗi đoạn).',
    en: 'There are only {given} values to use; this method needs at least {least} (in every segment).',
    ja: '使える値が {given} 個しかありません。この方法には（各区間に）{least} 個以上必要です。',
  },
  LENGTHS_DIFFER: {
    vi: 'Có {numerators} tử số nhưng {denominators} mẫu số; mỗi điểm cần một cặp.',
    en: 'There are {numerators} numerators but {denominators} denominators; each point needs one of both.',
    ja: '分子が {numerators} 個、分母が {denominators} 個あります。各点に分子と分母が一つずつ必要です。',
  },
  PART_EXCEEDS_WHOLE: {
    vi: 'Ở điểm {index}, tử số {numerator} lớn hơn mẫu số {denominator}; tỷ lệ không thể vượt quá 100 %.',
    en: 'At point {index} the numerator {numerator} exceeds the denominator {denominator}; a share cannot exceed 100 %.',
    ja: '点 {index} で分子 {numerator} が分母 {denominator} を超えています。割合は 100 % を超えられません。',
  },
} as const satisfies Record<string, Words>;
export type AnalysisRefusalCode = keyof typeof ANALYSIS_REFUSALS;

export type Analysed<T> =
  { readonly ok: true; readonly analysis: T } | { readonly ok: false; readonly refusal: Refusal<AnalysisRefusalCode> };

export const analysed = <T>(analysis: T): { readonly ok: true; readonly analysis: T } => ({ ok: true, analysis });
