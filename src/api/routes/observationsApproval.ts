import { z } from 'zod';
import type { StoredIndicator } from '../../activities/indicators.ports';
import { placeOf, withUnitsBelow } from '../../domain/access/place';
import { closedBy } from '../../domain/indicators/entryClosed';
import type { Approval, Figure } from '../../domain/indicators/facts';
import { PeriodText } from '../../domain/indicators/indicator.schema';
import { Id } from '../../domain/shared/ids.schema';
import { afterOf, keptPage, pageQuery } from '../http/cursor';
import { route } from '../http/route';
import type { Answer, Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import type { ProblemCode } from '../problems/table';
import { allowIn, demandIndicator, ownerTie } from './observationsFacts';
import { TAG } from './observations';
import { observationExample, ObservationView } from './observationsViews';
import { pageOfItems } from './views';

const Reason = z.string().trim().min(1).max(4000);
const Which = { unit: Id, period: PeriodText, version: z.number().int().min(1) };
const PROBLEMS: readonly ProblemCode[] = [
  ...(['NOT_FOUND', 'NO_SUCH_OBSERVATION', 'OBSERVATION_IS_NOT_WAITING', 'YOU_ENTERED_THIS'] as const),
  'PERIOD_IS_CLOSED',
];
const common = {
  method: 'post',
  tag: TAG,
  action: 'observation.approve',
  params: z.object({ indicator: Id }),
  problems: PROBLEMS,
} as const;

const approve = route({
  ...common,
  path: '/v1/indicators/{indicator}/observations/approve',
  id: 'approveObservation',
  summary: 'Approve a figure that somebody else entered',
  description: 'From then on it counts. `version` names what was looked at: a later version has to be looked at anew.',
  body: z.object({ ...Which, reason: Reason.optional() }).strict(),
  bodyExample: { unit: 'dkkd', period: '2026-03', version: 2 },
  responses: {
    200: { description: 'Approved', schema: ObservationView, headers: ['ETag'], example: observationExample },
  },
  handle: ({ params, body }, context) => decided(params.indicator, { ...body, state: 'approved' }, context),
});

const reject = route({
  ...common,
  path: '/v1/indicators/{indicator}/observations/reject',
  id: 'rejectObservation',
  summary: 'Reject a figure that somebody else entered, with a reason',
  description: 'What counted before it counts on; a correction may be entered.',
  body: z.object({ ...Which, reason: Reason }).strict(),
  bodyExample: { unit: 'dkkd', period: '2026-03', version: 2, reason: 'Chưa khớp với sổ tiếp nhận' },
  responses: { 200: { description: 'Rejected', schema: ObservationView, headers: ['ETag'] } },
  handle: ({ params, body }, context) => decided(params.indicator, { ...body, state: 'rejected' }, context),
});

type Decision = {
  readonly unit: string;
  readonly period: string;
  readonly version: number;
  readonly reason?: string | undefined;
  readonly state: 'approved' | 'rejected';
};

async function decided(indicator: string, decision: Decision, context: Context): Promise<Answer> {
  const { deps, person, at } = context;
  const { unit, period, version, reason, state } = decision;
  const stored = await demandIndicator(indicator, 'observation.approve', context);
  await allowIn([unit], stored, { action: 'observation.approve', context });
  const key = { indicator, unit, period };
  const versions = await deps.figures.versions(key);
  const figure = versions.find((one) => one.version === version);
  if (figure === undefined) throw new ProblemError('NO_SUCH_OBSERVATION', { params: { unit, period, version } });
  if (alreadySo(figure, state, person.id)) return answerOf(figure, stored, context);
  const current = versions.length;
  if (figure.approval?.state !== 'waiting' || version !== current)
    throw new ProblemError('OBSERVATION_IS_NOT_WAITING', { params: { current } });
  if (figure.by === person.id) throw new ProblemError('YOU_ENTERED_THIS');
  await demandOpen(unit, period, context);
  const approval: Approval = { state, by: person.id, at, ...(reason !== undefined && { reason }) };
  if (!(await deps.figures.decideApproval({ ...key, version }, approval)))
    throw new ProblemError('OBSERVATION_IS_NOT_WAITING', { params: { current } });
  return answerOf({ ...figure, approval }, stored, context);
}

/** The same decision again by the same person: the answer to the first one was lost. */
const alreadySo = ({ approval }: Figure, state: Decision['state'], by: string): boolean =>
  approval?.state === state && approval.by === by;

async function answerOf(figure: Figure, { id }: StoredIndicator, { deps }: Context): Promise<Answer> {
  await deps.onIndicatorChange({ kind: 'figures', indicators: [id] });
  return { status: 200, body: figure, version: figure.version };
}

/** What a closed period was closed with does not change by a late approval. */
async function demandOpen(unit: string, period: string, { deps }: Context): Promise<void> {
  const place = placeOf(await deps.organisation.allUnits(), unit);
  const closing = closedBy(await deps.closings.of(place), place, period);
  if (closing === undefined) return;
  const params = { unit: closing.unit, period, closed: closing.period, closedAt: closing.closedAt };
  throw new ProblemError('PERIOD_IS_CLOSED', { params });
}

const waiting = route({
  method: 'get',
  path: '/v1/observations/waiting',
  id: 'listWaitingObservations',
  tag: TAG,
  summary: 'Figures that wait for a second person and that you may decide on',
  action: 'observation.approve',
  query: z
    .object({ ...pageQuery, unit: Id.optional().describe('With all units below it; default: everywhere you may') })
    .strict(),
  responses: {
    200: { description: 'Figures', schema: pageOfItems(ObservationView), headers: ['Link', 'ETag'] },
  },
  problems: ['UNKNOWN_UNIT'],
  handle: async ({ query: { unit, cursor, limit } }, context) => {
    const { deps, person } = context;
    const tree = await deps.organisation.allUnits();
    const units = unit === undefined ? tree.map(({ id }) => id) : withUnitsBelow(tree, unit);
    await context.may('observation.approve', unit === undefined ? {} : { unit });
    if (units.length === 0 && unit !== undefined) throw new ProblemError('UNKNOWN_UNIT', { params: { id: unit } });
    const ties = new Map<string, readonly 'owner'[]>();
    const tie = async (indicator: string): Promise<readonly 'owner'[]> => {
      const stored = ties.has(indicator) ? undefined : await deps.indicators.get(indicator);
      if (stored !== undefined) ties.set(indicator, await ownerTie(stored, context));
      return ties.get(indicator) ?? [];
    };
    const page = {
      after: afterOf(cursor),
      limit,
      keyOf: (one: Figure) => `${one.indicator}|${one.unit}|${one.period}|${one.version}`,
    };
    const mine = async (one: Figure) =>
      one.by !== person.id &&
      (await context.may('observation.approve', { unit: one.unit, relations: await tie(one.indicator) }));
    const read = (after: string | undefined, most: number) => deps.figures.waiting(units, after, most);
    return { status: 200, body: await keptPage(read, page, mine) };
  },
});

export const observationApprovalRoutes = [approve, reject, waiting];
