import type { Cycle } from '../domain/cycle/state';
import type { CycleDueKind, DueItem, EvaluationDueKind } from '../domain/reminders/due';

export interface TodayReader {
  /**
   * Open cycles that one of these people leads or owes something, or whose plan one of them wrote; and those in these
   * units that wait for somebody to approve or decide (plan, act).
   */
  openCycles(of: {
    readonly persons: readonly string[];
    readonly headUnits: readonly string[] | 'all';
    readonly limit: number;
  }): Promise<readonly { readonly cycle: Cycle; readonly dues: readonly DueItem<CycleDueKind>[] }[]>;
  /** What these people owe to evaluations; many of them that wait for one person are one item. */
  evaluationDues(persons: readonly string[]): Promise<readonly DueItem<EvaluationDueKind>[]>;
}
