import type { Words } from '../shared/language';

/** Why a definition cannot work, in words. `{name}` is filled from the refusal's params. */
export const INDICATOR_REFUSALS = {
  INDICATORS_FORM_A_CIRCLE: {
    vi: 'Các chỉ số phụ thuộc lẫn nhau thành vòng tròn: {circle}. Hãy bỏ một mối nối, hoặc dùng giá trị kỳ trước (previous).',
    en: 'The indicators depend on each other in a circle: {circle}. Take one link out, or use an earlier period (previous).',
    ja: '指標が循環して参照しています：{circle}。つながりを一つ外すか、前の期間（previous）を使ってください。',
  },
  SCORING_NEEDS_A_TARGET: {
    vi: 'Quy tắc chấm điểm «{rule}» cần chỉ tiêu (target).',
    en: 'The scoring rule “{rule}” needs a target.',
    ja: '評点の規則「{rule}」には目標値が必要です。',
  },
  SCORING_NEEDS_A_BASELINE: {
    vi: 'Quy tắc chấm điểm «{rule}» cần mức ban đầu (baseline).',
    en: 'The scoring rule “{rule}” needs a baseline.',
    ja: '評点の規則「{rule}」には基準値が必要です。',
  },
  SCORING_NEEDS_A_RANGE: {
    vi: 'Quy tắc chấm điểm «{rule}» cần khoảng giá trị: cho low và high, hoặc range của chỉ số.',
    en: 'The scoring rule “{rule}” needs a range: give low and high, or the range of the indicator.',
    ja: '評点の規則「{rule}」には範囲が必要です。low と high を指定するか、指標の範囲を使ってください。',
  },
  SCORING_NEEDS_A_DIRECTION: {
    vi: 'Quy tắc chấm điểm «{rule}» cần chỉ số càng cao càng tốt hoặc càng thấp càng tốt; với một khoảng, hãy dùng quy tắc «range».',
    en: 'The scoring rule “{rule}” needs an indicator of which higher or lower is better; for a range take the rule “range”.',
    ja: '評点の規則「{rule}」は、高いほど良い、または低いほど良い指標に使います。範囲の指標には規則「range」を使ってください。',
  },
  DIRECTION_NEEDS_A_RANGE: {
    vi: 'Chỉ số cần nằm trong một khoảng (direction: range) thì phải nêu khoảng đó trong range.',
    en: 'An indicator that should stay within a range (direction: range) must say which: give range.',
    ja: '範囲内に収めるべき指標（direction: range）には、その範囲（range）を指定してください。',
  },
  TRAJECTORY_HAS_OTHER_PERIODS: {
    vi: 'Lộ trình chỉ tiêu có kỳ {period}, nhưng chỉ số được đo theo {frequency}; hãy dùng các kỳ cùng độ dài.',
    en: 'The trajectory names the period {period}, but the indicator is measured by {frequency}; use periods of that length.',
    ja: '推移の計画に期間 {period} がありますが、指標は {frequency} ごとに測ります。その長さの期間を使ってください。',
  },
  TRAJECTORY_NAMES_A_PERIOD_TWICE: {
    vi: 'Lộ trình chỉ tiêu nêu kỳ {period} hai lần.',
    en: 'The trajectory names the period {period} twice.',
    ja: '推移の計画に期間 {period} が二度あります。',
  },
  UNITS_HAVE_NO_LAST: {
    vi: 'Các đơn vị không có thứ tự thời gian nên không thể lấy giá trị cuối (overUnits: last); hãy chọn cách khác.',
    en: 'Units have no order in time, so there is no last of them (overUnits: last); choose another rule.',
    ja: '部署には時間の順序がなく、最後の部署はありません（overUnits: last）。別の規則を選んでください。',
  },
} as const satisfies Record<string, Words>;
export type IndicatorCode = keyof typeof INDICATOR_REFUSALS;
