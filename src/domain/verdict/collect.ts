import type { Aggregation, CaseAggregation } from '../cases/aggregations/aggregation';
import { measureContext, rowsOver, type MeasureRequest } from '../cases/aggregations/rows';
import type { CaseFact } from '../cases/case';
import { periodIndex, periodTable, weekTable, wholeMonthTable, type PeriodTable } from '../cases/periods';
import { mean } from '../statistics/mean';
import { Sample } from '../statistics/sample';
import type { Evidence } from './evidence';
import type { Window } from './windows';

/** Takes the cases of one side, in any order, and gives its evidence once all are in. Cases outside the window are ignored. */
export type SideCollector = { readonly add: (fact: CaseFact) => void; readonly evidence: () => Evidence };

const valueIn = (value: number | undefined): { readonly value?: number } => (value === undefined ? {} : { value });

/** Counts the cases received in the window that are still open. */
function openCounter(window: Window, timeZone: string): { add: (fact: CaseFact) => void; count: () => number } {
  const table = periodTable(window, timeZone);
  let open = 0;
  return {
    add: (fact) => {
      if (fact.decidedAt === undefined && periodIndex(table, fact.receivedAt) === 0 && table.labels.length > 0)
        open += 1;
    },
    count: () => open,
  };
}

/** One number a case: durations and shares. */
function sampleSide(aggregation: CaseAggregation, request: MeasureRequest, window: Window): SideCollector {
  const context = measureContext(request);
  const months = periodTable(window, request.timeZone, 'month');
  const [values, measured, open] = [new Sample(), new Set<number>(), openCounter(window, request.timeZone)];
  const monthOf = new Sample();
  const series = (): readonly (number | null)[] => {
    const byMonth = months.labels.map(() => new Sample());
    monthOf.values().forEach((month, i) => byMonth[month]?.add(values.values()[i] ?? 0));
    return byMonth.map((month) => aggregation.compute(month.values()) ?? null);
  };
  const add = (fact: CaseFact): void => {
    open.add(fact);
    const at = aggregation.dateBy === 'decided' ? fact.decidedAt : fact.receivedAt;
    const month = at === undefined ? -1 : periodIndex(months, at);
    const value = month < 0 || month >= months.labels.length ? undefined : aggregation.measure(fact, context);
    if (value === undefined || !Number.isFinite(value)) return;
    values.add(value);
    monthOf.add(month);
    measured.add(month);
  };
  const evidence = (): Evidence => ({
    values: values.values(),
    ...valueIn(aggregation.compute(values.values())),
    n: values.length,
    periods: { measured: measured.size, all: months.labels.length },
    open: open.count(),
    series,
  });
  return { add, evidence };
}

const slicesOf = (window: Window, per: 'month' | 'week', timeZone: string): PeriodTable =>
  per === 'month' ? wholeMonthTable(window, timeZone) : weekTable(window, timeZone);

/** One number a period: counts and stocks. A period without a value is missing. */
function periodSide(
  aggregation: Aggregation,
  request: MeasureRequest,
  window: Window,
  per: 'month' | 'week',
): SideCollector {
  const slices = slicesOf(window, per, request.timeZone);
  const row = rowsOver(aggregation, request, slices)();
  const whole = rowsOver(aggregation, request, periodTable(window, request.timeZone))();
  const open = openCounter(window, request.timeZone);
  const add = (fact: CaseFact): void => {
    row.add(fact);
    whole.add(fact);
    open.add(fact);
  };
  const evidence = (): Evidence => {
    const values = Float64Array.from(slices.labels.flatMap((_, i) => row.cell(i).value ?? []));
    const { n, value } = daysLeft(window) ? whole.cell(0) : { n: 0, value: undefined };
    return {
      values,
      ...valueIn(aggregation.nature === 'stock' ? value : mean(values)),
      n,
      periods: { measured: values.length, all: slices.labels.length },
      open: open.count(),
      per,
      series: () => slices.labels.map((_, i) => row.cell(i).value ?? null),
    };
  };
  return { add, evidence };
}

const daysLeft = ({ from, to }: Window): boolean => from < to;

/** @param per length of the periods that counts and stocks are compared by */
export function sideCollector(
  aggregation: Aggregation,
  request: MeasureRequest,
  window: Window,
  per: 'month' | 'week',
): SideCollector {
  return aggregation.nature === 'stock' || aggregation.nature === 'count'
    ? periodSide(aggregation, request, window, per)
    : sampleSide(aggregation, request, window);
}
