import type { Words } from '../shared/language';

/** Everything an evaluation can refuse, in words. `{name}` is filled from the refusal's params. */
export const EVALUATION_REFUSALS = {
  NO_SUCH_EVALUATION: {
    vi: 'Không có bản đánh giá «{id}».',
    en: 'There is no evaluation “{id}”.',
    ja: '評価「{id}」はありません。',
  },
  EVALUATION_NOT_IN_THIS_PHASE: {
    vi: 'Không thể thực hiện khi bản đánh giá ở bước «{phase}»; việc này thuộc bước: {allowed}.',
    en: 'This cannot be done while the evaluation is at “{phase}”; it belongs to: {allowed}.',
    ja: '評価が「{phase}」の段階ではこの操作はできません。できる段階：{allowed}。',
  },
  EVALUATION_IS_PAUSED: {
    vi: 'Bản đánh giá đang tạm dừng ({reason}); hãy cho tiếp tục trước.',
    en: 'The evaluation is paused ({reason}); resume it first.',
    ja: '評価は一時停止中です（{reason}）。先に再開してください。',
  },
  EVALUATION_IS_NOT_PAUSED: {
    vi: 'Bản đánh giá không bị tạm dừng.',
    en: 'The evaluation is not paused.',
    ja: '評価は一時停止されていません。',
  },
  ITEM_EXISTS: {
    vi: 'Đã có công việc «{item}» trong kỳ này; hãy dùng mã khác hoặc sửa công việc đó.',
    en: 'There is a work item “{item}” in this period already; choose another key, or revise it.',
    ja: '業務「{item}」は今期すでにあります。別の番号にするか、その業務を修正してください。',
  },
  NO_SUCH_ITEM: {
    vi: 'Không có công việc «{item}» trong kỳ này.',
    en: 'There is no work item “{item}” in this period.',
    ja: '業務「{item}」は今期にありません。',
  },
  ITEM_IS_WITHDRAWN: {
    vi: 'Công việc «{item}» đã được rút ({reason}).',
    en: 'The work item “{item}” was withdrawn ({reason}).',
    ja: '業務「{item}」は取り下げられています（{reason}）。',
  },
  NO_SUCH_PRODUCT: {
    vi: 'Danh mục của chế độ đánh giá không có sản phẩm «{product}»; hãy chọn sản phẩm trong danh mục hoặc bỏ trống và ghi hệ số.',
    en: 'The catalogue of the scheme has no product “{product}”; choose one of it, or leave it out and state the coefficient.',
    ja: '制度の目録に成果物「{product}」はありません。目録から選ぶか、空欄にして係数を指定してください。',
  },
  NO_SUCH_CATEGORY: {
    vi: 'Chế độ đánh giá không có nhóm công việc «{category}».',
    en: 'The scheme has no category “{category}”.',
    ja: '制度に業務区分「{category}」はありません。',
  },
  ITEM_IS_DONE: {
    vi: 'Công việc «{item}» đã được báo hoàn thành ngày {on}; hãy rút lại trước.',
    en: 'The work item “{item}” is reported as done on {on}; take that back first.',
    ja: '業務「{item}」は {on} に完了として報告済みです。先に取り消してください。',
  },
  ITEM_IS_NOT_DONE: {
    vi: 'Công việc «{item}» chưa được báo hoàn thành.',
    en: 'The work item “{item}” is not reported as done.',
    ja: '業務「{item}」はまだ完了として報告されていません。',
  },
  DAY_LIES_AHEAD: {
    vi: 'Ngày {on} còn ở phía trước (hôm nay là {today}); hãy ghi ngày đã diễn ra.',
    en: 'The day {on} lies ahead (today is {today}); state the day on which it happened.',
    ja: '{on} は未来の日付です（本日は {today}）。実際の日を入力してください。',
  },
  DONE_AFTER_THE_PERIOD: {
    vi: 'Ngày hoàn thành {on} sau ngày cuối kỳ {last}: sản phẩm này thuộc kỳ sau; hãy giao ở kỳ sau.',
    en: 'It was done on {on}, after the last day of the period, {last}: it counts in the next one; assign it there.',
    ja: '完了日 {on} は期間の最終日 {last} より後です。次の期の業務として割り当ててください。',
  },
  GRACE_IS_OVER: {
    vi: 'Thời gian bổ sung số liệu đã hết ngày {until}; hãy đề nghị người quản lý trực tiếp ghi thay.',
    en: 'Facts could be added until {until}; ask your manager to enter it for you.',
    ja: '実績の追加入力は {until} までです。上司に入力を依頼してください。',
  },
  WAITING_IS_OPEN: {
    vi: 'Công việc «{item}» đang chờ ({waitingFor}); hãy kết thúc lần chờ đó trước.',
    en: 'The work item “{item}” is waiting already ({waitingFor}); end that first.',
    ja: '業務「{item}」はすでに待機中です（{waitingFor}）。先に終了してください。',
  },
  NOTHING_IS_WAITED_FOR: {
    vi: 'Công việc «{item}» không ở trạng thái chờ.',
    en: 'The work item “{item}” is not waiting for anything.',
    ja: '業務「{item}」は待機中ではありません。',
  },
  WAITING_ENDS_BEFORE_IT_BEGINS: {
    vi: 'Ngày kết thúc chờ {on} trước ngày bắt đầu chờ {from}.',
    en: 'The waiting would end on {on}, before it began on {from}.',
    ja: '待機の終了日 {on} が開始日 {from} より前です。',
  },
  CAUSE_NOT_ASKED: {
    vi: 'Chưa có đề nghị xác nhận nguyên nhân khách quan cho công việc «{item}».',
    en: 'Nobody has asked for an objective cause to be confirmed for “{item}”.',
    ja: '業務「{item}」について、やむを得ない事情の確認は申請されていません。',
  },
  CAUSE_ALREADY_DECIDED: {
    vi: 'Đề nghị về nguyên nhân khách quan của «{item}» đã được quyết định.',
    en: 'The objective cause of “{item}” has been decided.',
    ja: '業務「{item}」のやむを得ない事情は決定済みです。',
  },
  CAUSE_DECIDED_BY_ANOTHER: {
    vi: 'Người đề nghị xác nhận nguyên nhân khách quan không được tự quyết định; người có thẩm quyền khác phải quyết định.',
    en: 'Whoever asked for an objective cause to be confirmed does not decide it; somebody else has to.',
    ja: 'やむを得ない事情を申請した本人は決定できません。別の権限者が決定してください。',
  },
  NO_SUCH_CRITERION: {
    vi: 'Chế độ đánh giá không có tiêu chí «{key}»; các tiêu chí: {known}.',
    en: 'The scheme has no criterion “{key}”; it has: {known}.',
    ja: '制度に評価項目「{key}」はありません。項目：{known}。',
  },
  TOO_MANY_POINTS: {
    vi: 'Tiêu chí «{key}» tối đa {max} điểm, đã ghi {points}; hãy ghi từ 0 đến {max}.',
    en: 'The criterion “{key}” has at most {max} points, {points} were given; give 0 to {max}.',
    ja: '評価項目「{key}」は最大 {max} 点です（入力 {points} 点）。0～{max} 点で入力してください。',
  },
  RATINGS_INCOMPLETE: {
    vi: 'Còn thiếu điểm của {count} tiêu chí: {missing}.',
    en: 'Points are missing of {count} criteria: {missing}.',
    ja: '{count} 項目の点数がありません：{missing}。',
  },
  DIFFERENCE_NEEDS_A_REASON: {
    vi: 'Điểm của «{key}» ({points}) khác điểm tự chấm ({self}); hãy ghi lý do.',
    en: 'The points of “{key}” ({points}) differ from the self-assessment ({self}); give a reason.',
    ja: '「{key}」の点数（{points}）が自己評価（{self}）と異なります。理由を記入してください。',
  },
  LEADER_POINTS_NEEDED: {
    vi: 'Người này giữ chức vụ lãnh đạo: cần chấm khả năng tổ chức (đ) và đoàn kết (e), từ 0 đến 100.',
    en: 'This person leads: rate the ability to organise (đ) and cohesion (e), 0 to 100.',
    ja: '管理職のため、組織運営（đ）と団結（e）を 0～100 で評価してください。',
  },
  NOT_ONES_OWN_EVALUATION: {
    vi: 'Không ai tự chấm, tự phê duyệt hoặc tự quyết định kết quả của chính mình.',
    en: 'Nobody rates, approves or decides their own evaluation.',
    ja: '自分自身の評価を採点・承認・決定することはできません。',
  },
  RATED_BY_THE_SAME_PERSON: {
    vi: 'Người đã chấm điểm không được phê duyệt chính điểm đó; cấp trên khác phải phê duyệt.',
    en: 'Whoever rated does not approve; somebody above has to.',
    ja: '採点した人は承認できません。別の上位者が承認してください。',
  },
  NO_SUCH_OVERRIDE: {
    vi: 'Chế độ đánh giá không có kết luận «{override}»; có: {known}.',
    en: 'The scheme has no finding “{override}”; it has: {known}.',
    ja: '制度に認定「{override}」はありません。あるもの：{known}。',
  },
  OVERRIDE_STANDS: {
    vi: 'Kết luận «{override}» đã được ghi nhận.',
    en: 'The finding “{override}” is on record already.',
    ja: '認定「{override}」はすでに記録されています。',
  },
  OVERRIDE_DOES_NOT_STAND: {
    vi: 'Không có kết luận «{override}» đang còn hiệu lực.',
    en: 'No finding “{override}” is in force.',
    ja: '有効な認定「{override}」はありません。',
  },
  GOAL_IS_TWICE: {
    vi: 'Mục tiêu «{key}» xuất hiện hai lần.',
    en: 'The goal “{key}” is there twice.',
    ja: '目標「{key}」が重複しています。',
  },
  TRANSFER_BEFORE_ITS_POST: {
    vi: 'Ngày chuyển {on} phải sau ngày {from} bắt đầu vị trí hiện tại và trong kỳ đánh giá (đến {last}).',
    en: 'The transfer on {on} must lie after {from}, when the present post began, and within the period (until {last}).',
    ja: '異動日 {on} は現職の開始日 {from} より後で、期間内（{last} まで）にしてください。',
  },
  APPEAL_IS_TOO_LATE: {
    vi: 'Hạn khiếu nại là hết ngày {until}; hôm nay là {today}. Hãy liên hệ người đứng đầu đơn vị nếu có tình tiết mới.',
    en: 'Appeals were possible until the end of {until}; today is {today}. Speak to the head of your unit if there are new facts.',
    ja: '不服申し立ては {until} まででした（本日は {today}）。新しい事実がある場合は部署の長に相談してください。',
  },
  ONE_APPEAL_EACH: {
    vi: 'Kết quả của kỳ này đã được khiếu nại và giải quyết.',
    en: 'There has been an appeal about this result, and it was decided.',
    ja: 'この結果に対する不服申し立ては、すでに決定されています。',
  },
  NO_SUCH_POINT_TO_DISPUTE: {
    vi: 'Không có nội dung «{key}» ({part}) trong bản đánh giá này để khiếu nại.',
    en: 'There is no “{key}” ({part}) in this evaluation to dispute.',
    ja: 'この評価に、申し立ての対象「{key}」（{part}）はありません。',
  },
  APPEAL_POINTS_UNDECIDED: {
    vi: 'Phải quyết định từng nội dung khiếu nại; còn thiếu: {missing}.',
    en: 'Each disputed point is decided; missing: {missing}.',
    ja: '申し立ての各点を決定してください。未決定：{missing}。',
  },
  POINT_WAS_NOT_DISPUTED: {
    vi: '«{key}» không thuộc các nội dung khiếu nại.',
    en: '“{key}” is not among the disputed points.',
    ja: '「{key}」は申し立ての対象ではありません。',
  },
  UPHELD_WITHOUT_A_CHANGE: {
    vi: 'Đã chấp nhận khiếu nại ({keys}) nhưng chưa ghi thay đổi nào; hãy ghi điểm hoặc số liệu mới trong «changes».',
    en: 'The appeal is upheld ({keys}), but no change is stated; state the new points or facts in “changes”.',
    ja: '申し立てを認めましたが（{keys}）、変更内容がありません。changes に新しい点数や事実を記入してください。',
  },
  CHANGE_WITHOUT_AN_UPHELD_POINT: {
    vi: 'Có thay đổi nhưng không chấp nhận nội dung khiếu nại nào.',
    en: 'A change is stated, but no point is upheld.',
    ja: '変更がありますが、認められた申し立てがありません。',
  },
  DECIDED_BY_WHOEVER_RATED: {
    vi: 'Người giải quyết khiếu nại không được là người đã chấm điểm, phê duyệt hoặc hiệu chỉnh; hãy giao cho người khác.',
    en: 'Whoever decides an appeal has neither rated, nor approved, nor calibrated; let somebody else decide.',
    ja: '採点・承認・調整に関わった人は不服申し立てを決定できません。別の人が決定してください。',
  },
  NO_CHANGE_TO_MAKE: {
    vi: 'Chưa ghi thay đổi nào.',
    en: 'No change is stated.',
    ja: '変更内容がありません。',
  },
} as const satisfies Record<string, Words>;
export type EvaluationRefusalCode = keyof typeof EVALUATION_REFUSALS;
