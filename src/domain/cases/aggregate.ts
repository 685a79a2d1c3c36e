import type { Aggregation, AggregationUnit } from './aggregations/aggregation';
import type { CaseFact } from './case';
import { periodTable, type DayRange, type Grain, type PeriodTable } from './periods';
import { rowsOver, type MeasureRequest, type Row } from './aggregations/rows';

export const GROUPINGS = ['unit', 'channel', 'group'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export type AggregateRequest = DayRange &
  MeasureRequest & {
    readonly aggregation: Aggregation;
    /** Length of the periods; without it the whole range is one. */
    readonly by?: Grain;
    readonly group?: Grouping;
    /** Now, epoch ms: the stock at the end of a period that has not begun yet is missing. Without meaning for the others. */
    readonly asOf?: number;
  };

/**
 * One period (of one group). `n` is the number of cases measured; for stocks those received until the end of the period.
 * A period in which nothing was measured has `n` 0 and no value: empty is missing, not zero. Values are not rounded.
 */
export type Point = { readonly period: string; readonly group?: string; readonly value?: number; readonly n: number };
export type AggregateResult = { readonly unit: AggregationUnit; readonly points: readonly Point[] };

/** Takes cases one by one, in any order, and answers once all are in. */
export type Aggregator = { readonly add: (fact: CaseFact) => void; readonly result: () => AggregateResult };

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
  const newRow = rowsOver(aggregation, request, table);
  const rows = new Map<string, Row>(group === undefined ? [['', newRow()]] : []);
  const add = (fact: CaseFact): void => {
    const name = group === undefined ? '' : (fact[group] ?? '');
    const row = rows.get(name) ?? newRow();
    rows.set(name, row);
    row.add(fact);
  };
  const begun = (i: number): boolean =>
    aggregation.nature !== 'stock' || (table.starts[i] ?? 0) <= (request.asOf ?? Number.POSITIVE_INFINITY);
  const result = (): AggregateResult => {
    const periods = closedRange([...rows.values()], table, request);
    const points = [...rows]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([name, row]) =>
        periods.map((i) => ({
          period: table.labels[i] ?? '',
          ...(group === undefined ? {} : { group: name }),
          ...(begun(i) ? row.cell(i) : { n: 0 }),
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
