import type { Words } from '../shared/language';
import type { Refusal } from '../shared/result';

/**
 * Why a text is no formula, in words. Params of each but FORMULA_TOO_LONG: `position` (character from 1), `place` (the same
 * for a reader, with line:column where there are several lines; then also `line` and `column`), `excerpt` (the text there).
 */
export const FORMULA_REFUSALS = {
  FORMULA_EMPTY: {
    vi: 'Chưa có công thức nào được viết.',
    en: 'No formula is written here.',
    ja: '計算式が書かれていません。',
  },
  FORMULA_TOO_LONG: {
    vi: 'Công thức dài {length} ký tự; tối đa {most}. Hãy tách thành nhiều chỉ số.',
    en: 'The formula has {length} characters; at most {most} are possible. Split it into several indicators.',
    ja: '計算式が {length} 文字あります。{most} 文字までです。いくつかの指標に分けてください。',
  },
  FORMULA_TOO_DEEP: {
    vi: 'Tại ký tự {place}: các phần lồng nhau quá {most} lớp. Hãy tách công thức thành nhiều chỉ số.',
    en: 'At character {place}: parts are nested more than {most} deep. Split the formula into several indicators.',
    ja: '{place} 文字目：入れ子が {most} 段を超えています。計算式をいくつかの指標に分けてください。',
  },
  FORMULA_TOO_MANY_PARTS: {
    vi: 'Tại ký tự {place}: công thức có quá {most} phần. Hãy tách thành nhiều chỉ số.',
    en: 'At character {place}: the formula has more than {most} parts. Split it into several indicators.',
    ja: '{place} 文字目：計算式の部分が {most} 個を超えています。いくつかの指標に分けてください。',
  },
  FORMULA_ENDS_TOO_EARLY: {
    vi: 'Công thức bị cụt ở ký tự {place}, sau “{excerpt}”: còn thiếu một giá trị hoặc dấu đóng ngoặc.',
    en: 'The formula ends too early at character {place}, after “{excerpt}”: a value or a closing parenthesis is missing.',
    ja: '計算式が {place} 文字目（「{excerpt}」の後）で途切れています。値か閉じ括弧が足りません。',
  },
  FORMULA_VALUE_EXPECTED: {
    vi: 'Tại ký tự {place}: cần một số, một tên hoặc một hàm, nhưng gặp “{found}”.',
    en: 'At character {place}: a number, a name or a function is expected, but “{found}” stands there.',
    ja: '{place} 文字目：数、名前、関数のいずれかが必要ですが、「{found}」があります。',
  },
  FORMULA_OPERATOR_EXPECTED: {
    vi: 'Tại ký tự {place}: cần một phép toán ({expected}) hoặc hết công thức, nhưng gặp “{found}”.',
    en: 'At character {place}: an operator ({expected}) or the end is expected, but “{found}” stands there.',
    ja: '{place} 文字目：演算子（{expected}）か式の終わりが必要ですが、「{found}」があります。',
  },
  FORMULA_SYNTAX: {
    vi: 'Tại ký tự {place}: cần một trong các dấu {expected} nhưng gặp “{found}”.',
    en: 'At character {place}: one of the signs {expected} is expected, but “{found}” stands there.',
    ja: '{place} 文字目：記号 {expected} のいずれかが必要ですが、「{found}」があります。',
  },
  FORMULA_NOT_ALLOWED: {
    vi: 'Tại ký tự {place}: “{found}” không dùng được trong công thức. Các phép toán: {known}.',
    en: 'At character {place}: “{found}” has no meaning in a formula. The operators are: {known}.',
    ja: '{place} 文字目：「{found}」は計算式では使えません。使える演算子：{known}。',
  },
  FORMULA_DECIMAL_COMMA: {
    vi: 'Tại ký tự {place}: số thập phân viết bằng dấu chấm (0.5), không dùng dấu phẩy.',
    en: 'At character {place}: decimals are written with a point (0.5), not with a comma.',
    ja: '{place} 文字目：小数はコンマではなく点で書きます（0.5）。',
  },
  FORMULA_BAD_NUMBER: {
    vi: 'Tại ký tự {place}: “{excerpt}” không phải là một số hay một tên. Số viết như 12, 0.5 hoặc 1e3; tên không bắt đầu bằng chữ số.',
    en: 'At character {place}: “{excerpt}” is neither a number nor a name. Numbers look like 12, 0.5 or 1e3; names do not begin with a digit.',
    ja: '{place} 文字目：「{excerpt}」は数でも名前でもありません。数は 12、0.5、1e3 のように書き、名前は数字で始められません。',
  },
  FORMULA_NUMBER_OUT_OF_RANGE: {
    vi: 'Tại ký tự {place}: số {excerpt} quá lớn hoặc quá gần 0; độ lớn phải từ 1e-30 đến 1e30, hoặc bằng 0.',
    en: 'At character {place}: the number {excerpt} is too large or too close to 0; its size must be from 1e-30 to 1e30, or 0.',
    ja: '{place} 文字目：数 {excerpt} は大きすぎるか、0 に近すぎます。大きさは 1e-30 から 1e30 まで、または 0 です。',
  },
  FORMULA_NAME_TOO_LONG: {
    vi: 'Tại ký tự {place}: tên dài quá {most} ký tự.',
    en: 'At character {place}: the name has more than {most} characters.',
    ja: '{place} 文字目：名前が {most} 文字を超えています。',
  },
  FORMULA_ID_NEEDED: {
    vi: 'Tại ký tự {place}: indicator("…") cần mã của một chỉ số trong dấu ngoặc kép: chữ, số, dấu chấm, gạch nối, gạch dưới.',
    en: 'At character {place}: indicator("…") needs the id of an indicator in quotes: letters, digits, dot, dash, underscore.',
    ja: '{place} 文字目：indicator("…") には引用符で囲んだ指標の ID が必要です。使える文字は英字、数字、点、ハイフン、下線です。',
  },
  FORMULA_UNKNOWN_FUNCTION: {
    vi: 'Tại ký tự {place}: không có hàm “{name}”. Ý bạn là {nearest}? Các hàm: {known}.',
    en: 'At character {place}: there is no function “{name}”. Did you mean {nearest}? The functions are: {known}.',
    ja: '{place} 文字目：関数「{name}」はありません。{nearest} のことですか。使える関数：{known}。',
  },
  FORMULA_UNKNOWN_NAME: {
    vi: 'Tại ký tự {place}: không có chỉ số “{name}”. Hãy sửa tên, tạo chỉ số đó (PUT /v1/indicators/{name}) hoặc gán tên này cho một chỉ số trong inputs.',
    en: 'At character {place}: there is no indicator “{name}”. Correct the name, make the indicator (PUT /v1/indicators/{name}), or say in inputs which one is meant.',
    ja: '{place} 文字目：指標「{name}」はありません。名前を直すか、指標を作成するか（PUT /v1/indicators/{name}）、inputs でどの指標かを示してください。',
  },
  FORMULA_NAME_MISSPELT: {
    vi: 'Tại ký tự {place}: không có chỉ số “{name}”. Có phải ý bạn là “{nearest}”? Nếu không, hãy tạo chỉ số đó hoặc gán tên này cho một chỉ số trong inputs.',
    en: 'At character {place}: there is no indicator “{name}”. Did you mean “{nearest}”? If not, make the indicator, or say in inputs which one is meant.',
    ja: '{place} 文字目：指標「{name}」はありません。「{nearest}」のことですか。違う場合は、指標を作成するか、inputs でどの指標かを示してください。',
  },
  FORMULA_WRONG_NUMBER_OF_ARGUMENTS: {
    vi: 'Tại ký tự {place}: {name} được cho {given} tham số; cách viết đúng: {expected}.',
    en: 'At character {place}: {name} is given {given} arguments; it is written {expected}.',
    ja: '{place} 文字目：{name} に引数が {given} 個あります。書き方：{expected}。',
  },
  FORMULA_NUMBER_NEEDED: {
    vi: 'Tại ký tự {place}: {name} cần một số, nhưng “{excerpt}” là một điều kiện (đúng hoặc sai). Cách viết đúng: {expected}.',
    en: 'At character {place}: {name} needs a number, but “{excerpt}” is a condition (true or false). It is written {expected}.',
    ja: '{place} 文字目：{name} には数が必要ですが、「{excerpt}」は条件（真または偽）です。書き方：{expected}。',
  },
  FORMULA_CONDITION_NEEDED: {
    vi: 'Tại ký tự {place}: {name} cần một điều kiện (đúng hoặc sai, như a > b), nhưng “{excerpt}” là một số. Cách viết đúng: {expected}.',
    en: 'At character {place}: {name} needs a condition (true or false, like a > b), but “{excerpt}” is a number. It is written {expected}.',
    ja: '{place} 文字目：{name} には条件（a > b のような真または偽）が必要ですが、「{excerpt}」は数です。書き方：{expected}。',
  },
  FORMULA_KINDS_DIFFER: {
    vi: 'Tại ký tự {place}: trong {name}, “{excerpt}” phải cùng loại (số hoặc điều kiện) với phần trước nó. Cách viết đúng: {expected}.',
    en: 'At character {place}: in {name}, “{excerpt}” must be of the same kind (number or condition) as the part before. It is written {expected}.',
    ja: '{place} 文字目：{name} の「{excerpt}」は、その前の部分と同じ種類（数または条件）でなければなりません。書き方：{expected}。',
  },
  FORMULA_WHOLE_NUMBER_NEEDED: {
    vi: 'Tại ký tự {place}: {name} cần một số nguyên viết sẵn, từ {least} đến {most}, nhưng gặp “{excerpt}”.',
    en: 'At character {place}: {name} needs a whole number written out, from {least} to {most}, but “{excerpt}” stands there.',
    ja: '{place} 文字目：{name} には {least} から {most} までの整数をそのまま書く必要がありますが、「{excerpt}」があります。',
  },
  FORMULA_REFERENCE_NEEDED: {
    vi: 'Tại ký tự {place}: {name} cần ít nhất một chỉ số để lùi kỳ, nhưng “{excerpt}” không có chỉ số nào.',
    en: 'At character {place}: {name} needs an indicator to go back with, but there is none in “{excerpt}”.',
    ja: '{place} 文字目：{name} にはさかのぼる指標が必要ですが、「{excerpt}」に指標がありません。',
  },
  FORMULA_LAG_TOO_LARGE: {
    vi: 'Tại ký tự {place}: lùi {lag} kỳ; tối đa {most} kỳ.',
    en: 'At character {place}: this goes back {lag} periods; at most {most} are possible.',
    ja: '{place} 文字目：{lag} 期間さかのぼっています。{most} 期間までです。',
  },
  FORMULA_GIVES_NO_NUMBER: {
    vi: 'Công thức của chỉ số phải cho ra một số, nhưng “{excerpt}” là một điều kiện (đúng hoặc sai). Có thể viết if(…, 1, 0).',
    en: 'The formula of an indicator must give a number, but “{excerpt}” is a condition (true or false). It may be written if(…, 1, 0).',
    ja: '指標の計算式の結果は数でなければなりませんが、「{excerpt}」は条件（真または偽）です。if(…, 1, 0) と書くことができます。',
  },
} as const satisfies Record<string, Words>;
export type FormulaRefusalCode = keyof typeof FORMULA_REFUSALS;
export type FormulaRefusal = Refusal<FormulaRefusalCode>;
