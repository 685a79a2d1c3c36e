import type { CycleCommand } from '../../../src/domain/cycle/cycle.schema';
import type { Route } from '../../../src/api/http/route';
import * as collectorViews from '../../../src/api/routes/collectorViews';
import { packExample } from '../../../src/api/routes/packViews';
import { practiceExample } from '../../../src/api/routes/practices';
import { programme as programmeExample } from '../../../src/api/routes/programmeExamples';
import * as schemeExamples from '../../../src/api/routes/schemeExamples';
import * as surveyExamples from '../../../src/api/routes/surveyExamples';
import { PERIOD } from './world';
import type { Things } from './world';

export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly type?: string;
};

type Over = { readonly id?: string; readonly query?: string; readonly body?: unknown; readonly type?: string };
const csv = (rows: string): Over => ({ body: rows, type: 'text/csv' });
const named = (name: string, over: object = {}) => ({ name, ...over });

/** What a request needs besides the names in its address and the example of its body. */
const OVER: Readonly<Record<string, (things: Things) => Over>> = {
  'PUT /v1/units/{unit}': ({ unit }) => ({
    body: unit === 'province' ? named(unit) : named(unit, { parent: unit === 'office' ? 'department' : 'province' }),
  }),
  'PUT /v1/people/{person}': ({ person, unit }) => ({ body: named(person, { unit, roles: ['officer'] }) }),
  'PUT /v1/procedures/{procedure}': ({ procedure, unit }) => ({ body: named(procedure, { unit }) }),
  'PUT /v1/collectors/{collector}': ({ unit }) => ({ body: { ...collectorViews.collectorExample, unit } }),
  'PUT /v1/plan-templates/{template}': ({ unit }) => ({ body: named('again', { unit, plan: {} }) }),
  'GET /v1/packs/{pack}/export': ({ unit }) => ({ query: `unit=${unit}` }),
  'POST /v1/packs': ({ unit, pack }) => ({ query: `unit=${unit}`, body: { ...packExample, id: pack } }),
  'POST /v1/packs/{pack}/install': ({ unit }) => ({ query: 'dryRun=true', body: { unit } }),
  'PUT /v1/practices/{practice}': ({ unit }) => ({ body: { ...practiceExample, unit } }),
  'POST /v1/reminder-policies/{policy}/preview': ({ person }) => ({
    body: { steps: [{ workingDays: -1 }], item: { type: 'made', person, due: '2026-08-27' } },
  }),
  'GET /v1/calendars/{calendar}/working-days': () => ({ query: 'from=2026-08-21&add=1' }),
  'POST /v1/procedures/{procedure}/imports': () => csv('case\n'),
  'GET /v1/imports/{id}': (things) => ({ id: things.import }),
  'POST /v1/imports/{id}/cancel': (things) => ({ id: things.import }),
  'GET /v1/evidence/{id}': ({ evidence }) => ({ id: evidence }),
  'GET /v1/evidence/{id}/file': ({ evidence }) => ({ id: evidence }),
  'POST /v1/evidence': ({ unit }) => ({ query: `unit=${unit}&name=b.txt`, body: 'proof', type: 'text/plain' }),
  'GET /v1/cycles': ({ unit }) => ({ query: `unit=${unit}` }),
  'POST /v1/cycles': ({ procedure, unit }) => ({ body: { procedure, unit } }),
  'GET /v1/cycles/{id}': ({ cycle }) => ({ id: cycle }),
  'GET /v1/cycles/{id}/series': ({ cycle }) => ({ id: cycle }),
  'GET /v1/cycles/{id}/events': ({ cycle }) => ({ id: cycle }),
  'GET /v1/cycles/{id}/events/verify': ({ cycle }) => ({ id: cycle }),
  'GET /v1/cycles/{id}/verdicts': ({ cycle }) => ({ id: cycle }),
  'GET /v1/recomputations/{id}': () => ({ id: 'none' }),
  'PUT /v1/indicators/{indicator}': ({ unit }) => ({ body: named('again', { home: unit }) }),
  'PUT /v1/indicators/{indicator}/overrides/{unit}': () => ({ body: { weight: 2 } }),
  'GET /v1/indicators/{indicator}/values': ({ unit }) => ({ query: `unit=${unit}&from=${PERIOD}&to=${PERIOD}` }),
  'GET /v1/indicators/{indicator}/explain': ({ unit }) => ({ query: `unit=${unit}&period=${PERIOD}` }),
  'GET /v1/indicators/{indicator}/chart': ({ unit }) => ({ query: `unit=${unit}&from=${PERIOD}&to=${PERIOD}` }),
  'GET /v1/indicators/{indicator}/across': ({ unit }) => ({ query: `unit=${unit}&period=${PERIOD}` }),
  'POST /v1/indicators/{indicator}/preview': ({ unit }) => ({ body: named('again', { home: unit }) }),
  'POST /v1/indicators/{indicator}/observations': ({ unit }) => ({ body: { unit, period: '2026-04', value: 2 } }),
  'GET /v1/indicators/{indicator}/observations/{period}/versions': ({ unit }) => ({ query: `unit=${unit}` }),
  'POST /v1/indicators/{indicator}/observations/import': ({ unit }) => ({
    ...csv(`period,unit,value\n2026-05,${unit},3\n`),
    query: 'dryRun=true',
  }),
  'POST /v1/observations/import': ({ unit, indicator }) => ({
    ...csv(`indicator,period,unit,value\n${indicator},2026-05,${unit},3\n`),
    query: 'dryRun=true',
  }),
  'POST /v1/indicators/{indicator}/observations/approve': ({ unit }) => ({
    body: { unit, period: PERIOD, version: 9 },
  }),
  'POST /v1/indicators/{indicator}/observations/reject': ({ unit }) => ({
    body: { unit, period: PERIOD, version: 9, reason: 'no' },
  }),
  'PUT /v1/programmes/{programme}': ({ unit }) => ({ body: { ...programmeExample, unit } }),
  'GET /v1/programmes/summary': ({ unit }) => ({ query: `unit=${unit}` }),
  'PUT /v1/programmes/{programme}/figures/{figure}/{period}': ({ unit }) => ({
    query: `unit=${unit}`,
    body: { amount: 1 },
  }),
  'PUT /v1/scorecards/{scorecard}': ({ unit }) => ({
    body: named('again', { unit, perspectives: [{ key: 'all', name: 'All' }] }),
  }),
  'GET /v1/scorecards/{scorecard}/compare': ({ indicator }) => ({ query: `measure=${indicator}` }),
  'POST /v1/invitations': ({ person }) => ({ body: { person } }),
  'PUT /v1/schemes/{scheme}': () => ({ body: schemeExamples.scheme }),
  'POST /v1/ideas': ({ unit }) => ({ body: { title: 'Another', text: 'Of a unit', unit } }),
  'GET /v1/ideas/{id}': ({ idea }) => ({ id: idea }),
  'GET /v1/ideas/{id}/events': ({ idea }) => ({ id: idea }),
  'POST /v1/ideas/{id}/commands': ({ idea }) => ({ id: idea }),
  'POST /v1/ideas/{id}/cycle': ({ idea }) => ({ id: idea }),
  'POST /v1/training/needs': ({ person }) => ({
    body: { type: 'stated', person, topic: 'Another', reason: 'Of a unit' },
  }),
  'GET /v1/training/needs/{id}': ({ need }) => ({ id: need }),
  'GET /v1/training/needs/{id}/events': ({ need }) => ({ id: need }),
  'POST /v1/training/needs/{id}/commands': ({ need }) => ({ id: need }),
  'GET /v1/training/effects': ({ unit }) => ({ query: `unit=${unit}&scheme=vn-335-2025&criterion=general/discipline` }),
  'PUT /v1/training/courses/{course}': () => ({ id: 'talking' }),
  'DELETE /v1/conversations/{id}': () => ({ id: 'of-others' }),
  'GET /v1/conversations/{id}/notes': () => ({ id: 'of-others' }),
  'POST /v1/conversations/{id}/notes': () => ({ id: 'of-others' }),
  'DELETE /v1/conversations/{id}/notes/{note}': () => ({ id: 'of-others' }),
  'POST /v1/surveys': ({ procedure }) => ({ body: { ...surveyExamples.revised, belongsTo: { procedure } } }),
  'PUT /v1/surveys/{survey}': ({ procedure }) => ({ body: { ...surveyExamples.revised, belongsTo: { procedure } } }),
  'POST /v1/surveys/{survey}/links': () => ({ body: { count: 1 } }),
  'PUT /v1/review-plans/{plan}': ({ unit, person }) => ({
    body: { subject: { type: 'unit', id: unit }, unit, chair: person },
  }),
  'GET /v1/evaluations/{id}': ({ evaluation }) => ({ id: evaluation }),
  'GET /v1/evaluations/{id}/explain': ({ evaluation }) => ({ id: evaluation }),
  'GET /v1/evaluations/{id}/next-band': ({ evaluation }) => ({ id: evaluation }),
  'GET /v1/evaluations/{id}/form': ({ evaluation }) => ({ id: evaluation }),
  'GET /v1/evaluations/{id}/events': ({ evaluation }) => ({ id: evaluation }),
  'POST /v1/evaluations/{id}/commands': ({ evaluation }) => ({
    id: evaluation,
    body: { type: 'Pause', reason: 'Storm' },
  }),
  'PUT /v1/people/{person}/posts': ({ unit }) => ({
    body: { posts: [{ from: '2026-01-01', unit, position: 'officer' }] },
  }),
  'POST /v1/evaluation-periods': ({ unit }) => ({ body: { scheme: 'vn-335-2025', unit, period: '2025-11' } }),
  'GET /v1/evaluation-periods/{id}': ({ evaluationPeriod }) => ({ id: evaluationPeriod }),
  'GET /v1/evaluation-periods/{id}/events': ({ evaluationPeriod }) => ({ id: evaluationPeriod }),
  'GET /v1/evaluation-periods/{id}/form': ({ evaluationPeriod }) => ({ id: evaluationPeriod }),
  'GET /v1/evaluation-periods/{id}/results': ({ evaluationPeriod }) => ({ id: evaluationPeriod }),
  'GET /v1/evaluation-periods/{id}/quota': ({ evaluationPeriod }) => ({ id: evaluationPeriod }),
  'GET /v1/evaluation-periods/{id}/exceptions': ({ evaluationPeriod }) => ({ id: evaluationPeriod }),
  'GET /v1/evaluation-periods/{id}/sample': ({ evaluationPeriod }) => ({ id: evaluationPeriod }),
  'GET /v1/evaluation-periods/{id}/changes': ({ evaluationPeriod }) => ({ id: evaluationPeriod }),
  'GET /v1/evaluation-periods/{id}/raters': ({ evaluationPeriod }) => ({ id: evaluationPeriod }),
  'GET /v1/evaluation-periods/{id}/units': ({ evaluationPeriod }) => ({ id: evaluationPeriod }),
  'POST /v1/evaluation-periods/{id}/commands': ({ evaluationPeriod }) => ({
    id: evaluationPeriod,
    body: { type: 'PausePeriod', reason: 'Storm' },
  }),
  'POST /v1/reviews': ({ unit }) => ({ body: { plan: `rev-${unit}`, period: '2025-Q1' } }),
  'GET /v1/reviews/{id}': ({ review }) => ({ id: review }),
  'GET /v1/reviews/{id}/memo': ({ review }) => ({ id: review }),
  'GET /v1/reviews/{id}/events': ({ review }) => ({ id: review }),
  'GET /v1/reviews/{id}/events/verify': ({ review }) => ({ id: review }),
  'POST /v1/reviews/{id}/commands': ({ review }) => ({
    id: review,
    body: { type: 'SetDecisionStatus', decision: 'x#y', status: 'done', note: 'So' },
  }),
  'POST /v1/reviews/{id}/cycles': ({ review, indicator, procedure }) => ({
    id: review,
    body: { measure: indicator, procedure },
  }),
};

const REASON = 'Because';
/** The smallest valid command of each type. */
const COMMANDS: { readonly [Type in CycleCommand['type']]: Omit<Extract<CycleCommand, { type: Type }>, 'type'> } = {
  RevisePlan: { plan: {} },
  WithdrawPlan: { reason: REASON },
  ApprovePlan: {},
  ProgressCountermeasure: { countermeasure: 'form', status: 'done' },
  NoteDeviation: { text: 'Something' },
  PauseCycle: { reason: REASON },
  ResumeCycle: { reason: REASON },
  ExtendDo: { by: 'P1D', reason: REASON },
  EndDoEarly: { reason: REASON },
  CancelCycle: { reason: REASON },
  ChangeReviewers: { reviewers: ['p-office'], reason: REASON },
  RecomputeCheck: { reason: REASON },
  RecordReview: { strengths: [], weaknesses: [], learning: [], predictionCompared: 'As said' },
  CloseEarlierDecision: { status: 'done', reason: REASON },
  AdoptChange: { reason: REASON, newVersion: 'v2', training: 'A day' },
  AdaptChange: { reason: REASON, changes: {} },
  ExpandChange: { reason: REASON, scope: 'All' },
  AbandonChange: { reason: REASON },
};
export const COMMAND_TYPES = Object.keys(COMMANDS) as readonly CycleCommand['type'][];

/** Names in addresses that stand for no thing of a place. */
const FIXED: Readonly<Record<string, string>> = {
  calendar: 'vn',
  policy: 'standard',
  code: 'NOT_FOUND',
  key: 'median',
  run: 'none',
  period: PERIOD,
  year: PERIOD.slice(0, 4),
  programme: 'books',
  figure: 'spent',
  session: 'none',
  scheme: 'vn-335-2025',
};

/** The request of a line of the matrix about the things at a place. */
export function requestOf(line: string, route: Route, things: Things): Asked {
  const [method = '', template = '', command] = line.split(' ');
  const over = OVER[line]?.(things) ?? {};
  const { id = things.cycle, query, type } = over;
  const names: Readonly<Record<string, string>> = { ...FIXED, ...things, id };
  const path = template.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(names[name] ?? 'none'));
  const type_ = COMMAND_TYPES.find((one) => one === command);
  const body = type_ === undefined ? (over.body ?? route.bodyExample) : { type: type_, ...COMMANDS[type_] };
  return {
    method,
    path: query === undefined ? path : `${path}?${query}`,
    ...(body !== undefined && { body }),
    ...(type !== undefined && { type }),
  };
}
