import { Exact } from '../scoring/scored';
import type { Words } from '../shared/language';
import type { LocalDate } from '../shared/time';
import { workShares } from './milestones';
import type { ProgrammeDefinition } from './programme.schema';
import { stateOn } from './programme';

/**
 * Money of the work, in the currency of the books. `null` where the data do not allow it; `because` says why.
 * Planned value = budget × share of the work due; earned value = budget × share reached; SPI = earned ÷ planned;
 * CPI = earned ÷ spent; estimate at completion = budget ÷ CPI (ANSI/EIA-748, PMBOK).
 */
export type EarnedValue = {
  readonly plannedValue: number | null;
  readonly earnedValue: number | null;
  readonly actualCost: number | null;
  readonly schedulePerformance: number | null;
  readonly costPerformance: number | null;
  readonly estimateAtCompletion: number | null;
  readonly because: readonly Words[];
};
type Spending = { readonly budget: Exact | undefined; readonly spent: Exact | undefined };

export function earnedValueOn(definition: ProgrammeDefinition, day: LocalDate, spending: Spending): EarnedValue {
  const { budget, spent } = spending;
  const work = workShares(definition, day);
  const finished = stateOn(definition, day) === 'finished';
  // Whatever its milestones say, all the work of what is finished is done.
  const earnedShare = finished ? new Exact(1) : work?.earned;
  const planned = work && budget?.times(work.planned);
  const earned = earnedShare && budget?.times(earnedShare);
  const spi = ratio(earned, planned);
  const cpi = ratio(earned, spent);
  const estimate = finished ? spent : cpi === undefined || cpi.isZero() ? undefined : budget?.div(cpi);
  return {
    plannedValue: plain(planned),
    earnedValue: plain(earned),
    actualCost: plain(spent),
    schedulePerformance: plain(spi),
    costPerformance: plain(cpi),
    estimateAtCompletion: plain(estimate),
    because: [
      ...(budget === undefined ? [WHY_NOT.budget] : []),
      ...(work === undefined ? [WHY_NOT.milestones] : []),
      ...(spent === undefined ? [WHY_NOT.spent] : []),
      ...(planned?.isZero() === true ? [WHY_NOT.nothingDue] : []),
      ...(spent?.isZero() === true ? [WHY_NOT.nothingSpent] : []),
      ...(earned?.isZero() === true && !finished ? [WHY_NOT.nothingEarned] : []),
    ],
  };
}

const ratio = (of: Exact | undefined, by: Exact | undefined): Exact | undefined =>
  of === undefined || by === undefined || by.isZero() ? undefined : of.div(by);
export const plain = (value: Exact | undefined): number | null => (value === undefined ? null : value.toNumber());

const WHY_NOT = {
  budget: {
    vi: 'Chưa có dự toán (budget-initial): không tính được giá trị kế hoạch và giá trị đạt được.',
    en: 'No budget is recorded (budget-initial): there is no planned and no earned value.',
    ja: '予算（budget-initial）が未記録のため、計画価値と出来高は算出できません。',
  },
  milestones: {
    vi: 'Chưa có mốc nào (hoặc các mốc đều có trọng số 0): không biết bao nhiêu phần công việc đã đến hạn hay đã xong.',
    en: 'There are no milestones (or none has a weight): what share of the work is due or done is not known.',
    ja: 'マイルストーンがない（または重みがすべて 0 の）ため、作業の予定と進みの割合が分かりません。',
  },
  spent: {
    vi: 'Chưa ghi số đã chi (spent): không tính được hiệu quả chi phí và ước tính khi hoàn thành.',
    en: 'Nothing is recorded as spent: there is no cost performance and no estimate at completion.',
    ja: '支出（spent）が未記録のため、コスト効率と完成時見積りは算出できません。',
  },
  nothingDue: {
    vi: 'Chưa mốc nào đến hạn: chưa thể nói về hiệu quả tiến độ.',
    en: 'No milestone is due yet: nothing can be said about schedule performance.',
    ja: '期日が来たマイルストーンがまだないため、スケジュール効率は算出できません。',
  },
  nothingSpent: {
    vi: 'Số đã chi là 0: không thể chia cho số đó để tính hiệu quả chi phí.',
    en: 'What is spent is 0: cost performance cannot be divided by it.',
    ja: '支出が 0 のため、コスト効率は算出できません。',
  },
  nothingEarned: {
    vi: 'Chưa đạt mốc nào: chưa thể ước tính chi phí khi hoàn thành.',
    en: 'No milestone is reached yet: the cost at completion cannot be estimated.',
    ja: '達成したマイルストーンがまだないため、完成時の費用は見積もれません。',
  },
} as const satisfies Record<string, Words>;
