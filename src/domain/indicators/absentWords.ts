import type { Grain } from '../cases/periods';
import type { Words } from '../shared/language';
import type { NoValue } from './value';

/** Where a value would stand. */
export type Spot = { readonly indicator: string; readonly unit: string; readonly period: string };

/** Short names of the ways of having no value, as they stand after a colon. */
export const STATE_WORDS = {
  missing: { vi: 'thiếu số liệu', en: 'missing' },
  'not-applicable': { vi: 'không áp dụng', en: 'not applicable' },
  'not-yet-due': { vi: 'chưa đến hạn', en: 'not yet due' },
  'not-in-force': { vi: 'không có hiệu lực', en: 'not in force' },
  'waiting-approval': { vi: 'đang chờ phê duyệt', en: 'waiting for approval' },
  'too-few': { vi: 'quá ít trường hợp', en: 'too few behind it' },
  'division-by-zero': { vi: 'chia cho 0', en: 'division by zero' },
  circular: { vi: 'phụ thuộc vòng tròn', en: 'depends on itself' },
  blocked: { vi: 'bị chặn', en: 'blocked' },
  'not-a-number': { vi: 'không phải là số', en: 'no number' },
} as const satisfies Record<NoValue, Words>;

const FREQUENCY = {
  month: { vi: 'tháng', en: 'month' },
  quarter: { vi: 'quý', en: 'quarter' },
  year: { vi: 'năm', en: 'year' },
} as const satisfies Record<Grain, Words>;

const place = ({ unit, period }: Spot): Words => ({
  vi: `đơn vị ${unit}, kỳ ${period}`,
  en: `unit ${unit}, period ${period}`,
});
const because = (reason: string | undefined): string => (reason === undefined ? '' : ` (${reason})`);

export const ABSENT = {
  noSuchIndicator: ({ indicator }: Spot): Words => ({
    vi: `Không có chỉ số ${indicator}.`,
    en: `There is no indicator ${indicator}.`,
  }),
  notInForce: ({ indicator, period }: Spot): Words => ({
    vi: `Chỉ số ${indicator} chưa có hiệu lực trong kỳ ${period}.`,
    en: `The indicator ${indicator} is not in force yet in the period ${period}.`,
  }),
  retired: ({ indicator, period }: Spot): Words => ({
    vi: `Chỉ số ${indicator} đã ngừng áp dụng, nên không còn giá trị cho kỳ ${period}.`,
    en: `The indicator ${indicator} is retired: it has no value in the period ${period} any more.`,
  }),
  finer: ({ indicator, period }: Spot, frequency: Grain): Words => ({
    vi: `Chỉ số ${indicator} được đo theo ${FREQUENCY[frequency].vi}; kỳ ${period} ngắn hơn nên không có giá trị.`,
    en: `The indicator ${indicator} is measured by ${FREQUENCY[frequency].en}; the period ${period} is shorter and has no value.`,
  }),
  noFigure: (spot: Spot): Words => ({
    vi: `Chưa có số liệu của ${spot.indicator} (${place(spot).vi}).`,
    en: `There is no figure of ${spot.indicator} (${place(spot).en}).`,
  }),
  statedMissing: (spot: Spot, reason?: string): Words => ({
    vi: `Số liệu của ${spot.indicator} (${place(spot).vi}) được ghi là thiếu${because(reason)}.`,
    en: `The figure of ${spot.indicator} (${place(spot).en}) is recorded as missing${because(reason)}.`,
  }),
  notApplicable: (spot: Spot, reason?: string): Words => ({
    vi: `Chỉ số ${spot.indicator} không áp dụng cho ${place(spot).vi}${because(reason)}.`,
    en: `The indicator ${spot.indicator} does not apply to ${place(spot).en}${because(reason)}.`,
  }),
  notYetDue: (spot: Spot): Words => ({
    vi: `Kỳ ${spot.period} chưa kết thúc và chưa có số liệu của ${spot.indicator} (đơn vị ${spot.unit}).`,
    en: `The period ${spot.period} has not ended and there is no figure of ${spot.indicator} yet (unit ${spot.unit}).`,
  }),
  nothingEarlier: ({ indicator, period }: Spot): Words => ({
    vi: `Chỉ số ${indicator} không có giá trị nào từ kỳ ${period} trở về trước.`,
    en: `The indicator ${indicator} has no values up to the period ${period}.`,
  }),
  notLoaded: ({ indicator }: Spot): Words => ({
    vi: `Số liệu tính toán cho ${indicator} chưa được nạp.`,
    en: `What ${indicator} is computed from is not loaded yet.`,
  }),
  nothingMeasured: (spot: Spot): Words => ({
    vi: `Không có gì để tính ${spot.indicator} (${place(spot).vi}).`,
    en: `There was nothing to compute ${spot.indicator} from (${place(spot).en}).`,
  }),
  waiting: (spot: Spot, version: number): Words => ({
    vi: `Số liệu của ${spot.indicator} (${place(spot).vi}, phiên bản ${version}) đang chờ người thứ hai phê duyệt.`,
    en: `The figure of ${spot.indicator} (${place(spot).en}, version ${version}) waits for a second person's approval.`,
  }),
  tooFew: ({ indicator }: Spot, n: number, least: number): Words => ({
    vi: `${indicator} chỉ dựa trên ${n} trường hợp, ít hơn mức tối thiểu ${least}, nên không công bố giá trị.`,
    en: `Only ${n} stand behind ${indicator}, fewer than its minimum of ${least}, so its value is not shown.`,
  }),
  byZero: (spot: Spot, denominator: string): Words => ({
    vi: `Không chia được: mẫu số ${denominator} bằng 0 (${place(spot).vi}).`,
    en: `Division by zero: the denominator ${denominator} is 0 (${place(spot).en}).`,
  }),
  circle: (indicators: readonly string[]): Words => ({
    vi: `Phụ thuộc vòng tròn giữa các chỉ số: ${indicators.join(', ')}.`,
    en: `These depend on themselves in a circle: ${indicators.join(', ')}.`,
  }),
  blocked: (spot: Spot): Words => ({
    vi: `Thiếu số liệu của ${spot.indicator} (${place(spot).vi}); theo quy tắc, mọi giá trị dựa vào nó bị chặn cho đến khi có.`,
    en: `${spot.indicator} is missing (${place(spot).en}); by its rule everything that rests on it is blocked until it is there.`,
  }),
  noFraction: (spot: Spot): Words => ({
    vi: `Có giá trị không kèm tử số và mẫu số (${place(spot).vi}) nên không tính được tỷ lệ chung.`,
    en: `A value without numerator and denominator (${place(spot).en}) cannot go into a ratio of sums.`,
  }),
  formulaByZero: ({ indicator }: Spot, part: string): Words => ({
    vi: `Công thức của ${indicator} chia cho 0 ở «${part}».`,
    en: `The formula of ${indicator} divides by zero in “${part}”.`,
  }),
  formulaFails: ({ indicator }: Spot, part: string): Words => ({
    vi: `Công thức của ${indicator} không cho ra một số ở «${part}».`,
    en: `The formula of ${indicator} gives no number in “${part}”.`,
  }),
  unreadable: ({ indicator }: Spot): Words => ({
    vi: `Công thức của ${indicator} không đọc được; hãy sửa công thức.`,
    en: `The formula of ${indicator} cannot be read; correct it.`,
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
  };
}
