import type { Words } from '../shared/language';

/** Why a definition is not taken, or not read as asked, in words. `{name}` is filled from the refusal's params. */
export const LIBRARY_REFUSALS = {
  NO_UNIT_YET: {
    vi: 'Chưa có đơn vị nào để đặt chỉ số; hãy tạo đơn vị trước (PUT /v1/units/…), hoặc nêu «home».',
    en: 'There is no unit yet that the indicator could belong to; make one first (PUT /v1/units/…), or state “home”.',
    ja: '指標が属する部署がまだありません。先に部署を作成する（PUT /v1/units/…）か、「home」を指定してください。',
  },
  UNKNOWN_SURVEY: {
    vi: 'Không có khảo sát nào, hay chuỗi khảo sát nào, mang mã {id}.',
    en: 'There is no survey, and no series of surveys, with the id {id}.',
    ja: 'ID が {id} のアンケートも、アンケートの系列もありません。',
  },
  OWN_COUNTER_INDICATOR: {
    vi: 'Chỉ số không thể tự đối trọng với chính nó; hãy chọn chỉ số khác làm counterIndicator.',
    en: 'An indicator cannot be its own counter-indicator; choose another one.',
    ja: '指標を自分自身の対抗指標にすることはできません。別の指標を選んでください。',
  },
  PERIODS_ARE_FINER: {
    vi: 'Chỉ số này được đo theo {frequency}; không có giá trị theo {asked}. Hãy chọn kỳ bằng hoặc dài hơn.',
    en: 'This indicator is measured by {frequency}; there are no values by {asked}. Choose periods as long, or longer.',
    ja: 'この指標は {frequency} ごとに測るため、{asked} ごとの値はありません。同じか、より長い期間を選んでください。',
  },
  TOO_MANY_PERIODS: {
    vi: 'Khoảng này có {count} kỳ, nhiều nhất được {limit}; hãy rút ngắn hoặc chọn kỳ dài hơn (by).',
    en: 'These are {count} periods, at most {limit} are answered; shorten the range, or choose longer periods (by).',
    ja: '{count} 期間あります。一度に回答できるのは {limit} 期間までです。範囲を狭めるか、より長い期間（by）を選んでください。',
  },
  NO_COUNTS_TO_CHART: {
    vi: 'Các giá trị này không có tử số và mẫu số nên không vẽ được biểu đồ p′; hãy dùng chart=xmr.',
    en: 'These values have no numerators and denominators, so there is no p′ chart of them; use chart=xmr.',
    ja: 'これらの値には分子と分母がないため、p′ 管理図は作れません。chart=xmr を使ってください。',
  },
} as const satisfies Record<string, Words>;
export type LibraryCode = keyof typeof LIBRARY_REFUSALS;
