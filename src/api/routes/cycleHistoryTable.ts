import type { HistoryRow } from '../../domain/history/history';
import type { Words } from '../../domain/shared/language';
import type { Cell, Table } from '../tables/table';

type Column = { readonly title: Words; readonly width?: number; readonly cell: (row: HistoryRow) => Cell };
const column = (vi: string, en: string, cell: Column['cell'], width?: number): Column => ({
  title: { vi, en },
  cell,
  ...(width !== undefined && { width }),
});

const COLUMNS: readonly Column[] = [
  column('Mã chu kỳ', 'Cycle', ({ cycle }) => cycle, 32),
  column('Đơn vị', 'Unit', ({ unit }) => unit),
  column('Thủ tục', 'Procedure', ({ procedure }) => procedure),
  column('Lần', 'No.', ({ no }) => no, 8),
  column('Giai đoạn mở rộng', 'Stage', ({ stage }) => stage, 10),
  column('Tên chu kỳ', 'Title', ({ title }) => title, 40),
  column('Người phụ trách cải tiến', 'Lead', ({ lead }) => lead),
  column('Giai đoạn', 'Phase', ({ phase }) => phase, 10),
  column('Kết quả', 'Outcome', ({ outcome }) => outcome, 12),
  column('Bắt đầu', 'Launched', ({ launchedAt }) => launchedAt, 26),
  column('Kết thúc', 'Closed', ({ closedAt }) => closedAt, 26),
  column('Số ngày lập kế hoạch', 'Days in plan', ({ days }) => days.plan),
  column('Số ngày thực hiện', 'Days in do', ({ days }) => days.do),
  column('Số ngày kiểm tra', 'Days in check', ({ days }) => days.check),
  column('Số ngày hành động', 'Days in act', ({ days }) => days.act),
  column('Chỉ số tốt lên', 'Improved', ({ verdicts }) => verdicts?.improved),
  column('Chỉ số xấu đi', 'Worse', ({ verdicts }) => verdicts?.worse),
  column('Chưa đủ bằng chứng', 'No evidence', ({ verdicts }) => verdicts?.['no-evidence']),
  column('Quá ít dữ liệu', 'Too few data', ({ verdicts }) => verdicts?.['too-few-data']),
  column('Dự đoán đúng', 'Predictions held', ({ predictions }) => predictions?.held),
  column('Dự đoán sai', 'Predictions missed', ({ predictions }) => predictions?.missed),
  column('Độ trung thực phương pháp (0–1)', 'Fidelity to the method (0–1)', ({ fidelity }) => fidelity),
];

export const historyTable = (unit: string, rows: readonly HistoryRow[]): Table => ({
  name: `cycles-${unit}`,
  columns: COLUMNS,
  rows: rows.map((row) => COLUMNS.map(({ cell }) => cell(row))),
});
