import type { Calendar } from '../../calendar/calendar.schema';
import { Sample } from '../../statistics/sample';
import type { CaseFact } from '../case';
import { periodIndex, type PeriodTable } from '../periods';
import type {
  Aggregation,
  AggregationParameters,
  CaseAggregation,
  MeasureContext,
  StockAggregation,
} from './aggregation';
import { caseClock } from './caseClock';

/** How cases are measured. */
export type MeasureRequest = {
  readonly parameters?: AggregationParameters;
  /** Which moment puts a case into a period; default is the aggregation's own. Without meaning for stocks. */
  readonly date?: 'received' | 'decided';
  readonly timeZone: string;
  /** Working days of the procedure's calendar, where there is one. */
  readonly calendar?: Calendar;
  readonly limitWorkingDays?: number;
};

export type Cell = { readonly n: number; readonly value?: number };
/** Adds up one group of cases over the periods of a table. `cell(i)` is the value of period i; `touched` are the periods in which something happened. */
export type Row = {
  readonly add: (fact: CaseFact) => void;
  readonly cell: (period: number) => Cell;
  readonly touched: () => readonly number[];
};

export function measureContext(request: MeasureRequest): MeasureContext {
  return {
    parameters: request.parameters ?? {},
    clock: caseClock(request.timeZone, request.calendar),
    ...(request.limitWorkingDays === undefined ? {} : { limitWorkingDays: request.limitWorkingDays }),
  };
}

const cellOf = (n: number, value: number | undefined): Cell => (value === undefined ? { n } : { n, value });

function caseRow(aggregation: CaseAggregation, request: MeasureRequest, table: PeriodTable): () => Row {
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

/** Makes rows of an aggregation over the periods of a table. */
export function rowsOver(aggregation: Aggregation, request: MeasureRequest, table: PeriodTable): () => Row {
  return aggregation.nature === 'stock' ? stockRow(aggregation, table) : caseRow(aggregation, request, table);
}
