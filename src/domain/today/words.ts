import type { Words } from '../shared/language';
import type { TodayKind } from './today';

/** What is owed, and the button that does it. */
type Owed = { readonly owed: Words; readonly action: Words };
const words = (vi: string, en: string, ja: string): Words => ({ vi, en, ja });
const owed = (what: Words, action: Words): Owed => ({ owed: what, action });

export const TODAY_WORDS: Readonly<Record<TodayKind, Owed>> & { readonly look: Words } = {
  'complete-plan': owed(
    words('Hoàn thiện kế hoạch', 'Complete the plan', '計画を仕上げる'),
    words('Soạn tiếp', 'Go on writing', '続きを書く'),
  ),
  'approve-plan': owed(
    words('Phê duyệt kế hoạch', 'Approve the plan', '計画を承認する'),
    words('Xem và phê duyệt', 'Read and approve', '確認して承認'),
  ),
  countermeasure: owed(
    words('Thực hiện giải pháp', 'Carry out the countermeasure', '対策を実施する'),
    words('Cập nhật tiến độ', 'Report progress', '進み具合を記録'),
  ),
  review: owed(
    words('Rà soát kết quả kiểm tra', 'Review the result', '評価の結果をレビューする'),
    words('Ghi kết quả rà soát', 'Write the review', 'レビューを記録'),
  ),
  decision: owed(
    words('Quyết định sau kiểm tra', 'Decide on the change', '評価後の判断を行う'),
    words('Ra quyết định', 'Decide', '判断する'),
  ),
  'approve-observation': owed(
    words('Phê duyệt số liệu', 'Approve the figure', '数値を承認する'),
    words('Xem và phê duyệt', 'Look and approve', '確認して承認'),
  ),
  message: owed(words('Tin nhắn', 'Message', 'メッセージ'), words('Mở xem', 'Open', '開く')),
  look: words('Xem', 'Look', '見る'),
};
