import type { Words } from '../shared/language';
import type { Refusal } from '../shared/result';

/** Why a method cannot be tried on the given numbers, in words. `{name}` is filled from the refusal's params. */
export const ANALYSIS_REFUSALS = {
  TOO_FEW_VALUES: {
    vi: 'Chỉ có {given} giá trị dùng được; phương pháp này cần ít nhất {least} (ở mỗi đoạn).',
    en: 'There are only {given} values to use; this method needs at least {least} (in every segment).',
  },
  LENGTHS_DIFFER: {
    vi: 'Có {numerators} tử số nhưng {denominators} mẫu số; mỗi điểm cần một cặp.',
    en: 'There are {numerators} numerators but {denominators} denominators; each point needs one of both.',
  },
  PART_EXCEEDS_WHOLE: {
    vi: 'Ở điểm {index}, tử số {numerator} lớn hơn mẫu số {denominator}; tỷ lệ không thể vượt quá 100 %.',
    en: 'At point {index} the numerator {numerator} exceeds the denominator {denominator}; a share cannot exceed 100 %.',
  },
} as const satisfies Record<string, Words>;
export type AnalysisRefusalCode = keyof typeof ANALYSIS_REFUSALS;

export type Analysed<T> =
  { readonly ok: true; readonly analysis: T } | { readonly ok: false; readonly refusal: Refusal<AnalysisRefusalCode> };

export const analysed = <T>(analysis: T): { readonly ok: true; readonly analysis: T } => ({ ok: true, analysis });
