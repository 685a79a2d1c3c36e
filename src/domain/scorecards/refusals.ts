import type { Words } from '../shared/language';

/** Why a scorecard cannot be, in words. `{name}` is filled from the refusal's params. */
export const SCORECARD_REFUSALS = {
  SCORECARD_NAMES_A_KEY_TWICE: {
    vi: 'Mã «{key}» được dùng hai lần trong cùng một danh sách của bảng điểm; hãy đổi một trong hai.',
    en: 'The key “{key}” is used twice in the same list of the scorecard; change one of the two.',
    ja: 'スコアカードの同じ一覧で、キー「{key}」が二度使われています。どちらかを変えてください。',
  },
  UNKNOWN_PERSPECTIVE: {
    vi: 'Bảng điểm không có phương diện «{key}»; hãy thêm phương diện đó, hoặc chọn một trong: {known}.',
    en: 'The scorecard has no perspective “{key}”; add it, or take one of: {known}.',
    ja: 'スコアカードに視点「{key}」がありません。追加するか、次から選んでください：{known}。',
  },
  UNKNOWN_OBJECTIVE: {
    vi: 'Bảng điểm {scorecard} không có mục tiêu «{key}»; hãy thêm mục tiêu đó hoặc sửa mã.',
    en: 'The scorecard {scorecard} has no objective “{key}”; add it, or correct the key.',
    ja: 'スコアカード {scorecard} に目標「{key}」がありません。追加するか、キーを直してください。',
  },
  UNKNOWN_MEASURE: {
    vi: 'Bảng điểm {scorecard} không có thước đo nào dùng chỉ số {id}.',
    en: 'No measure of the scorecard {scorecard} uses the indicator {id}.',
    ja: 'スコアカード {scorecard} に、指標 {id} を使う測定項目はありません。',
  },
  UNKNOWN_SCORECARD: {
    vi: 'Không có bảng điểm nào mang mã {id}.',
    en: 'There is no scorecard with the id {id}.',
    ja: 'ID が {id} のスコアカードはありません。',
  },
  STRATEGY_MAP_HAS_A_CIRCLE: {
    vi: 'Bản đồ chiến lược có vòng nhân quả: {circle}. Một mục tiêu không thể là nguyên nhân của chính nó; hãy bỏ một mối nối.',
    en: 'The strategy map has a circle of causes: {circle}. No objective drives itself; take one link out.',
    ja: '戦略マップの因果関係が循環しています：{circle}。目標が自分自身の原因になることはありません。つながりを一つ外してください。',
  },
  SCORECARD_LINK_TWICE: {
    vi: 'Mối nối từ «{from}» đến «{to}» được nêu hai lần.',
    en: 'The link from “{from}” to “{to}” is stated twice.',
    ja: '「{from}」から「{to}」へのつながりが二度あります。',
  },
  CASCADE_NOT_FROM_ABOVE: {
    vi: 'Mục tiêu chỉ được phân rã từ bảng điểm của đơn vị cấp trên (hoặc bảng điểm khác của cùng đơn vị); {scorecard} thuộc đơn vị {unit}.',
    en: 'An objective is cascaded from a scorecard of a unit above (or from another one of the same unit); {scorecard} is of {unit}.',
    ja: '目標の展開元は、上位の部署のスコアカード（または同じ部署の別のもの）に限ります。{scorecard} は {unit} のものです。',
  },
  CASCADE_HAS_A_CIRCLE: {
    vi: 'Việc phân rã mục tiêu tạo thành vòng: {circle}. Một mục tiêu không thể phục vụ chính nó; hãy bỏ một chỗ «phục vụ mục tiêu cấp trên» trong vòng.',
    en: 'The cascade leads back to where it began: {circle}. No objective serves itself; take out one of these “contributes to”.',
    ja: '目標の展開が循環しています：{circle}。目標が自分自身に貢献することはありません。このうち一つの「貢献先」を外してください。',
  },
  SCORECARD_NOT_KNOWN_YET: {
    vi: 'Vào thời điểm {asOf} chưa có bảng điểm này: bản đầu tiên được ghi lúc {first}.',
    en: 'As of {asOf} this scorecard was not there yet: its first version was recorded at {first}.',
    ja: '{asOf} の時点では、このスコアカードはまだありません（最初の版の記録は {first}）。',
  },
} as const satisfies Record<string, Words>;
export type ScorecardCode = keyof typeof SCORECARD_REFUSALS;
