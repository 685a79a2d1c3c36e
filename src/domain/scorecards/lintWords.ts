import type { Words } from '../shared/language';

/** What an office should look at, and what to do about it. `{name}` is filled in. */
export const LINT_WORDS = {
  TOO_MANY_INDICATORS: {
    vi: 'Bảng điểm có {count} chỉ số. Quá {most} chỉ số thì khó ai theo dõi hết (ngưỡng {most} là giả định của phần mềm [A]); hãy giữ những chỉ số dẫn tới quyết định.',
    en: 'The scorecard has {count} indicators. More than {most} are hardly watched by anyone (the limit of {most} is our assumption [A]); keep those that lead to decisions.',
    ja: 'スコアカードに指標が {count} 件あります。{most} 件を超えると誰も追い切れません（{most} 件は本ソフトの仮定 [A]）。判断につながる指標に絞ってください。',
  },
  NO_LEADING_INDICATOR: {
    vi: 'Không có chỉ số dẫn dắt (leading) nào: mọi chỉ số chỉ cho biết kết quả khi đã muộn. Hãy thêm một chỉ số báo trước, hoặc ghi loại «leading» trong định nghĩa của chỉ số đã có.',
    en: 'No indicator is leading: all of them tell the result when it is too late. Add one that moves first, or state the kind “leading” in the definition of one that does.',
    ja: '先行指標がありません。どの指標も、結果が出てからしか分かりません。先に動く指標を加えるか、すでにある場合は、その定義の種類に「leading」を加えてください。',
  },
  NO_COUNTER_INDICATOR: {
    vi: 'Không có chỉ số đối trọng: một con số có thể được đẩy lên mà gây hại ở chỗ khác không ai thấy. Hãy đánh dấu một thước đo là chỉ số đối trọng.',
    en: 'There is no counter-indicator: a number can be pushed while harm done elsewhere goes unseen. Mark a measure as counter-indicator.',
    ja: '対抗指標がありません。数値だけを押し上げ、ほかで生じた害が見えなくなるおそれがあります。測定項目の一つを対抗指標にしてください。',
  },
  OBJECTIVE_WITHOUT_MEASURE: {
    vi: 'Mục tiêu «{objective}» chưa có thước đo nào, nên không có điểm. Hãy chọn một chỉ số làm thước đo.',
    en: 'The objective “{objective}” has no measure, so it has no score. Choose an indicator that shows it.',
    ja: '目標「{objective}」に測定項目がなく、評点が出ません。達成度を示す指標を選んでください。',
  },
  OBJECTIVE_WITHOUT_OWNER: {
    vi: 'Mục tiêu «{objective}» chưa có người chịu trách nhiệm. Hãy nêu tên một người.',
    en: 'Nobody answers for the objective “{objective}”. Name an owner.',
    ja: '目標「{objective}」に責任者がいません。責任者を決めてください。',
  },
  OBJECTIVE_WITHOUT_INITIATIVE: {
    vi: 'Chưa có sáng kiến nào thực hiện mục tiêu «{objective}». Hãy thêm một sáng kiến, chương trình hoặc chu trình cải tiến.',
    en: 'No initiative works toward the objective “{objective}”. Add an initiative, a programme or an improvement cycle.',
    ja: '目標「{objective}」に向けた施策がありません。施策・事業・改善サイクルのいずれかを加えてください。',
  },
  MEASURE_WITHOUT_TARGET: {
    vi: 'Chỉ số «{indicator}» chưa có chỉ tiêu cho kỳ này. Hãy đặt chỉ tiêu trong định nghĩa của chỉ số.',
    en: 'The indicator “{indicator}” has no target for this period. Set one in its definition.',
    ja: '指標「{indicator}」には、この期間の目標値がありません。指標の定義で目標値を定めてください。',
  },
  MEASURE_WITHOUT_SCORING: {
    vi: 'Chỉ số «{indicator}» chưa có quy tắc chấm điểm, nên chỉ làm giảm độ phủ của bảng điểm. Hãy chọn quy tắc trong định nghĩa của chỉ số.',
    en: 'The indicator “{indicator}” has no scoring rule, so it only lowers the coverage of the scorecard. Choose a rule in its definition.',
    ja: '指標「{indicator}」に評点の規則がなく、スコアカードのカバー率を下げるだけになっています。指標の定義で規則を選んでください。',
  },
  TARGET_NEVER_MISSED: {
    vi: 'Chỉ tiêu của «{indicator}» đạt trong cả {periods} kỳ gần nhất, có thể đã đặt quá thấp (số kỳ là giả định [A]). Hãy nâng chỉ tiêu, hoặc chọn một thước đo còn cho biết điều gì đó.',
    en: 'The target of “{indicator}” was met in each of the last {periods} periods: it may be too easy (the number of periods is our assumption [A]). Raise it, or choose a measure that still tells something.',
    ja: '指標「{indicator}」の目標は直近 {periods} 期間すべてで達成されています。低すぎるかもしれません（期間数は仮定 [A]）。目標値を引き上げるか、変化が読み取れる測定項目に替えてください。',
  },
  TARGET_ALWAYS_MISSED: {
    vi: 'Chỉ tiêu của «{indicator}» không đạt trong cả {periods} kỳ gần nhất: cách làm hiện nay không đạt được; cần thay đổi cách làm hoặc xem lại chỉ tiêu (số kỳ là giả định [A]).',
    en: 'The target of “{indicator}” was missed in each of the last {periods} periods: the way the work is done does not reach it; change the work, or look at the target again (the number of periods is our assumption [A]).',
    ja: '指標「{indicator}」の目標は直近 {periods} 期間すべてで未達です。今のやり方では届きません。やり方を変えるか、目標値を見直してください（期間数は仮定 [A]）。',
  },
  GOAL_COUNTS_TWO_THIRDS: {
    vi: 'Chỉ số «{indicator}» chấm theo mục tiêu và mức báo động: đạt đúng mục tiêu được tính 2/3. Hãy đặt các mức trạng thái của bảng điểm cho phù hợp, nếu không mục tiêu đạt mà bảng điểm vẫn không xanh.',
    en: 'The indicator “{indicator}” is scored by goal and red flag: the goal itself counts 2/3. State status bands of the scorecard that fit, or a goal that is met still does not show green above it.',
    ja: '指標「{indicator}」は目標と警戒値で評点を付けるため、目標ちょうどで 2/3 と数えます。スコアカードの状態区分を合わせないと、目標を達成しても上位が緑になりません。',
  },
} as const satisfies Record<string, Words>;
export type LintCode = keyof typeof LINT_WORDS;
export const LINT_CODES = Object.keys(LINT_WORDS) as readonly LintCode[];
