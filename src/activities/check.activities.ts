import { setImmediate as nextTurn } from 'node:timers/promises';
import { heartbeat } from '@temporalio/activity';
import { localDateOf } from '../domain/calendar/zone';
import { findAggregation } from '../domain/cases/aggregations/catalogue';
import type { DraftPlan } from '../domain/cycle/cycle.schema';
import type { CheckResult } from '../domain/cycle/verdict';
import type { Instant } from '../domain/shared/time';
import { casesToRead, openCheck, type Check, type CheckRequest } from '../domain/verdict/check';
import { windowsOf } from '../domain/verdict/windows';
import { calendarOf } from './officeCalendar';
import type { Cases, Clock, Organisation } from './ports';

export type CheckDeps = { readonly cases: Cases; readonly organisation: Organisation; readonly clock: Clock };

export type CheckInput = {
  readonly cycleId: string;
  readonly procedure: string;
  readonly plan: Pick<DraftPlan, 'indicators' | 'pilot' | 'baseline' | 'changeFrom' | 'changeTo'>;
  readonly doBeganAt: Instant;
  readonly checkOpenedAt: Instant;
};

export type CheckActivities = ReturnType<typeof checkActivities>;

/** Often enough for any heartbeat timeout, seldom enough to cost nothing. */
const CASES_PER_HEARTBEAT = 10_000;

/** What Check asks the world to do. */
export function checkActivities({ cases, organisation, clock }: CheckDeps) {
  return {
    /**
     * Compares every indicator of the plan before and after the change, in one pass over the procedure's cases, which are
     * streamed from the store and never travel through Temporal. The same cases give the same result.
     */
    async computeCheck(input: CheckInput): Promise<CheckResult> {
      const request = await requestOf(input, organisation);
      const check = openCheck(request);
      await readInto(check, input.procedure, request, cases);
      return { computedAt: clock.now(), window: request.windows, verdicts: await judged(check) };
    },
  };
}

/**
 * Faults here are repaired from outside (a procedure that was not put yet, a worker older than the plan), so they are
 * retried and never end a cycle. A limit that is missing is no fault: its indicator then has too few data.
 */
async function requestOf(input: CheckInput, organisation: Organisation): Promise<CheckRequest> {
  const { plan, doBeganAt, checkOpenedAt } = input;
  const procedure = (await organisation.procedures.get(input.procedure))?.value;
  if (procedure === undefined) throw new Error(`there is no procedure ${input.procedure}`);
  for (const { aggregation } of plan.indicators ?? []) {
    if (findAggregation(aggregation) === undefined) throw new Error(`there is no aggregation ${aggregation}`);
  }
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

async function readInto(check: Check, procedure: string, request: CheckRequest, cases: Cases): Promise<void> {
  const { pilot } = request.plan;
  const filter = pilot?.control === undefined ? pilot?.filter : undefined;
  let read = 0;
  for await (const fact of cases.stream(procedure, casesToRead(request), filter)) {
    check.add(fact);
    read += 1;
    if (read % CASES_PER_HEARTBEAT === 0) heartbeat(read);
  }
  heartbeat(read);
}

/** A verdict on a million cases takes seconds: a sign of life goes out after each. */
async function judged(check: Check): Promise<CheckResult['verdicts']> {
  const verdicts: CheckResult['verdicts'][number][] = [];
  for (const verdict of check.verdicts()) {
    verdicts.push(verdict);
    heartbeat(verdict.indicator);
    await nextTurn();
  }
  return verdicts;
}
