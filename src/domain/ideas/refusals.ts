import type { Words } from '../shared/language';

/** Everything an idea can refuse, in words. `{name}` is filled from the refusal's params. */
export const IDEA_REFUSALS = {
  NO_SUCH_IDEA: {
    vi: 'Không có sáng kiến «{id}».',
    en: 'There is no idea “{id}”.',
    ja: '提案「{id}」はありません。',
  },
  IDEA_NOT_IN_THIS_STATE: {
    vi: 'Không thể thực hiện khi sáng kiến ở trạng thái «{status}»; việc này chỉ làm được ở trạng thái: {allowed}.',
    en: 'This cannot be done while the idea is “{status}”; it belongs to: {allowed}.',
    ja: '提案が「{status}」の間はこの操作はできません。できる状態：{allowed}。',
  },
  IDEA_IS_NOT_YOURS: {
    vi: 'Chỉ người đề xuất hoặc đồng tác giả mới làm được việc này; anh/chị có thể ủng hộ hoặc góp ý.',
    en: 'Only those who proposed the idea may do this; you may support it or comment on it.',
    ja: 'この操作は提案者だけができます。賛同やコメントはできます。',
  },
  IDEA_IS_YOUR_OWN: {
    vi: 'Đây là sáng kiến của chính anh/chị: việc ủng hộ, trả lời và gắn minh chứng phải do người khác làm.',
    en: 'This is your own idea: someone else must support it, answer it and link its evidence.',
    ja: 'ご自身の提案です。賛同・回答・証拠の登録はほかの人が行います。',
  },
  IDEA_CANNOT_BE_MERGED_THERE: {
    vi: 'Không thể gộp vào sáng kiến «{id}»: hãy chọn một sáng kiến khác còn đang mở.',
    en: 'It cannot be merged into “{id}”: choose another idea that is still open.',
    ja: '「{id}」には統合できません。受付中の別の提案を選んでください。',
  },
  IDEA_NEEDS_A_CYCLE: {
    vi: 'Không có chu kỳ «{id}». Minh chứng phải là một chu kỳ cải tiến đã khởi động.',
    en: 'There is no cycle “{id}”. Evidence must be an improvement cycle that was launched.',
    ja: 'サイクル「{id}」はありません。証拠は開始された改善サイクルでなければなりません。',
  },
  CYCLE_CAME_FROM_ANOTHER_IDEA: {
    vi: 'Chu kỳ «{id}» đã gắn với sáng kiến «{idea}»; nếu hai sáng kiến là một, hãy gộp chúng lại.',
    en: 'The cycle “{id}” is linked to the idea “{idea}” already; if both are one, merge them.',
    ja: 'サイクル「{id}」はすでに提案「{idea}」に結び付いています。同じ提案なら統合してください。',
  },
  CYCLE_IS_OLDER_THAN_THE_IDEA: {
    vi: 'Chu kỳ «{id}» khởi động lúc {at}, trước khi có sáng kiến, nên không thể là kết quả của sáng kiến.',
    en: 'The cycle “{id}” was launched at {at}, before the idea was proposed; it cannot have come from it.',
    ja: 'サイクル「{id}」は提案より前の {at} に開始されており、この提案の成果にはなりません。',
  },
  SPREAD_IS_OF_ANOTHER_UNIT: {
    vi: 'Chu kỳ minh chứng thuộc đơn vị «{cycleUnit}», không phải «{unit}».',
    en: 'The cycle given as evidence is of the unit “{cycleUnit}”, not “{unit}”.',
    ja: '証拠のサイクルは「{unit}」ではなく「{cycleUnit}」のものです。',
  },
  CONTRIBUTOR_NAMED_TWICE: {
    vi: 'Một người chỉ được nêu một lần trong danh sách đồng tác giả.',
    en: 'Each person may be named only once among the contributors.',
    ja: '共同提案者に同じ人を二度書くことはできません。',
  },
  CONTRIBUTOR_LEFT_OUT: {
    vi: 'Danh sách phải có đủ mọi tác giả; còn thiếu: {people}.',
    en: 'Everyone who contributed must be in the list; missing: {people}.',
    ja: '共同提案者全員を含めてください。抜けている人：{people}。',
  },
  SHARES_ARE_NOT_THE_WHOLE: {
    vi: 'Tổng các phần đóng góp phải bằng 1 (100%).',
    en: 'The shares must sum to 1 (100 %).',
    ja: '貢献の割合の合計は 1（100%）でなければなりません。',
  },
} as const satisfies Readonly<Record<string, Words>>;
export type IdeaRefusalCode = keyof typeof IDEA_REFUSALS;
