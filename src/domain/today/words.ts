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
  'review-value': owed(
    words('Nhập số liệu cho kỳ rà soát', 'Enter a figure for the review', 'レビュー用の数値を入力する'),
    words('Nhập số liệu', 'Enter the figure', '数値を入力'),
  ),
  'review-comment': owed(
    words('Nhận xét chỉ số ở mức đỏ', 'Comment on a red measure', '赤の指標にコメントする'),
    words('Viết nhận xét', 'Write the comment', 'コメントを書く'),
  ),
  'review-meeting': owed(
    words('Họp rà soát', 'Hold the review meeting', 'レビュー会議を開く'),
    words('Mở kỳ rà soát', 'Open the review', 'レビューを開く'),
  ),
  'review-close': owed(
    words('Kết thúc kỳ rà soát', 'Close the review', 'レビューを終える'),
    words('Mở kỳ rà soát', 'Open the review', 'レビューを開く'),
  ),
  'review-decision': owed(
    words('Thực hiện quyết định rà soát', 'Carry out a decision of the review', 'レビューの決定を実施する'),
    words('Báo cáo tình trạng', 'Report how it stands', '状況を報告'),
  ),
  'evaluation-self': owed(
    words('Tự đánh giá', 'Assess yourself', '自己評価'),
    words('Tự chấm điểm', 'Assess', '自己評価を書く'),
  ),
  'evaluation-rating': owed(
    words('Chấm điểm nhân viên', 'Rate your staff', '部下を評価する'),
    words('Mở danh sách nhân viên', 'Open the team', '部下の一覧を開く'),
  ),
  'evaluation-approval': owed(
    words('Phê duyệt kết quả đánh giá', 'Approve evaluations', '評価結果を承認する'),
    words('Xem và phê duyệt', 'Look and approve', '確認して承認'),
  ),
  'evaluation-calibration': owed(
    words('Hiệu chỉnh và công bố kết quả', 'Calibrate and publish', '評価を調整して公表する'),
    words('Mở kỳ đánh giá', 'Open the period', '評価期間を開く'),
  ),
  'evaluation-year': owed(
    words('Kết thúc kỳ đánh giá', 'Make the period final', '評価期間を確定する'),
    words('Mở kỳ đánh giá', 'Open the period', '評価期間を開く'),
  ),
  'evaluation-appeal': owed(
    words('Giải quyết khiếu nại', 'Decide an appeal', '不服申し立てを決定する'),
    words('Xem khiếu nại', 'Read the appeal', '申し立てを読む'),
  ),
  'idea-answer': owed(
    words('Trả lời sáng kiến', 'Answer an idea', '提案に回答する'),
    words('Mở sáng kiến', 'Open the idea', '提案を開く'),
  ),
  'training-plan': owed(
    words('Lập kế hoạch đào tạo', 'Plan a training', '研修計画を立てる'),
    words('Lập kế hoạch', 'Plan it', '計画する'),
  ),
  'training-completion': owed(
    words('Hoàn thành đào tạo', 'Complete a training', '研修を修了する'),
    words('Ghi minh chứng', 'Record the evidence', '証拠を記録'),
  ),
  'training-outcome': owed(
    words('Ghi kết quả sau đào tạo', 'Say what came of a training', '研修の成果を記録する'),
    words('Ghi kết quả', 'Record it', '成果を記録'),
  ),
  message: owed(words('Tin nhắn', 'Message', 'メッセージ'), words('Mở xem', 'Open', '開く')),
  look: words('Xem', 'Look', '見る'),
};
