import type { Words } from '../shared/language';

/** Why figures, their approval or the closing of a period are refused, in words. `{name}` is filled from the refusal's params. */
export const OBSERVATION_REFUSALS = {
  OBSERVATIONS_REFUSED: {
    vi: 'Có {count} chỗ chưa đúng nên chưa ghi số liệu nào; xem «errors», sửa rồi gửi lại.',
    en: 'No figure was recorded; mistakes: {count}. See “errors”, correct them and send it again.',
  },
  UNIT_IS_NOT_BELOW_HOME: {
    vi: 'Chỉ số «{indicator}» thuộc đơn vị «{home}» trở xuống; «{unit}» không nằm trong đó.',
    en: 'The indicator “{indicator}” belongs to “{home}” and the units below it; “{unit}” is not among them.',
  },
  PERIOD_HAS_ANOTHER_LENGTH: {
    vi: 'Chỉ số «{indicator}» lấy số liệu theo kỳ dạng {form}; «{period}» không phải kỳ như vậy.',
    en: 'The indicator “{indicator}” is observed in periods such as {form}; “{period}” is not one.',
  },
  OBSERVATION_IN_THE_FUTURE: {
    vi: 'Kỳ {period} chưa bắt đầu (hôm nay là {today}) nên chưa thể có số liệu; hãy kiểm tra lại kỳ.',
    en: 'The period {period} has not begun (today is {today}), so it has no figures yet; check the period.',
  },
  INDICATOR_NOT_IN_FORCE: {
    vi: 'Chỉ số «{indicator}» không có hiệu lực trong kỳ {period}; hãy chọn kỳ khác hoặc sửa ngày hiệu lực của chỉ số.',
    en: 'The indicator “{indicator}” is not in force in {period}; choose another period, or change from when it holds.',
  },
  OBSERVATION_IS_COMPUTED: {
    vi: 'Giá trị của «{indicator}» được tính từ {from} nên không nhập trực tiếp; hãy đính chính dữ liệu gốc đó, giá trị sẽ được tính lại.',
    en: 'Values of “{indicator}” are computed from {from} and not entered; correct those, and it is computed again.',
  },
  RATIO_NEEDS_BOTH_PARTS: {
    vi: '«{indicator}» là tỷ lệ: hãy nhập tử số và mẫu số, không chỉ nhập giá trị.',
    en: '“{indicator}” is a ratio: enter numerator and denominator, not the value alone.',
  },
  VALUE_IS_NOT_THE_RATIO: {
    vi: 'Giá trị {value} không khớp với tử số chia mẫu số ({ratio}); hãy sửa một trong các số hoặc bỏ giá trị.',
    en: 'The value {value} is not numerator over denominator ({ratio}); correct one of them, or leave the value out.',
  },
  OBSERVATION_GIVEN_TWICE: {
    vi: 'Đơn vị «{unit}» và kỳ {period} đã có ở {first}; hãy giữ lại một.',
    en: 'The unit “{unit}” and the period {period} are given at {first} already; keep one of them.',
  },
  UNKNOWN_EVIDENCE: {
    vi: 'Không có tệp minh chứng «{id}»; hãy tải tệp lên trước (POST /v1/evidence).',
    en: 'There is no evidence file “{id}”; upload it first (POST /v1/evidence).',
  },
  REASON_NEEDED: {
    vi: 'Kỳ {period} của «{unit}» đã có số liệu (phiên bản {version}: {before}); đính chính phải kèm lý do («reason»).',
    en: 'There is a figure for “{unit}” and {period} already (version {version}: {before}); a correction needs a “reason”.',
  },
  PERIOD_IS_CLOSED: {
    vi: 'Kỳ {closed} của «{unit}» đã khóa từ {closedAt}; muốn ghi số liệu, người phụ trách phải mở lại kỳ kèm lý do (POST /v1/units/{unit}/periods/{closed}/reopen).',
    en: 'The period {closed} of “{unit}” has been closed since {closedAt}; to record figures, someone in charge reopens it with a reason (POST /v1/units/{unit}/periods/{closed}/reopen).',
  },
  NO_SUCH_OBSERVATION: {
    vi: 'Không có số liệu của «{unit}» cho kỳ {period}, phiên bản {version}.',
    en: 'There is no figure of “{unit}” for {period}, version {version}.',
  },
  OBSERVATION_IS_NOT_WAITING: {
    vi: 'Số liệu này không chờ phê duyệt: đã được quyết định hoặc đã có phiên bản mới hơn (bây giờ là phiên bản {current}).',
    en: 'This figure does not wait for approval: it was decided on, or there is a later version (it is version {current} now).',
  },
  YOU_ENTERED_THIS: {
    vi: 'Bạn là người nhập số liệu này; phải có người thứ hai phê duyệt hoặc từ chối.',
    en: 'You entered this figure; a second person has to approve or reject it.',
  },
  PERIOD_HAS_WAITING_OBSERVATIONS: {
    vi: 'Còn {count} số liệu của kỳ này chờ phê duyệt: {waiting}; hãy phê duyệt hoặc từ chối trước, hoặc gửi «force»: true kèm «reason».',
    en: '{count} figures of this period wait for approval: {waiting}; decide on them first, or send “force”: true with a “reason”.',
  },
  PERIOD_IS_CLOSED_ALREADY: {
    vi: 'Kỳ {closed} của «{unit}» đã khóa từ {closedAt}.',
    en: 'The period {closed} of “{unit}” has been closed since {closedAt} already.',
  },
  PERIOD_IS_NOT_CLOSED: {
    vi: 'Kỳ {period} của «{unit}» chưa khóa nên không cần mở lại.',
    en: 'The period {period} of “{unit}” is not closed, so there is nothing to reopen.',
  },
  PERIOD_IS_CLOSED_WITH_ANOTHER: {
    vi: 'Kỳ {period} của «{unit}» bị khóa cùng với kỳ {closed} của «{by}»; hãy mở lại kỳ đó kèm lý do (POST /v1/units/{by}/periods/{closed}/reopen).',
    en: 'The period {period} of “{unit}” is closed together with {closed} of “{by}”; reopen that one with a reason (POST /v1/units/{by}/periods/{closed}/reopen).',
  },
  PERIOD_HAS_NOT_BEGUN: {
    vi: 'Kỳ {period} chưa bắt đầu (hôm nay là {today}) nên chưa khóa được.',
    en: 'The period {period} has not begun (today is {today}) and cannot be closed yet.',
  },
  FILE_IS_NOT_WHAT_IT_SAYS: {
    vi: 'Tệp được gửi là {type} nhưng nội dung không phải; hãy gửi đúng loại tệp.',
    en: 'The file was sent as {type}, but its content is something else; send it as what it is.',
  },
  TABLE_CANNOT_BE_READ: {
    vi: '{reason}',
    en: '{reason}',
  },
  COLUMNS_MISSING: {
    vi: 'Dòng tiêu đề thiếu cột {columns} (có: {found}); hãy thêm cột rồi gửi lại.',
    en: 'The header lacks the columns {columns} (found: {found}); add them and send it again.',
  },
  COLUMN_GIVEN_TWICE: {
    vi: 'Dòng tiêu đề có hai cột cùng nghĩa «{column}»; hãy bỏ bớt hoặc đổi tên một cột.',
    en: 'Two columns of the header mean “{column}”; remove one, or give it another name.',
  },
  TOO_MANY_ROWS: {
    vi: 'Bảng được có nhiều nhất {limit} dòng số liệu; hãy chia nhỏ.',
    en: 'A table may have at most {limit} rows of figures; divide it.',
  },
  NUMBER_UNREADABLE: {
    vi: 'Không đọc được «{value}» thành số; hãy ghi 12.5 (hoặc 12,5 nếu dấu phân cách cột không phải dấu phẩy), không có dấu ngăn hàng nghìn, đơn vị hay công thức.',
    en: '“{value}” cannot be read as a number; write 12.5 (or 12,5 where the delimiter is no comma), without thousands separators, units or formulas.',
  },
  PERIOD_UNREADABLE: {
    vi: 'Không đọc được kỳ «{value}»; hãy ghi 2026-03, 2026-Q1 hoặc 2026.',
    en: 'The period “{value}” cannot be read; write 2026-03, 2026-Q1 or 2026.',
  },
  STATUS_UNREADABLE: {
    vi: 'Không có trạng thái «{value}»; hãy dùng: {known}.',
    en: 'There is no status “{value}”; use one of: {known}.',
  },
  CELL_COUNT: {
    vi: 'Dòng có {cells} ô nhưng tiêu đề có {header} ô; hãy đặt dấu ngoặc kép quanh ô có chứa dấu phân cách.',
    en: 'The row has {cells} cells but the header has {header}; put quotes around cells that contain the delimiter.',
  },
} as const satisfies Record<string, Words>;
export type ObservationCode = keyof typeof OBSERVATION_REFUSALS;
