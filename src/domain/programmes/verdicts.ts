import type { Exact } from '../scoring/scored';
import type { Language, Words } from '../shared/language';
import { withBlanks } from '../shared/blanks';
import type { LocalDate } from '../shared/time';
import { dateText } from '../verdict/format';
import { daysOf } from '../verdict/windows';
import type { BookAmount } from './books';
import { sumOf } from './books';
import { inEach } from './inEach';
import { budgetOf } from './money';
import { stateOn } from './programme';
import type { Programme } from './programme';

/** `open`: it cannot be said yet; `unknown`: the figures it needs are not recorded. */
export const VERDICTS = ['yes', 'no', 'open', 'unknown'] as const;
export type ProgrammeVerdict = { readonly verdict: (typeof VERDICTS)[number]; readonly words: Words };

/** Against the end first approved, however often it was moved since. */
export function onTime({ definition, approvedEnd, moved }: Programme, day: LocalDate): ProgrammeVerdict {
  const state = stateOn(definition, day);
  if (state === 'cancelled') return { verdict: 'open', words: said(TIME.cancelled, {}) };
  const end = state === 'finished' ? definition.actualEnd : undefined;
  const at = end ?? day;
  const late = at > approvedEnd ? daysOf({ from: approvedEnd, to: at }) : 0;
  const blanks = { end: at, approved: approvedEnd, days: late, moves: moved.length };
  const kind = end === undefined ? (late > 0 ? 'overdue' : 'stillTime') : late > 0 ? 'late' : 'inTime';
  const words = said(TIME[kind], blanks);
  const verdict = late > 0 ? 'no' : end === undefined ? 'open' : 'yes';
  return { verdict, words: moved.length === 0 ? words : joined(words, said(TIME.moved, blanks)) };
}

/** Whether all that is spent stays within the initial and the supplementary budget. What is not recorded is not within. */
export function onBudget(amounts: readonly BookAmount[], finished = true): ProgrammeVerdict {
  const [budget, spent] = [budgetOf(amounts), sumOf(amounts, 'spent')];
  if (budget === undefined) return { verdict: 'unknown', words: MONEY.noBudget };
  if (spent === undefined) return { verdict: 'unknown', words: MONEY.nothingSpent };
  const over = spent.minus(budget);
  const blanks = { spent, budget, over };
  if (over.gt(0)) return { verdict: 'no', words: said(MONEY.over, blanks) };
  return { verdict: 'yes', words: said(finished ? MONEY.within : MONEY.soFar, blanks) };
}

type Blank = string | number | Exact;
export const said = (words: Words, blanks: Readonly<Record<string, Blank>>): Words =>
  inEach((language) => withBlanks(words[language], (name) => text(blanks[name] ?? '', language)));

function text(value: Blank, language: Language): string {
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? dateText(value, language) : value;
  return moneyText(typeof value === 'number' ? value : value.toNumber(), language);
}

/** An amount with all its digits: of money, nothing is rounded away. */
export const moneyText = (amount: number, language: Language): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(amount);

const joined = (one: Words, other: Words): Words =>
  inEach((language) => `${one[language]}${language === 'ja' ? '' : ' '}${other[language]}`);

const TIME = {
  inTime: {
    vi: 'Hoàn thành ngày {end}, đúng hạn (hạn phê duyệt đầu tiên: {approved}).',
    en: 'Finished on {end}, in time (first approved end: {approved}).',
    ja: '{end}に完了。期限内です（当初承認の終了予定日：{approved}）。',
  },
  late: {
    vi: 'Hoàn thành ngày {end}, trễ {days} ngày so với hạn phê duyệt đầu tiên ({approved}).',
    en: 'Finished on {end}, {days} days after the first approved end ({approved}).',
    ja: '{end}に完了。当初承認の終了予定日（{approved}）から {days} 日遅れです。',
  },
  overdue: {
    vi: 'Chưa hoàn thành, đã quá hạn phê duyệt đầu tiên ({approved}) {days} ngày.',
    en: 'Not finished, {days} days after the first approved end ({approved}).',
    ja: '未完了です。当初承認の終了予定日（{approved}）を {days} 日過ぎています。',
  },
  stillTime: {
    vi: 'Chưa hoàn thành; hạn phê duyệt đầu tiên là {approved}.',
    en: 'Not finished yet; the first approved end is {approved}.',
    ja: '未完了です。当初承認の終了予定日は{approved}です。',
  },
  cancelled: {
    vi: 'Đã hủy: không tính đúng hạn hay trễ hạn.',
    en: 'Cancelled: neither in time nor late.',
    ja: '中止されたため、期限内かどうかは判定しません。',
  },
  moved: {
    vi: 'Ngày kết thúc dự kiến đã được dời {moves} lần.',
    en: 'Times the planned end was moved: {moves}.',
    ja: '終了予定日の変更：{moves} 回。',
  },
} as const satisfies Record<string, Words>;

const MONEY = {
  within: {
    vi: 'Đã chi {spent}, trong dự toán {budget}.',
    en: 'Spent {spent}, within the budget of {budget}.',
    ja: '支出 {spent}、予算 {budget} の範囲内です。',
  },
  soFar: {
    vi: 'Đến nay đã chi {spent}, trong dự toán {budget}.',
    en: 'Spent {spent} so far, within the budget of {budget}.',
    ja: 'これまでの支出 {spent}、予算 {budget} の範囲内です。',
  },
  over: {
    vi: 'Đã chi {spent}, vượt dự toán {budget} là {over}.',
    en: 'Spent {spent}, {over} more than the budget of {budget}.',
    ja: '支出 {spent}。予算 {budget} を {over} 超えています。',
  },
  noBudget: {
    vi: 'Chưa ghi dự toán nên không thể nói là trong dự toán.',
    en: 'No budget is recorded, so it cannot be said to be within it.',
    ja: '予算が未記録のため、予算内とは言えません。',
  },
  nothingSpent: {
    vi: 'Chưa ghi số đã chi nên không thể nói là trong dự toán.',
    en: 'Nothing is recorded as spent, so it cannot be said to be within the budget.',
    ja: '支出が未記録のため、予算内とは言えません。',
  },
} as const satisfies Record<string, Words>;
