import { dateOfDay, dayNumber } from '../calendar/civil';
import type { DraftPlan } from '../cycle/cycle.schema';
import type { CheckResult } from '../cycle/verdict';
import type { LocalDate } from '../shared/time';
import { LEAST_VALUES } from './evidence';

export type Windows = CheckResult['window'];
export type Window = Windows['after'];

export const daysOf = ({ from, to }: Window): number => dayNumber(to) - dayNumber(from);

export const addDays = (date: LocalDate, days: number): LocalDate => dateOfDay(dayNumber(date) + days);

/**
 * Which days are "before" and "after"; `to` is not included. After: from the day the new way began (default: Do) to the
 * day Check opened, at least one day. Before: the plan's baseline, else as many days directly before the change.
 */
export function windowsOf(
  plan: Pick<DraftPlan, 'baseline' | 'changeFrom' | 'changeTo'>,
  doBeganOn: LocalDate,
  checkOpenedOn: LocalDate,
): Windows {
  const from = plan.changeFrom ?? doBeganOn;
  const dayAfter = addDays(from, 1);
  const to = plan.changeTo ?? (checkOpenedOn > dayAfter ? checkOpenedOn : dayAfter);
  const after = { from, to };
  const before = plan.baseline ?? { from: addDays(from, -Math.max(1, daysOf(after))), to: from };
  return { before: { from: before.from, to: before.to }, after };
}

/** Counts are compared by month where both windows are long enough for it, else by week. */
export function sliceGrain({ before, after }: Windows): 'month' | 'week' {
  return Math.min(wholeMonths(before), wholeMonths(after)) >= LEAST_VALUES ? 'month' : 'week';
}

function wholeMonths({ from, to }: Window): number {
  const months = (date: LocalDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return months(to) - months(from) - (from.endsWith('-01') ? 0 : 1);
}
