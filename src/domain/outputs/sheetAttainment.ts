import type { IndicatorDefinition } from '../indicators/indicator.schema';
import { filledWords } from '../scorecards/words';
import { SCORING_REFUSALS } from '../scoring/refusals';
import type { Words } from '../shared/language';
import { attained } from './attainmentBand';
import type { Attained } from './attainmentBand';

/** Attainment of a value, or in words why there is none. */
export function attainmentOf(
  value: number | undefined,
  target: number | undefined,
  direction: IndicatorDefinition['direction'] = 'higher',
): { readonly attained?: Attained; readonly note?: Words } {
  if (direction === 'range') return { note: NOTES.range };
  if (value === undefined) return { note: NOTES.noValue };
  if (target === undefined) return { note: NOTES.noTarget };
  const result = attained({ value, target, better: direction });
  if (!result.ok) return { note: refused(result.refusal.code, { value, target }) };
  return { attained: result.attained, ...(result.attained.overAchieved && { note: NOTES.overAchieved }) };
}

function refused(code: string, params: Readonly<Record<string, number>>): Words {
  const words = new Map<string, Words>(Object.entries(SCORING_REFUSALS)).get(code);
  return words === undefined ? { vi: code, en: code, ja: code } : filledWords(words, params);
}

const NOTES = {
  range: {
    vi: 'Chỉ số theo khoảng: không tính mức đạt.',
    en: 'It is to stay within a range: no attainment is computed.',
    ja: '範囲で管理する指標のため、達成度は計算しません。',
  },
  noValue: { vi: 'Chưa có giá trị của kỳ.', en: 'The period has no value yet.', ja: 'この期間の値がありません。' },
  noTarget: { vi: 'Chưa có chỉ tiêu.', en: 'There is no target.', ja: '目標値がありません。' },
  overAchieved: {
    vi: 'Vượt xa chỉ tiêu: hãy xem chỉ tiêu có đặt đúng không.',
    en: 'Far above the target: ask whether the target was right.',
    ja: '目標を大きく上回っています。目標値が適切だったか確認してください。',
  },
} as const satisfies Record<string, Words>;
