import type { Words } from '../shared/language';

/** Why a definition cannot work, in words. `{name}` is filled from the refusal's params. */
export const INDICATOR_REFUSALS = {
  INDICATORS_FORM_A_CIRCLE: {
    vi: 'Các chỉ số phụ thuộc lẫn nhau thành vòng tròn: {circle}. Hãy bỏ một mối nối, hoặc dùng giá trị kỳ trước (previous).',
    en: 'The indicators depend on each other in a circle: {circle}. Take one link out, or use an earlier period (previous).',
  },
  SCORING_NEEDS_A_TARGET: {
    vi: 'Quy tắc chấm điểm «{rule}» cần chỉ tiêu (target).',
    en: 'The scoring rule “{rule}” needs a target.',
  },
  SCORING_NEEDS_A_BASELINE: {
    vi: 'Quy tắc chấm điểm «{rule}» cần mức ban đầu (baseline).',
    en: 'The scoring rule “{rule}” needs a baseline.',
  },
  SCORING_NEEDS_A_RANGE: {
    vi: 'Quy tắc chấm điểm «{rule}» cần khoảng giá trị: cho low và high, hoặc range của chỉ số.',
    en: 'The scoring rule “{rule}” needs a range: give low and high, or the range of the indicator.',
  },
  DIRECTION_NEEDS_A_RANGE: {
    vi: 'Chỉ số cần nằm trong một khoảng (direction: range) thì phải nêu khoảng đó trong range.',
    en: 'An indicator that should stay within a range (direction: range) must say which: give range.',
  },
  TRAJECTORY_HAS_OTHER_PERIODS: {
    vi: 'Lộ trình chỉ tiêu có kỳ {period}, nhưng chỉ số được đo theo {frequency}; hãy dùng các kỳ cùng độ dài.',
    en: 'The trajectory names the period {period}, but the indicator is measured by {frequency}; use periods of that length.',
  },
  TRAJECTORY_NAMES_A_PERIOD_TWICE: {
    vi: 'Lộ trình chỉ tiêu nêu kỳ {period} hai lần.',
    en: 'The trajectory names the period {period} twice.',
  },
  UNITS_HAVE_NO_LAST: {
    vi: 'Các đơn vị không có thứ tự thời gian nên không thể lấy giá trị cuối (overUnits: last); hãy chọn cách khác.',
    en: 'Units have no order in time, so there is no last of them (overUnits: last); choose another rule.',
  },
} as const satisfies Record<string, Words>;
export type IndicatorCode = keyof typeof INDICATOR_REFUSALS;
