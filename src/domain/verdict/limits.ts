import type { MeasureContext } from '../cases/aggregations/aggregation';
import { leadTimeDays, MS_PER_DAY } from '../cases/aggregations/duration';
import { measureContext, type MeasureRequest } from '../cases/aggregations/rows';
import { DEFAULT_LIMIT_DAYS } from '../cases/aggregations/shareWithinDays';
import type { CaseFact } from '../cases/case';
import { periodIndex, periodTable } from '../cases/periods';
import { pileUp, type PileUp } from '../indicators/gaming/pileUp';
import { Sample } from '../statistics/sample';
import type { Window } from './windows';

/** How long before its limit a case ended, in days of the kind the limit has; negative: after it. */
type Distance = (fact: CaseFact, context: MeasureContext) => number | undefined;

/** Farther from its limit than that no bin looks. */
const REACH = 12;
const WEEK_DAYS = 7;
const WEEK_WORKING_DAYS = 5;

const withinDays: Distance = (fact, { parameters, limitWorkingDays }) => {
  const days = leadTimeDays(fact, parameters.net);
  return days === undefined ? undefined : (parameters.days ?? limitWorkingDays ?? DEFAULT_LIMIT_DAYS) - days;
};

/** Working days left on the day of the decision; 0: decided on the last one. */
const withinWorkingDays: Distance = ({ receivedAt, decidedAt }, { parameters, limitWorkingDays, clock }) => {
  const limit = parameters.days ?? limitWorkingDays;
  if (decidedAt === undefined || limit === undefined || clock.dueDay === undefined) return undefined;
  const [from, to] = [clock.localDay(receivedAt), clock.localDay(decidedAt)];
  for (let used = Math.max(1, limit - REACH); used <= limit + REACH; used += 1)
    if (to <= clock.dueDay(from, used)) return limit - used;
  return undefined;
};

const byDeadline: Distance = (fact, context) => {
  const { decidedAt, dueAt } = fact;
  if (decidedAt === undefined) return undefined;
  return dueAt === undefined ? withinWorkingDays(fact, context) : (dueAt - decidedAt) / MS_PER_DAY;
};

type Limited = { readonly distance: Distance; readonly week: number; readonly limit: (c: MeasureContext) => number };
const own = ({ parameters, limitWorkingDays }: MeasureContext): number =>
  parameters.days ?? limitWorkingDays ?? DEFAULT_LIMIT_DAYS;

/** Aggregations that hold cases to a limit. */
const LIMITS: Readonly<Partial<Record<string, Limited>>> = {
  'share-within-days': { distance: withinDays, week: WEEK_DAYS, limit: own },
  'share-within-working-days': { distance: withinWorkingDays, week: WEEK_WORKING_DAYS, limit: own },
  'share-by-deadline': { distance: byDeadline, week: WEEK_DAYS, limit: () => 0 },
};

export type LimitCollector = { readonly add: (fact: CaseFact) => void; readonly pileUp: () => PileUp | undefined };

/** Takes cases in any order and says whether those received in the window pile up inside the limit. `undefined`: no limit. */
export function limitCollector(key: string, request: MeasureRequest, window: Window): LimitCollector | undefined {
  const limited = LIMITS[key];
  if (limited === undefined) return undefined;
  const context = measureContext(request);
  const table = periodTable(window, request.timeZone);
  const distances = new Sample();
  return {
    add: (fact) => {
      if (table.labels.length === 0 || periodIndex(table, fact.receivedAt) !== 0) return;
      const distance = limited.distance(fact, context);
      if (distance !== undefined && Math.abs(distance) <= REACH) distances.add(distance);
    },
    pileUp: () => pileUp(distances.values(), { limit: limited.limit(context), week: limited.week }),
  };
}
