import { Exact } from '../scoring/scored';
import { filledWords } from '../scorecards/words';
import type { Filling } from '../scorecards/words';
import type { Words } from '../shared/language';

/** How a score came about: a rule in words with its number, down to the facts. */
export type ScoreNode = {
  readonly rule: keyof typeof RULES;
  readonly words: Words;
  readonly value?: number;
  readonly max?: number;
  /** Where in the facts the number is from, as a JSON pointer. */
  readonly at?: string;
  readonly parts: readonly ScoreNode[];
};

const RULES = {
  total: {
    vi: 'Tổng điểm = cộng điểm các phần = {value} trên {max}.',
    en: 'Total = sum of the sections = {value} of {max}.',
    ja: '合計＝各項目の点数の和＝{value}／{max} 点。',
  },
  rated: {
    vi: '{name}: {value} trên {max} điểm.',
    en: '{name}: {value} of {max} points.',
    ja: '{name}：{value}／{max} 点。',
  },
  work: {
    vi: '{name}: {formula} = {filled} = {value} trên {max} điểm.',
    en: '{name}: {formula} = {filled} = {value} of {max} points.',
    ja: '{name}：{formula} ＝ {filled} ＝ {value}／{max} 点。',
  },
  a: {
    vi: 'a = sản phẩm hoàn thành ÷ sản phẩm được giao (đã quy đổi) = {part} ÷ {weight} = {value} %.',
    en: 'a = products done ÷ products assigned (converted) = {part} ÷ {weight} = {value} %.',
    ja: 'a＝完了した成果物÷割り当てられた成果物（換算後）＝{part}÷{weight}＝{value} ％。',
  },
  b: {
    vi: 'b = sản phẩm đạt chất lượng ÷ sản phẩm được giao; mỗi lần không đạt trừ {penalty} % của sản phẩm đó: {part} ÷ {weight} = {value} %.',
    en: 'b = good products ÷ products assigned; each failed check takes {penalty} % of that product: {part} ÷ {weight} = {value} %.',
    ja: 'b＝品質を満たした成果物÷割り当てられた成果物。不合格一回ごとにその成果物の {penalty} ％を減点：{part}÷{weight}＝{value} ％。',
  },
  c: {
    vi: 'c = sản phẩm đúng tiến độ ÷ sản phẩm được giao; mỗi lần chậm trừ {penalty} % của sản phẩm đó: {part} ÷ {weight} = {value} %.',
    en: 'c = products on time ÷ products assigned; each delay takes {penalty} % of that product: {part} ÷ {weight} = {value} %.',
    ja: 'c＝期限を守った成果物÷割り当てられた成果物。遅延一回ごとにその成果物の {penalty} ％を減点：{part}÷{weight}＝{value} ％。',
  },
  d: {
    vi: 'd = kết quả của đơn vị: {failed} trên {people} người không hoàn thành → {value} %.',
    en: 'd = results of the unit: {failed} of {people} people not completed → {value} %.',
    ja: 'd＝部署の成果：{people} 人中 {failed} 人が未完了 → {value} ％。',
  },
  dd: {
    vi: 'đ = khả năng tổ chức = {value} %.',
    en: 'đ = ability to organise = {value} %.',
    ja: 'đ＝組織運営力＝{value} ％。',
  },
  e: { vi: 'e = đoàn kết nội bộ = {value} %.', en: 'e = cohesion = {value} %.', ja: 'e＝結束＝{value} ％。' },
  item: {
    vi: 'Sản phẩm {number} (quy đổi {weight}): {state}, {failures} lần không đạt chất lượng, {delays} lần chậm{cause}; được tính {a} vào a, {b} vào b, {c} vào c.',
    en: 'Product {number} (converted {weight}): {state}, {failures} failed checks, {delays} delays{cause}; it counts {a} in a, {b} in b, {c} in c.',
    ja: '成果物 {number}（換算 {weight}）：{state}、不合格 {failures} 回、遅延 {delays} 回{cause}。a に {a}、b に {b}、c に {c} を算入。',
  },
  goals: {
    vi: '{name}: Σ trọng số × mức đạt ÷ Σ trọng số × {max} = {value} điểm.',
    en: '{name}: Σ weight × attainment ÷ Σ weight × {max} = {value} points.',
    ja: '{name}：Σ 重み×達成度÷Σ 重み×{max}＝{value} 点。',
  },
  indicator: {
    vi: '{name}: mức đạt của chỉ số {score} × {max} = {value} điểm.',
    en: '{name}: score of the indicator {score} × {max} = {value} points.',
    ja: '{name}：指標の評点 {score}×{max}＝{value} 点。',
  },
  band: { vi: 'Tổng {total} điểm → {name}.', en: 'A total of {total} → {name}.', ja: '合計 {total} 点 → {name}。' },
  edge: {
    vi: 'Xếp loại theo tổng chưa làm tròn: {exact}. Số hiển thị {shown} đã làm tròn nên trông như ở bên kia ngưỡng.',
    en: 'The class goes by the total before rounding, {exact}. The number shown, {shown}, is rounded and only looks as if it were across the edge.',
    ja: '区分は丸める前の合計 {exact} で決まります。表示の {shown} は丸めた値なので、境界の反対側に見えるだけです。',
  },
  override: {
    vi: '«{finding}» đứng trên điểm số: xếp loại {name}.',
    en: '“{finding}” stands above the points: {name}.',
    ja: '「{finding}」は点数に優先します：{name}。',
  },
} as const satisfies Record<string, Words>;

/** Half-up to three decimals: as answers show it. Classes go by the number before. */
export const shown = (value: Exact): number => value.toDecimalPlaces(3, Exact.ROUND_HALF_UP).toNumber();

type More = { readonly max?: number; readonly at?: string; readonly parts?: readonly ScoreNode[] };

/** A node; `value` and `max` are in the sentence as well. */
export function node(
  rule: keyof typeof RULES,
  value: Exact | undefined,
  { blanks = {}, parts = [], ...more }: More & { readonly blanks?: Readonly<Record<string, Filling>> },
): ScoreNode {
  const number = value === undefined ? undefined : shown(value);
  const filling = {
    ...(number !== undefined && { value: number }),
    ...(more.max !== undefined && { max: more.max }),
    ...blanks,
  };
  return {
    rule,
    words: filledWords(RULES[rule], filling),
    ...(number !== undefined && { value: number }),
    ...more,
    parts,
  };
}

export const STATES = {
  done: { vi: 'hoàn thành', en: 'done', ja: '完了' },
  undone: { vi: 'chưa hoàn thành', en: 'not done', ja: '未完了' },
  forgiven: { vi: ', có nguyên nhân khách quan', en: ', objective cause', ja: '、客観的な理由あり' },
  none: { vi: '', en: '', ja: '' },
} as const satisfies Record<string, Words>;

export const GENERAL: Words = {
  vi: 'Điểm các phần do người chấm',
  en: 'Points of the rated sections',
  ja: '採点項目の点数',
};
