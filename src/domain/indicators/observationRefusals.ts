import type { Words } from '../shared/language';

/** Why figures, their approval or the closing of a period are refused, in words. `{name}` is filled from the refusal's params. */
export const OBSERVATION_REFUSALS = {
  OBSERVATIONS_REFUSED: {
    vi: 'Có {count} chỗ chưa đúng nên chưa ghi số liệu nào; xem «errors», sửa rồi gửi lại.',
    en: 'No figure was recorded; mistakes: {count}. See “errors”, correct them and send it again.',
    ja: '数値は記録されていません。不備：{count} 件。「errors」を確認し、直して再送してください。',
  },
  UNIT_IS_NOT_BELOW_HOME: {
    vi: 'Chỉ số «{indicator}» thuộc đơn vị «{home}» trở xuống; «{unit}» không nằm trong đó.',
    en: 'The indicator “{indicator}” belongs to “{home}” and the units below it; “{unit}” is not among them.',
    ja: '指標「{indicator}」は「{home}」以下の部署のものです。「{unit}」はその中にありません。',
  },
  PERIOD_HAS_ANOTHER_LENGTH: {
    vi: 'Chỉ số «{indicator}» lấy số liệu theo kỳ dạng {form}; «{period}» không phải kỳ như vậy.',
    en: 'The indicator “{indicator}” is observed in periods such as {form}; “{period}” is not one.',
    ja: '指標「{indicator}」の期間は {form} のように書きます。「{period}」は該当しません。',
  },
  OBSERVATION_IN_THE_FUTURE: {
    vi: 'Kỳ {period} chưa bắt đầu (hôm nay là {today}) nên chưa thể có số liệu; hãy kiểm tra lại kỳ.',
    en: 'The period {period} has not begun (today is {today}), so it has no figures yet; check the period.',
    ja: '期間 {period} はまだ始まっていないため（今日は {today}）、数値はありません。期間を確認してください。',
  },
  INDICATOR_NOT_IN_FORCE: {
    vi: 'Chỉ số «{indicator}» không có hiệu lực trong kỳ {period}; hãy chọn kỳ khác hoặc sửa ngày hiệu lực của chỉ số.',
    en: 'The indicator “{indicator}” is not in force in {period}; choose another period, or change from when it holds.',
    ja: '指標「{indicator}」は {period} には有効ではありません。別の期間を選ぶか、適用開始日を変えてください。',
  },
  OBSERVATION_IS_COMPUTED: {
    vi: 'Giá trị của «{indicator}» được tính từ {from} nên không nhập trực tiếp; hãy đính chính dữ liệu gốc đó, giá trị sẽ được tính lại.',
    en: 'Values of “{indicator}” are computed from {from} and not entered; correct those, and it is computed again.',
    ja: '「{indicator}」の値は {from} から計算され、入力はしません。もとの数値を直すと再計算されます。',
  },
  RATIO_NEEDS_BOTH_PARTS: {
    vi: '«{indicator}» là tỷ lệ: hãy nhập tử số và mẫu số, không chỉ nhập giá trị.',
    en: '“{indicator}” is a ratio: enter numerator and denominator, not the value alone.',
    ja: '「{indicator}」は比率です。値だけでなく、分子と分母を入力してください。',
  },
  VALUE_IS_NOT_THE_RATIO: {
    vi: 'Giá trị {value} không khớp với tử số chia mẫu số ({ratio}); hãy sửa một trong các số hoặc bỏ giá trị.',
    en: 'The value {value} is not numerator over denominator ({ratio}); correct one of them, or leave the value out.',
    ja: '値 {value} が分子÷分母（{ratio}）と一致しません。どれかを直すか、値を省いてください。',
  },
  OBSERVATION_GIVEN_TWICE: {
    vi: 'Đơn vị «{unit}» và kỳ {period} đã có ở {first}; hãy giữ lại một.',
    en: 'The unit “{unit}” and the period {period} are given at {first} already; keep one of them.',
    ja: '部署「{unit}」と期間 {period} はすでに {first} にあります。どちらか一方にしてください。',
  },
  UNKNOWN_EVIDENCE: {
    vi: 'Không có tệp minh chứng «{id}»; hãy tải tệp lên trước (POST /v1/evidence).',
    en: 'There is no evidence file “{id}”; upload it first (POST /v1/evidence).',
    ja: '証拠ファイル「{id}」はありません。先にアップロードしてください（POST /v1/evidence）。',
  },
  REASON_NEEDED: {
    vi: 'Kỳ {period} của «{unit}» đã có số liệu (phiên bản {version}: {before}); đính chính phải kèm lý do («reason»).',
    en: 'There is a figure for “{unit}” and {period} already (version {version}: {before}); a correction needs a “reason”.',
    ja: '「{unit}」の {period} の数値はすでにあります（第 {version} 版：{before}）。訂正には理由（reason）が必要です。',
  },
  PERIOD_IS_CLOSED: {
    vi: 'Kỳ {closed} của «{unit}» đã khóa từ {closedAt}; muốn ghi số liệu, người phụ trách phải mở lại kỳ kèm lý do (POST /v1/units/{unit}/periods/{closed}/reopen).',
    en: 'The period {closed} of “{unit}” has been closed since {closedAt}; to record figures, someone in charge reopens it with a reason (POST /v1/units/{unit}/periods/{closed}/reopen).',
    ja: '「{unit}」の期間 {closed} は {closedAt} に締め切られています。数値を記録するには、責任者が理由を付けて再開します（POST /v1/units/{unit}/periods/{closed}/reopen）。',
  },
  NO_SUCH_OBSERVATION: {
    vi: 'Không có số liệu của «{unit}» cho kỳ {period}, phiên bản {version}.',
    en: 'There is no figure of “{unit}” for {period}, version {version}.',
    ja: '「{unit}」の {period} の数値に第 {version} 版はありません。',
  },
  OBSERVATION_IS_NOT_WAITING: {
    vi: 'Số liệu này không chờ phê duyệt: đã được quyết định hoặc đã có phiên bản mới hơn (bây giờ là phiên bản {current}).',
    en: 'This figure does not wait for approval: it was decided on, or there is a later version (it is version {current} now).',
    ja: 'この数値は承認待ちではありません。承認・差し戻し済みか、より新しい版があります（現在は第 {current} 版）。',
  },
  YOU_ENTERED_THIS: {
    vi: 'Bạn là người nhập số liệu này; phải có người thứ hai phê duyệt hoặc từ chối.',
    en: 'You entered this figure; a second person has to approve or reject it.',
    ja: 'この数値はあなたが入力したものです。承認または差し戻しは、もう一人が行う必要があります。',
  },
  PERIOD_HAS_WAITING_OBSERVATIONS: {
    vi: 'Còn {count} số liệu của kỳ này chờ phê duyệt: {waiting}; hãy phê duyệt hoặc từ chối trước, hoặc gửi «force»: true kèm «reason».',
    en: '{count} figures of this period wait for approval: {waiting}; decide on them first, or send “force”: true with a “reason”.',
    ja: 'この期間には承認待ちの数値が {count} 件あります：{waiting}。先に承認または差し戻すか、"force": true と理由（reason）を送ってください。',
  },
  PERIOD_IS_CLOSED_ALREADY: {
    vi: 'Kỳ {closed} của «{unit}» đã khóa từ {closedAt}.',
    en: 'The period {closed} of “{unit}” has been closed since {closedAt} already.',
    ja: '「{unit}」の期間 {closed} は {closedAt} にすでに締め切られています。',
  },
  PERIOD_IS_NOT_CLOSED: {
    vi: 'Kỳ {period} của «{unit}» chưa khóa nên không cần mở lại.',
    en: 'The period {period} of “{unit}” is not closed, so there is nothing to reopen.',
    ja: '「{unit}」の期間 {period} は締め切られていないため、再開するものがありません。',
  },
  PERIOD_IS_CLOSED_WITH_ANOTHER: {
    vi: 'Kỳ {period} của «{unit}» bị khóa cùng với kỳ {closed} của «{by}»; hãy mở lại kỳ đó kèm lý do (POST /v1/units/{by}/periods/{closed}/reopen).',
    en: 'The period {period} of “{unit}” is closed together with {closed} of “{by}”; reopen that one with a reason (POST /v1/units/{by}/periods/{closed}/reopen).',
    ja: '「{unit}」の期間 {period} は「{by}」の {closed} と一緒に締め切られています。そちらを理由を付けて再開してください（POST /v1/units/{by}/periods/{closed}/reopen）。',
  },
  PERIOD_HAS_NOT_BEGUN: {
    vi: 'Kỳ {period} chưa bắt đầu (hôm nay là {today}) nên chưa khóa được.',
    en: 'The period {period} has not begun (today is {today}) and cannot be closed yet.',
    ja: '期間 {period} はまだ始まっていないため（今日は {today}）、締め切れません。',
  },
  FILE_IS_NOT_WHAT_IT_SAYS: {
    vi: 'Tệp được gửi là {type} nhưng nội dung không phải; hãy gửi đúng loại tệp.',
    en: 'The file was sent as {type}, but its content is something else; send it as what it is.',
    ja: 'ファイルは {type} として送られましたが、内容が異なります。実際の種類で送ってください。',
  },
  TABLE_CANNOT_BE_READ: {
    vi: '{reason}',
    en: '{reason}',
    ja: '{reason}',
  },
  COLUMNS_MISSING: {
    vi: 'Dòng tiêu đề thiếu cột {columns} (có: {found}); hãy thêm cột rồi gửi lại.',
    en: 'The header lacks the columns {columns} (found: {found}); add them and send it again.',
    ja: '見出しに列 {columns} がありません（ある列：{found}）。追加して再送してください。',
  },
  COLUMN_GIVEN_TWICE: {
    vi: 'Dòng tiêu đề có hai cột cùng nghĩa «{column}»; hãy bỏ bớt hoặc đổi tên một cột.',
    en: 'Two columns of the header mean “{column}”; remove one, or give it another name.',
    ja: '見出しの二つの列がどちらも「{column}」を意味しています。一方を除くか、名前を変えてください。',
  },
  TOO_MANY_ROWS: {
    vi: 'Bảng được có nhiều nhất {limit} dòng số liệu; hãy chia nhỏ.',
    en: 'A table may have at most {limit} rows of figures; divide it.',
    ja: '表の数値の行は {limit} 行までです。分割してください。',
  },
  NUMBER_UNREADABLE: {
    vi: 'Không đọc được «{value}» thành số; hãy ghi 12.5 (hoặc 12,5 nếu dấu phân cách cột không phải dấu phẩy), không có dấu ngăn hàng nghìn, đơn vị hay công thức.',
    en: '“{value}” cannot be read as a number; write 12.5 (or 12,5 where the delimiter is no comma), without thousands separators, units or formulas.',
    ja: '「{value}」を数として読み取れません。12.5（区切り文字がコンマでなければ 12,5 も可）のように、桁区切り、単位、数式を付けずに書いてください。',
  },
  PERIOD_UNREADABLE: {
    vi: 'Không đọc được kỳ «{value}»; hãy ghi 2026-03, 2026-Q1 hoặc 2026.',
    en: 'The period “{value}” cannot be read; write 2026-03, 2026-Q1 or 2026.',
    ja: '期間「{value}」を読み取れません。2026-03、2026-Q1、2026 のように書いてください。',
  },
  STATUS_UNREADABLE: {
    vi: 'Không có trạng thái «{value}»; hãy dùng: {known}.',
    en: 'There is no status “{value}”; use one of: {known}.',
    ja: '状態「{value}」はありません。使えるもの：{known}。',
  },
  CELL_COUNT: {
    vi: 'Dòng có {cells} ô nhưng tiêu đề có {header} ô; hãy đặt dấu ngoặc kép quanh ô có chứa dấu phân cách.',
    en: 'The row has {cells} cells but the header has {header}; put quotes around cells that contain the delimiter.',
    ja: 'この行にはセルが {cells} 個ありますが、見出しは {header} 個です。区切り文字を含むセルは引用符で囲んでください。',
  },
} as const satisfies Record<string, Words>;
export type ObservationCode = keyof typeof OBSERVATION_REFUSALS;
