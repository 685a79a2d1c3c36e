import type { Calendar } from '../calendar/calendar.schema';
import { Sample } from '../statistics/sample';
import type {
  Aggregation,
  AggregationParameters,
  AggregationUnit,
  CaseAggregation,
  MeasureContext,
  StockAggregation,
} from './aggregations/aggregation';
import { caseClock } from './aggregations/caseClock';
import type { CaseFact } from './case';
import { periodIndex, periodTable, type DayRange, type Grain, type PeriodTable } from './periods';

export const GROUPINGS = ['unit', 'channel', 'group'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export type AggregateRequest = DayRange & {
  readonly aggregation: Aggregation;
  readonly parameters?: AggregationParameters;
  /** Length of the periods; without it the whole range is one. */
  readonly by?: Grain;
  readonly group?: Grouping;
  /** Which moment puts a case into a period; default is the aggregation's own. Without meaning for stocks. */
  readonly date?: 'received' | 'decided';
  readonly timeZone: string;
  /** Working days of the procedure's calendar, where there is one. */
  readonly calendar?: Calendar;
  readonly limitWorkingDays?: number;
};

/**
 * One period (of one group). `n` is the number of cases measured; for stocks those received until the end of the period.
 * A period in which nothing was measured has `n` 0 and no value: empty is missing, not zero. Values are not rounded.
 */
export type Point = { readonly period: string; readonly group?: string; readonly value?: number; readonly n: number };
export type AggregateResult = { readonly unit: AggregationUnit; readonly points: readonly Point[] };

/** Takes cases one by one, in any order, and answers once all are in. */
export type Aggregator = { readonly add: (fact: CaseFact) => void; readonly result: () => AggregateResult };

type Cell = { readonly n: number; readonly value?: number };
/** Adds up one group. `cell(i)` is the value of period i; `touched` are the periods in which something happened. */
type Row = {
  readonly add: (fact: CaseFact) => void;
  readonly cell: (period: number) => Cell;
  readonly touched: () => readonly number[];
};

export function measureContext(request: Omit<AggregateRequest, 'aggregation'>): MeasureContext {
  return {
    parameters: request.parameters ?? {},
    clock: caseClock(request.timeZone, request.calendar),
    ...(request.limitWorkingDays === undefined ? {} : { limitWorkingDays: request.limitWorkingDays }),
  };
}

const cellOf = (n: number, value: number | undefined): Cell => (value === undefined ? { n } : { n, value });

function caseRow(aggregation: CaseAggregation, request: AggregateRequest, table: PeriodTable): () => Row {
  const context = measureContext(request);
  const dateBy = request.date ?? aggregation.dateBy;
  const dateOf = (fact: CaseFact): number | undefined => (dateBy === 'decided' ? fact.decidedAt : fact.receivedAt);
  return () => {
    const samples = new Map<number, Sample>();
    const add = (fact: CaseFact): void => {
      const at = dateOf(fact);
      const period = at === undefined ? -1 : periodIndex(table, at);
      if (period < 0 || period >= table.labels.length) return;
      const value = aggregation.measure(fact, context);
      if (value === undefined) return;
      const sample = samples.get(period) ?? new Sample();
      samples.set(period, sample);
      sample.add(value);
    };
    const cell = (period: number): Cell => {
      const measured = samples.get(period)?.values() ?? new Float64Array(0);
      return cellOf(measured.length, aggregation.compute(measured));
    };
    return { add, cell, touched: () => [...samples.keys()] };
  };
}

/** Counts comings and goings by period; the stock at the end of a period is what came until then less what went. */
function stockRow(aggregation: StockAggregation, table: PeriodTable): () => Row {
  return () => {
    const came = new Uint32Array(table.labels.length + 1);
    const went = new Uint32Array(table.labels.length + 1);
    const count = (moves: Uint32Array, at: number): void => {
      const period = Math.max(0, periodIndex(table, at));
      moves[period] = (moves[period] ?? 0) + 1;
    };
    const until = (moves: Uint32Array, period: number): number =>
      moves.subarray(0, period + 1).reduce((a, b) => a + b, 0);
    const add = (fact: CaseFact): void => {
      const [from, to] = aggregation.presence(fact);
      count(came, from);
      count(went, Math.max(from, to));
    };
    const cell = (period: number): Cell => {
      const n = until(came, period);
      return cellOf(n, n === 0 ? undefined : n - until(went, period));
    };
    const touched = (): readonly number[] =>
      table.labels.map((_, i) => i).filter((i) => (came[i] ?? 0) + (went[i] ?? 0) > 0);
    return { add, cell, touched };
  };
}

/** Leaves out empty periods at an open side of the range: nobody asked for the years before the first case. */
function closedRange(rows: readonly Row[], { labels }: PeriodTable, range: DayRange): readonly number[] {
  const touched = rows.flatMap((row) => row.touched()).sort((a, b) => a - b);
  const first = range.from === undefined ? (touched[0] ?? labels.length) : 0;
  const last = range.to === undefined ? (touched.at(-1) ?? -1) : labels.length - 1;
  return labels.map((_, i) => i).slice(first, last + 1);
}

/** An aggregator for one request. Several of them can share one pass over the cases. */
export function aggregator(request: AggregateRequest): Aggregator {
  const { aggregation, group } = request;
  const table = periodTable(request, request.timeZone, request.by);
  const newRow = aggregation.nature === 'stock' ? stockRow(aggregation, table) : caseRow(aggregation, request, table);
  const rows = new Map<string, Row>(group === undefined ? [['', newRow()]] : []);
  const add = (fact: CaseFact): void => {
    const name = group === undefined ? '' : (fact[group] ?? '');
    const row = rows.get(name) ?? newRow();
    rows.set(name, row);
    row.add(fact);
  };
  const result = (): AggregateResult => {
    const periods = closedRange([...rows.values()], table, request);
    const points = [...rows]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([name, row]) =>
        periods.map((i) => ({
          period: table.labels[i] ?? '',
          ...(group === undefined ? {} : { group: name }),
          ...row.cell(i),
        })),
      );
    return { unit: aggregation.unit, points };
  };
  return { add, result };
}

/**
 * Aggregates a stream of cases in one pass; memory is eight bytes a measured case. With `group` there is a point for
 * every period of every group found, groups in the order of their names; cases without the attribute are group ''.
 */
export async function aggregate(
  cases: AsyncIterable<CaseFact> | Iterable<CaseFact>,
  request: AggregateRequest,
): Promise<AggregateResult> {
  const { add, result } = aggregator(request);
  for await (const fact of cases) add(fact);
  return result();
}

/** Which cases, by their date of receipt (epoch ms, `to` not included), must be streamed to answer the request. */
export function receivedRange(request: AggregateRequest): { readonly from?: number; readonly to?: number } {
  const { starts } = periodTable(request, request.timeZone);
  const [from, to] = [starts[0], starts.at(-1)];
  const { aggregation } = request;
  const byReceipt = aggregation.nature !== 'stock' && (request.date ?? aggregation.dateBy) === 'received';
  return {
    ...(byReceipt && request.from !== undefined && from !== undefined ? { from } : {}),
    ...(request.to !== undefined && to !== undefined ? { to } : {}),
  };
}
