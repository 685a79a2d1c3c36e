import type { Words } from '../shared/language';

/** What an office should look at. `{name}` is filled in. */
export const LINT_WORDS = {
  TOO_MANY_INDICATORS: {
    vi: 'Bảng điểm có {count} chỉ số. Quá {most} chỉ số thì khó ai theo dõi hết (ngưỡng {most} là giả định của phần mềm [A]); hãy giữ những chỉ số dẫn tới quyết định.',
    en: 'The scorecard has {count} indicators. More than {most} are hardly watched by anyone (the limit of {most} is our assumption [A]); keep those that lead to decisions.',
    ja: 'スコアカードに指標が {count} 件あります。{most} 件を超えると誰も追い切れません（{most} 件は本ソフトの仮定 [A]）。判断につながる指標に絞ってください。',
  },
  NO_LEADING_INDICATOR: {
    vi: 'Không có chỉ số dẫn dắt (leading) nào: mọi chỉ số chỉ cho biết kết quả khi đã muộn. Hãy thêm một chỉ số báo trước.',
    en: 'No indicator is leading: all of them tell the result when it is too late. Add one that moves first.',
    ja: '先行指標がありません。どの指標も、結果が出てからしか分かりません。先に動く指標を加えてください。',
  },
  NO_COUNTER_INDICATOR: {
    vi: 'Không có chỉ số đối trọng: một con số có thể được đẩy lên mà gây hại ở chỗ khác không ai thấy. Hãy đánh dấu một thước đo là «counter».',
    en: 'There is no counter-indicator: a number can be pushed while harm done elsewhere goes unseen. Mark a measure as “counter”.',
    ja: '対抗指標がありません。数値だけを押し上げ、ほかで生じた害が見えなくなるおそれがあります。測定項目の一つを「counter」にしてください。',
  },
  OBJECTIVE_WITHOUT_MEASURE: {
    vi: 'Mục tiêu «{key}» chưa có thước đo nào, nên không có điểm.',
    en: 'The objective “{key}” has no measure, so it has no score.',
    ja: '目標「{key}」に測定項目がなく、評点が出ません。',
  },
  OBJECTIVE_WITHOUT_OWNER: {
    vi: 'Mục tiêu «{key}» chưa có người chịu trách nhiệm.',
    en: 'Nobody answers for the objective “{key}”.',
    ja: '目標「{key}」に責任者がいません。',
  },
  OBJECTIVE_WITHOUT_INITIATIVE: {
    vi: 'Chưa có sáng kiến nào thực hiện mục tiêu «{key}».',
    en: 'No initiative works toward the objective “{key}”.',
    ja: '目標「{key}」に向けた施策がありません。',
  },
  MEASURE_WITHOUT_TARGET: {
    vi: 'Chỉ số {indicator} chưa có chỉ tiêu cho kỳ này.',
    en: 'The indicator {indicator} has no target for this period.',
    ja: '指標 {indicator} には、この期間の目標値がありません。',
  },
  MEASURE_WITHOUT_SCORING: {
    vi: 'Chỉ số {indicator} chưa có quy tắc chấm điểm, nên chỉ làm giảm độ phủ của bảng điểm.',
    en: 'The indicator {indicator} has no scoring rule, so it only lowers the coverage of the scorecard.',
    ja: '指標 {indicator} に評点の規則がなく、スコアカードのカバー率を下げるだけになっています。',
  },
  TARGET_NEVER_MISSED: {
    vi: 'Chỉ tiêu của {indicator} đạt trong cả {periods} kỳ gần nhất: có thể đặt quá thấp (số kỳ là giả định [A]).',
    en: 'The target of {indicator} was met in each of the last {periods} periods: it may be too easy (the number of periods is our assumption [A]).',
    ja: '指標 {indicator} の目標は直近 {periods} 期間すべてで達成されています。低すぎるかもしれません（期間数は仮定 [A]）。',
  },
  TARGET_ALWAYS_MISSED: {
    vi: 'Chỉ tiêu của {indicator} không đạt trong cả {periods} kỳ gần nhất: cách làm hiện nay không đạt được; cần thay đổi cách làm hoặc xem lại chỉ tiêu (số kỳ là giả định [A]).',
    en: 'The target of {indicator} was missed in each of the last {periods} periods: the way the work is done does not reach it; change the work, or look at the target again (the number of periods is our assumption [A]).',
    ja: '指標 {indicator} の目標は直近 {periods} 期間すべてで未達です。今のやり方では届きません。やり方を変えるか、目標値を見直してください（期間数は仮定 [A]）。',
  },
  GOAL_COUNTS_TWO_THIRDS: {
    vi: 'Chỉ số {indicator} chấm theo mục tiêu và mức báo động: đạt đúng mục tiêu được tính 2/3. Hãy đặt các mức trạng thái của bảng điểm (statusBands) cho phù hợp, nếu không mục tiêu đạt mà bảng điểm vẫn không xanh.',
    en: 'The indicator {indicator} is scored by goal and red flag: the goal itself counts 2/3. State bands of the scorecard (statusBands) that fit, or a goal that is met still does not show green above it.',
    ja: '指標 {indicator} は目標と警戒値で評点を付けるため、目標ちょうどで 2/3 と数えます。スコアカードの状態区分（statusBands）を合わせないと、目標を達成しても上位が緑になりません。',
  },
} as const satisfies Record<string, Words>;
export type LintCode = keyof typeof LINT_WORDS;
export const LINT_CODES = Object.keys(LINT_WORDS) as readonly LintCode[];
