import { z } from 'zod';
import { placeOf, withUnitsBelow } from '../../domain/access/place';
import { closedBy, liesWithin } from '../../domain/indicators/entryClosed';
import type { Closing, Figure } from '../../domain/indicators/facts';
import { PeriodText } from '../../domain/indicators/indicator.schema';
import { firstDayOf } from '../../domain/indicators/period';
import { Id, IsoInstant } from '../../domain/shared/ids.schema';
import { afterOf, pageOf, pageQuery } from '../http/cursor';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import { todayIn } from './observationsFacts';
import { pageOfItems } from './views';

const TAG = 'Indicators';
const Text = z.string().trim().min(1).max(4000);
const Params = z.object({ unit: Id, period: PeriodText });

export const ClosingView = z
  .object({
    unit: Id.describe('Closed with all units below it'),
    period: z.string(),
    closedAt: IsoInstant.describe('The period is read as it was known then'),
    by: z.string(),
    note: z.string().optional(),
    reopenedAt: IsoInstant.optional(),
    reopenedBy: z.string().optional(),
    reason: z.string().optional().describe('Why it was reopened'),
  })
  .meta({ id: 'Closing' });
const example = { unit: 'so-kh-dt', period: '2026-Q1', closedAt: '2026-04-10T09:00:00.000Z', by: 'truong' };

const close = route({
  method: 'post',
  path: '/v1/units/{unit}/periods/{period}/close',
  id: 'closePeriod',
  tag: TAG,
  summary: 'Close a period of a unit and all units below it',
  description:
    'From then on it is read as it was known at this moment, and takes no figures; shorter periods within it are closed ' +
    'too. Figures that wait for approval stand in the way, unless `force` says that they shall not count.',
  action: 'period.close',
  params: Params,
  body: z
    .object({ note: Text.optional(), force: z.boolean().optional(), reason: Text.optional() })
    .strict()
    .refine(({ force, reason }) => force !== true || reason !== undefined, {
      message: 'with force give a reason',
      path: ['reason'],
    }),
  bodyExample: { note: 'Số liệu quý I đã đối chiếu' },
  responses: { 201: { description: 'Closed', schema: ClosingView, example } },
  problems: ['UNKNOWN_UNIT', 'PERIOD_HAS_NOT_BEGUN', 'PERIOD_IS_CLOSED_ALREADY', 'PERIOD_HAS_WAITING_OBSERVATIONS'],
  handle: async ({ params: { unit, period }, body: { note, force, reason } }, context) => {
    const { deps, person } = context;
    await context.allow('period.close', { unit });
    await demandClosable(unit, period, context);
    if (force !== true) await demandNothingWaits(unit, period, context);
    await deps.beforeClosing(unit, period);
    const words = note ?? reason;
    const closing: Closing = {
      unit,
      period,
      closedAt: deps.now(),
      by: person.id,
      ...(words !== undefined && { note: words }),
    };
    if (!(await deps.closings.close(closing))) {
      const there = (await deps.closings.of([unit])).find((one) => one.period === period && !one.reopenedAt);
      throw alreadyClosed(there ?? closing);
    }
    await deps.onIndicatorChange({ kind: 'period', unit, period });
    return { status: 201, body: closing };
  },
});

const alreadyClosed = ({ unit, period, closedAt }: Closing): ProblemError =>
  new ProblemError('PERIOD_IS_CLOSED_ALREADY', { params: { unit, closed: period, closedAt } });

async function demandClosable(unit: string, period: string, context: Context): Promise<void> {
  const { deps } = context;
  const place = placeOf(await deps.organisation.allUnits(), unit);
  if (place.length === 0) throw new ProblemError('UNKNOWN_UNIT', { params: { id: unit } });
  const today = await todayIn(unit, context);
  if (firstDayOf(period) > today) throw new ProblemError('PERIOD_HAS_NOT_BEGUN', { params: { period, today } });
  const closing = closedBy(await deps.closings.of(place), place, period);
  if (closing !== undefined) throw alreadyClosed(closing);
}

const NAMED = 10;
const A_PORTION = 500;

async function demandNothingWaits(unit: string, period: string, { deps }: Context): Promise<void> {
  const units = withUnitsBelow(await deps.organisation.allUnits(), unit);
  const found: Figure[] = [];
  for (let after: string | undefined; ;) {
    const portion = await deps.figures.waiting(units, after, A_PORTION);
    found.push(...portion.filter((one) => liesWithin(one.period, period)));
    const last = portion.at(-1);
    if (last === undefined || portion.length < A_PORTION) break;
    after = `${last.indicator}|${last.unit}|${last.period}|${last.version}`;
  }
  if (found.length === 0) return;
  const waiting = found.slice(0, NAMED).map((one) => `${one.indicator} ${one.unit} ${one.period}`);
  const params = { count: found.length, waiting: found.length > NAMED ? [...waiting, '…'] : waiting };
  throw new ProblemError('PERIOD_HAS_WAITING_OBSERVATIONS', { params });
}

const reopen = route({
  method: 'post',
  path: '/v1/units/{unit}/periods/{period}/reopen',
  id: 'reopenPeriod',
  tag: TAG,
  summary: 'Reopen a closed period, with a reason',
  description: 'It takes figures again and is read as it is known now, until it is closed anew.',
  action: 'period.reopen',
  params: Params,
  body: z.object({ reason: Text }).strict(),
  bodyExample: { reason: 'Đính chính số hồ sơ tháng 2 sau thanh tra' },
  responses: { 200: { description: 'Reopened', schema: ClosingView, example } },
  problems: ['PERIOD_IS_NOT_CLOSED', 'PERIOD_IS_CLOSED_WITH_ANOTHER'],
  handle: async ({ params: { unit, period }, body: { reason } }, context) => {
    const { deps, person, at } = context;
    await context.allow('period.reopen', { unit });
    if (!(await deps.closings.reopen({ unit, period }, { at, by: person.id, reason })))
      throw await notClosedItself({ unit, period }, context);
    await deps.onIndicatorChange({ kind: 'period', unit, period });
    const closings = (await deps.closings.of([unit])).filter((one) => one.period === period);
    return { status: 200, body: closings.findLast((one) => one.reopenedAt === at) ?? closings.at(-1) };
  },
});

/** It may be closed by a longer period, or by a unit above: then that one has to be reopened. */
async function notClosedItself({ unit, period }: Pick<Closing, 'unit' | 'period'>, { deps }: Context) {
  const place = placeOf(await deps.organisation.allUnits(), unit);
  const other = closedBy(await deps.closings.of(place), place, period);
  if (other === undefined) return new ProblemError('PERIOD_IS_NOT_CLOSED', { params: { unit, period } });
  const params = { unit, period, closed: other.period, by: other.unit };
  return new ProblemError('PERIOD_IS_CLOSED_WITH_ANOTHER', { params });
}

const list = route({
  method: 'get',
  path: '/v1/units/{unit}/periods',
  id: 'listClosings',
  tag: TAG,
  summary: 'What was closed and reopened for a unit: its own closings and those of units above it',
  action: 'period.read',
  params: z.object({ unit: Id }),
  query: z.object(pageQuery).strict(),
  responses: { 200: { description: 'Oldest first', schema: pageOfItems(ClosingView), headers: ['Link', 'ETag'] } },
  problems: ['UNKNOWN_UNIT'],
  handle: async ({ params: { unit }, query: { cursor, limit } }, context) => {
    await context.allow('period.read', { unit });
    const place = placeOf(await context.deps.organisation.allUnits(), unit);
    if (place.length === 0) throw new ProblemError('UNKNOWN_UNIT', { params: { id: unit } });
    const after = afterOf(cursor);
    const closings = await context.deps.closings.of(place);
    const start = after === undefined ? 0 : closings.findIndex((one) => placeInList(one) === after) + 1;
    return { status: 200, body: pageOf(closings.slice(start, start + limit + 1), limit, placeInList) };
  },
});

const placeInList = ({ unit, period, closedAt }: Closing): string => `${closedAt}|${unit}|${period}`;

export const periodRoutes = [close, reopen, list];
