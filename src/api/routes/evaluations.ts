import { z } from 'zod';
import type { EvaluationRow } from '../../activities/evaluations.ports';
import { placeOfEvaluation } from '../../activities/evaluations.ports';
import { withUnitsBelow } from '../../domain/access/place';
import { EvaluationCommand } from '../../domain/evaluations/evaluation.schema';
import { factsOf } from '../../domain/evaluations/factsOf';
import { actionOf } from '../../domain/evaluations/relations';
import { EVALUATION_PHASES } from '../../domain/evaluations/state';
import { scoreOf } from '../../domain/schemes/score';
import { Id } from '../../domain/shared/ids.schema';
import { afterOf, keptPage, pageOf, pageQuery } from '../http/cursor';
import { seenVersion } from '../http/preconditions';
import { route } from '../http/route';
import { ProblemError, problemOf } from '../problems/problem';
import { enteredBy, explained, ExplainNode, NextBandView, nextBandView } from './evaluationExplained';
import * as examples from './evaluationExamples';
import {
  answerOf,
  definitionFor,
  EVALUATION_TAG,
  EvaluationParams,
  noteAccess,
  presentEvaluation,
  tellLeaders,
  tiesFor,
} from './evaluationReading';
import { EvaluationListed, evaluationListed, EvaluationView, evaluationView } from './evaluationViews';
import { SCHEME_CODES } from './schemeTry';
import { actingFor } from './standing';
import { EventView, pageOfItems } from './views';

export const COMMAND_PROBLEMS = [
  ...[
    'UNKNOWN_UNIT',
    'NO_SUCH_EVALUATION',
    'CHANGED_MEANWHILE',
    'EVALUATION_NOT_IN_THIS_PHASE',
    'EVALUATION_IS_PAUSED',
  ],
  ...['EVALUATION_IS_NOT_PAUSED', 'ITEM_EXISTS', 'NO_SUCH_ITEM', 'ITEM_IS_WITHDRAWN', 'NO_SUCH_PRODUCT'],
  ...['NO_SUCH_CATEGORY', 'ITEM_IS_DONE', 'ITEM_IS_NOT_DONE', 'DAY_LIES_AHEAD', 'DONE_AFTER_THE_PERIOD'],
  ...['GRACE_IS_OVER', 'WAITING_IS_OPEN', 'NOTHING_IS_WAITED_FOR', 'WAITING_ENDS_BEFORE_IT_BEGINS'],
  ...['CAUSE_NOT_ASKED', 'CAUSE_ALREADY_DECIDED', 'CAUSE_DECIDED_BY_ANOTHER', 'NO_SUCH_CRITERION'],
  ...['TOO_MANY_POINTS', 'RATINGS_INCOMPLETE', 'DIFFERENCE_NEEDS_A_REASON', 'LEADER_POINTS_NEEDED'],
  ...['NOT_ONES_OWN_EVALUATION', 'RATED_BY_THE_SAME_PERSON', 'NO_SUCH_OVERRIDE', 'OVERRIDE_STANDS'],
  ...['OVERRIDE_DOES_NOT_STAND', 'GOAL_IS_TWICE', 'TRANSFER_BEFORE_ITS_POST', 'APPEAL_IS_TOO_LATE'],
  ...['ONE_APPEAL_EACH', 'NO_SUCH_POINT_TO_DISPUTE', 'APPEAL_POINTS_UNDECIDED', 'POINT_WAS_NOT_DISPUTED'],
  ...['UPHELD_WITHOUT_A_CHANGE', 'CHANGE_WITHOUT_AN_UPHELD_POINT', 'DECIDED_BY_WHOEVER_RATED', 'NO_CHANGE_TO_MAKE'],
] as const;

const list = route({
  method: 'get',
  path: '/v1/evaluations',
  id: 'listEvaluations',
  tag: EVALUATION_TAG,
  summary: 'Evaluations that one may see: of a period, a unit, those one rates or approves',
  description: 'Each look at somebody else’s evaluation is written down, and that person can read it.',
  action: 'evaluation.read',
  query: z
    .object({
      period: z.string().max(300).optional().describe('Id of a period of evaluation'),
      unit: Id.optional().describe('With the units below it'),
      person: Id.optional(),
      manager: Id.optional().describe('Whom this person rates'),
      approver: Id.optional().describe('Whom this person approves'),
      phase: z.enum(EVALUATION_PHASES).optional(),
      class: z.string().max(80).optional().describe('As published'),
      ...pageQuery,
    })
    .strict(),
  responses: { 200: { description: 'Evaluations', schema: pageOfItems(EvaluationListed), headers: ['Link', 'ETag'] } },
  problems: ['INVALID_CURSOR'],
  handle: async ({ query: { unit, cursor, limit, ...filter } }, context) => {
    const { deps, may, allow } = context;
    if (unit !== undefined)
      await allow('evaluation.read', { unit, relations: ['self', 'manager', 'approver', 'reviewer'] });
    const units = unit === undefined ? undefined : withUnitsBelow(await deps.organisation.allUnits(), unit);
    const ties = tiesFor(context);
    const page = await keptPage<EvaluationRow>(
      (after, most) =>
        deps.evaluations.list({ ...given(filter), ...(units && { units }), ...(after && { after }), limit: most }),
      { after: afterOf(cursor), limit, keyOf: placeOfEvaluation },
      async ({ evaluation }) => may('evaluation.read', { unit: evaluation.unit, relations: await ties(evaluation) }),
    );
    await may('evaluation.read', {});
    await noteAccess(page.items, 'list', context);
    return { status: 200, body: { ...page, items: page.items.map(evaluationListed) } };
  },
});

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const given = <T extends object>(query: T): Given<T> =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as Given<T>;

const get = route({
  method: 'get',
  path: '/v1/evaluations/{id}',
  id: 'getEvaluation',
  tag: EVALUATION_TAG,
  summary: 'An evaluation as it stands now',
  action: 'evaluation.read',
  params: EvaluationParams,
  responses: { 200: { description: 'The evaluation', schema: EvaluationView, headers: ['ETag'] } },
  problems: ['NO_SUCH_EVALUATION'],
  handle: async ({ params: { id } }, context) => {
    const row = await presentEvaluation(id, 'evaluation.read', context);
    await noteAccess([row], 'one', context);
    return {
      status: 200,
      body: evaluationView(row, await definitionFor(row.evaluation, context)),
      version: row.version,
    };
  },
});

const explain = route({
  method: 'get',
  path: '/v1/evaluations/{id}/explain',
  id: 'explainEvaluation',
  tag: EVALUATION_TAG,
  summary: 'How the score came about: rules, facts, and who entered them and when',
  action: 'evaluation.read',
  params: EvaluationParams,
  responses: { 200: { description: 'The tree, in the language of the caller', schema: ExplainNode } },
  problems: ['NO_SUCH_EVALUATION', ...SCHEME_CODES],
  handle: async ({ params: { id } }, context) => {
    const row = await presentEvaluation(id, 'evaluation.read', context);
    await noteAccess([row], 'explain', context);
    const { evaluation } = row;
    const definition = await definitionFor(evaluation, context);
    const score = scoreOf(definition, factsOf(evaluation));
    if (!score.ok) throw problemOf(score.refusal);
    const { explain: tree } = score.score;
    const of = { evaluation, definition, language: context.language };
    const people = await context.deps.organisation.peopleById([...enteredBy(tree, of)]);
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return { status: 200, body: explained(tree, { ...of, names }) };
  },
});

const next = route({
  method: 'get',
  path: '/v1/evaluations/{id}/next-band',
  id: 'nextBandOfEvaluation',
  tag: EVALUATION_TAG,
  summary: 'What it would take to reach the next better class',
  action: 'evaluation.read',
  params: EvaluationParams,
  responses: { 200: { description: 'As sentences in the language of the caller', schema: NextBandView } },
  problems: ['NO_SUCH_EVALUATION', ...SCHEME_CODES],
  handle: async ({ params: { id } }, context) => {
    const row = await presentEvaluation(id, 'evaluation.read', context);
    await noteAccess([row], 'next-band', context);
    const definition = await definitionFor(row.evaluation, context);
    const view = nextBandView(row.evaluation, definition, context.language);
    if (view !== undefined) return { status: 200, body: view };
    const score = scoreOf(definition, factsOf(row.evaluation));
    throw score.ok ? new Error('there is a score, yet no next class') : problemOf(score.refusal);
  },
});

const events = route({
  method: 'get',
  path: '/v1/evaluations/{id}/events',
  id: 'listEvaluationEvents',
  tag: EVALUATION_TAG,
  summary: 'Everything that happened to an evaluation, in order',
  action: 'evaluation.read',
  params: EvaluationParams,
  query: z.object(pageQuery).strict(),
  responses: { 200: { description: 'Events', schema: pageOfItems(EventView), headers: ['Link', 'ETag'] } },
  problems: ['NO_SUCH_EVALUATION', 'INVALID_CURSOR'],
  handle: async ({ params: { id }, query: { cursor, limit } }, context) => {
    const row = await presentEvaluation(id, 'evaluation.read', context);
    const after = Number(afterOf(cursor) ?? 0);
    if (!Number.isSafeInteger(after)) throw new ProblemError('INVALID_CURSOR');
    await noteAccess([row], 'events', context);
    const found = await context.deps.evaluations.read(row.id, after, limit + 1);
    return { status: 200, body: pageOf(found, limit, ({ sequence }) => `${sequence}`) };
  },
});

const command = route({
  method: 'post',
  path: '/v1/evaluations/{id}/commands',
  id: 'commandEvaluation',
  tag: EVALUATION_TAG,
  summary: 'Assign and report work, rate, approve, calibrate, appeal, decide',
  description:
    'Answers when the events are stored. With `If-Match` only on the version you saw (412). Whoever rates does not approve; ' +
    'whoever decides an appeal had no part in the rating.',
  action: [
    ...(['evaluation.assign', 'evaluation.report', 'evaluation.assess', 'evaluation.rate'] as const),
    ...(['evaluation.approve', 'evaluation.calibrate', 'evaluation.manage'] as const),
    ...(['evaluation.appeal', 'evaluation.decideAppeal'] as const),
  ],
  params: EvaluationParams,
  body: EvaluationCommand,
  bodyExample: examples.command,
  responses: { 200: { description: 'The evaluation after the command', schema: EvaluationView, headers: ['ETag'] } },
  problems: COMMAND_PROBLEMS,
  handle: async ({ params: { id }, body }, context) => {
    const row = await presentEvaluation(id, actionOf(body), context);
    const expected = seenVersion(context.ifMatch, row.version);
    const order = { command: body, by: await actingFor(context), commandId: context.commandId, expected };
    const outcome = await context.deps.evaluations.command(id, order);
    await tellLeaders(outcome, context);
    return { status: 200, ...(await answerOf(outcome, context)) };
  },
});

export const evaluationRoutes = [list, get, explain, next, events, command];
