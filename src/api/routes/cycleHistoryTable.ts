import type { HistoryRow } from '../../domain/history/history';
import type { Words } from '../../domain/shared/language';
import type { Cell } from '../../domain/shared/csv';
import type { Table } from '../tables/table';

type Column = { readonly title: Words; readonly width?: number; readonly cell: (row: HistoryRow) => Cell };
const column = (title: Words, cell: Column['cell'], width?: number): Column => ({
  title,
  cell,
  ...(width !== undefined && { width }),
});

const COLUMNS: readonly Column[] = [
  column({ vi: 'Mã chu kỳ', en: 'Cycle', ja: 'サイクル' }, ({ cycle }) => cycle, 32),
  column({ vi: 'Đơn vị', en: 'Unit', ja: '部署' }, ({ unit }) => unit),
  column({ vi: 'Thủ tục', en: 'Procedure', ja: '手続き' }, ({ procedure }) => procedure),
  column({ vi: 'Lần', en: 'No.', ja: '回' }, ({ no }) => no, 8),
  column({ vi: 'Giai đoạn mở rộng', en: 'Stage', ja: '拡大の段階' }, ({ stage }) => stage, 10),
  column({ vi: 'Tên chu kỳ', en: 'Title', ja: '題名' }, ({ title }) => title, 40),
  column({ vi: 'Người phụ trách cải tiến', en: 'Lead', ja: '改善責任者' }, ({ lead }) => lead),
  column({ vi: 'Giai đoạn', en: 'Phase', ja: '段階' }, ({ phase }) => phase, 10),
  column({ vi: 'Kết quả', en: 'Outcome', ja: '結果' }, ({ outcome }) => outcome, 12),
  column({ vi: 'Bắt đầu', en: 'Launched', ja: '開始' }, ({ launchedAt }) => launchedAt, 26),
  column({ vi: 'Kết thúc', en: 'Closed', ja: '終了' }, ({ closedAt }) => closedAt, 26),
  column({ vi: 'Số ngày lập kế hoạch', en: 'Days in plan', ja: '計画の日数' }, ({ days }) => days.plan),
  column({ vi: 'Số ngày thực hiện', en: 'Days in do', ja: '実行の日数' }, ({ days }) => days.do),
  column({ vi: 'Số ngày kiểm tra', en: 'Days in check', ja: '評価の日数' }, ({ days }) => days.check),
  column({ vi: 'Số ngày hành động', en: 'Days in act', ja: '改善の日数' }, ({ days }) => days.act),
  column({ vi: 'Chỉ số tốt lên', en: 'Improved', ja: '改善した指標' }, ({ verdicts }) => verdicts?.improved),
  column({ vi: 'Chỉ số xấu đi', en: 'Worse', ja: '悪化した指標' }, ({ verdicts }) => verdicts?.worse),
  column(
    { vi: 'Chưa đủ bằng chứng', en: 'No evidence', ja: '変化の証拠なし' },
    ({ verdicts }) => verdicts?.['no-evidence'],
  ),
  column({ vi: 'Quá ít dữ liệu', en: 'Too few data', ja: 'データ不足' }, ({ verdicts }) => verdicts?.['too-few-data']),
  column({ vi: 'Dự đoán đúng', en: 'Predictions held', ja: '予測の的中' }, ({ predictions }) => predictions?.held),
  column({ vi: 'Dự đoán sai', en: 'Predictions missed', ja: '予測の外れ' }, ({ predictions }) => predictions?.missed),
  column(
    { vi: 'Tuân thủ phương pháp (0–1)', en: 'Fidelity to the method (0–1)', ja: '手法の順守（0–1）' },
    ({ fidelity }) => fidelity,
  ),
];

export const historyTable = (unit: string, rows: readonly HistoryRow[]): Table => ({
  name: `cycles-${unit}`,
  columns: COLUMNS,
  rows: rows.map((row) => COLUMNS.map(({ cell }) => cell(row))),
});
