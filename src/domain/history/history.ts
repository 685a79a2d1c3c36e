import type { Cycle } from '../cycle/state';
import type { DecisionKind, Fidelity } from '../cycle/events';
import { VERDICTS } from '../cycle/verdict';
import type { IndicatorVerdict, VerdictName } from '../cycle/verdict';
import { given } from '../shared/given';
import type { Instant } from '../shared/time';

export const OUTCOMES = ['open', 'adopt', 'adapt', 'expand', 'abandon', 'withdrawn', 'cancelled'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const PHASES_TIMED = ['plan', 'do', 'check', 'act'] as const;
export type TimedPhase = (typeof PHASES_TIMED)[number];

/** A cycle among others: what came of it, how long each phase took, how well the method was kept. */
export type HistoryRow = {
  readonly cycle: string;
  readonly unit: string;
  readonly procedure: string;
  readonly no: number;
  readonly stage: number;
  readonly title: string;
  readonly lead: string;
  readonly phase: Cycle['phase'];
  readonly outcome: Outcome;
  readonly launchedAt: Instant;
  readonly closedAt?: Instant;
  /** Days (24 hours) in each phase that has ended. */
  readonly days: Readonly<Partial<Record<TimedPhase, number>>>;
  /** Verdicts of the latest check, how many of each; missing before Check. */
  readonly verdicts?: Readonly<Record<VerdictName, number>>;
  readonly predictions?: { readonly held: number; readonly missed: number };
  /** Share of the questions of method that were kept: ratio 0..1; of decided cycles. */
  readonly fidelity?: number;
};
/** `median` of what has ended; missing where nothing has. */
export type Spread = { readonly n: number; readonly median?: number };
export type History = {
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly days: Readonly<Record<TimedPhase, Spread>>;
  /** By year in which cycles were decided (UTC), oldest first; `share`: mean of their fidelity, ratio 0..1. */
  readonly fidelity: readonly { readonly year: string; readonly share: number; readonly n: number }[];
};

const DAY_MS = 86_400_000;

export function historyRow(cycle: Cycle): HistoryRow {
  const { id, unit, procedure, no, stage, title, lead, phase, launchedAt } = cycle;
  const fidelity = cycle.phase === 'closed' && cycle.outcome === 'decided' ? shareKept(cycle.fidelity) : undefined;
  return {
    ...{ cycle: id, unit, procedure, no, stage, title, lead, phase, launchedAt },
    outcome: outcomeOf(cycle),
    days: daysOf(cycle),
    ...checkedOf(cycle),
    ...(cycle.phase === 'closed' && { closedAt: cycle.closedAt }),
    ...(fidelity !== undefined && { fidelity }),
  };
}

function outcomeOf(cycle: Cycle): Outcome {
  if (cycle.phase !== 'closed') return 'open';
  return cycle.outcome === 'decided' ? (cycle.decision.kind satisfies DecisionKind) : cycle.outcome;
}

function daysOf(cycle: Cycle): HistoryRow['days'] {
  const approved = 'approvedAt' in cycle ? cycle.approvedAt : undefined;
  const checked = 'checkOpenedAt' in cycle ? cycle.checkOpenedAt : undefined;
  const reviews = 'reviews' in cycle && cycle.phase !== 'check' ? cycle.reviews : [];
  const acted = checked === undefined ? undefined : reviews.at(-1)?.at;
  const closed = cycle.phase === 'closed' ? cycle.closedAt : undefined;
  const spans = {
    plan: between(cycle.launchedAt, approved ?? closed),
    do: between(approved, checked),
    check: between(checked, acted),
    act: between(acted, closed),
  };
  return given(spans);
}

const between = (from: Instant | undefined, to: Instant | undefined): number | undefined =>
  from === undefined || to === undefined ? undefined : (Date.parse(to) - Date.parse(from)) / DAY_MS;

function checkedOf(cycle: Cycle): Pick<HistoryRow, 'verdicts' | 'predictions'> {
  const latest = 'checks' in cycle ? cycle.checks.at(-1)?.verdicts : undefined;
  if (latest === undefined) return {};
  const count = (is: (verdict: IndicatorVerdict) => boolean) => latest.filter(is).length;
  const verdicts = Object.fromEntries(VERDICTS.map((name) => [name, count(({ verdict }) => verdict === name)]));
  return {
    verdicts: verdicts as Record<VerdictName, number>,
    predictions: {
      held: count(({ prediction }) => prediction === 'held'),
      missed: count(({ prediction }) => prediction === 'missed'),
    },
  };
}

function shareKept(fidelity: Fidelity): number {
  const answers = Object.values(fidelity);
  return answers.filter(Boolean).length / answers.length;
}

/** What the cycles of a unit have in common, for comparing one year or unit with another. */
export function historyOf(rows: readonly HistoryRow[]): History {
  const count = (outcome: Outcome) => rows.filter((row) => row.outcome === outcome).length;
  const spread = (phase: TimedPhase) => spreadOf(rows.flatMap(({ days }) => days[phase] ?? []));
  return {
    outcomes: Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count(outcome)])) as Record<Outcome, number>,
    days: Object.fromEntries(PHASES_TIMED.map((phase) => [phase, spread(phase)])) as Record<TimedPhase, Spread>,
    fidelity: fidelityByYear(rows),
  };
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return { n: sorted.length, ...(low !== undefined && high !== undefined && { median: (low + high) / 2 }) };
}

function fidelityByYear(rows: readonly HistoryRow[]): History['fidelity'] {
  const years = new Map<string, number[]>();
  for (const { fidelity, closedAt } of rows) {
    if (fidelity === undefined || closedAt === undefined) continue;
    const year = closedAt.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), fidelity]);
  }
  return [...years]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([year, kept]) => ({ year, share: kept.reduce((sum, one) => sum + one, 0) / kept.length, n: kept.length }));
}
