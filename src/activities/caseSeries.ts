import { createHash } from 'node:crypto';
import { placeOf, withUnitsBelow } from '../domain/access/place';
import type { Calendar } from '../domain/calendar/calendar.schema';
import { localDateOf } from '../domain/calendar/zone';
import { aggregator, type AggregateRequest, type Aggregator } from '../domain/cases/aggregate';
import type { Aggregation } from '../domain/cases/aggregations/aggregation';
import { findAggregation } from '../domain/cases/aggregations/catalogue';
import { aggregationProblem } from '../domain/cases/aggregations/problem';
import type { CaseFact } from '../domain/cases/case';
import type { Grain } from '../domain/cases/periods';
import type { ComputedAsk, ComputedSource } from '../domain/indicators/evaluation';
import { endOf, periodOfDay } from '../domain/indicators/period';
import type { Procedure, Unit } from '../domain/organisation/organisation.schema';
import { canonicalJson } from '../domain/shared/canonicalJson';
import { given } from '../domain/shared/given';
import type { Instant } from '../domain/shared/time';
import { matches } from '../domain/verdict/filter';
import type { CasesRevision } from './indicators.ports';

export type CaseSource = Extract<ComputedSource, { type: 'cases' }>;
export type CaseAsk = ComputedAsk & { readonly source: CaseSource };

/** What a series over the cases of a procedure depends on besides the cases. */
export type ProcedureFacts = {
  readonly procedure: Procedure;
  readonly calendar: Calendar;
  readonly units: readonly Unit[];
  readonly at: Instant;
  readonly cases: CasesRevision;
};
/** One number for every period of a grain, over the cases that a unit answers for. */
export type CaseSeries = {
  readonly key: string;
  /** Everything besides the cases that its numbers depend on. */
  readonly basis: string;
  readonly source: CaseSource;
  readonly request: AggregateRequest & { readonly by: Grain };
  /** Whose cases count; missing: all. */
  readonly units?: ReadonlySet<string>;
};

const digest = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('base64url');

/**
 * At the procedure's unit and above it all cases count; below it those whose `unit` is that unit or one below; elsewhere
 * none (`undefined`), as where the aggregation does not exist or lacks its limit.
 */
export function seriesOf(ask: Pick<CaseAsk, 'source' | 'unit'>, grain: Grain, facts: ProcedureFacts) {
  const aggregation = findAggregation(ask.source.aggregation);
  const units = scopeOf(ask.unit, facts);
  if (aggregation === undefined || units === undefined || problemOf(ask.source, facts.procedure)) return undefined;
  const request = requestOf(ask.source, aggregation, { grain, facts });
  const { type: _type, ...source } = ask.source;
  const scope = units === 'all' ? '*' : ask.unit;
  return {
    key: digest({ source: { ...source, aggregation: aggregation.key }, grain, scope }),
    basis: digest({ ...request, aggregation: aggregation.key, units: units === 'all' ? units : [...units].sort() }),
    source: ask.source,
    request,
    ...(units === 'all' ? {} : { units: new Set(units) }),
  } satisfies CaseSeries;
}

function problemOf({ aggregation, parameters }: CaseSource, procedure: Procedure): boolean {
  return (
    aggregationProblem({ aggregation, ...(parameters && { parameters: given(parameters) }) }, procedure) !== undefined
  );
}

function scopeOf(unit: string, { procedure, units }: ProcedureFacts): 'all' | readonly string[] | undefined {
  if (placeOf(units, procedure.unit).includes(unit)) return 'all';
  return placeOf(units, unit).includes(procedure.unit) ? withUnitsBelow(units, unit) : undefined;
}

/** Stocks end with the period that has begun: nobody knows the stock at the end of one that has not. */
function requestOf(
  { parameters, date }: CaseSource,
  aggregation: Aggregation,
  { grain, facts: { procedure, calendar, at } }: { readonly grain: Grain; readonly facts: ProcedureFacts },
): AggregateRequest & { readonly by: Grain } {
  const today = localDateOf(at, calendar.timeZone);
  return {
    aggregation,
    by: grain,
    timeZone: calendar.timeZone,
    calendar,
    ...(aggregation.nature === 'stock' && { to: endOf(periodOfDay(today, grain)) }),
    ...(parameters !== undefined && { parameters: given(parameters) }),
    ...(date !== undefined && { date }),
    ...(procedure.limitWorkingDays !== undefined && { limitWorkingDays: procedure.limitWorkingDays }),
  };
}

/** Does the case count in the series? */
export function counts({ source: { filter }, units }: Pick<CaseSeries, 'source' | 'units'>, fact: CaseFact): boolean {
  return (units === undefined || units.has(fact.unit ?? '')) && matches(fact, filter);
}

/** Adds up a series; the cases may come in any order. */
export function seriesAggregator(series: CaseSeries): Aggregator {
  const { add, result } = aggregator(series.request);
  return { add: (fact) => (counts(series, fact) ? add(fact) : undefined), result };
}
