import { createApp } from '../../../src/api/app';
import { listen } from '../../../src/api/server';
import { programme } from '../../../src/api/routes/programmeExamples';
import { IndicatorDefinition } from '../../../src/domain/indicators/indicator.schema';
import { ScorecardDefinition } from '../../../src/domain/scorecards/scorecard.schema';
import { FROM_THE_BEGINNING } from '../../../src/domain/indicators/facts';
import type { Role } from '../../../src/domain/organisation/roles';
import { VIETNAM } from '../../../src/domain/calendar/vietnam';
import { periodDates } from '../../../src/domain/evaluationPeriods/dates';
import type { PeriodEvent } from '../../../src/domain/evaluationPeriods/events';
import { evolve as evolvePeriod } from '../../../src/domain/evaluationPeriods/evolve';
import { evaluationId } from '../../../src/domain/evaluations/state';
import { periodId } from '../../../src/domain/evaluationPeriods/state';
import type { ReviewEvent } from '../../../src/domain/reviews/events';
import { evolve } from '../../../src/domain/reviews/evolve';
import { ReviewPlan } from '../../../src/domain/reviews/review.schema';
import { reviewId } from '../../../src/domain/reviews/state';
import type { Survey } from '../../../src/domain/survey/state';
import { SurveyDefinition } from '../../../src/domain/survey/survey.schema';
import * as collectorViews from '../../../src/api/routes/collectorViews';
import { packExample } from '../../../src/api/routes/packViews';
import { practiceExample } from '../../../src/api/routes/practices';
import * as surveyExamples from '../../../src/api/routes/surveyExamples';
import { ADMIN_TOKEN, apiUnderTest, caller } from '../api/support';
import type { ApiUnderTest } from '../api/support';
import { PLACES, ROLE_COLUMNS } from './matrix';
import type { Place } from './matrix';

/** province > department > office, and health beside the department, where everyone who calls stands. */
export const UNIT_AT: Readonly<Record<Place, string>> = {
  own: 'department',
  below: 'office',
  above: 'province',
  beside: 'health',
};
export const PERIOD = '2026-03';

/** The things at a place, by the names that addresses give them. */
export type Things = {
  readonly unit: string;
  readonly person: string;
  readonly procedure: string;
  readonly cycle: string;
  readonly programme: string;
  readonly indicator: string;
  readonly scorecard: string;
  readonly survey: string;
  readonly collector: string;
  readonly import: string;
  readonly evidence: string;
  readonly token: string;
  readonly template: string;
  readonly pack: string;
  readonly practice: string;
  readonly plan: string;
  readonly review: string;
  readonly evaluationPeriod: string;
  readonly evaluation: string;
  readonly idea: string;
  readonly need: string;
};
export type World = {
  readonly api: ApiUnderTest;
  readonly base: string;
  readonly tokenOf: Readonly<Record<Role, string>>;
  readonly at: Readonly<Record<Place, Things>>;
  readonly close: () => Promise<void>;
};

/** One of everything in every unit, and a person of every role in the department. */
export async function aWorld(): Promise<World> {
  const api = await apiUnderTest();
  const server = await listen(createApp(api.deps), { port: 0 });
  const admin = caller(api.app);
  await admin.put('/v1/units/province', { name: 'Province' }).expect(201);
  for (const [unit, parent] of [
    ['department', 'province'],
    ['office', 'department'],
    ['health', 'province'],
  ])
    await admin.put(`/v1/units/${unit}`, { name: unit, parent }).expect(201);
  const at: Partial<Record<Place, Things>> = {};
  for (const place of PLACES) at[place] = await thingsIn(UNIT_AT[place], api);
  const tokens: Partial<Record<Role, string>> = {};
  for (const role of ROLE_COLUMNS)
    tokens[role] = await tokenFor(`r-${role}`, { unit: 'department', roles: [role] }, api);
  await sharedIndicator(api);
  return {
    api,
    base: `http://127.0.0.1:${server.port}`,
    tokenOf: tokens as Record<Role, string>,
    at: at as Record<Place, Things>,
    close: async () => {
      await server.close();
      await api.close();
    },
  };
}

export async function tokenFor(id: string, person: object, { app }: ApiUnderTest): Promise<string> {
  const admin = caller(app);
  await admin.put(`/v1/people/${id}`, { name: id, ...person });
  return ((await admin.post(`/v1/people/${id}/tokens`, { name: 'test' })).body as { token: string }).token;
}

async function thingsIn(unit: string, api: ApiUnderTest): Promise<Things> {
  const admin = caller(api.app);
  const [person, procedure, collector] = [`p-${unit}`, `proc-${unit}`, `col-${unit}`];
  await admin.put(`/v1/people/${person}`, { name: person, unit, roles: ['officer'] }).expect(201);
  await admin.put(`/v1/procedures/${procedure}`, { name: procedure, unit }).expect(201);
  await admin.put(`/v1/collectors/${collector}`, { ...collectorViews.collectorExample, unit }).expect(201);
  const token = await admin.post(`/v1/people/${person}/tokens`, { name: 'kept' }).expect(201);
  const cycle = await admin.post('/v1/cycles', { procedure, unit, lead: person }).expect(201);
  const started = await admin
    .post(`/v1/procedures/${procedure}/imports`)
    .set('Content-Type', 'text/csv')
    .send('case\n')
    .expect(202);
  const evidence = await admin
    .post(`/v1/evidence?unit=${unit}&name=a.txt`)
    .set('Content-Type', 'text/plain')
    .send('proof')
    .expect(201);
  await admin.put(`/v1/programmes/books/figures/spent/${PERIOD}?unit=${unit}`, { amount: 1 });
  await admin.put(`/v1/programmes/prog-${unit}`, { ...programme, unit }).expect(201);
  await admin.put(`/v1/terms/${unit}`, { words: [] }).expect(201);
  await admin.put(`/v1/plan-templates/tpl-${unit}`, { name: 'Plan', unit, plan: {} }).expect(201);
  await admin.post(`/v1/packs?unit=${unit}`, { ...packExample, id: `pack-${unit}` }).expect(201);
  await admin.put(`/v1/practices/prac-${unit}`, { ...practiceExample, unit }).expect(201);
  const of = (body: unknown) => (body as { id: string }).id;
  return {
    unit,
    person,
    procedure,
    collector,
    template: `tpl-${unit}`,
    pack: `pack-${unit}`,
    practice: `prac-${unit}`,
    token: of(token.body),
    cycle: of(cycle.body),
    import: of(started.body),
    evidence: of(evidence.body),
    programme: `prog-${unit}`,
    indicator: await indicatorIn(unit, `ind-${unit}`, api),
    survey: await surveyIn(unit, api),
    plan: `rev-${unit}`,
    review: await reviewIn(unit, api),
    need: await needIn(unit, api),
    evaluationPeriod: await periodIn(unit, api),
    evaluation: await evaluationIn(unit, api),
    idea: of((await admin.post('/v1/ideas', { title: `idea of ${unit}`, text: 'More light', unit }).expect(201)).body),
    scorecard: await scorecardIn(unit, api),
  };
}

async function indicatorIn(unit: string, id: string, { deps }: ApiUnderTest): Promise<string> {
  const definition = { ...IndicatorDefinition.parse({ name: id, approval: true }), home: unit };
  await deps.indicators.define({ id, validFrom: FROM_THE_BEGINNING, by: 'administrator' }, definition, {
    references: [],
  });
  await figureIn(unit, id, { deps });
  return id;
}

const figureIn = (unit: string, indicator: string, { deps }: Pick<ApiUnderTest, 'deps'>) =>
  deps.figures.record([
    {
      indicator,
      unit,
      period: PERIOD,
      status: 'normal',
      value: 1,
      origin: { kind: 'entered' },
      by: 'somebody',
      recordedAt: new Date().toISOString(),
      approval: { state: 'waiting' },
    },
  ]);

/** One indicator of the province with a figure in each unit. */
async function sharedIndicator(api: ApiUnderTest): Promise<void> {
  await indicatorIn('province', 'shared', api);
  for (const unit of ['department', 'office', 'health']) await figureIn(unit, 'shared', api);
}

/** With the unit's indicator as its only measure. */
async function scorecardIn(unit: string, { deps }: ApiUnderTest): Promise<string> {
  const id = `sco-${unit}`;
  const objectives = [{ key: 'good', perspective: 'all', name: 'Good', measures: [{ indicator: `ind-${unit}` }] }];
  const value = ScorecardDefinition.parse({ name: id, unit, perspectives: [{ key: 'all', name: 'All' }], objectives });
  await deps.scorecards.put({ id, validFrom: FROM_THE_BEGINNING, by: 'administrator' }, value);
  return id;
}

async function periodIn(unit: string, { deps }: ApiUnderTest): Promise<string> {
  const [scheme, period, at] = ['vn-335-2025', '2025-10', new Date().toISOString()];
  const { definition } = (await deps.schemeInForce(scheme, '2025-10-01')) ?? {};
  if (definition === undefined) throw new Error('there is no scheme');
  const id = periodId(scheme, unit, period);
  const name = { vi: id, en: id, ja: id };
  const event: PeriodEvent = {
    ...{ type: 'PeriodOpened', at, by: 'somebody', id, unit, period, calibrators: [], excluded: [], title: name },
    scheme: { id: scheme, version: 1, name, classes: {}, deadlines: definition.deadlines, quotas: definition.quotas },
    dates: periodDates(definition.deadlines, { period, at }, VIETNAM),
  };
  const opened = evolvePeriod(undefined, event);
  await deps.evaluationPeriods.append(
    [{ stream: id, sequence: 1, commandId: id, previous: '', hash: id, event }],
    opened,
  );
  return id;
}

async function needIn(unit: string, { deps }: ApiUnderTest): Promise<string> {
  const [id, at, person] = [`need-${unit}`, deps.now(), 'somebody'];
  const who = { by: person, commandId: id };
  await deps.trainingCommands.open({ id, person, unit, topic: `need of ${unit}`, due: at }, who);
  const command = {
    type: 'PlanTraining',
    way: { kind: 'mentor', mentor: 'somebody-else' },
    from: '2026-01-01',
    to: '2026-02-01',
    owner: person,
  } as const;
  const facts = { today: at.slice(0, 10), due: at };
  await deps.trainingCommands.command(id, { command, by: person, commandId: `${id}-plan`, facts });
  return id;
}

async function evaluationIn(unit: string, { deps }: ApiUnderTest): Promise<string> {
  const [period, scheme, person] = ['2025-09', 'vn-335-2025', 'somebody'];
  const row = {
    ...{ periodId: `${scheme}~${unit}~${period}`, person, period, scheme: { id: scheme, version: 1 }, unit },
    ...{ agency: unit, position: 'officer', duties: 'officer', kind: 'civil-servant', leader: false },
    ...{ segments: [], workingShare: 1, rules: { lateEntryGrace: 3, appeal: 5, appealDecision: 10 } },
  };
  await deps.evaluations.openMany([row], { at: deps.now(), by: 'kairyo', commandId: 'open' });
  return evaluationId(row.periodId, person);
}

async function reviewIn(unit: string, { deps }: ApiUnderTest): Promise<string> {
  const [plan, period, at] = [`rev-${unit}`, '2025-Q4', new Date().toISOString()];
  const definition = ReviewPlan.parse({ subject: { type: 'unit', id: unit }, unit, chair: 'somebody' });
  await deps.reviewPlans.put({ id: plan, validFrom: FROM_THE_BEGINNING, by: 'administrator' }, definition);
  const id = reviewId(plan, period);
  const event: ReviewEvent = {
    ...{ type: 'ReviewOpened', at, by: 'administrator', id, plan, period, unit, definition },
    title: { vi: plan, en: plan, ja: plan },
    dates: { collectUntil: at, memoAt: at, meeting: at.slice(0, 10), meetingAt: at },
    ...{ measures: [], owed: [], earlier: [] },
  };
  const review = evolve(undefined, event);
  await deps.reviews.append([{ stream: id, sequence: 1, commandId: id, previous: '', hash: id, event }], review);
  return id;
}

async function surveyIn(unit: string, { deps }: ApiUnderTest): Promise<string> {
  const id = `sur-${unit}`;
  const { revised } = surveyExamples;
  const given = { ...revised, belongsTo: { procedure: `proc-${unit}` }, openLink: true };
  const common = { id, unit, owner: 'somebody', createdAt: new Date().toISOString(), createdBy: 'administrator' };
  const openedAt = common.createdAt;
  const definition = SurveyDefinition.parse(given);
  const closesAt = new Date(Date.now() + 86_400_000).toISOString();
  const survey: Survey = { ...common, phase: 'open', definition, openedAt, closesAt };
  const event = { type: 'SurveyOpened', by: 'administrator', at: openedAt, closesAt } as never;
  await deps.surveys.append([{ stream: id, sequence: 1, commandId: id, previous: '', hash: id, event }], survey);
  return id;
}

export { ADMIN_TOKEN };
