import type { Cycle } from '../domain/cycle/state';
import type { DueItem } from '../domain/reminders/due';

export interface TodayReader {
  /**
   * Open cycles that one of these people leads or owes something, or whose plan one of them wrote; and those in their plan
   * phase in these units.
   */
  openCycles(of: {
    readonly persons: readonly string[];
    readonly planUnits: readonly string[] | 'all';
    readonly limit: number;
  }): Promise<readonly { readonly cycle: Cycle; readonly dues: readonly DueItem[] }[]>;
}
