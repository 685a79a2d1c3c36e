import { z } from 'zod';
import type { ProgrammeFigure } from '../../activities/programmes.ports';
import { closedBy } from '../../domain/indicators/entryClosed';
import { placeOf } from '../../domain/access/place';
import { PeriodText } from '../../domain/indicators/indicator.schema';
import { Figure } from '../../domain/scoring/scoring.schema';
import { Id, IsoInstant } from '../../domain/shared/ids.schema';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';

const View = z.object({
  programme: Id,
  unit: Id,
  figure: Id,
  period: PeriodText,
  amount: z.number(),
  version: z.number().int().min(1),
  by: z.string(),
  recordedAt: IsoInstant,
  reason: z.string().optional(),
});
const example = { amount: 1_250_000_000 };

const put = route({
  method: 'put',
  path: '/v1/programmes/{programme}/figures/{figure}/{period}',
  id: 'putProgrammeFigure',
  tag: 'Programmes',
  summary: "Record or correct an amount of a programme's books",
  description:
    'Amounts are of one unit and one period, which may be a month, a quarter or a year; longer periods are summed from ' +
    'shorter ones where they have no amount of their own. A correction needs a reason; every version stays.',
  action: 'programme.edit',
  params: z.object({ programme: Id, figure: Id, period: PeriodText }),
  query: z.object({ unit: Id.optional().describe('Default is your own') }).strict(),
  body: z.object({ amount: Figure, reason: z.string().trim().min(1).max(4000).optional() }).strict(),
  bodyExample: example,
  responses: {
    200: { description: 'The amount, corrected (or unchanged)', schema: View, headers: ['ETag'] },
    201: { description: 'The amount, recorded', schema: View, headers: ['ETag'] },
  },
  problems: ['UNKNOWN_UNIT', 'REASON_NEEDED', 'PERIOD_IS_CLOSED', 'CHANGED_MEANWHILE'],
  handle: async ({ params, query, body }, context) => {
    const unit = query.unit ?? context.person.unit;
    await context.allow('programme.edit', { unit });
    const recorded = await recordAmount({ ...params, unit, ...body }, context);
    // Also where it was there already: the request that recorded it may have died before it told anyone.
    await toldOf(params.programme, context);
    const status = recorded.isNew && recorded.amount.version === 1 ? 201 : 200;
    return { status, body: recorded.amount, version: recorded.amount.version };
  },
});

type Recording = Pick<ProgrammeFigure, 'programme' | 'unit' | 'figure' | 'period' | 'amount'> & {
  readonly reason?: string | undefined;
};

/** Stores nothing where the amount is the same. @throws ProblemError PERIOD_IS_CLOSED, REASON_NEEDED, CHANGED_MEANWHILE … */
export async function recordAmount(
  { reason, ...asked }: Recording,
  context: Context,
): Promise<{ readonly amount: ProgrammeFigure; readonly isNew: boolean }> {
  const { deps, person, at } = context;
  const { programme, unit, figure, period } = asked;
  const before = (await deps.programmeFigures.versions(programme, unit, figure, period)).at(-1);
  if (before?.amount === asked.amount) return { amount: before, isNew: false };
  await demandOpen(unit, period, context);
  if (before !== undefined && reason === undefined) throw reasonNeeded(before);
  const version = (before?.version ?? 0) + 1;
  const amount = { ...asked, ...(reason !== undefined && { reason }), version, by: person.id, recordedAt: at };
  if (!(await deps.programmeFigures.record(amount)))
    throw new ProblemError('CHANGED_MEANWHILE', { params: { current: version } });
  return { amount, isNew: true };
}

const reasonNeeded = ({ unit, period, version, amount }: ProgrammeFigure): ProblemError =>
  new ProblemError('REASON_NEEDED', { field: '/reason', params: { unit, period, version, before: amount } });

async function demandOpen(unit: string, period: string, { deps }: Context): Promise<void> {
  const place = placeOf(await deps.organisation.allUnits(), unit);
  if (place.length === 0) throw new ProblemError('UNKNOWN_UNIT', { params: { id: unit } });
  const closing = closedBy(await deps.closings.of(place), place, period);
  if (closing === undefined) return;
  const { closedAt } = closing;
  const params = { unit: closing.unit, period, closed: closing.period, closedAt };
  throw new ProblemError('PERIOD_IS_CLOSED', { params });
}

/** Indicators that read this programme are computed again. */
export async function toldOf(programme: string, { deps }: Context): Promise<void> {
  for await (const { id, definitions } of deps.indicators.all()) {
    const reads = definitions.some(
      ({ definition: { source } }) => source.type === 'programme' && source.programme === programme,
    );
    if (reads) await deps.onIndicatorChange({ kind: 'figures', indicators: [id] });
  }
}

const list = route({
  method: 'get',
  path: '/v1/programmes/{programme}/figures',
  id: 'listProgrammeFigures',
  tag: 'Programmes',
  summary: "The latest amounts of a programme's books",
  action: 'programme.read',
  params: z.object({ programme: Id }),
  query: z.object({ from: PeriodText.optional(), to: PeriodText.optional() }).strict(),
  responses: {
    200: {
      description: 'Amounts you may read, by period',
      schema: z.object({ items: z.array(View) }),
      headers: ['ETag'],
    },
  },
  handle: async ({ params: { programme }, query }, context) => {
    await context.may('programme.read');
    const items: ProgrammeFigure[] = [];
    for (const one of await context.deps.programmeFigures.list(programme, query))
      if (await context.may('programme.read', { unit: one.unit })) items.push(one);
    return { status: 200, body: { items } };
  },
});

export const programmeFigureRoutes = [put, list];
