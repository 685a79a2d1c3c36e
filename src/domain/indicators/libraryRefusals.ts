import type { Words } from '../shared/language';

/** Why a definition is not taken, or not read as asked, in words. `{name}` is filled from the refusal's params. */
export const LIBRARY_REFUSALS = {
  NO_UNIT_YET: {
    vi: 'Chưa có đơn vị nào để đặt chỉ số; hãy tạo đơn vị trước (PUT /v1/units/…), hoặc nêu «home».',
    en: 'There is no unit yet that the indicator could belong to; make one first (PUT /v1/units/…), or state “home”.',
  },
  UNKNOWN_SURVEY: {
    vi: 'Không có khảo sát nào, hay chuỗi khảo sát nào, mang mã {id}.',
    en: 'There is no survey, and no series of surveys, with the id {id}.',
  },
  OWN_COUNTER_INDICATOR: {
    vi: 'Chỉ số không thể tự đối trọng với chính nó; hãy chọn chỉ số khác làm counterIndicator.',
    en: 'An indicator cannot be its own counter-indicator; choose another one.',
  },
  PERIODS_ARE_FINER: {
    vi: 'Chỉ số này được đo theo {frequency}; không có giá trị theo {asked}. Hãy chọn kỳ bằng hoặc dài hơn.',
    en: 'This indicator is measured by {frequency}; there are no values by {asked}. Choose periods as long, or longer.',
  },
  TOO_MANY_PERIODS: {
    vi: 'Khoảng này có {count} kỳ, nhiều nhất được {limit}; hãy rút ngắn hoặc chọn kỳ dài hơn (by).',
    en: 'These are {count} periods, at most {limit} are answered; shorten the range, or choose longer periods (by).',
  },
  NO_COUNTS_TO_CHART: {
    vi: 'Các giá trị này không có tử số và mẫu số nên không vẽ được biểu đồ p′; hãy dùng chart=xmr.',
    en: 'These values have no numerators and denominators, so there is no p′ chart of them; use chart=xmr.',
  },
} as const satisfies Record<string, Words>;
export type LibraryCode = keyof typeof LIBRARY_REFUSALS;
