import type { Words } from '../shared/language';

/** Everything training can refuse, in words. `{name}` is filled from the refusal's params. */
export const TRAINING_REFUSALS = {
  NO_SUCH_NEED: {
    vi: 'Không có nhu cầu đào tạo «{id}».',
    en: 'There is no training need “{id}”.',
    ja: '研修ニーズ「{id}」はありません。',
  },
  NO_SUCH_COURSE: {
    vi: 'Không có khóa học «{id}» đang mở; hãy chọn trong danh sách khóa học.',
    en: 'No course “{id}” is on offer; choose one from the list of courses.',
    ja: '講座「{id}」は開講されていません。講座の一覧から選んでください。',
  },
  TRAINING_NOT_SUGGESTED: {
    vi: 'Tiêu chí «{criterion}» của bản đánh giá này không thuộc diện gợi ý: chưa công bố, đang khiếu nại, hoặc không thấp hơn ngưỡng. Có thể tự nêu nhu cầu kèm lý do.',
    en: 'The criterion “{criterion}” of this evaluation is not suggested: it is not published, is under appeal, or not below the limit. You may state a need with a reason instead.',
    ja: 'この評価の項目「{criterion}」は提案の対象ではありません（未公表、不服申し立て中、または基準以上）。理由を付けて自分でニーズを登録できます。',
  },
  TRAINING_ALREADY_ANSWERED: {
    vi: 'Gợi ý này đã được trả lời (trạng thái «{status}»); hãy mở nhu cầu đó để thay đổi.',
    en: 'This suggestion was answered already (“{status}”); open that need to change it.',
    ja: 'この提案にはすでに回答があります（「{status}」）。変更するにはそのニーズを開いてください。',
  },
  TRAINING_DROP_NEEDS_A_REASON: {
    vi: 'Bỏ một gợi ý phải kèm lý do.',
    en: 'Dropping a suggestion takes a reason.',
    ja: '提案を見送るには理由が必要です。',
  },
  TRAINING_NOT_IN_THIS_STATE: {
    vi: 'Không thể thực hiện khi nhu cầu ở trạng thái «{status}»; việc này chỉ làm được ở trạng thái: {allowed}.',
    en: 'This cannot be done while the need is “{status}”; it belongs to: {allowed}.',
    ja: 'ニーズが「{status}」の間はこの操作はできません。できる状態：{allowed}。',
  },
  TRAINING_ENDS_BEFORE_IT_BEGINS: {
    vi: 'Ngày kết thúc {to} trước ngày bắt đầu {from}.',
    en: 'It would end on {to}, before it begins on {from}.',
    ja: '終了日 {to} が開始日 {from} より前です。',
  },
  TRAINING_MENTOR_IS_THE_PERSON: {
    vi: 'Người hướng dẫn phải là người khác, không phải chính người được đào tạo.',
    en: 'The mentor must be somebody other than the person who is to learn.',
    ja: '指導者は、研修を受ける本人以外でなければなりません。',
  },
  TRAINING_DAY_LIES_AHEAD: {
    vi: 'Ngày hoàn thành {on} ở tương lai (hôm nay là {today}).',
    en: 'The day of completion, {on}, lies ahead (today is {today}).',
    ja: '完了日 {on} は未来の日付です（今日は {today}）。',
  },
  TRAINING_TOO_MANY_EVALUATIONS: {
    vi: 'Đơn vị «{unit}» có quá nhiều bản đánh giá để tính một lần; hãy chọn đơn vị nhỏ hơn.',
    en: 'The unit “{unit}” has too many evaluations to compute at once; choose a smaller unit.',
    ja: '部署「{unit}」の評価が多すぎて一度に計算できません。より小さい部署を選んでください。',
  },
} as const satisfies Readonly<Record<string, Words>>;
export type TrainingRefusalCode = keyof typeof TRAINING_REFUSALS;
