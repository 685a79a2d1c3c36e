import type { Words } from '../shared/language';

/** Everything a survey can refuse, in words. `{name}` is filled from the refusal's params. */
export const SURVEY_REFUSALS = {
  NO_SUCH_SURVEY: {
    vi: 'Không có khảo sát «{id}».',
    en: 'There is no survey “{id}”.',
    ja: 'アンケート「{id}」はありません。',
  },
  SURVEY_EXISTS: {
    vi: 'Đã có khảo sát mang mã «{id}»; hãy chọn mã khác.',
    en: 'There is a survey “{id}” already; choose another id.',
    ja: 'アンケート「{id}」はすでにあります。別の ID を選んでください。',
  },
  NO_SUCH_TEMPLATE: {
    vi: 'Không có mẫu khảo sát «{id}»; các mẫu: {known}.',
    en: 'There is no survey template “{id}”; there are: {known}.',
    ja: 'アンケートのひな型「{id}」はありません。あるもの：{known}。',
  },
  SURVEY_NOT_IN_THIS_PHASE: {
    vi: 'Không thể thực hiện khi khảo sát ở trạng thái «{phase}»; lệnh này chỉ dùng ở trạng thái: {allowed}.',
    en: 'This cannot be done while the survey is “{phase}”; it belongs to: {allowed}.',
    ja: 'アンケートが「{phase}」の間はこの操作はできません。できる段階：{allowed}。',
  },
  SURVEY_IS_OVER: {
    vi: 'Khảo sát đã kết thúc lúc {at} và không thay đổi được nữa.',
    en: 'The survey ended at {at} and cannot be changed any more.',
    ja: 'アンケートは {at} に終了しており、変更できません。',
  },
  SURVEY_WOULD_CLOSE_BEFORE_IT_OPENS: {
    vi: 'Khảo sát sẽ đóng ({closesAt}) trước hoặc ngay khi mở ({opensAt}); hãy sửa thời điểm đóng.',
    en: 'The survey would close ({closesAt}) before or as it opens ({opensAt}); change when it closes.',
    ja: 'アンケートの終了（{closesAt}）が開始（{opensAt}）以前です。終了日時を変えてください。',
  },
  SURVEY_EXTENSION_MUST_BE_LATER: {
    vi: 'Thời điểm đóng mới phải sau thời điểm hiện tại của khảo sát, {current}.',
    en: 'The new closing must be later than the present one, {current}.',
    ja: '新しい終了日時は、現在の {current} より後でなければなりません。',
  },
  CYCLE_NEVER_BEGINS: {
    vi: 'Chu kỳ «{cycle}» đã kết thúc mà chưa từng thực hiện, nên khảo sát này không bao giờ mở; hãy nêu thời điểm mở.',
    en: 'The cycle “{cycle}” ended without a Do, so that this survey would never open; state when it opens.',
    ja: 'サイクル「{cycle}」は実行に入らずに終わったため、このアンケートは始まりません。開始日時を指定してください。',
  },
  SURVEY_NOT_OPEN_YET: {
    vi: 'Khảo sát chưa mở; thời điểm mở: {opensAt}.',
    en: 'The survey is not open yet; it opens: {opensAt}.',
    ja: 'アンケートはまだ始まっていません。開始：{opensAt}。',
  },
  SURVEY_IS_CLOSED: {
    vi: 'Khảo sát đã đóng lúc {closedAt}; cảm ơn bạn đã quan tâm.',
    en: 'The survey was closed at {closedAt}; thank you for your interest.',
    ja: 'アンケートは {closedAt} に終了しました。ご関心をお寄せいただき、ありがとうございました。',
  },
  ALREADY_ANSWERED: {
    vi: 'Đường dẫn này đã được dùng để trả lời; mỗi đường dẫn chỉ trả lời được một lần.',
    en: 'This link has been answered with already; a link takes one answer.',
    ja: 'このリンクではすでに回答済みです。一つのリンクで回答できるのは一度だけです。',
  },
  NO_SUCH_LINK: {
    vi: 'Đường dẫn khảo sát không đúng hoặc đã hết hạn; hãy dùng đúng đường dẫn đã nhận.',
    en: 'This link to the survey is not a valid one, or has expired; use the link as you received it.',
    ja: 'アンケートのリンクが正しくないか、期限が切れています。受け取ったリンクをそのままお使いください。',
  },
  SURVEY_HAS_NO_OPEN_LINK: {
    vi: 'Khảo sát này chỉ nhận trả lời qua đường dẫn được gửi riêng.',
    en: 'This survey takes answers only by the links that were handed out.',
    ja: 'このアンケートは、配布したリンクからの回答だけを受け付けます。',
  },
  LINK_UNIT_IS_ELSEWHERE: {
    vi: 'Đơn vị «{unit}» không thuộc đơn vị của khảo sát («{home}»).',
    en: 'The unit “{unit}” is not at or below the unit of the survey (“{home}”).',
    ja: '部署「{unit}」は、アンケートの部署（「{home}」）でも、その下の部署でもありません。',
  },
  NOT_A_GROUPING: {
    vi: 'Khảo sát này không cho xem kết quả theo «{by}»; có thể xem theo: {known}.',
    en: 'Results of this survey are not shown by “{by}”; they are by: {known}.',
    ja: 'このアンケートの結果は「{by}」別には表示できません。表示できるもの：{known}。',
  },
  TOO_MANY_REQUESTS: {
    vi: 'Quá nhiều yêu cầu từ địa chỉ này; hãy thử lại sau {seconds} giây.',
    en: 'Too many requests from this address; try again in {seconds} seconds.',
    ja: 'このアドレスからのリクエストが多すぎます。{seconds} 秒後にもう一度お試しください。',
  },
} as const satisfies Record<string, Words>;
export type SurveyRefusalCode = keyof typeof SURVEY_REFUSALS;
