import type { SeriesPoint } from '../../cycle/verdict';
import type { IndicatorDefinition } from '../../indicators/indicator.schema';
import type { Words } from '../../shared/language';
import type { Answered } from '../../statistics/unanswered';
import type { Proportion } from '../../statistics/wilson';
import { comparePeriodShares } from './periodShares';
import { compareRanks } from './rankSum';
import type { Comparison } from './rule';
import { shareRule } from './share';

type Compare = (before: readonly SeriesPoint[], after: readonly SeriesPoint[]) => Answered<Comparison>;

/** How values of periods are compared. `shares` are counts of a whole, times `per`; `distance` is how far from a range. */
export type SeriesRule = { readonly method: string; readonly because: Words; readonly compare: Compare } & (
  | { readonly kind: 'shares'; readonly per: number }
  | { readonly kind: 'values' }
  | { readonly kind: 'distance'; readonly low: number; readonly high: number }
);

const VALUES_BECAUSE: Words = {
  vi: 'Chỉ số có một giá trị mỗi kỳ, nên giá trị các kỳ trước và sau được so sánh theo thứ hạng; vài kỳ bất thường không quyết định kết quả.',
  en: 'The indicator has one value a period, so the periods before and after are compared by rank; a few odd periods do not decide.',
  ja: 'この指標は期間ごとに一つの値なので、前と後の期間を順位で比べます。少数の特異な期間に結果が左右されません。',
};
const DISTANCE_BECAUSE: Words = {
  vi: 'Chỉ số nên nằm trong một khoảng, nên khoảng cách của từng kỳ tới khoảng đó được so sánh theo thứ hạng; càng gần càng tốt.',
  en: 'The indicator should stay in a range, so the distance of each period to it is compared by rank; nearer is better.',
  ja: 'この指標は範囲内に収めるべきものなので、各期間の範囲からの距離を順位で比べます。近いほど良い値です。',
};
const RATES_BECAUSE: Words = {
  vi: 'Tử số và mẫu số không phải là số đếm của cùng một tổng thể, nên giá trị các kỳ được so sánh theo thứ hạng.',
  en: 'Numerators and denominators are not counts of one whole, so the values of the periods are compared by rank.',
  ja: '分子と分母は一つの全体を数えたものではないため、各期間の値を順位で比べます。',
};

const METHOD = 'mann-whitney-periods';

/** A count of a whole: both are whole numbers, and the part is not more. */
const isShare = ({ numerator, denominator }: SeriesPoint): boolean =>
  numerator !== undefined &&
  denominator !== undefined &&
  Number.isSafeInteger(numerator) &&
  Number.isSafeInteger(denominator) &&
  numerator >= 0 &&
  numerator <= denominator;

/** The counts of periods that have a whole. */
export const sharesOf = (points: readonly SeriesPoint[]): readonly Proportion[] =>
  points
    .map(({ numerator = 0, denominator = 0 }) => ({ successes: numerator, n: denominator }))
    .filter(({ n }) => n > 0);

/** The number that is compared for a value of a period. */
export function transformed(rule: SeriesRule, value: number): number {
  return rule.kind === 'distance' ? Math.max(rule.low - value, value - rule.high, 0) : value;
}

function ranks(because: Words, of: (value: number) => number = (value) => value): Compare {
  return (before, after) => {
    const [b, a] = [before, after].map((points) => Float64Array.from(points, ({ value }) => of(value)));
    const answer = compareRanks(b ?? new Float64Array(), a ?? new Float64Array(), because);
    return answer.ok ? { ...answer, method: METHOD } : answer;
  };
}

/** Intervals and shift of shares, in the unit of the indicator. */
function scaled(comparison: Answered<Comparison>, per: number): Answered<Comparison> {
  if (!comparison.ok || per === 1) return comparison;
  const { shift, intervals = {} } = comparison;
  const times = <T extends Readonly<Record<string, number>>>(bounds: T): T =>
    Object.fromEntries(Object.entries(bounds).map(([name, value]) => [name, value * per])) as T;
  const { before, after } = intervals;
  const sides = { ...(before && { before: times(before) }), ...(after && { after: times(after) }) };
  return { ...comparison, shift: times(shift), intervals: sides };
}

function sharesRule(per: number): SeriesRule {
  return {
    kind: 'shares',
    per,
    method: shareRule.method,
    because: shareRule.because,
    compare: (before, after) => scaled(comparePeriodShares(sharesOf(before), sharesOf(after)), per),
  };
}

/** The rule that fits what the indicator is and what its values are made of. */
export function seriesRule(
  { source, direction, range }: IndicatorDefinition,
  points: readonly SeriesPoint[],
): SeriesRule {
  if (direction === 'range' && range !== undefined) {
    const rule = { kind: 'distance', ...range, method: METHOD, because: DISTANCE_BECAUSE } as const;
    return { ...rule, compare: ranks(DISTANCE_BECAUSE, (value) => Math.max(range.low - value, value - range.high, 0)) };
  }
  const per = source.type === 'ratio' ? (source.per ?? 1) : 1;
  if (per > 0 && points.length > 0 && points.every(isShare)) return sharesRule(per);
  const because = points.some(({ numerator }) => numerator !== undefined) ? RATES_BECAUSE : VALUES_BECAUSE;
  return { kind: 'values', method: METHOD, because, compare: ranks(because) };
}
