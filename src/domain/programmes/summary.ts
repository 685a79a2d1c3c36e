import { Exact } from '../scoring/scored';
import type { Words } from '../shared/language';
import type { LocalDate } from '../shared/time';
import { amountsOf, byKey } from './books';
import type { BookAmount } from './books';
import { moneyOf } from './money';
import type { Money } from './money';
import type { Programme } from './programme';
import { onBudget, onTime, said } from './verdicts';
import type { ProgrammeVerdict } from './verdicts';

/** From the first to the last day, both included. */
export type SummarySpan = { readonly from: LocalDate; readonly to: LocalDate };
export type FinishedProgramme = {
  readonly programme: Programme;
  readonly finishedOn: LocalDate;
  readonly onTime: ProgrammeVerdict;
  readonly onBudget: ProgrammeVerdict;
  readonly both: boolean;
  readonly money: Money;
};
/** Administrative cost of a programme in the first and the last year; `null`: nothing is recorded. */
export type CostOfProgramme = {
  readonly programme: string;
  readonly first: number | null;
  readonly last: number | null;
};
export type ProgrammesSummary = {
  readonly finished: number;
  readonly onTime: number;
  readonly onBudget: number;
  /** Finished both on time and on budget ÷ finished, 0..1; `null`: none was finished. */
  readonly onTimeAndBudgetShare: number | null;
  /** Of the last year of the span against the first, e.g. −0.05; `null`: one of them is not recorded. */
  readonly administrativeCostChange: number | null;
  readonly explain: {
    readonly programmes: readonly FinishedProgramme[];
    readonly share: Words;
    readonly cost: {
      readonly firstYear: string;
      readonly lastYear: string;
      readonly first: number | null;
      readonly last: number | null;
      readonly words: Words;
      readonly programmes: readonly CostOfProgramme[];
    };
  };
};

/** `amounts`: the latest of the books of these programmes, and every amount of administrative cost in their units. */
export function summaryOf(
  programmes: readonly Programme[],
  amounts: readonly BookAmount[],
  span: SummarySpan,
): ProgrammesSummary {
  const books = new Map(byKey(amounts, ({ programme }) => programme));
  const finished = programmes
    .flatMap((one) => finishedIn(one, books.get(one.id) ?? [], span))
    .sort((a, b) => order(a.finishedOn, b.finishedOn) || order(a.programme.id, b.programme.id));
  const count = (is: (one: FinishedProgramme) => boolean) => finished.filter(is).length;
  const both = count((one) => one.both);
  const cost = costOf(amounts, span);
  return {
    finished: finished.length,
    onTime: count((one) => one.onTime.verdict === 'yes'),
    onBudget: count((one) => one.onBudget.verdict === 'yes'),
    onTimeAndBudgetShare: finished.length === 0 ? null : new Exact(both).div(finished.length).toNumber(),
    administrativeCostChange: cost.change,
    explain: { programmes: finished, share: shareWords(both, finished.length), cost: cost.explain },
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function finishedIn(programme: Programme, books: readonly BookAmount[], { from, to }: SummarySpan) {
  const { actualEnd, cancelled } = programme.definition;
  if (actualEnd === undefined || cancelled !== undefined || actualEnd < from || actualEnd > to) return [];
  const [time, budget] = [onTime(programme, actualEnd), onBudget(books)];
  const both = time.verdict === 'yes' && budget.verdict === 'yes';
  return [{ programme, finishedOn: actualEnd, onTime: time, onBudget: budget, both, money: moneyOf(books) }];
}

function costOf(amounts: readonly BookAmount[], { from, to }: SummarySpan) {
  const [firstYear, lastYear] = [from.slice(0, 4), to.slice(0, 4)];
  const costs = amounts.filter(({ figure }) => figure === 'administrative-cost');
  const first = inYear(costs, firstYear);
  const last = inYear(costs, lastYear);
  const plain = (sum: Exact | undefined) => (sum === undefined ? null : sum.toNumber());
  const programmes = byKey(costs, ({ programme }) => programme)
    .map(([programme, own]) => ({
      programme,
      first: plain(inYear(own, firstYear)),
      last: plain(inYear(own, lastYear)),
    }))
    .filter((one) => one.first !== null || one.last !== null)
    .sort((a, b) => order(a.programme, b.programme));
  const known = first !== undefined && last !== undefined && !first.isZero();
  const change = known ? last.div(first).minus(1).toNumber() : null;
  const words = costWords({ firstYear, lastYear, first, last, change });
  const sums = { first: plain(first), last: plain(last) };
  return { change, explain: { firstYear, lastYear, ...sums, words, programmes } };
}

/** The cost of a year over all books; `undefined`: none is recorded. */
function inYear(costs: readonly BookAmount[], year: string): Exact | undefined {
  const counted = byKey(costs, ({ programme, unit }) => `${programme}~${unit}`).flatMap(([, book]) =>
    amountsOf(book, year),
  );
  return counted.length === 0 ? undefined : counted.reduce((sum, { amount }) => sum.plus(amount), new Exact(0));
}

type Costs = {
  readonly firstYear: string;
  readonly lastYear: string;
  readonly first: Exact | undefined;
  readonly last: Exact | undefined;
  readonly change: number | null;
};
function costWords({ firstYear, lastYear, first, last, change }: Costs): Words {
  const absent = [...(first === undefined ? [firstYear] : []), ...(last === undefined ? [lastYear] : [])];
  if (first === undefined || last === undefined) return said(COST.absent, { years: [...new Set(absent)].join(', ') });
  if (change === null) return said(COST.nothing, { year: firstYear });
  const percent = new Exact(Math.abs(change)).times(100).toDecimalPlaces(2).toNumber();
  const kind = firstYear === lastYear ? 'sameYear' : change < 0 ? 'less' : change > 0 ? 'more' : 'same';
  return said(COST[kind], { firstYear, lastYear, first, last, percent });
}

const shareWords = (both: number, finished: number): Words =>
  finished === 0 ? SHARE.none : said(SHARE.some, { both, finished });

const SHARE = {
  none: {
    vi: 'Không có chương trình nào hoàn thành trong khoảng này, nên không có tỷ lệ.',
    en: 'No programme was finished in this span, so there is no share.',
    ja: 'この期間に完了した事業がないため、割合はありません。',
  },
  some: {
    vi: '{both} trên {finished} chương trình hoàn thành vừa đúng hạn vừa trong dự toán.',
    en: '{both} of {finished} finished programmes were both on time and on budget.',
    ja: '完了した {finished} 件のうち {both} 件が期限内かつ予算内でした。',
  },
} as const satisfies Record<string, Words>;
const COST = {
  absent: {
    vi: 'Chưa ghi chi phí hành chính của năm {years}, nên không so sánh được.',
    en: 'No administrative cost is recorded for {years}, so nothing can be compared.',
    ja: '{years} 年の管理費が未記録のため、比較できません。',
  },
  nothing: {
    vi: 'Chi phí hành chính năm {year} là 0: không thể so với số đó.',
    en: 'The administrative cost of {year} is 0: nothing can be compared with it.',
    ja: '{year} 年の管理費が 0 のため、比較できません。',
  },
  sameYear: {
    vi: 'Khoảng này chỉ nằm trong năm {firstYear} (chi phí hành chính {first}); hãy chọn khoảng dài hơn để so sánh.',
    en: 'The span lies within {firstYear} (administrative cost {first}); choose a longer one to compare years.',
    ja: 'この期間は {firstYear} 年のみです（管理費 {first}）。年を比べるには、より長い期間を選んでください。',
  },
  less: {
    vi: 'Chi phí hành chính giảm {percent} %: từ {first} (năm {firstYear}) xuống {last} (năm {lastYear}).',
    en: 'Administrative cost fell by {percent} %: from {first} in {firstYear} to {last} in {lastYear}.',
    ja: '管理費は {percent} % 減りました（{firstYear} 年 {first} → {lastYear} 年 {last}）。',
  },
  more: {
    vi: 'Chi phí hành chính tăng {percent} %: từ {first} (năm {firstYear}) lên {last} (năm {lastYear}).',
    en: 'Administrative cost rose by {percent} %: from {first} in {firstYear} to {last} in {lastYear}.',
    ja: '管理費は {percent} % 増えました（{firstYear} 年 {first} → {lastYear} 年 {last}）。',
  },
  same: {
    vi: 'Chi phí hành chính không đổi: {first} (năm {firstYear}) và {last} (năm {lastYear}).',
    en: 'Administrative cost did not change: {first} in {firstYear} and {last} in {lastYear}.',
    ja: '管理費は変わっていません（{firstYear} 年 {first}、{lastYear} 年 {last}）。',
  },
} as const satisfies Record<string, Words>;
