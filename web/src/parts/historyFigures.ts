import type { CycleView } from '../api/cycleView';

const DAY_MS = 86_400_000;
const days = (from: string | undefined, to: string | undefined): number | undefined =>
  from === undefined || to === undefined ? undefined : (Date.parse(to) - Date.parse(from)) / DAY_MS;

export type PhaseDays = { readonly plan?: number; readonly do?: number; readonly after?: number };

/** Days a cycle spent in plan, in do, and from the opening of the check to its end; missing while they go on. */
export function phaseDays(cycle: CycleView): PhaseDays {
  const approved = 'approvedAt' in cycle ? cycle.approvedAt : undefined;
  const checked = 'checkOpenedAt' in cycle ? cycle.checkOpenedAt : undefined;
  const closed = cycle.phase === 'closed' ? cycle.closedAt : undefined;
  const spans = { plan: days(cycle.launchedAt, approved), do: days(approved, checked), after: days(checked, closed) };
  return Object.fromEntries(Object.entries(spans).filter(([, span]) => span !== undefined));
}

/** How many of the questions of method were kept: a ratio 0..1. */
export function fidelityOf(cycle: CycleView): number | undefined {
  if (cycle.phase !== 'closed' || cycle.outcome !== 'decided') return undefined;
  const answers = Object.values(cycle.fidelity);
  return answers.length === 0 ? undefined : answers.filter(Boolean).length / answers.length;
}

export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return undefined;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** Fidelity of the cycles that were decided in each year. */
export function fidelityByYear(
  cycles: readonly CycleView[],
): readonly { readonly period: string; readonly value: number; readonly n: number }[] {
  const byYear = new Map<string, number[]>();
  for (const cycle of cycles) {
    const kept = fidelityOf(cycle);
    if (kept === undefined || cycle.phase !== 'closed') continue;
    const year = cycle.closedAt.slice(0, 4);
    byYear.set(year, [...(byYear.get(year) ?? []), kept]);
  }
  return [...byYear]
    .map(([period, kept]) => ({ period, value: kept.reduce((sum, one) => sum + one, 0) / kept.length, n: kept.length }))
    .toSorted((a, b) => a.period.localeCompare(b.period));
}
