import type { Words } from '../shared/language';

/** Errors of a definition, in words, and values that a rule cannot score. `{name}` is filled from the params. */
export const SCORING_REFUSALS = {
  TARGET_IS_BASELINE: {
    vi: 'Chỉ tiêu trùng với mức ban đầu ({target}) nên không có quãng đường để đo tiến độ; hãy sửa một trong hai.',
    en: 'The target is the baseline ({target}): there is no way between them to measure progress on; change one of them.',
    ja: '目標値が基準値（{target}）と同じため、進み具合を測る幅がありません。どちらかを変えてください。',
  },
  GOAL_IS_RED_FLAG: {
    vi: 'Mức cần đạt trùng với mức báo động ({goal}); hãy sửa một trong hai.',
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
  ATTAINMENT_TARGET_NOT_POSITIVE: {
    vi: 'Mức đạt so với chỉ tiêu cần chỉ tiêu lớn hơn 0, không phải {target}; hãy sửa chỉ tiêu hoặc chọn quy tắc khác (càng thấp càng tốt: quy tắc “so với mục tiêu” tính được cả chỉ tiêu 0).',
    en: 'Attainment needs a target above 0, not {target}; change the target or take another rule (lower is better: the rule “against the target” also knows a target of 0).',
    ja: '達成率には 0 より大きい目標値が必要です（今は {target}）。目標値を直すか、別の規則を選んでください（低いほど良い場合、「目標値との比」の規則なら目標値 0 でも計算できます）。',
  },
  ATTAINMENT_VALUE_NOT_POSITIVE: {
    vi: 'Chỉ tiêu ÷ giá trị không tính được khi giá trị là {value}: cần lớn hơn 0. Hãy kiểm tra giá trị, hoặc chọn quy tắc “càng thấp càng tốt, so với mục tiêu”.',
    en: 'Target ÷ value cannot be taken of a value of {value}: it must be above 0. Check the value, or take the rule “lower is better, against the target”.',
    ja: '値が {value} のとき「目標値 ÷ 値」は計算できません（0 より大きい値が必要です）。値を確認するか、「低いほど良い（目標値との比）」の規則を選んでください。',
  },
  SCORE_IS_NOT_A_NUMBER: {
    vi: 'Với các số này quy tắc không cho ra điểm là một số; hãy kiểm tra lại chúng.',
    en: 'With these figures the rule gives no score that is a number; check them.',
    ja: 'この数値では、規則から数値の評点が得られません。数値を確認してください。',
  },
} as const satisfies Record<string, Words>;
export type ScoringRefusalCode = keyof typeof SCORING_REFUSALS;
