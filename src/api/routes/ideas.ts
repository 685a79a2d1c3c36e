import { z } from 'zod';
import type { IdeaOutcome, IdeaRow } from '../../activities/ideas.ports';
import { placeOfIdea } from '../../activities/ideas.ports';
import { withUnitsBelow } from '../../domain/access/place';
import type { IdeaFacts } from '../../domain/ideas/decide';
import { IdeaCommand, IdeaProposal } from '../../domain/ideas/idea.schema';
import { IDEA_STAGES, stageOf } from '../../domain/ideas/points';
import { Id } from '../../domain/shared/ids.schema';
import { afterOf, keptPage, pageOf, pageQuery } from '../http/cursor';
import { seenVersion } from '../http/preconditions';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { ProblemError, problemOf } from '../problems/problem';
import { evidenceFor, IdeaParams, ideaThere, placedIdea, readerOf, shownIdeas, TAG } from './ideaReading';
import { eventShown, IdeaView } from './ideaViews';
import { EventView, pageOfItems } from './views';

export const COMMAND_PROBLEMS = [
  ...['NO_SUCH_IDEA', 'CHANGED_MEANWHILE', 'IDEA_NOT_IN_THIS_STATE', 'IDEA_IS_NOT_YOURS', 'IDEA_IS_YOUR_OWN'],
  ...['IDEA_CANNOT_BE_MERGED_THERE', 'IDEA_NEEDS_A_CYCLE', 'CYCLE_CAME_FROM_ANOTHER_IDEA'],
  ...['CYCLE_IS_OLDER_THAN_THE_IDEA', 'SPREAD_IS_OF_ANOTHER_UNIT', 'CONTRIBUTOR_NAMED_TWICE'],
  ...['CONTRIBUTOR_LEFT_OUT', 'SHARES_ARE_NOT_THE_WHOLE', 'UNKNOWN_PERSON'],
] as const;

const propose = route({
  method: 'post',
  path: '/v1/ideas',
  id: 'proposeIdea',
  tag: TAG,
  summary: 'Propose an idea',
  description: 'Two sentences are enough. A lead answers within the working days that the setting of the points says.',
  action: 'idea.propose',
  body: IdeaProposal,
  bodyExample: {
    title: 'Bảng kiểm tra hồ sơ tại quầy',
    text: 'Một bảng kiểm tra ngắn giúp người dân nộp đủ giấy tờ ngay lần đầu.',
  },
  responses: { 201: { description: 'The idea', schema: IdeaView, headers: ['Location', 'ETag'] } },
  problems: [
    ...['UNKNOWN_UNIT', 'UNKNOWN_PROCEDURE', 'UNKNOWN_PERSON', 'CONTRIBUTOR_NAMED_TWICE'],
    ...['CONTRIBUTOR_LEFT_OUT', 'SHARES_ARE_NOT_THE_WHOLE', 'NO_SUCH_IDEA'],
  ] as const,
  handle: async ({ body }, context) => {
    const { deps, allow, person, commandId } = context;
    await allow('idea.propose', { unit: body.unit ?? person.unit });
    const id = `idea-${commandId.replaceAll('-', '').slice(0, 16)}`;
    const made = { id, ...(await placedIdea(body, context)) };
    const outcome = await deps.ideaCommands.propose(body, made, { by: person.id, commandId });
    return { ...(await answered(id, outcome, context)), status: 201, location: `/v1/ideas/${id}` };
  },
});

const list = route({
  method: 'get',
  path: '/v1/ideas',
  id: 'listIdeas',
  tag: TAG,
  summary: 'Ideas, newest first',
  action: 'idea.read',
  query: z
    .object({
      unit: Id.optional().describe('With the units below it'),
      stage: z.enum(IDEA_STAGES).optional(),
      mine: z.enum(['true', 'false']).optional().describe('Only those I contributed to'),
      ...pageQuery,
    })
    .strict(),
  responses: { 200: { description: 'Ideas', schema: pageOfItems(IdeaView), headers: ['Link', 'ETag'] } },
  problems: ['INVALID_CURSOR'],
  handle: async ({ query: { unit, stage, mine, cursor, limit } }, context) => {
    const { deps, allow, person } = context;
    await allow('idea.read', { unit: unit ?? person.unit });
    const units = unit === undefined ? undefined : withUnitsBelow(await deps.organisation.allUnits(), unit);
    const filter = { ...(units && { units }), ...(mine === 'true' && { person: person.id }) };
    const stages = new Map<string, string>();
    const page = await keptPage<IdeaRow>(
      async (after, most) => {
        const rows = await deps.ideas.list({ ...filter, ...(after && { after }), limit: most });
        const evidence = await evidenceFor(rows, context);
        for (const row of rows) stages.set(row.id, stageOf(row.idea, evidence.get(row.id) ?? []));
        return rows;
      },
      { after: afterOf(cursor), limit, keyOf: placeOfIdea },
      ({ id, idea }) => {
        const named = mine !== 'true' || !idea.anonymous || idea.proposedBy === person.id;
        return named && (stage === undefined || stages.get(id) === stage);
      },
    );
    return { status: 200, body: { ...page, items: await shownIdeas(page.items, context) } };
  },
});

const get = route({
  method: 'get',
  path: '/v1/ideas/{id}',
  id: 'getIdea',
  tag: TAG,
  summary: 'An idea with its evidence and points',
  action: 'idea.read',
  params: IdeaParams,
  responses: { 200: { description: 'The idea', schema: IdeaView, headers: ['ETag'] } },
  problems: ['NO_SUCH_IDEA'],
  handle: async ({ params: { id } }, context) => {
    const row = await ideaThere(id, context);
    const [body] = await shownIdeas([row], context);
    return { status: 200, body, version: row.version };
  },
});

const events = route({
  method: 'get',
  path: '/v1/ideas/{id}/events',
  id: 'listIdeaEvents',
  tag: TAG,
  summary: 'Everything that happened to an idea, in order',
  action: 'idea.read',
  params: IdeaParams,
  query: z.object(pageQuery).strict(),
  responses: { 200: { description: 'Events', schema: pageOfItems(EventView), headers: ['Link', 'ETag'] } },
  problems: ['NO_SUCH_IDEA', 'INVALID_CURSOR'],
  handle: async ({ params: { id }, query: { cursor, limit } }, context) => {
    const row = await ideaThere(id, context);
    const after = Number(afterOf(cursor) ?? 0);
    if (!Number.isSafeInteger(after)) throw new ProblemError('INVALID_CURSOR');
    const reader = await readerOf(row, context);
    const page = pageOf(await context.deps.ideas.read(id, after, limit + 1), limit, ({ sequence }) => `${sequence}`);
    const items = page.items.map((link) => ({ ...link, event: eventShown(link.event, row.idea, reader) }));
    return { status: 200, body: { ...page, items } };
  },
});

const command = route({
  method: 'post',
  path: '/v1/ideas/{id}/commands',
  id: 'commandIdea',
  tag: TAG,
  summary: 'Support, comment, answer, revise, merge or withdraw an idea; link its evidence; agree on shares',
  description: 'Answers when the events are stored. With `If-Match` only on the version you saw (412).',
  action: ['idea.propose', 'idea.answer'],
  params: IdeaParams,
  body: IdeaCommand,
  bodyExample: { type: 'SupportIdea' },
  responses: { 200: { description: 'The idea after the command', schema: IdeaView, headers: ['ETag'] } },
  problems: COMMAND_PROBLEMS,
  handle: async ({ params: { id }, body }, context) => ordered(await ideaThere(id, context), body, context),
});

const BY_WHO_ANSWERS: readonly IdeaCommand['type'][] = ['AnswerIdea', 'LinkCycle', 'NoteSpread'];

/** Carries a command out for whoever may. @throws ProblemError of its refusal */
export async function ordered({ id, idea, version }: IdeaRow, order: IdeaCommand, context: Context) {
  const { deps, allow, person, commandId, ifMatch } = context;
  await allow(BY_WHO_ANSWERS.includes(order.type) ? 'idea.answer' : 'idea.propose', { unit: idea.unit });
  if (order.type === 'AgreeShares') await demandKnown(order.contributors, context);
  const facts = await factsOf(id, order, context);
  const expected = seenVersion(ifMatch, version);
  const outcome = await deps.ideaCommands.command(id, { command: order, by: person.id, commandId, expected, facts });
  return { ...(await answered(id, outcome, context)), status: 200 as const };
}

async function demandKnown(shares: readonly { readonly person: string }[], { deps }: Context): Promise<void> {
  const known = new Set((await deps.organisation.peopleById(shares.map((one) => one.person))).map(({ id }) => id));
  const stranger = shares.find((one) => !known.has(one.person))?.person;
  if (stranger !== undefined)
    throw new ProblemError('UNKNOWN_PERSON', { field: '/contributors', params: { id: stranger } });
}

async function factsOf(id: string, order: IdeaCommand, { deps }: Context): Promise<IdeaFacts> {
  const named = order.type === 'LinkCycle' ? order.cycle : order.type === 'NoteSpread' ? order.evidence : undefined;
  if (named === undefined) return {};
  const [row, belongsTo] = await Promise.all([deps.cycles.get(named), deps.ideas.ideaOfCycle(named)]);
  return {
    ...(row !== undefined && { cycle: { id: named, unit: row.cycle.unit, launchedAt: row.cycle.launchedAt } }),
    ...(belongsTo !== undefined && belongsTo !== id && { cycleBelongsTo: belongsTo }),
  };
}

async function answered(id: string, outcome: IdeaOutcome, context: Context) {
  if (!outcome.ok) throw problemOf(outcome.refusal);
  const { idea, version } = outcome;
  const [body] = await shownIdeas([{ id, idea, version }], context);
  return { body, version };
}

export const ideaRoutes = [propose, list, get, events, command];
