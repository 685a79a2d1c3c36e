import { findAggregation } from '../cases/aggregations/catalogue';
import type { Aggregation } from '../cases/aggregations/aggregation';
import type { Calendar } from '../calendar/calendar.schema';
import type { CaseFact } from '../cases/case';
import type { MeasureRequest } from '../cases/aggregations/rows';
import { periodTable } from '../cases/periods';
import type { CaseFilter, DraftPlan, PlanIndicator } from '../cycle/cycle.schema';
import type { Words } from '../shared/language';
import type { IndicatorVerdict } from '../cycle/verdict';
import type { PileUp } from '../indicators/gaming/pileUp';
import { sideCollector, type SideCollector } from './collect';
import { compareIndicator } from './compareIndicator';
import type { BothSides } from './evidence';
import { matches } from './filter';
import { limitCollector, type LimitCollector } from './limits';
import { possibleFrom } from './possibleFrom';
import { sliceGrain, type Windows } from './windows';

export type CheckRequest = {
  readonly plan: Pick<DraftPlan, 'indicators' | 'pilot'>;
  readonly windows: Windows;
  /** Calendar and time zone of the procedure. */
  readonly calendar: Calendar;
  readonly limitWorkingDays?: number;
  /** Of the bootstrap; the cycle's id. */
  readonly seed: string;
  /** Names of indicators, by their key in the plan, where they are not those of the aggregation. */
  readonly names?: ReadonlyMap<string, Words>;
};

/** Takes the cases in any order, once, for all indicators of a plan. Verdicts are computed one by one as they are asked for. */
export type Check = {
  readonly add: (fact: CaseFact) => void;
  readonly verdicts: () => Iterable<IndicatorVerdict>;
  /** Of the pilot's cases after the change, by the key of the indicator that holds them to a limit. */
  readonly pileUps: () => ReadonlyMap<string, PileUp>;
};

type Group = { readonly filter?: CaseFilter; readonly before: SideCollector; readonly after: SideCollector };
type Measured = {
  readonly indicator: PlanIndicator;
  readonly aggregation: Aggregation;
  readonly pilot: Group;
  readonly control?: Group;
  readonly limit?: LimitCollector;
};

const evidenceOf = ({ before, after }: Group): BothSides => ({ before: before.evidence(), after: after.evidence() });

function measureOf({ parameters = {} }: PlanIndicator, { calendar, limitWorkingDays }: CheckRequest): MeasureRequest {
  const { days, net } = parameters;
  return {
    timeZone: calendar.timeZone,
    calendar,
    parameters: { ...(days === undefined ? {} : { days }), ...(net === undefined ? {} : { net }) },
    ...(limitWorkingDays === undefined ? {} : { limitWorkingDays }),
  };
}

function groupOf(
  indicator: PlanIndicator,
  aggregation: Aggregation,
  request: CheckRequest,
  filter?: CaseFilter,
): Group {
  const { windows } = request;
  const measure = measureOf(indicator, request);
  const side = (name: 'before' | 'after'): SideCollector =>
    sideCollector(aggregation, measure, windows[name], sliceGrain(windows));
  return { before: side('before'), after: side('after'), ...(filter === undefined ? {} : { filter }) };
}

function measured(request: CheckRequest): readonly Measured[] {
  const { indicators = [], pilot } = request.plan;
  return indicators.flatMap((indicator) => {
    const found = findAggregation(indicator.aggregation ?? '');
    if (found === undefined) return [];
    const aggregation = { ...found, names: request.names?.get(indicator.key) ?? found.names };
    const group = (filter?: CaseFilter): Group => groupOf(indicator, aggregation, request, filter);
    const limit = limitCollector(aggregation.key, measureOf(indicator, request), request.windows.after);
    return [
      {
        indicator,
        aggregation,
        pilot: group(pilot?.filter),
        ...(pilot?.control && { control: group(pilot.control) }),
        ...(limit && { limit }),
      },
    ];
  });
}

function offer(fact: CaseFact, group: Group | undefined): void {
  if (group === undefined || !matches(fact, group.filter)) return;
  group.before.add(fact);
  group.after.add(fact);
}

function verdictOf({ indicator, aggregation, pilot, control }: Measured, request: CheckRequest): IndicatorVerdict {
  const sides = evidenceOf(pilot);
  const possible = possibleFrom(sides, request.windows, request.calendar);
  return compareIndicator({
    indicator,
    aggregation,
    sides,
    ...(control === undefined ? {} : { control: evidenceOf(control) }),
    ...(possible === undefined ? {} : { possibleFrom: possible }),
    seed: `${request.seed}/${indicator.key}`,
  });
}

/** A check of all indicators whose aggregation is known (`aggregationProblem` refuses the others before a plan is approved). */
export function openCheck(request: CheckRequest): Check {
  const all = measured(request);
  return {
    add: (fact) => {
      for (const { pilot, control, limit } of all) {
        offer(fact, pilot);
        offer(fact, control);
        if (limit !== undefined && matches(fact, pilot.filter)) limit.add(fact);
      }
    },
    *verdicts() {
      for (const one of all) yield verdictOf(one, request);
    },
    pileUps: () =>
      new Map(
        all.flatMap(({ indicator, limit }) => {
          const found = limit?.pileUp();
          return found === undefined ? [] : [[indicator.key, found] as const];
        }),
      ),
  };
}

/** Which cases, by their date of receipt (epoch ms, `to` not included), the check must see. */
export function casesToRead({ plan, windows, calendar }: CheckRequest): {
  readonly from?: number;
  readonly to?: number;
} {
  const { before, after } = windows;
  const from = before.from < after.from ? before.from : after.from;
  const to = before.to > after.to ? before.to : after.to;
  const { starts } = periodTable({ from, to }, calendar.timeZone);
  const earlier = (plan.indicators ?? []).some((i) =>
    findAggregation(i.aggregation ?? '')?.needs.some((n) => n === 'earlier-cases'),
  );
  const [first, end] = [starts[0], starts.at(-1)];
  return { ...(earlier || first === undefined ? {} : { from: first }), ...(end === undefined ? {} : { to: end }) };
}
