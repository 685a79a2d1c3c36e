import type { Words } from '../shared/language';

/** Why facts cannot be scored by a scheme, and why a scheme cannot be, in words. `{name}` is filled from the params. */
export const SCHEME_REFUSALS = {
  SCHEME_NO_WORK: {
    vi: 'Chưa có công việc được giao nên không tính được a, b, c. Hãy nhập ít nhất một sản phẩm; người không được giao việc trong kỳ thì không xếp loại, không phải 0 điểm.',
    en: 'No work is assigned, so a, b and c cannot be computed. Give at least one product; whoever was assigned nothing in the period is not rated, which is not a score of 0.',
    ja: '割り当てられた業務がないため、a・b・c を計算できません。成果物を一つ以上入力してください。期間中に割り当てのない人は「評価対象外」であり、0 点ではありません。',
  },
  SCHEME_NO_GOALS: {
    vi: 'Bộ tiêu chí này chấm theo mục tiêu nhưng chưa có mục tiêu nào. Hãy nhập ít nhất một mục tiêu với trọng số và mức đạt từ 0 đến 1.',
    en: 'This scheme scores goals, and none is given. Give at least one goal with its weight and its attainment from 0 to 1.',
    ja: 'この評価制度は目標を採点しますが、目標がありません。重みと達成度（0～1）を付けて一つ以上入力してください。',
  },
  SCHEME_INDICATOR_MISSING: {
    vi: 'Phần «{section}» lấy điểm của chỉ số {indicator} nhưng chưa có. Hãy nhập điểm từ 0 đến 1, hoặc chờ chỉ số có giá trị.',
    en: 'The section “{section}” takes the score of the indicator {indicator}, which is not given. Give it, 0 to 1, or wait until the indicator has a value.',
    ja: '「{section}」は指標 {indicator} の評点を使いますが、まだありません。0～1 で入力するか、指標の値を待ってください。',
  },
  SCHEME_POINTS_MISSING: {
    vi: 'Phần «{section}» chưa được chấm (từ 0 đến {max} điểm). Chưa chấm không phải là 0 điểm: hãy nhập điểm.',
    en: 'The section “{section}” has no points yet (0 to {max}). Not rated is not 0: give the points.',
    ja: '「{section}」がまだ採点されていません（0～{max} 点）。未採点は 0 点ではありません。点数を入力してください。',
  },
  SCHEME_POINTS_ABOVE_MAX: {
    vi: '{points} điểm vượt mức tối đa {max} của «{section}». Hãy nhập từ 0 đến {max}.',
    en: '{points} points are more than the {max} that “{section}” can have. Give 0 to {max}.',
    ja: '{points} 点は「{section}」の上限 {max} 点を超えています。0～{max} で入力してください。',
  },
  SCHEME_POINTS_TWICE: {
    vi: 'Điểm được nhập hai cách: tổng (general) và từng phần (sections). Hãy bỏ một cách.',
    en: 'The points are given twice: together (general) and one by one (sections). Leave one of them out.',
    ja: '点数が合計（general）と項目別（sections）の両方で入力されています。どちらかを外してください。',
  },
  SCHEME_UNKNOWN_SECTION: {
    vi: 'Bộ tiêu chí không có phần chấm điểm «{key}»; hãy chọn một trong: {known}.',
    en: 'The scheme has no rated section “{key}”; take one of: {known}.',
    ja: '評価制度に採点項目「{key}」はありません。次から選んでください：{known}。',
  },
  SCHEME_UNKNOWN_OVERRIDE: {
    vi: 'Bộ tiêu chí không có kết luận «{key}»; hãy bỏ đi hoặc chọn một trong: {known}.',
    en: 'The scheme has no finding “{key}” that stands above the points; take it out, or take one of: {known}.',
    ja: '評価制度に、点数に優先する認定「{key}」はありません。外すか、次から選んでください：{known}。',
  },
  SCHEME_UNKNOWN_BAND: {
    vi: 'Bộ tiêu chí không có mức xếp loại «{key}»; hãy sửa hoặc chọn một trong: {known}.',
    en: 'The scheme has no class “{key}”; correct it, or take one of: {known}.',
    ja: '評価制度に区分「{key}」はありません。直すか、次から選んでください：{known}。',
  },
  SCHEME_FORMULA_GIVES_NOTHING: {
    vi: 'Công thức của phần «{section}» không ra số với các dữ kiện này (ví dụ chia cho 0). Hãy sửa công thức.',
    en: 'With these facts the formula of “{section}” gives no number (a division by zero, for instance). Correct the formula.',
    ja: 'この事実では「{section}」の計算式から数値が得られません（0 での除算など）。計算式を直してください。',
  },
  SCHEME_TOTAL_IN_NO_BAND: {
    vi: 'Tổng điểm {total} không thuộc mức xếp loại nào; hãy sửa ngưỡng của các mức.',
    en: 'The total of {total} lies in no class; correct the edges of the classes.',
    ja: '合計 {total} 点はどの区分にも入りません。区分の境界を直してください。',
  },
  SCHEME_KEY_TWICE: {
    vi: 'Mã «{key}» được dùng hai lần trong cùng một danh sách; hãy đổi một trong hai.',
    en: 'The key “{key}” is used twice in the same list; change one of the two.',
    ja: '同じ一覧でキー「{key}」が二度使われています。どちらかを変えてください。',
  },
  SCHEME_CRITERIA_DO_NOT_SUM: {
    vi: 'Các tiêu chí của «{section}» cộng lại được {sum} điểm, còn phần này tối đa {max}. Hãy sửa để hai số bằng nhau.',
    en: 'The criteria of “{section}” sum to {sum} points, its maximum is {max}. Make the two equal.',
    ja: '「{section}」の基準の合計は {sum} 点ですが、上限は {max} 点です。一致させてください。',
  },
  SCHEME_TWO_OF_A_KIND: {
    vi: 'Chỉ có thể có một phần tính từ {kind}; hãy gộp hai phần lại.',
    en: 'Only one section can come from {kind}; make one of the two.',
    ja: '{kind} による項目は一つだけです。二つをまとめてください。',
  },
  SCHEME_BANDS_LEAVE_A_GAP: {
    vi: '{total} điểm không thuộc mức xếp loại nào. Hãy để mức dưới cùng không có ngưỡng, hoặc nối liền các ngưỡng.',
    en: '{total} points lie in no class. Leave the last class without edges, or let the edges meet.',
    ja: '{total} 点がどの区分にも入りません。最後の区分の境界をなくすか、境界をつなげてください。',
  },
  SCHEME_BANDS_OUT_OF_ORDER: {
    vi: 'Các mức phải xếp từ tốt nhất đến kém nhất: {total} điểm được xếp kém hơn một tổng điểm thấp hơn.',
    en: 'The classes must go from the best to the worst: {total} points get a worse class than fewer points do.',
    ja: '区分は良い順に並べてください。{total} 点の区分が、より低い点数の区分より悪くなっています。',
  },
  SCHEME_BAND_WITHOUT_NAME: {
    vi: 'Mức «{key}» chưa có tên; hãy thêm vào bandNames.',
    en: 'The class “{key}” has no name; add it to bandNames.',
    ja: '区分「{key}」に名前がありません。bandNames に加えてください。',
  },
  SCHEME_FORMULA_UNKNOWN_NAME: {
    vi: 'Công thức dùng «{name}» mà ở đây không có; chỉ được dùng: {known}.',
    en: 'The formula uses “{name}”, which there is not; it may use: {known}.',
    ja: '計算式の「{name}」は使えません。使えるのは {known} です。',
  },
  SCHEME_FORMULA_LOOKS_BACK: {
    vi: 'Công thức của bộ tiêu chí chỉ tính trong kỳ, không được lùi kỳ («{name}»). Hãy bỏ previous hoặc lag.',
    en: 'The formula of a scheme knows its own period only and cannot look back (“{name}”). Take out previous or lag.',
    ja: '評価制度の計算式は当期のみを扱い、さかのぼれません（「{name}」）。previous や lag を外してください。',
  },
  SCHEME_UNKNOWN_CATEGORY: {
    vi: 'Danh mục không có nhóm «{key}»; hãy thêm nhóm đó hoặc chọn một trong: {known}.',
    en: 'There is no category “{key}” of work; add it, or take one of: {known}.',
    ja: '業務分類「{key}」はありません。追加するか、次から選んでください：{known}。',
  },
  SCHEME_NO_PERIOD_YET: {
    vi: 'Chưa có kỳ đánh giá nào của «{scheme}» đã công bố kết quả, nên chưa có dữ kiện để thử. Hãy gửi dữ kiện trong «people», hoặc thử lại sau lần công bố đầu tiên.',
    en: 'No period of “{scheme}” has told its results yet, so there are no facts to try on. Give facts in “people”, or come back after the first publication.',
    ja: '「{scheme}」で結果を公表した期間がまだないため、試すための事実がありません。「people」に事実を入力するか、最初の公表後にやり直してください。',
  },
  SCHEME_ENDS_BEFORE_IT_BEGINS: {
    vi: 'Ngày cuối {to} sớm hơn ngày bắt đầu {from}; hãy sửa một trong hai.',
    en: 'The last day {to} lies before the first, {from}; change one of them.',
    ja: '最終日 {to} が開始日 {from} より前です。どちらかを変えてください。',
  },
} as const satisfies Record<string, Words>;
export type SchemeCode = keyof typeof SCHEME_REFUSALS;
