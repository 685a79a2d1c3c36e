import type { Words } from '../shared/language';

/** Everything a cycle can refuse, in words. `{name}` is filled from the refusal's params. The HTTP status stands in the API's table. */
export const CYCLE_REFUSALS = {
  NOT_IN_THIS_PHASE: {
    vi: 'Không thể thực hiện ở giai đoạn «{phase}»; lệnh này chỉ dùng ở giai đoạn: {allowed}.',
    en: 'This cannot be done in the phase “{phase}”; it belongs to: {allowed}.',
    ja: '段階「{phase}」ではこの操作はできません。できる段階：{allowed}。',
  },
  PLAN_IS_INCOMPLETE: {
    vi: 'Kế hoạch còn thiếu {count} điểm; hãy bổ sung bằng lệnh RevisePlan rồi phê duyệt lại.',
    en: 'Still missing in the plan: {count}. Add it with RevisePlan, then approve again.',
    ja: '計画に不足が {count} 件あります。計画を修正（RevisePlan）してから、もう一度承認してください。',
  },
  YOU_WROTE_THIS_PLAN: {
    vi: 'Người viết kế hoạch không được tự phê duyệt; hãy nhờ người có thẩm quyền khác.',
    en: 'Whoever wrote a plan does not approve it; ask someone else who may approve.',
    ja: '計画を書いた人は自分で承認できません。承認できるほかの人に依頼してください。',
  },
  ABSENT_PERSON_WROTE_THIS_PLAN: {
    vi: 'Bạn đang thay «{person}», người đã viết kế hoạch này và không được tự phê duyệt; hãy nhờ người có thẩm quyền khác.',
    en: 'You stand in for “{person}”, who wrote this plan and does not approve it; ask someone else who may approve.',
    ja: 'あなたが代理を務める「{person}」はこの計画を書いた本人のため、承認できません。承認できるほかの人に依頼してください。',
  },
  PREDICTIONS_ARE_LOCKED: {
    vi: 'Dự báo đã khóa từ khi kế hoạch được phê duyệt; hãy ghi sai lệch bằng NoteDeviation hoặc điều chỉnh ở chu kỳ sau.',
    en: 'Predictions are locked since the plan was approved; note a deviation, or change it in the next cycle.',
    ja: '予測は計画の承認後は固定されています。逸脱として記録するか、次のサイクルで変えてください。',
  },
  CYCLE_IS_PAUSED: {
    vi: 'Chu kỳ đang tạm dừng từ {since}; hãy tiếp tục (ResumeCycle) trước.',
    en: 'The cycle has been paused since {since}; resume it first.',
    ja: 'このサイクルは {since} から一時停止中です。先に再開してください。',
  },
  CYCLE_IS_NOT_PAUSED: {
    vi: 'Chu kỳ không tạm dừng.',
    en: 'The cycle is not paused.',
    ja: 'このサイクルは一時停止していません。',
  },
  CYCLE_IS_ALREADY_PAUSED: {
    vi: 'Chu kỳ đã tạm dừng.',
    en: 'The cycle is paused already.',
    ja: 'このサイクルはすでに一時停止しています。',
  },
  NO_SUCH_COUNTERMEASURE: {
    vi: 'Kế hoạch không có giải pháp «{countermeasure}»; các giải pháp: {known}.',
    en: 'The plan has no countermeasure “{countermeasure}”; it has: {known}.',
    ja: '計画に対策「{countermeasure}」はありません。あるもの：{known}。',
  },
  EXTENSION_MUST_BE_LATER: {
    vi: 'Ngày kết thúc mới phải sau ngày hiện tại {current}.',
    en: 'The new end must be later than the present one, {current}.',
    ja: '新しい終了日は、現在の終了日 {current} より後でなければなりません。',
  },
  YOU_ARE_NOT_A_REVIEWER: {
    vi: 'Chỉ người rà soát của chu kỳ ({reviewers}) hoặc người thay thế họ được ghi rà soát.',
    en: 'Only the reviewers of this cycle ({reviewers}) or their deputies record a review.',
    ja: 'レビューを記録できるのは、このサイクルのレビュー担当（{reviewers}）とその代理だけです。',
  },
  REVIEW_ALREADY_RECORDED: {
    vi: 'Rà soát của {reviewer} đã được ghi.',
    en: 'The review of {reviewer} is recorded already.',
    ja: '{reviewer} のレビューはすでに記録されています。',
  },
  EARLIER_DECISION_HAS_NO_STATUS: {
    vi: 'Quyết định trước ({cycle}) chưa có trạng thái; hãy ghi bằng CloseEarlierDecision trước.',
    en: 'The earlier decision ({cycle}) has no status yet; give it one with CloseEarlierDecision first.',
    ja: '以前の判断（{cycle}）の状況がまだ記録されていません。先に CloseEarlierDecision で記録してください。',
  },
  NO_EARLIER_DECISION: {
    vi: 'Chu kỳ này không có quyết định trước nào đang chờ trạng thái.',
    en: 'No earlier decision waits for a status in this cycle.',
    ja: 'このサイクルで状況の記録を待つ以前の判断はありません。',
  },
  NEXT_CYCLE_ALREADY_OPEN: {
    vi: 'Đã có chu kỳ đang mở ({open}) cho đơn vị và thủ tục này; hãy kết thúc nó trước.',
    en: 'A cycle of that unit and procedure is open already ({open}); bring it to an end first.',
    ja: 'この部署と手続きのサイクルがすでに進行中です（{open}）。先に終了させてください。',
  },
  CYCLE_ALREADY_OPEN: {
    vi: 'Thủ tục này đã có chu kỳ đang mở: {open}.',
    en: 'This procedure has an open cycle already: {open}.',
    ja: 'この手続きのサイクルがすでに進行中です：{open}。',
  },
  CYCLE_IS_CLOSED: {
    vi: 'Chu kỳ đã đóng lúc {closedAt} và không thay đổi được nữa.',
    en: 'The cycle was closed at {closedAt} and cannot be changed any more.',
    ja: 'このサイクルは {closedAt} に終了しており、変更できません。',
  },
  UNKNOWN_INDICATOR: {
    vi: 'Thư viện không có chỉ số «{id}»; hãy tạo chỉ số trước (PUT /v1/indicators/{id}) hoặc dùng phép tổng hợp (aggregation).',
    en: 'The library has no indicator “{id}”; make it first (PUT /v1/indicators/{id}), or use an aggregation.',
    ja: '指標の定義に「{id}」はありません。先に作成する（PUT /v1/indicators/{id}）か、集計を使ってください。',
  },
  INDICATOR_IS_RETIRED: {
    vi: 'Chỉ số «{id}» đã ngừng thu thập nên không thể dùng để đánh giá thay đổi.',
    en: 'The indicator “{id}” is retired: nothing is collected any more that could show a change.',
    ja: '指標「{id}」は廃止されています。変化を示すデータはもう集まりません。',
  },
  INDICATOR_NEEDS_A_DIRECTION: {
    vi: 'Chỉ số «{id}» không có khoảng mong muốn (range), nên kế hoạch phải nêu hướng tốt lên (better).',
    en: 'The indicator “{id}” states no range it should stay in; say in the plan which way is better.',
    ja: '指標「{id}」には望ましい範囲がありません。どちらが良い方向かを計画に書いてください。',
  },
  NO_SUCH_CYCLE: {
    vi: 'Không có chu kỳ «{id}».',
    en: 'There is no cycle “{id}”.',
    ja: 'サイクル「{id}」はありません。',
  },
} as const satisfies Record<string, Words>;
export type CycleRefusalCode = keyof typeof CYCLE_REFUSALS;

/** What the gate can find missing in a plan. */
export const GATE_RULES = {
  PLAN_NEEDS_A_PROBLEM: { vi: 'Nêu vấn đề cần giải quyết.', en: 'State the problem.', ja: '問題を書いてください。' },
  PLAN_NEEDS_CAUSES: {
    vi: 'Nêu ít nhất một nguyên nhân.',
    en: 'Name at least one cause.',
    ja: '原因を一つ以上挙げてください。',
  },
  PLAN_NEEDS_AN_AIM: { vi: 'Nêu mục tiêu.', en: 'State the aim.', ja: '目標を書いてください。' },
  AIM_NEEDS_A_DATE: {
    vi: 'Mục tiêu cần thời hạn (aim.by).',
    en: 'The aim needs a date (aim.by).',
    ja: '目標に期日（aim.by）が必要です。',
  },
  AIM_NEEDS_AN_INDICATOR: {
    vi: 'Mục tiêu phải đo được bằng một chỉ số của kế hoạch (aim.indicator).',
    en: 'The aim must be measured by an indicator of the plan (aim.indicator).',
    ja: '目標は計画の指標（aim.indicator）で測らなければなりません。',
  },
  PLAN_NEEDS_AN_INDICATOR: {
    vi: 'Cần ít nhất một chỉ số kết quả.',
    en: 'Name at least one outcome indicator.',
    ja: '成果指標を一つ以上挙げてください。',
  },
  INDICATOR_KEYS_MUST_DIFFER: {
    vi: 'Khóa chỉ số bị trùng.',
    en: 'Two indicators have the same key.',
    ja: '同じキーの指標が二つあります。',
  },
  COUNTERMEASURE_KEYS_MUST_DIFFER: {
    vi: 'Khóa giải pháp bị trùng.',
    en: 'Two countermeasures have the same key.',
    ja: '同じキーの対策が二つあります。',
  },
  INDICATOR_NEEDS_A_BASELINE: {
    vi: 'Chỉ số cần giá trị nền (baseline), hoặc kế hoạch cần khoảng thời gian nền.',
    en: 'The indicator needs a baseline value, or the plan a baseline period.',
    ja: '指標に基準値が必要です。または計画に基準期間を書いてください。',
  },
  PLAN_NEEDS_A_PREDICTION: {
    vi: 'Chỉ số cần dự báo trước khi thực hiện (atMost hoặc atLeast).',
    en: 'The indicator needs a prediction before Do (atMost or atLeast).',
    ja: '指標には、実行の前に予測（atMost または atLeast）が必要です。',
  },
  INDICATOR_NEEDS_A_TARGET: {
    vi: 'Chỉ số kết quả cần chỉ tiêu (target).',
    en: 'The outcome indicator needs a target.',
    ja: '成果指標には目標値が必要です。',
  },
  SPEED_NEEDS_A_BALANCE: {
    vi: 'Bên cạnh chỉ số tốc độ cần một chỉ số cân bằng (role: balancing).',
    en: 'Beside a speed indicator there must be a balancing one (role: balancing).',
    ja: '速さの指標には、釣り合いの指標（role: balancing）を添えなければなりません。',
  },
  PLAN_NEEDS_A_COUNTERMEASURE: {
    vi: 'Cần ít nhất một giải pháp.',
    en: 'Name at least one countermeasure.',
    ja: '対策を一つ以上挙げてください。',
  },
  COUNTERMEASURE_NEEDS_AN_OWNER: {
    vi: 'Giải pháp cần người phụ trách.',
    en: 'The countermeasure needs an owner.',
    ja: '対策に担当者が必要です。',
  },
  COUNTERMEASURE_NEEDS_A_DATE: {
    vi: 'Giải pháp cần thời hạn.',
    en: 'The countermeasure needs a due date.',
    ja: '対策に期日が必要です。',
  },
  COUNTERMEASURE_NEEDS_A_COST: {
    vi: 'Giải pháp cần chi phí (0 nếu không tốn kém).',
    en: 'The countermeasure needs a cost (0 when it costs nothing).',
    ja: '対策に費用が必要です（費用がなければ 0）。',
  },
  PLAN_NEEDS_A_PILOT: {
    vi: 'Nêu phạm vi thí điểm.',
    en: 'State the scope of the pilot.',
    ja: '試行の範囲を書いてください。',
  },
  PLAN_NEEDS_A_DO_PERIOD: {
    vi: 'Nêu thời gian thực hiện, ví dụ 3 tháng (P3M).',
    en: 'State how long Do lasts, e.g. 3 months (P3M).',
    ja: '実行の期間を書いてください（例：3 か月、P3M）。',
  },
  PLAN_NEEDS_REVIEWERS: {
    vi: 'Nêu ít nhất một người rà soát.',
    en: 'Name at least one reviewer.',
    ja: 'レビュー担当を一人以上挙げてください。',
  },
} as const satisfies Record<string, Words>;
export type GateRule = keyof typeof GATE_RULES;
