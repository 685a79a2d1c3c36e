import { setImmediate as nextTurn } from 'node:timers/promises';
import { localDateOf } from '../domain/calendar/zone';
import { findAggregation } from '../domain/cases/aggregations/catalogue';
import type { DraftPlan, PlanIndicator } from '../domain/cycle/cycle.schema';
import { unitOfCycle } from '../domain/cycle/ids';
import type { CheckBasis, CheckResult, IndicatorVerdict } from '../domain/cycle/verdict';
import type { Procedure } from '../domain/organisation/organisation.schema';
import type { Words } from '../domain/shared/language';
import type { Instant } from '../domain/shared/time';
import { casesToRead, openCheck, type Check, type CheckRequest } from '../domain/verdict/check';
import { LEAST_VALUES } from '../domain/verdict/evidence';
import { ALPHA } from '../domain/verdict/rules/rule';
import { overCases, underLibraryName } from '../domain/verdict/libraryCases';
import { withQuestions } from '../domain/verdict/questions';
import { windowsOf } from '../domain/verdict/windows';
import type { IndicatorValues, Indicators } from './indicators.ports';
import { libraryVerdict } from './libraryVerdict';
import { calendarOf } from './officeCalendar';
import type { Cases, Clock, Organisation } from './ports';

export type CheckDeps = {
  readonly cases: Cases;
  readonly organisation: Organisation;
  readonly clock: Clock;
  /** Needed only by plans with indicators of the library. */
  readonly indicators?: Pick<Indicators, 'get'>;
  readonly indicatorValues?: Pick<IndicatorValues, 'values'>;
};

export type CheckInput = {
  readonly cycleId: string;
  readonly procedure: string;
  readonly plan: Pick<DraftPlan, 'indicators' | 'pilot' | 'baseline' | 'changeFrom' | 'changeTo'>;
  readonly doBeganAt: Instant;
  readonly checkOpenedAt: Instant;
};

/** Often enough for any heartbeat timeout, seldom enough to cost nothing. */
const CASES_PER_BEAT = 10_000;

/**
 * Compares every indicator of the plan before and after the change: aggregations in one pass over the procedure's cases,
 * streamed from the store; indicators of the library by their values of whole periods. The same facts give the same result.
 *
 * @param beat a sign of life, now and then
 */
export async function checkOver(deps: CheckDeps, input: CheckInput, beat: () => void): Promise<CheckResult> {
  const procedure = await procedureOf(input, deps.organisation);
  const asPlanned = await requestOf(input, procedure, deps.organisation);
  const request = procedure.unit === unitOfCycle(input.cycleId) ? await backToCases(asPlanned, input, deps) : asPlanned;
  const check = openCheck(request);
  const read = await readInto(check, input.procedure, request, { cases: deps.cases, beat });
  const ofCases = new Map<string, IndicatorVerdict>();
  for (const verdict of check.verdicts()) {
    ofCases.set(verdict.indicator, verdict);
    beat();
    await nextTurn();
  }
  const verdicts: IndicatorVerdict[] = [];
  for (const indicator of input.plan.indicators ?? []) {
    const byCases = ofCases.get(indicator.key);
    const byPeriods = await libraryVerdict(indicator, deps, { input, request });
    const found = byCases && byPeriods ? underLibraryName(byCases, byPeriods) : (byCases ?? byPeriods);
    if (found !== undefined) verdicts.push(found);
    beat();
  }
  return {
    computedAt: deps.clock.now(),
    window: request.windows,
    verdicts: withQuestions(verdicts, check.pileUps()),
    basis: basisOf(input, request, read),
  };
}

/** Indicators of the library that are nothing but an aggregation over this procedure's cases; for the unit that works on all of them. */
async function backToCases(request: CheckRequest, input: CheckInput, deps: CheckDeps): Promise<CheckRequest> {
  const { procedure } = input;
  const names = new Map<string, Words>();
  const indicators: PlanIndicator[] = [];
  for (const asked of request.plan.indicators ?? []) {
    const known = asked.indicator === undefined ? undefined : await deps.indicators?.get(asked.indicator);
    const found = known && overCases(asked, known.definitions, { procedure, windows: request.windows });
    if (found !== undefined) names.set(asked.key, found.names);
    indicators.push(found?.indicator ?? asked);
  }
  return { ...request, plan: { ...request.plan, indicators }, names };
}

function basisOf({ cycleId, procedure, plan }: CheckInput, request: CheckRequest, cases: number): CheckBasis {
  const { seed, calendar, limitWorkingDays } = request;
  return {
    indicators: plan.indicators ?? [],
    ...(plan.pilot === undefined ? {} : { pilot: plan.pilot }),
    unit: unitOfCycle(cycleId),
    procedure,
    ...(limitWorkingDays === undefined ? {} : { limitWorkingDays }),
    timeZone: calendar.timeZone,
    calendar: calendar.id,
    seed,
    cases,
    alpha: ALPHA,
    leastValues: LEAST_VALUES,
  };
}

/**
 * Faults here are repaired from outside (a procedure that was not put yet, a worker older than the plan), so they are
 * retried and never end a cycle. A limit that is missing is no fault: its indicator then has too few data.
 */
async function procedureOf({ procedure: id }: CheckInput, { procedures }: Organisation): Promise<Procedure> {
  const procedure = (await procedures.get(id))?.value;
  if (procedure === undefined) throw new Error(`there is no procedure ${id}`);
  return procedure;
}

async function requestOf(input: CheckInput, procedure: Procedure, organisation: Organisation): Promise<CheckRequest> {
  const { plan, doBeganAt, checkOpenedAt } = input;
  for (const indicator of plan.indicators ?? []) demandAggregation(indicator);
  const calendar = await calendarOf(organisation, { unit: procedure.unit, procedure: input.procedure });
  const day = (at: Instant): string => localDateOf(at, calendar.timeZone);
  const { limitWorkingDays } = procedure;
  return {
    plan,
    windows: windowsOf(plan, day(doBeganAt), day(checkOpenedAt)),
    calendar,
    seed: input.cycleId,
    ...(limitWorkingDays === undefined ? {} : { limitWorkingDays }),
  };
}

function demandAggregation({ indicator, aggregation = '' }: PlanIndicator): void {
  if (indicator === undefined && findAggregation(aggregation) === undefined)
    throw new Error(`there is no aggregation ${aggregation}`);
}

type Reading = { readonly cases: Cases; readonly beat: () => void };

/** How many cases were read; none where every indicator is the library's. */
async function readInto(check: Check, procedure: string, request: CheckRequest, reading: Reading): Promise<number> {
  const { pilot, indicators = [] } = request.plan;
  if (indicators.length > 0 && indicators.every(({ indicator }) => indicator !== undefined)) return 0;
  const filter = pilot?.control === undefined ? pilot?.filter : undefined;
  let read = 0;
  for await (const fact of reading.cases.stream(procedure, casesToRead(request), filter)) {
    check.add(fact);
    read += 1;
    if (read % CASES_PER_BEAT === 0) reading.beat();
  }
  reading.beat();
  return read;
}
