import type { Words } from '../shared/language';

/** Everything a review can refuse, in words. `{name}` is filled from the refusal's params. */
export const REVIEW_REFUSALS = {
  NO_SUCH_REVIEW: {
    vi: 'Không có kỳ rà soát «{id}».',
    en: 'There is no review “{id}”.',
    ja: 'レビュー「{id}」はありません。',
  },
  NO_SUCH_REVIEW_PLAN: {
    vi: 'Không có kế hoạch rà soát «{id}».',
    en: 'There is no review plan “{id}”.',
    ja: 'レビュー計画「{id}」はありません。',
  },
  UNKNOWN_REVIEW_SUBJECT: {
    vi: 'Không có {type} «{id}» để rà soát; hãy tạo trước hoặc chọn đối tượng khác.',
    en: 'There is no {type} “{id}” to review; make it first, or choose another subject.',
    ja: 'レビューの対象となる {type}「{id}」はありません。先に作成するか、別の対象を選んでください。',
  },
  REVIEW_EXISTS: {
    vi: 'Kỳ rà soát «{id}» đã được mở; mỗi kế hoạch chỉ có một kỳ rà soát cho mỗi kỳ.',
    en: 'The review “{id}” has been opened already; a plan has one review a period.',
    ja: 'レビュー「{id}」はすでに始まっています。レビューは計画ごとに各期一回です。',
  },
  REVIEW_PERIOD_NOT_OVER: {
    vi: 'Kỳ {period} đến hết ngày {last} mới kết thúc; chỉ rà soát được kỳ đã kết thúc.',
    en: 'The period {period} is not over before the end of {last}; a review is of a period that has ended.',
    ja: '{period} は {last} まで続きます。レビューできるのは、終わった期だけです。',
  },
  REVIEW_PERIOD_OF_ANOTHER_LENGTH: {
    vi: '«{period}» không phải là kỳ của kế hoạch này (theo {frequency}).',
    en: '“{period}” is not a period of this plan, which goes by {frequency}.',
    ja: '「{period}」はこの計画の期間単位（{frequency}）ではありません。',
  },
  REVIEW_NOT_IN_THIS_PHASE: {
    vi: 'Không thể thực hiện khi kỳ rà soát ở giai đoạn «{phase}»; việc này thuộc giai đoạn: {allowed}.',
    en: 'This cannot be done while the review is “{phase}”; it belongs to: {allowed}.',
    ja: 'レビューが「{phase}」の間はこの操作はできません。できる段階：{allowed}。',
  },
  REVIEW_IS_CANCELLED: {
    vi: 'Kỳ rà soát đã bị hủy lúc {at} và không thay đổi được nữa.',
    en: 'The review was cancelled at {at} and cannot be changed any more.',
    ja: 'レビューは {at} に中止され、変更できません。',
  },
  EARLIER_DECISIONS_WITHOUT_STATUS: {
    vi: 'Chưa thể kết thúc: các quyết định kỳ trước còn mở, hãy ghi đã xong, bỏ hoặc chuyển tiếp: {decisions}.',
    en: 'The review cannot be closed yet: say of these earlier decisions whether they are done, dropped or carried over: {decisions}.',
    ja: 'まだ終了できません。前回までの決定について、完了・取りやめ・継続のいずれかを記録してください：{decisions}。',
  },
  RED_WITHOUT_A_COMMENT: {
    vi: 'Chưa thể kết thúc: các chỉ số ở mức đỏ cần có nhận xét: {measures}.',
    en: 'The review cannot be closed yet: these measures are red and need a comment: {measures}.',
    ja: 'まだ終了できません。赤の指標にはコメントが必要です：{measures}。',
  },
  NOT_A_MEASURE_OF_THE_REVIEW: {
    vi: '«{measure}» không thuộc kỳ rà soát này; các chỉ số được rà soát: {known}.',
    en: '“{measure}” is not under review here; the measures are: {known}.',
    ja: '「{measure}」はこのレビューの指標ではありません。対象の指標：{known}。',
  },
  PRESENT_AND_ABSENT: {
    vi: 'Một người không thể vừa có mặt vừa vắng mặt: {persons}.',
    en: 'Nobody can be both present and absent: {persons}.',
    ja: '出席と欠席の両方に名前があります：{persons}。',
  },
  MEETING_LIES_AHEAD: {
    vi: 'Cuộc họp ngày {on} chưa diễn ra (hôm nay là {today}); chỉ ghi biên bản sau khi họp.',
    en: 'The meeting of {on} lies ahead (today is {today}); it is recorded once it was held.',
    ja: '{on} の会議はまだ開かれていません（本日は {today}）。記録は会議の後に行ってください。',
  },
  MEETING_WOULD_BE_PAST: {
    vi: 'Ngày họp mới {meeting} đã qua (hôm nay là {today}); hãy chọn hôm nay hoặc một ngày sau.',
    en: 'The new day of the meeting, {meeting}, is past (today is {today}); choose today or a later day.',
    ja: '新しい会議日 {meeting} は過ぎています（本日は {today}）。本日以降の日を選んでください。',
  },
  MEETING_IS_ON_THAT_DAY: {
    vi: 'Cuộc họp vốn đã vào ngày {meeting}; hãy chọn ngày khác.',
    en: 'The meeting is on {meeting} already; choose another day.',
    ja: '会議はすでに {meeting} の予定です。別の日を選んでください。',
  },
  DECISION_KEY_IS_TAKEN: {
    vi: 'Đã có quyết định mang mã «{key}» trong kỳ rà soát này; hãy dùng mã khác.',
    en: 'There is a decision “{key}” in this review already; choose another key.',
    ja: '決定「{key}」はこのレビューにすでにあります。別のキーを使ってください。',
  },
  DECISION_DUE_IS_PAST: {
    vi: 'Hạn {due} đã qua (hôm nay là {today}); hãy chọn hôm nay hoặc một ngày sau.',
    en: 'The due day {due} is past (today is {today}); choose today or a later day.',
    ja: '期限 {due} は過ぎています（本日は {today}）。本日以降の日を選んでください。',
  },
  NO_SUCH_DECISION: {
    vi: 'Không có quyết định «{id}» trong kỳ rà soát này hoặc kỳ trước.',
    en: 'There is no decision “{id}” in this review or the one before.',
    ja: '決定「{id}」は、このレビューにも前回のレビューにもありません。',
  },
  NO_MEMO_YET: {
    vi: 'Báo cáo tóm tắt chưa được lập; sẽ có lúc {at}, hoặc lập ngay bằng lệnh PrepareMemoNow.',
    en: 'The memo is not prepared yet; it will be at {at}, or now with PrepareMemoNow.',
    ja: 'メモはまだ作成されていません。{at} に作成されます。すぐに必要なら PrepareMemoNow を使ってください。',
  },
} as const satisfies Record<string, Words>;
export type ReviewRefusalCode = keyof typeof REVIEW_REFUSALS;
