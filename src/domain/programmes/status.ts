import type { Words } from '../shared/language';
import type { LocalDate } from '../shared/time';
import { begunBy, sumOf } from './books';
import type { BookAmount } from './books';
import { earnedValueOn } from './earnedValue';
import type { EarnedValue } from './earnedValue';
import { milestonesOn } from './milestones';
import type { MilestoneStatus } from './milestones';
import { budgetOf, moneyOf } from './money';
import type { Money } from './money';
import { stateOn } from './programme';
import type { Programme, ProgrammeState } from './programme';
import { onBudget, onTime } from './verdicts';
import type { ProgrammeVerdict } from './verdicts';

export type ProgrammeStatus = {
  readonly day: LocalDate;
  readonly state: ProgrammeState;
  readonly stateWords: Words;
  readonly onTime: ProgrammeVerdict;
  readonly onBudget: ProgrammeVerdict;
  readonly money: Money;
  readonly milestones: {
    readonly total: number;
    /** Planned for the day or earlier. */
    readonly due: number;
    readonly reached: number;
    /** Due, and not reached. */
    readonly late: number;
    readonly items: readonly MilestoneStatus[];
  };
  readonly earnedValue: EarnedValue;
};

/** How a programme stands on a day. The budget counts whole; of what is spent and committed, the periods that have begun. */
export function statusOn(programme: Programme, amounts: readonly BookAmount[], day: LocalDate): ProgrammeStatus {
  const { definition } = programme;
  const budgets = amounts.filter(({ figure }) => figure.startsWith('budget-'));
  const others = amounts.filter(({ figure }) => !figure.startsWith('budget-'));
  const books = [...budgets, ...begunBy(others, day)];
  const state = stateOn(definition, day);
  const items = milestonesOn(definition.milestones, day);
  return {
    day,
    state,
    stateWords: STATE_WORDS[state],
    onTime: onTime(programme, day),
    onBudget: onBudget(books, state === 'finished'),
    money: moneyOf(books),
    milestones: {
      total: items.length,
      due: items.filter(({ planned }) => planned <= day).length,
      reached: items.filter((one) => one.state === 'reached' || one.state === 'reached-late').length,
      late: items.filter((one) => one.state === 'late').length,
      items,
    },
    earnedValue: earnedValueOn(definition, day, { budget: budgetOf(books), spent: sumOf(books, 'spent') }),
  };
}

export const STATE_WORDS = {
  planned: { vi: 'chưa bắt đầu', en: 'planned', ja: '開始前' },
  running: { vi: 'đang thực hiện', en: 'running', ja: '実施中' },
  finished: { vi: 'đã hoàn thành', en: 'finished', ja: '完了' },
  cancelled: { vi: 'đã hủy', en: 'cancelled', ja: '中止' },
} as const satisfies Record<ProgrammeState, Words>;
