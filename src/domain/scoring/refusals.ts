import type { Words } from '../shared/language';

/** Errors of a definition, in words: no value of whatever size could be scored by it. `{name}` is filled from the params. */
export const SCORING_REFUSALS = {
  TARGET_IS_BASELINE: {
    vi: 'Chỉ tiêu trùng với mức ban đầu ({target}) nên không có quãng đường để đo tiến độ; hãy sửa một trong hai.',
    en: 'The target is the baseline ({target}): there is no way between them to measure progress on; change one of them.',
    ja: '目標値が基準値（{target}）と同じため、進み具合を測る幅がありません。どちらかを変えてください。',
  },
  GOAL_IS_RED_FLAG: {
    vi: 'Mức mục tiêu trùng với mức báo động ({goal}); hãy sửa một trong hai.',
    en: 'The goal is the red flag ({goal}); change one of them.',
    ja: '目標値が警戒値（{goal}）と同じです。どちらかを変えてください。',
  },
  STEPS_DO_NOT_RISE: {
    vi: 'Các bậc phải xếp theo giá trị tăng dần, không trùng nhau; bậc thứ {step} không lớn hơn bậc trước.',
    en: 'The steps must stand by rising value, without equals; step {step} is not above the one before.',
    ja: '段階は、同じ値がないように小さい順に並べてください。段階 {step} が前の段階より大きくありません。',
  },
  RANGE_IS_EMPTY: {
    vi: 'Khoảng không có giá trị nào: cận dưới {low} lớn hơn cận trên {high}.',
    en: 'The range has no value in it: its low end {low} is above its high end {high}.',
    ja: '範囲に値がありません。下限 {low} が上限 {high} より大きくなっています。',
  },
  SCORE_IS_NOT_A_NUMBER: {
    vi: 'Với các số này quy tắc không cho ra điểm là một số; hãy kiểm tra lại chúng.',
    en: 'With these figures the rule gives no score that is a number; check them.',
    ja: 'この数値では、規則から数値の評点が得られません。数値を確認してください。',
  },
} as const satisfies Record<string, Words>;
export type ScoringRefusalCode = keyof typeof SCORING_REFUSALS;
