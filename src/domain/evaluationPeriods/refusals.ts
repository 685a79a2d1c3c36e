import type { Words } from '../shared/language';

/** Everything a period of evaluation can refuse, in words. `{name}` is filled from the refusal's params. */
export const PERIOD_REFUSALS = {
  RESULTS_NOT_PUBLISHED: {
    vi: 'Kết quả của kỳ này chưa công bố. Hãy lấy sau khi công bố; danh sách dự kiến có ở bảng tổng hợp.',
    en: 'The results of this period are not published yet. Ask again after the publication; the provisional list is the form of the period.',
    ja: 'この期間の結果はまだ公表されていません。公表後に取得してください。暫定の一覧は期間の様式で見られます。',
  },
  NO_SUCH_EVALUATION_PERIOD: {
    vi: 'Không có kỳ đánh giá «{id}».',
    en: 'There is no evaluation period “{id}”.',
    ja: '評価期間「{id}」はありません。',
  },
  EVALUATION_PERIOD_EXISTS: {
    vi: 'Kỳ đánh giá «{id}» đã được mở; mỗi chế độ chỉ có một đợt đánh giá cho mỗi đơn vị và kỳ.',
    en: 'The evaluation period “{id}” has been opened already; there is one for each scheme, unit and period.',
    ja: '評価期間「{id}」はすでに始まっています。制度・部署・期ごとに一つだけです。',
  },
  EVALUATION_PERIOD_OF_ANOTHER_LENGTH: {
    vi: '«{period}» không phải là kỳ của chế độ này (theo {cadence}).',
    en: '“{period}” is not a period of this scheme, which goes by {cadence}.',
    ja: '「{period}」はこの制度の期間単位（{cadence}）ではありません。',
  },
  EVALUATED_BY_ANOTHER_SCHEME: {
    vi: '{count} người đã được đánh giá theo chế độ khác trong những ngày này ({period}): {people}. Hãy loại trừ họ khi mở kỳ (excluded), thu hẹp nhóm áp dụng của một trong hai chế độ, hoặc hủy kỳ kia.',
    en: '{count} people are evaluated by another scheme in these days already ({period}): {people}. Exclude them from this period, narrow the group of one of the two schemes, or cancel the other period.',
    ja: 'この期間、{count} 人がすでに別の制度で評価されています（{period}）：{people}。この期間の対象から外すか、どちらかの制度の対象を狭めるか、もう一方の期間を中止してください。',
  },
  EVALUATION_PERIOD_LIES_AHEAD: {
    vi: 'Kỳ {period} chưa bắt đầu; sớm nhất mở được vào ngày {first}.',
    en: 'The period {period} has not begun; it can be opened from {first}.',
    ja: '{period} はまだ始まっていません。{first} から開けます。',
  },
  PERIOD_NOT_IN_THIS_PHASE: {
    vi: 'Không thể thực hiện khi kỳ đánh giá ở bước «{phase}»; việc này thuộc bước: {allowed}.',
    en: 'This cannot be done while the evaluation period is at “{phase}”; it belongs to: {allowed}.',
    ja: '評価期間が「{phase}」の間はこの操作はできません。できる段階：{allowed}。',
  },
  PERIOD_IS_CANCELLED: {
    vi: 'Kỳ đánh giá đã bị hủy lúc {at}.',
    en: 'The evaluation period was cancelled at {at}.',
    ja: '評価期間は {at} に中止されました。',
  },
  PERIOD_IS_PAUSED: {
    vi: 'Kỳ đánh giá đang tạm dừng ({reason}); hãy cho tiếp tục trước.',
    en: 'The evaluation period is paused ({reason}); resume it first.',
    ja: '評価期間は一時停止中です（{reason}）。先に再開してください。',
  },
  PERIOD_IS_NOT_PAUSED: {
    vi: 'Kỳ đánh giá không bị tạm dừng.',
    en: 'The evaluation period is not paused.',
    ja: '評価期間は一時停止されていません。',
  },
  STEP_IS_OVER: {
    vi: 'Bước «{step}» đã kết thúc nên không gia hạn được.',
    en: 'The step “{step}” is over and cannot be extended.',
    ja: '「{step}」の段階は終わっているため、延長できません。',
  },
  EXTENSION_IS_NOT_LATER: {
    vi: 'Hạn mới {to} phải sau hạn hiện tại {day}.',
    en: 'The new deadline {to} must lie after the present one, {day}.',
    ja: '新しい期限 {to} は、現在の期限 {day} より後の日にしてください。',
  },
  EXTENSION_IS_PAST: {
    vi: 'Hạn mới {to} đã qua (hôm nay là {today}); hãy chọn hôm nay hoặc một ngày sau.',
    en: 'The new deadline {to} is past (today is {today}); choose today or a later day.',
    ja: '新しい期限 {to} は過ぎています（本日は {today}）。本日以降の日を選んでください。',
  },
  CALIBRATION_NOT_HELD: {
    vi: 'Chưa công bố được: cuộc họp hiệu chỉnh chưa được ghi nhận (biên bản và người dự).',
    en: 'This cannot be published yet: no calibration meeting is recorded (minutes and attendance).',
    ja: 'まだ公表できません。調整会議の記録（議事録と出席者）がありません。',
  },
  SOMEBODY_IS_UNRATED: {
    vi: 'Chưa công bố được: {count} người chưa được chấm điểm và phê duyệt, trong đó có {persons}. Hãy chấm và phê duyệt, hoặc đưa ra khỏi kỳ này với lý do.',
    en: 'This cannot be published yet: {count} people are not rated and approved, among them {persons}. Rate and approve them, or exclude them from this period with a reason.',
    ja: 'まだ公表できません。{count} 人の評価と承認が終わっていません（{persons} など）。評価・承認するか、理由を付けて今期の対象から外してください。',
  },
  QUOTA_IS_EXCEEDED: {
    vi: 'Chưa công bố được: vượt tỷ lệ tối đa ({groups}). Hãy chấp nhận phương án tỷ lệ hoặc hiệu chỉnh điểm.',
    en: 'This cannot be published yet: the quota is exceeded ({groups}). Accept the proposal of the quota, or calibrate.',
    ja: 'まだ公表できません。上限の割合を超えています（{groups}）。割合の提案を承認するか、評価を調整してください。',
  },
  NO_QUOTA_IN_SCHEME: {
    vi: 'Chế độ đánh giá này không có quy định tỷ lệ tối đa; không có gì để chấp nhận.',
    en: 'This scheme has no quota; there is nothing to accept.',
    ja: 'この制度には割合の上限がないため、承認するものはありません。',
  },
  QUOTA_TIE_IS_OPEN: {
    vi: 'Những người sau bằng điểm nhau ở ranh giới tỷ lệ: {persons}. Hội đồng phải chọn ai giữ mức xếp loại trong «keep».',
    en: 'These people have equal points across the limit: {persons}. The calibrating body has to choose in “keep” who keeps the class.',
    ja: '次の人は上限の境目で同点です：{persons}。区分を維持する人を調整会議で決め、keep に指定してください。',
  },
  QUOTA_LOWER_OVER_HIGHER: {
    vi: 'Không thể giữ {kept} và hạ {lowered} là người có điểm cao hơn; nếu cần, hãy hiệu chỉnh điểm kèm lý do.',
    en: '{kept} cannot be kept while {lowered}, who has more points, is lowered; calibrate the ratings with a reason where that is needed.',
    ja: '点数の高い {lowered} を下げて {kept} を維持することはできません。必要なら理由を付けて評価を調整してください。',
  },
  QUOTA_REASON_NEEDED: {
    vi: 'Giữ nhiều hơn tỷ lệ cho phép ({groups}) cần có lý do.',
    en: 'Keeping more than the quota allows ({groups}) needs a reason.',
    ja: '上限を超えて維持する場合（{groups}）は理由が必要です。',
  },
  APPEALS_ARE_STILL_POSSIBLE: {
    vi: 'Chưa kết thúc được: còn có thể khiếu nại đến hết ngày {day}.',
    en: 'This cannot be made final yet: appeals are possible until the end of {day}.',
    ja: 'まだ確定できません。{day} までは不服申し立てができます。',
  },
  APPEALS_ARE_OPEN: {
    vi: 'Chưa kết thúc được: còn {count} khiếu nại chưa giải quyết ({persons}). Hãy giải quyết trước.',
    en: 'This cannot be made final yet: {count} appeals are open ({persons}). Decide them first.',
    ja: 'まだ確定できません。未決の不服申し立てが {count} 件あります（{persons}）。先に決定してください。',
  },
} as const satisfies Record<string, Words>;
export type PeriodRefusalCode = keyof typeof PERIOD_REFUSALS;
