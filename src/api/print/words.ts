import { withBlanks } from '../../domain/shared/blanks';
import type { Language, Words } from '../../domain/shared/language';
import { speaking } from '../../domain/terms/inTerms';
import type { OwnTerms } from '../../domain/terms/inTerms';
import { OUTPUT_WORDS } from './wordsOfOutputs';

const words = (vi: string, en: string, ja: string): Words => ({ vi, en, ja });

/** What is printed beside the words of people. */
const PRINTED = {
  ...OUTPUT_WORDS,
  problem: words('Vấn đề', 'Problem', '問題'),
  causes: words('Nguyên nhân', 'Causes', '原因'),
  aim: words('Mục tiêu', 'Aim', '目標'),
  indicators: words('Chỉ số và dự báo', 'Indicators and predictions', '指標と予測'),
  indicator: words('Chỉ số', 'Indicator', '指標'),
  baseline: words('Trước thay đổi', 'Before the change', '変更前'),
  prediction: words('Dự báo', 'Prediction', '予測'),
  held: words('Đúng', 'Held', '的中'),
  missed: words('Không đúng', 'Missed', '外れ'),
  'not-comparable': words('Chưa so sánh được', 'Not comparable', '比較不可'),
  none: words('Không có', 'None', 'なし'),
  result: words('Kết quả dự báo', 'Prediction and result', '予測と結果'),
  target: words('Chỉ tiêu', 'Target', '目標値'),
  reached: words('đạt', 'reached', '達成'),
  notReached: words('chưa đạt', 'not reached', '未達成'),
  atLeast: words('ít nhất {value}', 'at least {value}', '{value}以上'),
  atMost: words('không quá {value}', 'at most {value}', '{value}以下'),
  countermeasures: words('Giải pháp', 'Countermeasures', '対策'),
  owner: words('Người phụ trách', 'Owner', '担当者'),
  due: words('Hạn', 'Due', '期日'),
  status: words('Tiến độ', 'Progress', '進み'),
  planned: words('Chưa làm', 'Planned', '予定'),
  started: words('Đang làm', 'Started', '着手'),
  done: words('Đã xong', 'Done', '完了'),
  dropped: words('Đã bỏ', 'Dropped', '中止'),
  pilot: words('Thí điểm', 'Pilot', '試行の範囲'),
  chart: words('Trước và sau thay đổi', 'Before and after the change', '変更の前後'),
  before: words('Trước', 'Before', '前'),
  after: words('Sau', 'After', '後'),
  change: words('Thay đổi', 'Change', '変更'),
  limits: words(
    'Đường giữa {centre}, giới hạn tự nhiên {lower} – {upper}',
    'Middle {centre}, natural limits {lower} – {upper}',
    '中心線 {centre}、管理限界 {lower} – {upper}',
  ),
  verdict: words('Kết luận từ số liệu', 'What the data say', 'データによる判定'),
  reviews: words('Rà soát', 'Reviews', 'レビュー'),
  strengths: words('Điểm mạnh', 'Strengths', '良かった点'),
  weaknesses: words('Điểm yếu', 'Weaknesses', '弱点'),
  learning: words('Bài học', 'Learning', '学んだこと'),
  compared: words('So với dự báo', 'Against the prediction', '予測との比較'),
  deviations: words('Sai lệch khi thực hiện', 'Deviations from the plan', '計画からの逸脱'),
  decision: words('Quyết định', 'Decision', '判断'),
  reason: words('Lý do', 'Reason', '理由'),
  signed: words('{name} ký ngày {day}', 'Signed by {name}, {day}', '{day} {name} 署名'),
  series: words('Chuỗi chu kỳ', 'Series', 'サイクルの系列'),
  cycleNo: words(
    'Chu kỳ số {no}, giai đoạn mở rộng {stage}',
    'Cycle no. {no}, stage {stage}',
    '第 {no} 回、段階 {stage}',
  ),
  earlier: words(
    'Trước đó: {cycle} ({decision})',
    'Before it: {cycle} ({decision})',
    '前のサイクル：{cycle}（{decision}）',
  ),
  next: words('Tiếp theo: {title}', 'Next: {title}', '次のサイクル：{title}'),
  lead: words('Người phụ trách cải tiến', 'Improvement lead', '改善責任者'),
  launched: words('Bắt đầu', 'Launched', '開始'),
  approved: words('Phê duyệt', 'Approved', '承認'),
  closed: words('Kết thúc', 'Closed', '終了'),
  reviewers: words('Người rà soát', 'Reviewers', 'レビュー担当'),
  notYet: words('Chưa có', 'Not yet', 'まだありません'),
  yes: words('Có', 'Yes', 'はい'),
  no: words('Không', 'No', 'いいえ'),
  fidelity: words('Mức độ tuân thủ phương pháp', 'Fidelity to the method', '手法の順守'),
  'aim-measurable-and-dated': words(
    'Mục tiêu đo được và có thời hạn',
    'Aim measurable and dated',
    '目標が測定可能で期日がある',
  ),
  'prediction-before-do': words('Dự báo trước khi thực hiện', 'Prediction before Do', '実行の前に予測した'),
  'small-scale-first': words('Thử ở quy mô nhỏ trước', 'Small scale first', '小さく試した'),
  'data-over-time': words('Số liệu theo thời gian', 'Data over time', '時系列のデータがある'),
  'prediction-compared': words('Đã so sánh với dự báo', 'Prediction compared', '予測と結果を比べた'),
  'decision-with-reason': words('Quyết định có lý do', 'Decision with a reason', '理由のある判断'),
  'next-step-follows': words('Bước tiếp theo rõ ràng', 'A next step follows', '次の一歩が続く'),
  history: words('Báo cáo cải tiến', 'Report on improvement', '改善の報告書'),
  outcomes: words('Kết quả các chu kỳ', 'Outcomes', 'サイクルの結果'),
  outcome: words('Kết quả', 'Outcome', '結果'),
  count: words('Số lượng', 'Number', '件数'),
  time: words(
    'Thời gian từng giai đoạn (số ngày, trung vị)',
    'Time per phase (days, median)',
    '段階ごとの日数（中央値）',
  ),
  phase: words('Giai đoạn', 'Phase', '段階'),
  median: words('Trung vị', 'Median', '中央値'),
  year: words('Năm', 'Year', '年'),
  share: words('Tỷ lệ', 'Share', '割合'),
  cycles: words('Các chu kỳ', 'Cycles', 'サイクル一覧'),
  cycle: words('Chu kỳ', 'Cycle', 'サイクル'),
  lastValue: words('Giá trị mới nhất', 'Last value', '最新の値'),
  period: words('Kỳ', 'Period', '期間'),
  trend: words('Xu hướng', 'Trend', '傾向'),
  improving: words('Tốt hơn kỳ trước', 'Better than the period before', '前期より改善'),
  declining: words('Kém hơn kỳ trước', 'Worse than the period before', '前期より悪化'),
  steady: words('Không đổi', 'Unchanged', '横ばい'),
  outstanding: words('Việc còn phải làm', 'Outstanding', '未了の事項'),
  what: words('Việc', 'What', '事項'),
  'approve-plan': words('Phê duyệt kế hoạch', 'Approve the plan', '計画の承認'),
  countermeasure: words('Thực hiện giải pháp', 'Carry out the countermeasure', '対策の実施'),
  review: words('Rà soát kết quả', 'Review the result', 'レビューの記録'),
  overdue: words('quá hạn', 'overdue', '期限超過'),
  open: words('Đang mở', 'Open', '進行中'),
  adopt: words('Áp dụng chính thức', 'Adopted', '採用'),
  adapt: words('Điều chỉnh', 'Adapted', '修正'),
  expand: words('Mở rộng', 'Expanded', '拡大'),
  abandon: words('Không áp dụng', 'Abandoned', '中止'),
  withdrawn: words('Đã rút', 'Withdrawn', '取り下げ'),
  cancelled: words('Đã hủy', 'Cancelled', '取り消し'),
  plan: words('Lập kế hoạch', 'Plan', '計画'),
  do: words('Thực hiện', 'Do', '実行'),
  check: words('Kiểm tra', 'Check', '評価'),
  act: words('Hành động', 'Act', '改善'),
  printedOn: words('In ngày {day}', 'Printed {day}', '{day} 印刷'),
  page: words('Trang {page}/{of}', 'Page {page} of {of}', '{page} / {of} ページ'),
} as const satisfies Record<string, Words>;
export type Printed = keyof typeof PRINTED;
export type Say = (key: Printed, blanks?: Readonly<Record<string, string | number>>) => string;

const PHASES: ReadonlySet<string> = new Set(['plan', 'do', 'check', 'act'] satisfies Printed[]);

/** Says what is printed in one language, as the office calls things; a phase is called as on the pages. */
export function saying(language: Language, terms: OwnTerms = {}): Say {
  const speak = speaking(language, terms[language]);
  return (key, blanks = {}) =>
    withBlanks(speak(PHASES.has(key) ? `phase.${key}` : `print.${key}`, PRINTED[key][language]), (name) =>
      String(blanks[name] ?? ''),
    );
}
