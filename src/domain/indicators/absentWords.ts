import type { Grain } from '../cases/periods';
import type { Words } from '../shared/language';
import type { NoValue } from './value';

/** Where a value would stand. */
export type Spot = { readonly indicator: string; readonly unit: string; readonly period: string };

/** Short names of the ways of having no value, as they stand after a colon. */
export const STATE_WORDS = {
  missing: { vi: 'thiếu số liệu', en: 'missing', ja: 'データなし' },
  'not-applicable': { vi: 'không áp dụng', en: 'not applicable', ja: '対象外' },
  'not-yet-due': { vi: 'chưa đến hạn', en: 'not yet due', ja: '期限前' },
  'not-in-force': { vi: 'không có hiệu lực', en: 'not in force', ja: '有効期間外' },
  'waiting-approval': { vi: 'đang chờ phê duyệt', en: 'waiting for approval', ja: '承認待ち' },
  'too-few': { vi: 'quá ít trường hợp', en: 'too few behind it', ja: '件数不足' },
  'division-by-zero': { vi: 'chia cho 0', en: 'division by zero', ja: '0 による除算' },
  circular: { vi: 'phụ thuộc vòng tròn', en: 'depends on itself', ja: '循環参照' },
  blocked: { vi: 'bị chặn', en: 'blocked', ja: '算出停止' },
  'not-a-number': { vi: 'không phải là số', en: 'no number', ja: '数値でない' },
} as const satisfies Record<NoValue, Words>;

const FREQUENCY = {
  month: { vi: 'tháng', en: 'month', ja: '月' },
  quarter: { vi: 'quý', en: 'quarter', ja: '四半期' },
  year: { vi: 'năm', en: 'year', ja: '年' },
} as const satisfies Record<Grain, Words>;

const place = ({ unit, period }: Spot): Words => ({
  vi: `đơn vị ${unit}, kỳ ${period}`,
  en: `unit ${unit}, period ${period}`,
  ja: `部署 ${unit}、期間 ${period}`,
});
const because = (reason: string | undefined): string => (reason === undefined ? '' : ` (${reason})`);

export const ABSENT = {
  noSuchIndicator: ({ indicator }: Spot): Words => ({
    vi: `Không có chỉ số ${indicator}.`,
    en: `There is no indicator ${indicator}.`,
    ja: `指標 ${indicator} はありません。`,
  }),
  notInForce: ({ indicator, period }: Spot): Words => ({
    vi: `Chỉ số ${indicator} chưa có hiệu lực trong kỳ ${period}.`,
    en: `The indicator ${indicator} is not in force yet in the period ${period}.`,
    ja: `指標 ${indicator} は期間 ${period} にはまだ有効ではありません。`,
  }),
  retired: ({ indicator, period }: Spot): Words => ({
    vi: `Chỉ số ${indicator} đã ngừng áp dụng, nên không còn giá trị cho kỳ ${period}.`,
    en: `The indicator ${indicator} is retired: it has no value in the period ${period} any more.`,
    ja: `指標 ${indicator} は廃止されており、期間 ${period} の値はありません。`,
  }),
  finer: ({ indicator, period }: Spot, frequency: Grain): Words => ({
    vi: `Chỉ số ${indicator} được đo theo ${FREQUENCY[frequency].vi}; kỳ ${period} ngắn hơn nên không có giá trị.`,
    en: `The indicator ${indicator} is measured by ${FREQUENCY[frequency].en}; the period ${period} is shorter and has no value.`,
    ja: `指標 ${indicator} は${FREQUENCY[frequency].ja}ごとに測ります。期間 ${period} はそれより短いため、値がありません。`,
  }),
  noFigure: (spot: Spot): Words => ({
    vi: `Chưa có số liệu của ${spot.indicator} (${place(spot).vi}).`,
    en: `There is no figure of ${spot.indicator} (${place(spot).en}).`,
    ja: `${spot.indicator} の数値がありません（${place(spot).ja}）。`,
  }),
  statedMissing: (spot: Spot, reason?: string): Words => ({
    vi: `Số liệu của ${spot.indicator} (${place(spot).vi}) được ghi là thiếu${because(reason)}.`,
    en: `The figure of ${spot.indicator} (${place(spot).en}) is recorded as missing${because(reason)}.`,
    ja: `${spot.indicator} の数値（${place(spot).ja}）は欠測と記録されています${because(reason)}。`,
  }),
  notApplicable: (spot: Spot, reason?: string): Words => ({
    vi: `Chỉ số ${spot.indicator} không áp dụng cho ${place(spot).vi}${because(reason)}.`,
    en: `The indicator ${spot.indicator} does not apply to ${place(spot).en}${because(reason)}.`,
    ja: `指標 ${spot.indicator} は ${place(spot).ja} には適用されません${because(reason)}。`,
  }),
  notYetDue: (spot: Spot): Words => ({
    vi: `Kỳ ${spot.period} chưa kết thúc và chưa có số liệu của ${spot.indicator} (đơn vị ${spot.unit}).`,
    en: `The period ${spot.period} has not ended and there is no figure of ${spot.indicator} yet (unit ${spot.unit}).`,
    ja: `期間 ${spot.period} は終わっておらず、${spot.indicator} の数値はまだありません（部署 ${spot.unit}）。`,
  }),
  nothingEarlier: ({ indicator, period }: Spot): Words => ({
    vi: `Chỉ số ${indicator} không có giá trị nào từ kỳ ${period} trở về trước.`,
    en: `The indicator ${indicator} has no values up to the period ${period}.`,
    ja: `指標 ${indicator} には期間 ${period} までの値がありません。`,
  }),
  notLoaded: ({ indicator }: Spot): Words => ({
    vi: `Số liệu tính toán cho ${indicator} chưa được nạp.`,
    en: `What ${indicator} is computed from is not loaded yet.`,
    ja: `${indicator} の計算のもとになるデータがまだ取り込まれていません。`,
  }),
  nothingMeasured: (spot: Spot): Words => ({
    vi: `Không có gì để tính ${spot.indicator} (${place(spot).vi}).`,
    en: `There was nothing to compute ${spot.indicator} from (${place(spot).en}).`,
    ja: `${spot.indicator} を計算するもとがありませんでした（${place(spot).ja}）。`,
  }),
  waiting: (spot: Spot, version: number): Words => ({
    vi: `Số liệu của ${spot.indicator} (${place(spot).vi}, phiên bản ${version}) đang chờ người thứ hai phê duyệt.`,
    en: `The figure of ${spot.indicator} (${place(spot).en}, version ${version}) waits for a second person's approval.`,
    ja: `${spot.indicator} の数値（${place(spot).ja}、第 ${version} 版）は、二人目の承認を待っています。`,
  }),
  tooFew: ({ indicator }: Spot, n: number, least: number): Words => ({
    vi: `${indicator} chỉ dựa trên ${n} trường hợp, ít hơn mức tối thiểu ${least}, nên không công bố giá trị.`,
    en: `Only ${n} stand behind ${indicator}, fewer than its minimum of ${least}, so its value is not shown.`,
    ja: `${indicator} のもとになる件数は ${n} 件で、最小件数 ${least} に満たないため、値を表示しません。`,
  }),
  byZero: (spot: Spot, denominator: string): Words => ({
    vi: `Không chia được: mẫu số ${denominator} bằng 0 (${place(spot).vi}).`,
    en: `Division by zero: the denominator ${denominator} is 0 (${place(spot).en}).`,
    ja: `0 による除算：分母 ${denominator} が 0 です（${place(spot).ja}）。`,
  }),
  circle: (indicators: readonly string[]): Words => ({
    vi: `Phụ thuộc vòng tròn giữa các chỉ số: ${indicators.join(', ')}.`,
    en: `These depend on themselves in a circle: ${indicators.join(', ')}.`,
    ja: `次の指標が循環して参照しています：${indicators.join('、')}。`,
  }),
  blocked: (spot: Spot): Words => ({
    vi: `Thiếu số liệu của ${spot.indicator} (${place(spot).vi}); theo quy tắc, mọi giá trị dựa vào nó bị chặn cho đến khi có.`,
    en: `${spot.indicator} is missing (${place(spot).en}); by its rule everything that rests on it is blocked until it is there.`,
    ja: `${spot.indicator} がありません（${place(spot).ja}）。定められた扱いにより、数値が入るまで、これに基づくものはすべて算出を止めます。`,
  }),
  noFraction: (spot: Spot): Words => ({
    vi: `Có giá trị không kèm tử số và mẫu số (${place(spot).vi}) nên không tính được tỷ lệ chung.`,
    en: `A value without numerator and denominator (${place(spot).en}) cannot go into a ratio of sums.`,
    ja: `分子と分母のない値（${place(spot).ja}）は、合計の比に含められません。`,
  }),
  formulaByZero: ({ indicator }: Spot, part: string): Words => ({
    vi: `Công thức của ${indicator} chia cho 0 ở «${part}».`,
    en: `The formula of ${indicator} divides by zero in “${part}”.`,
    ja: `${indicator} の計算式が「${part}」で 0 による除算になります。`,
  }),
  formulaFails: ({ indicator }: Spot, part: string): Words => ({
    vi: `Công thức của ${indicator} không cho ra một số ở «${part}».`,
    en: `The formula of ${indicator} gives no number in “${part}”.`,
    ja: `${indicator} の計算式が「${part}」で数値になりません。`,
  }),
  unreadable: ({ indicator }: Spot): Words => ({
    vi: `Công thức của ${indicator} không đọc được; hãy sửa công thức.`,
    en: `The formula of ${indicator} cannot be read; correct it.`,
    ja: `${indicator} の計算式を読み取れません。計算式を直してください。`,
  }),
} as const;

/** An input, where it was asked for, and why it has no value. */
export type Fault = { readonly spot: Spot; readonly state: NoValue };

/** Names the first few inputs that are to blame. */
export function faultsWords({ indicator }: Spot, faults: readonly Fault[]): Words {
  const one = (language: keyof Words) => (fault: Fault) =>
    `${fault.spot.indicator} (${place(fault.spot)[language]}): ${STATE_WORDS[fault.state][language]}`;
  const shown = faults.slice(0, 5);
  const more = faults.length > shown.length ? '; …' : '';
  return {
    vi: `Không tính được ${indicator} vì ${shown.map(one('vi')).join('; ')}${more}.`,
    en: `${indicator} cannot be computed, because of ${shown.map(one('en')).join('; ')}${more}.`,
    ja: `${indicator} を計算できません。理由：${shown.map(one('ja')).join('；')}${more}。`,
  };
}
