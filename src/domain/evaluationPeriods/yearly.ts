import type { SchemeDefinition } from '../schemes/scheme.schema';
import { Exact } from '../scoring/scored';
import type { Words } from '../shared/language';
import type { LocalDate } from '../shared/time';

/** How somebody stood in one period of a year. `total` missing: not rated in it, or not published yet. */
export type YearPart = {
  readonly evaluation: string;
  readonly period: string;
  readonly unit: string;
  readonly scheme: string;
  readonly phase: string;
  readonly total?: number;
  readonly class?: string;
  /** Why they are not rated in it. */
  readonly why?: string;
};
export type YearResult = {
  readonly parts: readonly YearPart[];
  /** Mean of the totals of the rated periods, unrounded; missing: rated in none. */
  readonly average?: Exact;
  /** Every part is final or not rated, and there is one. */
  readonly final: boolean;
  readonly words: Words;
};

const CLOSED = ['final', 'excluded'];

/** The year is the mean of the periods in which the person was rated; wherever that was, a transfer carries them along. */
export function yearOf(parts: readonly YearPart[], year: string): YearResult {
  const inOrder = [...parts].sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0));
  const rated = inOrder.filter(({ total, phase }) => total !== undefined && phase !== 'excluded');
  const sum = rated.reduce((all, { total = 0 }) => all.plus(total), new Exact(0));
  const average = rated.length === 0 ? undefined : sum.dividedBy(rated.length);
  const final = inOrder.length > 0 && inOrder.every(({ phase }) => CLOSED.includes(phase));
  const left = inOrder.length - rated.length;
  return {
    parts: inOrder,
    final,
    ...(average && { average }),
    words: wordsOf({ year, rated: rated.length, left, average }),
  };
}

/** The day before which the scheme wants a year to be final. */
export const finalBeforeOf = (
  { finalBefore }: Pick<SchemeDefinition['deadlines'], 'finalBefore'>,
  year: string,
): LocalDate | undefined => (finalBefore === undefined ? undefined : `${year}-${finalBefore}`);

type Said = {
  readonly year: string;
  readonly rated: number;
  readonly left: number;
  readonly average: Exact | undefined;
};
function wordsOf({ year, rated, left, average }: Said): Words {
  if (average === undefined)
    return {
      vi: `Năm ${year} chưa có kỳ nào được công bố kết quả.`,
      en: `No period of ${year} has a published result yet.`,
      ja: `${year} 年は、結果が公表された期間がまだありません。`,
    };
  const points = average.toDecimalPlaces(3, Exact.ROUND_HALF_UP).toString();
  return {
    vi: `Điểm năm ${year} là trung bình của ${rated} kỳ được đánh giá: ${points.replace('.', ',')}; ${left} kỳ không tính.`,
    en: `The points of ${year} are the mean of ${rated} rated periods: ${points}; ${left} periods are not counted.`,
    ja: `${year} 年の点数は、評価された ${rated} 期の平均 ${points} です。算入しない期：${left}。`,
  };
}
