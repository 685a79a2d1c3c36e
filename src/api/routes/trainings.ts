import { z } from 'zod';
import type { EvaluationRow } from '../../activities/evaluations.ports';
import type { NeedRow, TrainingOutcome } from '../../activities/trainings.ports';
import { placeOfNeed } from '../../activities/trainings.ports';
import { withUnitsBelow } from '../../domain/access/place';
import { inForceOn } from '../../domain/indicators/versions';
import { Id } from '../../domain/shared/ids.schema';
import { NEED_STATUSES } from '../../domain/training/state';
import { NeedInput, TrainingCommand } from '../../domain/training/training.schema';
import { isSettled } from '../../domain/training/weak';
import { afterOf, keptPage, pageOf, pageQuery } from '../http/cursor';
import { seenVersion } from '../http/preconditions';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { ProblemError, problemOf } from '../problems/problem';
import { presentEvaluation } from './evaluationReading';
import { actingFor } from './standing';
import * as reading from './trainingReading';
import { NeedView, SuggestionView } from './trainingViews';
import type { SuggestionShown } from './trainingViews';
import { EventView, pageOfItems } from './views';

const { TRAINING_TAG: tag } = reading;
const NeedParams = z.object({ id: Id });
const [OF_ONE, OF_A_TEAM] = [24, 200] as const;
const need = { description: 'The need', schema: NeedView, headers: ['ETag'] } as const;

const suggestions = route({
  method: 'get',
  path: '/v1/training/suggestions',
  id: 'listTrainingSuggestions',
  tag,
  summary: 'Weak criteria of my last published evaluation, and of those whom I rate, that nobody answered yet',
  description: 'Computed from the evaluations; nothing is stored until somebody confirms or drops one.',
  action: 'signed-in',
  responses: {
    200: { description: 'Suggestions, mine first', schema: z.object({ suggestions: z.array(SuggestionView) }) },
  },
  handle: async (_input, context) => {
    const { deps, person, at } = context;
    const selves = [person.id, ...((await actingFor(context)).standsInFor ?? [])];
    const lists = await Promise.all([
      deps.evaluations.list({ person: person.id, limit: OF_ONE }),
      ...selves.map((manager) => deps.evaluations.list({ manager, limit: OF_A_TEAM })),
    ]);
    const found: SuggestionShown[] = [];
    for (const row of latest(lists.flat())) found.push(...(await suggestedBy(row, context)));
    const answered = new Set((await deps.trainings.many(found.map(({ id }) => id))).map(({ id }) => id));
    const open = found.filter(({ id }) => !answered.has(id));
    const names = await reading.namesOf(
      open.map((one) => one.person),
      context,
    );
    const looked = new Map(open.filter(({ mine }) => !mine).map((one) => [one.evaluation, one.person]));
    await deps.accessLog.record(
      [...looked].map(([evaluation, whose]) => ({ person: whose, evaluation, by: person.id, at, what: 'training' })),
    );
    const named = open.map((one) => ({ ...one, name: names.get(one.person) ?? one.person }));
    const shown = [...named.filter(({ mine }) => mine), ...named.filter(({ mine }) => !mine)];
    return { status: 200, body: { suggestions: shown } };
  },
});

/** The newest settled evaluation of each person and scheme. */
function latest(rows: readonly EvaluationRow[]): readonly EvaluationRow[] {
  const found = new Map<string, EvaluationRow>();
  for (const row of rows) {
    const { person, scheme, period } = row.evaluation;
    const key = `${person} ${scheme.id}`;
    const before = found.get(key);
    if (isSettled(row.evaluation) && (before === undefined || before.evaluation.period < period)) found.set(key, row);
  }
  return [...found.values()];
}

async function suggestedBy(row: EvaluationRow, context: Context): Promise<readonly SuggestionShown[]> {
  const { person, period, scheme } = row.evaluation;
  return (await reading.weakOf(row, context)).map((weak) => ({
    ...{ id: reading.suggestedId(row.id, weak.criterion), evaluation: row.id, person, name: person, scheme: scheme.id },
    ...{ period, criterion: weak.criterion, topic: reading.topicOf(weak, context), points: weak.points, max: weak.max },
    mine: person === context.person.id,
  }));
}

const list = route({
  method: 'get',
  path: '/v1/training/needs',
  id: 'listTrainingNeeds',
  tag,
  summary: 'Needs for training that one may see, newest first',
  action: 'training.read',
  query: z
    .object({
      unit: Id.optional().describe('With the units below it'),
      mine: z.enum(['true', 'false']).optional(),
      status: z.enum(NEED_STATUSES).optional(),
      ...pageQuery,
    })
    .strict(),
  responses: { 200: { description: 'Needs', schema: pageOfItems(NeedView), headers: ['Link', 'ETag'] } },
  problems: ['INVALID_CURSOR'],
  handle: async ({ query: { unit, mine, status, cursor, limit } }, context) => {
    const { deps, may, person } = context;
    const selves = [person.id, ...((await actingFor(context)).standsInFor ?? [])];
    const reaches = await may('training.read', { unit: person.unit });
    const units = unit === undefined ? undefined : withUnitsBelow(await deps.organisation.allUnits(), unit);
    const about = mine === 'true' ? { persons: [person.id] } : reaches ? {} : { about: selves };
    const query = { ...about, ...(units && { units }), ...(status && { status }) };
    const page = await keptPage<NeedRow>(
      (after, most) => deps.trainings.list({ ...query, ...(after && { after }), limit: most }),
      { after: afterOf(cursor), limit, keyOf: placeOfNeed },
      async (row) => may('training.read', await reading.whereOf(row, context)),
    );
    return { status: 200, body: { ...page, items: await reading.shownNeeds(page.items, context) } };
  },
});

const get = route({
  method: 'get',
  path: '/v1/training/needs/{id}',
  id: 'getTrainingNeed',
  tag,
  summary: 'A need with its plan, outcome and, once there is one, the next rating of the criterion',
  action: 'training.read',
  params: NeedParams,
  responses: { 200: need },
  problems: ['NO_SUCH_NEED'],
  handle: async ({ params: { id } }, context) => answer(await reading.needThere(id, 'training.read', context), context),
});

const events = route({
  method: 'get',
  path: '/v1/training/needs/{id}/events',
  id: 'listTrainingEvents',
  tag,
  summary: 'Everything that happened to a need, in order',
  action: 'training.read',
  params: NeedParams,
  query: z.object(pageQuery).strict(),
  responses: { 200: { description: 'Events', schema: pageOfItems(EventView), headers: ['Link', 'ETag'] } },
  problems: ['NO_SUCH_NEED', 'INVALID_CURSOR'],
  handle: async ({ params: { id }, query: { cursor, limit } }, context) => {
    const row = await reading.needThere(id, 'training.read', context);
    const after = Number(afterOf(cursor) ?? 0);
    if (!Number.isSafeInteger(after)) throw new ProblemError('INVALID_CURSOR');
    const found = await context.deps.trainings.read(id, after, limit + 1);
    const page = pageOf(found, limit, ({ sequence }) => `${sequence}`);
    const points = await context.may('evaluation.read', await reading.whereOf(row, context));
    const items = page.items.map((link) => ({ ...link, event: points ? link.event : withoutSource(link.event) }));
    return { status: 200, body: { ...page, items } };
  },
});
const withoutSource = (event: object): object => ({ ...event, source: undefined });

const open = route({
  method: 'post',
  path: '/v1/training/needs',
  id: 'openTrainingNeed',
  tag,
  summary: 'Confirm or drop a suggestion, or state a need',
  action: ['training.change', 'evaluation.read'],
  body: NeedInput,
  bodyExample: {
    ...{ type: 'suggested', evaluation: 'vn-335-2025~kh-dpi~2026-03~binh' },
    ...{ criterion: 'general/discipline', answer: 'confirmed' },
  },
  responses: { 201: { ...need, headers: ['Location', 'ETag'] } },
  problems: [
    ...['NO_SUCH_EVALUATION', 'UNKNOWN_PERSON', 'TRAINING_NOT_SUGGESTED', 'TRAINING_DROP_NEEDS_A_REASON'],
    ...['TRAINING_ALREADY_ANSWERED', 'NO_SUCH_NEED'],
  ] as const,
  handle: async ({ body }, context) => {
    const { deps, person, commandId } = context;
    const opening = body.type === 'suggested' ? await suggested(body, context) : await stated(body, context);
    const dropped = body.type === 'suggested' && body.answer === 'dropped' ? { reason: body.reason } : undefined;
    const outcome = await deps.trainingCommands.open(opening, { by: person.id, commandId }, dropped);
    return {
      ...(await answered(opening.id, outcome, context)),
      status: 201,
      location: `/v1/training/needs/${opening.id}`,
    };
  },
});

type Of<Type extends NeedInput['type']> = Extract<NeedInput, { type: Type }>;

async function suggested({ evaluation: id, criterion, reason }: Of<'suggested'>, context: Context) {
  const row = await presentEvaluation(id, 'evaluation.read', context);
  const { person, unit, manager, scheme, period } = row.evaluation;
  const placed = { person, unit, ...(manager !== undefined && { manager }) };
  await context.allow('training.change', await reading.whereOf({ need: placed } as NeedRow, context));
  const weak = (await reading.weakOf(row, context)).find((one) => one.criterion === criterion);
  if (weak === undefined)
    throw new ProblemError('TRAINING_NOT_SUGGESTED', { field: '/criterion', params: { criterion } });
  const { points, max } = weak;
  return {
    ...{ id: reading.suggestedId(id, criterion), ...placed, topic: reading.topicOf(weak, context) },
    source: { evaluation: id, scheme: scheme.id, period, criterion, points, max },
    ...(reason !== undefined && { reason }),
    due: await planDue(unit, context),
  };
}

async function stated({ person, topic, reason }: Of<'stated'>, context: Context) {
  const { deps, allow, person: me, commandId } = context;
  const found = await deps.organisation.people.get(person);
  const unit = found?.value.unit ?? me.unit;
  const day = await reading.todayOf(context);
  const posts = (await deps.posts.get(person))?.posts ?? [];
  const post = posts.find(({ from, to }) => from <= day && (to === undefined || day <= to));
  const manager = post?.manager ?? found?.value.manager;
  const placed = { person, unit, ...(manager !== undefined && { manager }) };
  await allow('training.change', await reading.whereOf({ need: placed } as NeedRow, context));
  if (found === undefined) throw new ProblemError('UNKNOWN_PERSON', { field: '/person', params: { id: person } });
  const id = `training-${commandId.replaceAll('-', '').slice(0, 16)}`;
  return { id, ...placed, topic, reason, due: await planDue(unit, context) };
}

const planDue = async (unit: string, context: Context) =>
  reading.dueIn((await reading.settingsNow(context)).planWithinWorkingDays, unit, context);

const command = route({
  method: 'post',
  path: '/v1/training/needs/{id}/commands',
  id: 'commandTrainingNeed',
  tag,
  summary: 'Plan a training, complete it, say what came of it; drop or reopen the need',
  description: 'Answers when the events are stored. With `If-Match` only on the version you saw (412).',
  action: 'training.change',
  params: NeedParams,
  body: TrainingCommand,
  bodyExample: { type: 'CompleteTraining', on: '2026-05-20', evidence: 'Giấy chứng nhận số 12/2026' },
  responses: { 200: { ...need, description: 'The need after the command' } },
  problems: [
    ...['NO_SUCH_NEED', 'CHANGED_MEANWHILE', 'TRAINING_NOT_IN_THIS_STATE', 'TRAINING_ENDS_BEFORE_IT_BEGINS'],
    ...['TRAINING_MENTOR_IS_THE_PERSON', 'TRAINING_DAY_LIES_AHEAD', 'NO_SUCH_COURSE', 'UNKNOWN_PERSON'],
  ] as const,
  handle: async ({ params: { id }, body }, context) => {
    const { deps, person, commandId, ifMatch } = context;
    const row = await reading.needThere(id, 'training.change', context);
    if (body.type === 'PlanTraining') await demandPlannable(body, context);
    const facts = { today: await reading.todayOf(context), due: await nextDue(body, row, context) };
    const expected = seenVersion(ifMatch, row.version);
    const outcome = await deps.trainingCommands.command(id, {
      command: body,
      by: person.id,
      commandId,
      expected,
      facts,
    });
    return { ...(await answered(id, outcome, context)), status: 200 };
  },
});

async function nextDue(order: TrainingCommand, { need: { unit } }: NeedRow, context: Context) {
  if (order.type === 'PlanTraining') return reading.dueOn(order.to, unit, context);
  const { planWithinWorkingDays, outcomeWithinWorkingDays } = await reading.settingsNow(context);
  const days = order.type === 'CompleteTraining' ? outcomeWithinWorkingDays : planWithinWorkingDays;
  return reading.dueIn(days, unit, context);
}

/** The course is on offer, and everybody named is known. @throws ProblemError */
async function demandPlannable(order: Extract<TrainingCommand, { type: 'PlanTraining' }>, context: Context) {
  const { way, owner } = order;
  const named = [['/owner', owner] as const, ...(way.kind === 'mentor' ? [['/way/mentor', way.mentor] as const] : [])];
  const known = await reading.namesOf(
    named.map(([, id]) => id),
    context,
  );
  const stranger = named.find(([, id]) => !known.has(id));
  if (stranger !== undefined)
    throw new ProblemError('UNKNOWN_PERSON', { field: stranger[0], params: { id: stranger[1] } });
  if (way.kind !== 'course') return;
  const stored = await context.deps.courses.get(way.course);
  if (inForceOn(stored?.versions ?? [], await reading.todayOf(context))?.value.offered !== true)
    throw new ProblemError('NO_SUCH_COURSE', { field: '/way/course', params: { id: way.course } });
}

async function answered(id: string, outcome: TrainingOutcome, context: Context) {
  if (!outcome.ok) throw problemOf(outcome.refusal);
  return answer({ id, need: outcome.need, version: outcome.version }, context);
}

async function answer(row: NeedRow, context: Context) {
  const changes = new Map([[row.id, await reading.changeOf(row, context)]]);
  const [body] = await reading.shownNeeds([row], context, changes);
  return { status: 200 as const, body, version: row.version };
}

export const trainingRoutes = [suggestions, list, get, events, open, command];
