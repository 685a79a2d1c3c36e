import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IndicatorDefinition } from '../../../src/domain/indicators/indicator.schema';
import { FROM_THE_BEGINNING } from '../../../src/domain/indicators/facts';
import { caller } from '../api/support';
import { aWorld, PERIOD, tokenFor } from './world';
import type { World } from './world';

let world: World;
type Caller = ReturnType<typeof caller>;
const day = (plus: number) => new Date(Date.now() + plus * 86_400_000).toISOString().slice(0, 10);
const AWAY = [{ from: day(-2), to: day(2) }];
const CYCLE = 'office~tied~1';
const OTHER = 'office~untied~1';
const PLAN = {
  reviewers: ['hoa'],
  countermeasures: [{ key: 'form', title: 'One form', owner: 'hoa', due: '2027-01-31', cost: 0 }],
};

const hoa = (over: object) =>
  caller(world.api.app).put('/v1/people/hoa', { name: 'Hoa', unit: 'office', roles: ['head-of-unit'], ...over });
const as = async (id: string, unit: string, ...roles: string[]): Promise<Caller> =>
  caller(world.api.app, await tokenFor(id, { unit, roles }, world.api));

/** What hoa may by ties, as requests: name and status for whoever has the tie. */
const TIED: readonly (readonly [string, (who: Caller) => PromiseLike<{ status: number }>, number])[] = [
  ['reads the cycle she leads', (who) => who.get(`/v1/cycles/${CYCLE}`), 200],
  ['commands it', (who) => who.post(`/v1/cycles/${CYCLE}/commands`, { type: 'RevisePlan', plan: {} }), 409],
  [
    'progresses her countermeasure',
    (who) =>
      who.post(`/v1/cycles/${CYCLE}/commands`, {
        type: 'ProgressCountermeasure',
        countermeasure: 'form',
        status: 'done',
      }),
    409,
  ],
  [
    'reviews it',
    (who) => who.post(`/v1/cycles/${CYCLE}/commands`, { type: 'RecordReview', predictionCompared: 'As said' }),
    409,
  ],
  [
    'reads values of her indicator',
    (who) => who.get(`/v1/indicators/hers/values?unit=office&from=${PERIOD}&to=${PERIOD}`),
    200,
  ],
  [
    'enters figures of it',
    (who) =>
      who.post('/v1/indicators/hers/observations', { unit: 'office', period: PERIOD, value: 1, reason: 'again' }),
    201,
  ],
  ['reads her survey', (who) => who.get('/v1/surveys/hers'), 200],
  ['hands out its links', (who) => who.post('/v1/surveys/hers/links', { count: 1 }), 201],
];
const codesFor = async (who: Caller) => {
  const statuses: (readonly [string, number])[] = [];
  for (const [name, ask] of TIED) statuses.push([name, (await ask(who)).status]);
  return statuses;
};
const ALL_TIED = TIED.map(([name, , status]) => [name, status]);
const NONE_TIED = TIED.map(([name]) => [name, 403]);
/** What is entered twice says the same and is recorded once. */
const sameOrNew = (statuses: readonly (readonly [string, number])[]) =>
  statuses.map(([name, status]) => [name, name === 'enters figures of it' && status === 200 ? 201 : status]);

beforeAll(async () => {
  world = await aWorld();
  const admin = caller(world.api.app);
  await hoa({}).expect(201);
  await admin.put('/v1/procedures/tied', { name: 'Tied', unit: 'office' }).expect(201);
  await admin.post('/v1/cycles', { procedure: 'tied', unit: 'office', lead: 'hoa', plan: PLAN }).expect(201);
  await admin.put('/v1/procedures/untied', { name: 'Untied', unit: 'office' }).expect(201);
  await admin.post('/v1/cycles', { procedure: 'untied', unit: 'office' }).expect(201);
  const definition = { ...IndicatorDefinition.parse({ name: 'Hers', owner: 'hoa' }), home: 'office' };
  const edit = { id: 'hers', validFrom: FROM_THE_BEGINNING, by: 'administrator' };
  await world.api.deps.indicators.define(edit, definition, { references: [] });
  const { surveys } = world.api.deps;
  const row = await surveys.get('sur-office');
  const survey = { ...row?.survey, id: 'hers', owner: 'hoa' } as Parameters<typeof surveys.append>[1];
  const event = { type: 'SurveyCreated', by: 'hoa', at: '2026-01-01T00:00:00.000Z' } as never;
  await surveys.append([{ stream: 'hers', sequence: 1, commandId: 'h', previous: '', hash: 'h', event }], survey);
});
afterAll(() => world.close());

describe('a deputy', () => {
  it('has the ties of whoever is away, and loses them with the absence', async () => {
    const binh = await as('binh', 'health', 'officer');
    await hoa({ deputy: 'binh' }).expect(200);
    expect(await codesFor(binh)).toEqual(NONE_TIED);
    await hoa({ deputy: 'binh', absences: AWAY }).expect(200);
    expect(sameOrNew(await codesFor(binh))).toEqual(ALL_TIED);
    await hoa({ deputy: 'binh', absences: [{ from: day(-9), to: day(-3) }] }).expect(200);
    expect(await codesFor(binh)).toEqual(NONE_TIED);
  });

  it('approves and decides where the absent head would, on those days alone', async () => {
    const binh = await as('binh', 'health', 'officer');
    const statuses = async () => {
      const commands = [{ type: 'ApprovePlan' }, { type: 'AbandonChange', reason: 'No use' }];
      const answers = commands.map((body) => binh.post(`/v1/cycles/${OTHER}/commands`, body));
      return (await Promise.all(answers)).map(({ status }) => status);
    };
    await hoa({ deputy: 'binh', absences: AWAY });
    expect(await statuses()).toEqual([422, 409]);
    await binh.get(`/v1/cycles/${OTHER}`).expect(200);
    const me = await binh.get('/v1/me').expect(200);
    expect(me.body).toMatchObject({ standsInFor: [{ id: 'hoa', name: 'Hoa', until: AWAY[0]?.to }] });
    await hoa({ deputy: 'binh', absences: [] });
    expect(await statuses()).toEqual([403, 403]);
    await binh.get(`/v1/cycles/${OTHER}`).expect(403);
  });

  it('has nothing else of the role of whoever is away', async () => {
    const binh = await as('binh', 'health', 'officer');
    await hoa({ deputy: 'binh', absences: AWAY });
    await binh.post(`/v1/cycles/${OTHER}/commands`, { type: 'CancelCycle', reason: 'Because' }).expect(403);
    await binh.get('/v1/units/office/cycles').expect(403);
    await binh.put('/v1/people/p-office', { name: 'x', unit: 'office', roles: ['officer'] }).expect(403);
    await binh.get('/v1/people/p-office').expect(403);
  });

  it('does not come to see what is personal', async () => {
    const binh = await as('binh', 'health', 'officer');
    await hoa({ deputy: 'binh', absences: AWAY });
    await binh.get('/v1/people/hoa/tokens').expect(403);
    await binh.post('/v1/people/hoa/tokens', { name: 'mine now' }).expect(403);
  });

  it('sees on the own day what waits for whoever is away, marked', async () => {
    const binh = await as('binh', 'health', 'officer');
    const mine = async () => {
      const { waiting } = (await binh.get('/v1/today').expect(200)).body as { waiting: { cycle?: string }[] };
      return waiting.filter(({ cycle }) => cycle === CYCLE);
    };
    await projectCycle();
    await hoa({ deputy: 'binh', absences: AWAY });
    expect(await mine()).toMatchObject([{ kind: 'complete-plan', inPlaceOf: { id: 'hoa', name: 'Hoa' } }]);
    await hoa({ deputy: 'binh', absences: [] });
    expect(await mine()).toEqual([]);
  });

  it.each(['auditor', 'citizen'])('changes nothing as %s', async (role) => {
    const deputy = await as(`d-${role}`, 'health', role);
    await hoa({ deputy: `d-${role}`, absences: AWAY });
    const changes = (await codesFor(deputy)).filter(([name]) => !name.startsWith('reads'));
    expect(changes.map(([, status]) => status)).toEqual(changes.map(() => 403));
  });
});

describe('what is personal', () => {
  it('is read by everybody of themselves, whatever the role', async () => {
    for (const [role, token] of Object.entries(world.tokenOf)) {
      const who = caller(world.api.app, token);
      await who.get(`/v1/people/r-${role}/tokens`).expect(200);
      await who.get(`/v1/people/r-${role}`).expect(200);
      await who.get('/v1/inbox').expect(200);
    }
  });

  it('is an inbox that nobody else reads or marks, not even an administrator', async () => {
    const { deps, app } = world.api;
    const text = { subject: 's', body: 'b', language: 'vi', items: [], reminders: ['only'], deliveries: [] } as const;
    const message = { ...text, key: 'only', person: 'r-officer', createdAt: '2026-01-01T00:00:00.000Z' };
    await world.api.reminders.record([message]);
    for (const token of [world.tokenOf.administrator, world.tokenOf.auditor, world.tokenOf['head-of-unit']]) {
      const answer = await caller(app, token).get('/v1/inbox').expect(200);
      expect(answer.body).toEqual({ items: [] });
      await caller(app, token).post('/v1/inbox/only/read').expect(404);
    }
    expect((await deps.inbox.inbox('r-officer', undefined, 5)).map(({ key }) => key)).toEqual(['only']);
  });

  it('does not tell a citizen who works here', async () => {
    const citizen = caller(world.api.app, world.tokenOf.citizen);
    await citizen.get('/v1/people/p-office').expect(403);
    await citizen.get('/v1/people/nobody-of-that-name').expect(403);
  });
});

/** The cycles of these tests are in memory; Today reads the projection. */
async function projectCycle(): Promise<void> {
  const row = await world.api.deps.cycles.get(CYCLE);
  if (row === undefined) throw new Error('no cycle');
  await world.api.connection
    .collection<{ _id: string }>('cycles')
    .insertOne({ _id: CYCLE, ...row.cycle, open: true, cycle: row.cycle, dues: [], version: 1 } as never);
}
