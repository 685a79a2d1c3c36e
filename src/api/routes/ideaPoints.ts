import { z } from 'zod';
import { localDateOf } from '../../domain/calendar/zone';
import { LaunchCycle } from '../../domain/cycle/cycle.schema';
import { IdeaPoints } from '../../domain/ideas/idea.schema';
import { pointsFor, pointsOf, total } from '../../domain/ideas/points';
import { pointSentence } from '../../domain/ideas/words';
import { inForceOn } from '../../domain/indicators/versions';
import { inWords } from '../../domain/shared/language';
import { Id } from '../../domain/shared/ids.schema';
import { expectedVersion } from '../http/preconditions';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import { demandEdit } from './documents';
import { evidenceFor, IdeaParams, ideaThere, POINTS, pointsAt, TAG } from './ideaReading';
import { COMMAND_PROBLEMS, ordered } from './ideas';
import { IdeaPointsInput, IdeaPointsView, IdeaView, InnovationView } from './ideaViews';

const IDEAS_OF_A_PERSON = 1000;

const cycle = route({
  method: 'post',
  path: '/v1/ideas/{id}/cycle',
  id: 'cycleOfIdea',
  tag: TAG,
  summary: 'Make a cycle of an idea',
  description:
    'Without `cycle`: what to send to `POST /v1/cycles`, filled from the idea; nothing is stored. With `cycle`: links the ' +
    'cycle that was launched, as the command LinkCycle does.',
  action: 'idea.answer',
  params: IdeaParams,
  body: z.object({ cycle: z.string().min(1).max(300).optional(), procedure: Id.optional() }).strict(),
  bodyExample: {},
  responses: {
    200: {
      description: 'A launch to send, or the idea with its cycle',
      schema: z.object({
        launch: LaunchCycle.omit({ procedure: true }).extend({ procedure: Id.optional() }).optional(),
        idea: IdeaView.optional(),
      }),
    },
  },
  problems: COMMAND_PROBLEMS,
  handle: async ({ params: { id }, body }, context) => {
    const row = await ideaThere(id, context);
    if (body.cycle !== undefined) {
      const linked = await ordered(row, { type: 'LinkCycle', cycle: body.cycle }, context);
      return { status: 200, body: { idea: linked.body } };
    }
    const { title, text, unit } = row.idea;
    await context.allow('idea.answer', { unit });
    const procedure = body.procedure ?? row.idea.procedure;
    const plan = { problem: text.slice(0, 4000), countermeasures: [{ key: 'idea', title: title.slice(0, 300) }] };
    return { status: 200, body: { launch: { ...(procedure !== undefined && { procedure }), unit, title, plan } } };
  },
});

const innovation = route({
  method: 'get',
  path: '/v1/people/{person}/innovation',
  id: 'getInnovation',
  tag: TAG,
  summary: 'The points of a person for ideas, each with what proves it',
  description: 'Computed from evidence alone; nobody can give points. Anonymous ideas are shown to the person only.',
  action: 'idea.innovation',
  params: z.object({ person: Id }),
  responses: { 200: { description: 'Points', schema: InnovationView } },
  problems: ['NOT_FOUND'],
  handle: async ({ params }, context) => {
    const { deps, allow, person, language } = context;
    const found = await deps.organisation.people.get(params.person);
    const self = params.person === person.id;
    await allow('idea.innovation', {
      ...(found !== undefined && { unit: found.value.unit }),
      relations: self ? ['self'] : [],
    });
    if (found === undefined) throw new ProblemError('NOT_FOUND', { params: { kind: 'person', id: params.person } });
    const all = await deps.ideas.list({ person: params.person, limit: IDEAS_OF_A_PERSON });
    const rows = all.filter(({ idea }) => self || !idea.anonymous);
    const [evidence, settings] = await Promise.all([evidenceFor(rows, context), pointsAt(context)]);
    const points = rows.flatMap(({ id, idea }) =>
      pointsFor(params.person, idea, pointsOf(idea, evidence.get(id) ?? [], settings)).map((one) => ({
        ...one,
        title: idea.title,
        explain: inWords(pointSentence(one), language),
      })),
    );
    const sorted = points.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
    return { status: 200, body: { person: params.person, total: total(points), assumption: true, points: sorted } };
  },
});

const getSettings = route({
  method: 'get',
  path: '/v1/settings/idea-points',
  id: 'getIdeaPoints',
  tag: TAG,
  summary: 'How many points there are for what, and how soon an idea is answered',
  action: 'idea.read',
  responses: { 200: { description: 'The setting in force today', schema: IdeaPointsView, headers: ['ETag'] } },
  handle: async (_input, context) => {
    await context.allow('idea.read', { unit: context.person.unit });
    return settingsAnswer(context);
  },
});

const putSettings = route({
  method: 'put',
  path: '/v1/settings/idea-points',
  id: 'putIdeaPoints',
  tag: TAG,
  summary: 'Change the points from a day on; what was earned before keeps its points',
  action: 'idea.points.edit',
  body: IdeaPointsInput,
  bodyExample: { improved: 10, reason: 'Theo quy chế sáng kiến của tỉnh' },
  responses: { 200: { description: 'The setting in force today', schema: IdeaPointsView, headers: ['ETag'] } },
  problems: ['CHANGED_MEANWHILE'],
  handle: async ({ body: { validFrom, reason, ...value } }, context) => {
    const { deps, allow, person } = context;
    await allow('idea.points.edit');
    const seen = (await deps.ideaPoints.get(POINTS))?.version ?? 0;
    const expected = expectedVersion(context, seen, false);
    const editing = {
      ...{ id: POINTS, validFrom: validFrom ?? (await todayOf(context)), by: person.id },
      ...(reason !== undefined && { reason }),
      ...(expected !== undefined && { expected }),
    };
    demandEdit(await deps.ideaPoints.put(editing, IdeaPoints.parse(value)));
    return settingsAnswer(context);
  },
});

async function todayOf({ deps, person, at }: Context): Promise<string> {
  return localDateOf(at, (await deps.calendarOf({ unit: person.unit, procedure: '' })).timeZone);
}

async function settingsAnswer(context: Context) {
  const stored = await context.deps.ideaPoints.get(POINTS);
  const version = inForceOn(stored?.versions ?? [], await todayOf(context));
  const assumption = true as const;
  if (stored === undefined || version === undefined)
    return { status: 200 as const, body: { ...IdeaPoints.parse({}), version: stored?.version ?? 0, assumption } };
  const { value, validFrom, recordedAt, by, reason } = version;
  const dated = { validFrom, recordedAt, by, ...(reason !== undefined && { reason }) };
  return {
    status: 200 as const,
    body: { ...value, version: stored.version, ...dated, assumption },
    version: stored.version,
  };
}

export const ideaPointRoutes = [cycle, innovation, getSettings, putSettings];
