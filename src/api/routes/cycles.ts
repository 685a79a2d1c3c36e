import { z } from 'zod';
import type { CycleRow, Recorded } from '../../activities/ports';
import type { Action } from '../../domain/access/actions';
import { relationsToCycle } from '../../domain/access/relations';
import { CycleCommand, LaunchCycle } from '../../domain/cycle/cycle.schema';
import type { CycleEvent } from '../../domain/cycle/events';
import type { Cycle } from '../../domain/cycle/state';
import { verifyChain } from '../../domain/shared/chain';
import { afterOf, pageOf, pageQuery } from '../http/cursor';
import { seenVersion } from '../http/preconditions';
import { route } from '../http/route';
import type { Context } from '../http/route';
import type { CycleOutcome } from '../ports';
import { ProblemError, problemOf } from '../problems/problem';
import { sha256 } from '../sha256';
import * as examples from './examples';
import { actingFor } from './standing';
import { ChainView, CycleView, EventView, pageOfItems } from './views';

export const CycleParams = z.object({
  id: z
    .string()
    .regex(/^[\p{L}\p{N}._~-]{1,300}$/u, 'the id of a cycle, as `POST /v1/cycles` answered it')
    .describe('`<unit>~<procedure>~<no>`'),
});

const launch = route({
  method: 'post',
  path: '/v1/cycles',
  id: 'launchCycle',
  tag: 'Cycles',
  summary: 'Launch an improvement cycle for a procedure',
  description: 'The plan may still be incomplete: the gate asks for what is missing when it is to be approved.',
  action: 'cycle.launch',
  body: LaunchCycle,
  bodyExample: examples.launch,
  responses: {
    201: { description: 'The cycle, in its plan phase', schema: CycleView, headers: ['Location', 'ETag'] },
  },
  problems: [
    'UNKNOWN_PROCEDURE',
    'UNKNOWN_UNIT',
    'UNKNOWN_PERSON',
    'UNKNOWN_INDICATOR',
    'CYCLE_ALREADY_OPEN',
    'NO_SUCH_AGGREGATION',
  ],
  handle: async ({ body }, context) => {
    const { deps, allow, commandId } = context;
    const unit = body.unit ?? (await deps.organisation.procedures.get(body.procedure))?.value.unit;
    await allow('cycle.launch', unit === undefined ? {} : { unit });
    const outcome = await deps.commands.launch(body, await actingFor(context), commandId);
    const { view, version } = viewOfOutcome(outcome);
    return { status: 201, body: view, version, location: `/v1/cycles/${encodeURIComponent(view.id)}` };
  },
});

const get = route({
  method: 'get',
  path: '/v1/cycles/{id}',
  id: 'getCycle',
  tag: 'Cycles',
  summary: 'A cycle as it stands now',
  action: 'cycle.read',
  params: CycleParams,
  responses: { 200: { description: 'The cycle', schema: CycleView, headers: ['ETag'] } },
  problems: ['NO_SUCH_CYCLE'],
  handle: async ({ params: { id } }, context) => {
    const row = await readable(id, 'cycle.read', context);
    return { status: 200, body: cycleView(row), version: row.version };
  },
});

const COMMAND_TYPES = CycleCommand.options.map((option) => option.shape.type.value);

const command = route({
  method: 'post',
  path: '/v1/cycles/{id}/commands',
  id: 'commandCycle',
  tag: 'Cycles',
  summary: 'Give a command to a cycle',
  description:
    'Answers when the events are stored: whoever gets 200 finds them in every list. With an `Idempotency-Key` a repeated ' +
    'command answers as the first time. With `If-Match` it is carried out only on the version you saw (412).',
  action: COMMAND_TYPES.map((type) => `cycle.command.${type}` as const),
  params: CycleParams,
  body: CycleCommand,
  bodyExample: examples.command,
  responses: { 200: { description: 'The cycle after the command', schema: CycleView, headers: ['ETag'] } },
  problems: [
    'NO_SUCH_CYCLE',
    'CHANGED_MEANWHILE',
    'NOT_IN_THIS_PHASE',
    'PLAN_IS_INCOMPLETE',
    'YOU_WROTE_THIS_PLAN',
    'ABSENT_PERSON_WROTE_THIS_PLAN',
    'CYCLE_IS_CLOSED',
  ],
  handle: async ({ params: { id }, body }, context) => {
    const row = await readable(id, `cycle.command.${body.type}`, context, countermeasureOf(body));
    if (body.type === 'ExpandChange' && body.unit !== undefined && body.unit !== row.cycle.unit)
      await context.allow('cycle.launch', { unit: body.unit });
    const by = await actingFor(context);
    const outcome = await context.deps.commands.command(
      id,
      body,
      by,
      context.commandId,
      seenVersion(context.ifMatch, row.version),
    );
    const { view, version } = viewOfOutcome(outcome);
    return { status: 200, body: view, version };
  },
});

const countermeasureOf = (body: CycleCommand): string | undefined =>
  body.type === 'ProgressCountermeasure' ? body.countermeasure : undefined;

const events = route({
  method: 'get',
  path: '/v1/cycles/{id}/events',
  id: 'listCycleEvents',
  tag: 'Cycles',
  summary: 'Everything that happened to a cycle, in order',
  action: 'cycle.read',
  params: CycleParams,
  query: z.object(pageQuery).strict(),
  responses: { 200: { description: 'Events', schema: pageOfItems(EventView), headers: ['Link', 'ETag'] } },
  problems: ['NO_SUCH_CYCLE', 'INVALID_CURSOR'],
  handle: async ({ params: { id }, query: { cursor, limit } }, context) => {
    const { cycle } = await readable(id, 'cycle.read', context);
    const after = Number(afterOf(cursor) ?? 0);
    if (!Number.isSafeInteger(after)) throw new ProblemError('INVALID_CURSOR');
    const found = await context.deps.events.read(cycle.id, after, limit + 1);
    return { status: 200, body: pageOf(found, limit, ({ sequence }) => `${sequence}`) };
  },
});

const verify = route({
  method: 'get',
  path: '/v1/cycles/{id}/events/verify',
  id: 'verifyCycleEvents',
  tag: 'Cycles',
  summary: 'Check the hash chain of a cycle',
  description: 'Every hash is computed again, and the chain must reach as far as the cycle has come.',
  action: 'cycle.read',
  params: CycleParams,
  responses: {
    200: {
      description: 'Whether the history is whole',
      schema: ChainView,
      example: { valid: true, events: 9, head: '5b3f…' },
    },
  },
  problems: ['NO_SUCH_CYCLE'],
  handle: async ({ params: { id } }, context) => {
    const { cycle, version } = await readable(id, 'cycle.read', context);
    const checked = await verifyChain(allEvents(context, cycle.id), sha256);
    const cut = checked.valid && checked.events < version;
    const { events: whole } = checked;
    const body = cut ? { valid: false, events: whole, brokenAt: whole + 1, reason: 'incomplete' } : checked;
    return { status: 200, body };
  },
});

const EVENTS_AT_ONCE = 500;
async function* allEvents({ deps }: Context, stream: string): AsyncGenerator<Recorded<CycleEvent>> {
  for (let after = 0; ; after += EVENTS_AT_ONCE) {
    const found = await deps.events.read(stream, after, EVENTS_AT_ONCE);
    yield* found;
    if (found.length < EVENTS_AT_ONCE) return;
  }
}

/** The cycle, when it is there and the person may do this with it. */
export async function readable(
  id: string,
  action: Action,
  context: Context,
  countermeasure?: string,
): Promise<CycleRow> {
  const row = await context.deps.cycles.get(id);
  if (row === undefined) {
    await context.allow('cycle.read', { relations: ['lead'] });
    throw new ProblemError('NO_SUCH_CYCLE', { params: { id } });
  }
  const relations = relationsToCycle(row.cycle, await actingFor(context), countermeasure);
  await context.allow(action, { unit: row.cycle.unit, relations });
  return row;
}

export const cycleView = ({ cycle, version, dueAt }: { cycle: Cycle; version: number; dueAt?: string }) => ({
  ...cycle,
  version,
  ...(dueAt !== undefined && { dueAt }),
});

function viewOfOutcome(outcome: CycleOutcome) {
  if (!outcome.ok) throw problemOf(outcome.refusal);
  return { view: cycleView(outcome), version: outcome.version };
}

export const cycleRoutes = [launch, get, command, events, verify];
