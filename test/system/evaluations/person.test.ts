import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { memoryPeriods } from '../api/fakes';
import { caller, apiUnderTest, seedProvince } from '../api/support';
import type { ApiUnderTest } from '../api/support';
import type { Evaluation } from '../../../src/domain/evaluations/state';

const PERIOD_ID = 'vn-335-2025~department~2026-03';
const ID = `${PERIOD_ID}~binh`;
const PATH = `/v1/evaluations/${encodeURIComponent(ID)}`;
let api: ApiUnderTest;
const leadersTold: string[] = [];
let clock = '2026-03-20T02:00:00.000Z';
const tokens = new Map<string, string>();
const as = (person: string) => caller(api.app, tokens.get(person));

const PEOPLE = {
  binh: { unit: 'department', roles: ['officer'] },
  peer: { unit: 'department', roles: ['officer'] },
  manager: { unit: 'department', roles: ['officer'] },
  approver: { unit: 'department', roles: ['officer'] },
  head: { unit: 'department', roles: ['head-of-unit'] },
  otherHead: { unit: 'health', roles: ['head-of-unit'] },
  lead: { unit: 'department', roles: ['improvement-lead'] },
  evaluator: { unit: 'department', roles: ['evaluator'] },
  auditor: { unit: 'province', roles: ['auditor'] },
} as const;

beforeAll(async () => {
  const periodCommands = { ...memoryPeriods, resultsChanged: async (id: string) => void leadersTold.push(id) };
  api = await apiUnderTest({ now: () => clock, periodCommands });
  await seedProvince(api);
  const admin = caller(api.app);
  for (const [id, { unit, roles }] of Object.entries(PEOPLE)) {
    const language = id === 'binh' ? 'vi' : 'en';
    await admin.put(`/v1/people/${id}`, { name: id, unit, roles, language }).expect(201);
    const made = await admin.post(`/v1/people/${id}/tokens`, { name: id }).expect(201);
    tokens.set(id, (made.body as { token: string }).token);
  }
  const placed = { unit: 'department', agency: 'department', position: 'officer', duties: 'officer', leader: false };
  await api.deps.evaluations.openMany(
    [
      {
        ...{ periodId: PERIOD_ID, person: 'binh', period: '2026-03', scheme: { id: 'vn-335-2025', version: 1 } },
        ...{ ...placed, kind: 'civil-servant', manager: 'manager', approver: 'approver', workingShare: 1 },
        rules: { lateEntryGrace: 3, appeal: 5, appealDecision: 10 },
        segments: [{ unit: 'department', from: '2026-03-01', to: '2026-03-31', manager: 'manager' }],
      },
    ],
    { at: clock, by: 'kairyo', commandId: 'open' },
  );
});
afterAll(() => api.close());

const give = (person: string, command: object) => as(person).post(`${PATH}/commands`, command);
const news = async () =>
  (await api.reminders.inbox('binh', undefined, 50)).filter(({ key }) => key.includes('/changed/'));
const codeOf = (body: unknown): string => (body as { code: string }).code;

test('only those concerned see a personal score, and every refusal is written down', async () => {
  for (const person of ['binh', 'manager', 'approver', 'head', 'evaluator', 'auditor'])
    await as(person).get(PATH).expect(200);
  for (const person of ['peer', 'otherHead', 'lead'])
    for (const path of [PATH, `${PATH}/explain`, `${PATH}/events`]) await as(person).get(path).expect(403);
  for (const person of ['peer', 'otherHead', 'lead']) {
    const body: unknown = (await as(person).get('/v1/evaluations').expect(200)).body;
    expect((body as { items: unknown[] }).items).toEqual([]);
  }
  const body: unknown = (await caller(api.app).get('/v1/refusals?limit=100').expect(200)).body;
  const refused = (body as { items: readonly { person?: string; path?: string }[] }).items;
  for (const person of ['peer', 'otherHead', 'lead'])
    expect(refused.filter((one) => one.person === person).length).toBeGreaterThanOrEqual(3);
});

test('the person reads who looked', async () => {
  const body: unknown = (await as('binh').get('/v1/me/access-log').expect(200)).body;
  const looks = (body as { items: readonly { by: string; what: string }[] }).items;
  expect(new Set(looks.map(({ by }) => by))).toEqual(new Set(['manager', 'approver', 'head', 'evaluator', 'auditor']));
});

test('nobody commands what is another’s to do', async () => {
  await give('binh', { type: 'AssignWork', item: 'x', title: 'x', due: '2026-03-18' }).expect(403);
  await give('peer', { type: 'ReportDone', item: 'x', doneOn: '2026-03-18' }).expect(403);
  await give('manager', { type: 'AssessSelf', ratings: {} }).expect(403);
  await give('manager', { type: 'Appeal', points: [{ part: 'item', key: 'x', why: 'x' }] }).expect(403);
  await give('lead', { type: 'Approve' }).expect(403);
});

test('work is taken from another system once, however often it is sent; a refused row says why', async () => {
  const csv = [
    'person;item;title;coefficient;due;from;doneOn',
    'binh;hs-1;Giải quyết hồ sơ;20;2026-03-18;case:1;2026-03-17',
    'binh;hs-2;Giải quyết hồ sơ;30;2026-03-18;case:2;2026-03-17',
    'nobody;hs-3;Giải quyết hồ sơ;1;2026-03-18;case:3;',
    'binh;hs-4;Giải quyết hồ sơ;nhiều;2026-03-18;case:4;',
  ].join('\n');
  const first = await as('manager').post('/v1/evaluations/work', { period: PERIOD_ID, csv }).expect(200);
  expect(first.body).toMatchObject({ stored: 2, unchanged: 0 });
  expect((first.body as { errors: { row: number }[] }).errors.map(({ row }) => row)).toEqual([4, 5]);
  const second = await as('manager').post('/v1/evaluations/work', { period: PERIOD_ID, csv }).expect(200);
  expect(second.body).toMatchObject({ stored: 0, unchanged: 2 });
});

test('rows that the policy refuses are named and noted', async () => {
  const rows = [{ person: 'binh', item: 'x', title: 'x', due: '2026-03-18', from: 'case:9' }];
  const answer = await as('peer').post('/v1/evaluations/work', { period: PERIOD_ID, rows }).expect(200);
  expect(answer.body).toMatchObject({ stored: 0, errors: [{ row: 1, code: expect.stringMatching(/ROLE|UNIT/) }] });
  const body: unknown = (await caller(api.app).get('/v1/refusals?limit=200').expect(200)).body;
  const refused = (body as { items: readonly { person?: string; path?: string; action?: string }[] }).items;
  expect(refused).toContainEqual(
    expect.objectContaining({ person: 'peer', action: 'evaluation.assign', path: `/v1/evaluations/${ID}` }),
  );
});

test('many commands at once answer each for itself', async () => {
  const commands = [
    { id: ID, command: { type: 'AssignWork', item: 'w3', title: 'Báo cáo', coefficient: 40, due: '2026-03-27' } },
    { id: ID, command: { type: 'CheckQuality', item: 'hs-2', passed: false } },
    { id: `${PERIOD_ID}~nobody`, command: { type: 'CheckQuality', item: 'hs-2', passed: false } },
  ];
  const body: unknown = (await as('manager').post('/v1/evaluations/commands', { commands }).expect(200)).body;
  expect((body as { outcomes: { ok: boolean }[] }).outcomes.map(({ ok }) => ok)).toEqual([true, true, false]);
});

/** Full points of every rated criterion but one each. */
async function ratings(): Promise<Record<string, number>> {
  const found = await api.deps.schemeInForce('vn-335-2025', '2026-03-01');
  const rated = found?.definition.sections ?? [];
  return Object.fromEntries(
    rated.flatMap(({ key, of }) =>
      of.type === 'rated' ? of.criteria.map((one) => [`${key}/${one.key}`, one.max - 0.5] as const) : [],
    ),
  );
}

test('a whole period of one person: from work to the decision of an appeal', async () => {
  clock = '2026-04-02T02:00:00.000Z';
  const points = await ratings();
  await give('binh', { type: 'AssessSelf', ratings: points }).expect(200);
  await give('manager', { type: 'Rate', ratings: points }).expect(200);
  expect(codeOf((await give('manager', { type: 'Approve' }).expect(403)).body)).toMatch(/ROLE|RATED/);
  const approved = await give('approver', { type: 'Approve' }).expect(200);
  const { total, class: band } = (approved.body as { score: { total: number; class: string } }).score;
  const published = await api.deps.evaluations.command(ID, {
    ...{ command: { type: 'PublishResult', total, class: band }, by: { id: 'kairyo' }, commandId: 'publish' },
  });
  expect(published.ok && published.evaluation.phase).toBe('published');
  clock = '2026-04-03T02:00:00.000Z';
  const dispute = { part: 'item', key: 'hs-2', why: 'Lỗi của hệ thống' };
  await give('binh', { type: 'Appeal', points: [dispute] }).expect(200);
  const decision = {
    type: 'DecideAppeal',
    decisions: [{ key: 'hs-2', upheld: true, reason: 'Đã kiểm tra' }],
    changes: { items: { 'hs-2': { qualityFailures: 0 } } },
  };
  await give('manager', decision).expect(403);
  const decided = await give('head', decision).expect(200);
  const after = decided.body as { published: { total: number }; corrections: unknown[]; phase: Evaluation['phase'] };
  expect(after.phase).toBe('published');
  expect(after.published.total).toBeGreaterThan(total);
  expect(after.corrections).toHaveLength(1);
  expect(leadersTold).toEqual([PERIOD_ID]);
});

test('who appealed, and whose result is corrected, is told once for each, alone and in their language', async () => {
  const decided = await news();
  expect(decided).toHaveLength(1);
  expect(decided[0]?.subject).toBe('Quyết định về khiếu nại: Đánh giá công chức theo Nghị định 335/2025, 2026-03');
  expect(decided[0]?.body).toContain('Khiếu nại về «Giải quyết hồ sơ» được chấp nhận: Đã kiểm tra');
  expect(decided[0]?.body).toMatch(/Trước: [\d,]+ điểm, .+\.\nNay: [\d,]+ điểm, .+\./);
  const correction = { type: 'Correct', changes: { items: { w3: { done: true } } }, reason: 'Nhập thiếu' };
  await as('head').post(`${PATH}/commands`, correction).set('Idempotency-Key', 'correction-1').expect(200);
  await as('head').post(`${PATH}/commands`, correction).set('Idempotency-Key', 'correction-1').expect(200);
  const both = await news();
  expect(both).toHaveLength(2);
  expect(both[0]?.body).toContain('Lý do: Nhập thiếu');
  expect(both.every(({ person }) => person === 'binh')).toBe(true);
});

test('the explanation leads down to who entered what and when', async () => {
  const body: unknown = (await as('binh').get(`${PATH}/explain`).expect(200)).body;
  type Node = { entries: { words: string; by: string }[]; parts: Node[] };
  const entriesIn = (node: Node): readonly string[] => [
    ...node.entries.map(({ words, by }) => `${by}: ${words}`),
    ...node.parts.flatMap(entriesIn),
  ];
  const entries = entriesIn(body as Node);
  expect(entries).toContain('manager: Quality check: failed');
  expect(entries.some((one) => one.startsWith('kairyo: Published: '))).toBe(true);
  expect(JSON.stringify(body)).not.toContain('general/');
  expect(entries.some((one) => one.startsWith('binh: Self-assessment'))).toBe(true);
});

test('what the next class would take, in sentences with names', async () => {
  const asked = as('binh').get(`${PATH}/next-band`).set('Accept-Language', 'vi');
  const body = (await asked.expect(200)).body as { state: string; words: string };
  expect(JSON.stringify(body)).not.toMatch(/not-completed”|«completed|«good|«excellent/);
  expect(body.words).toMatch(/mức|cao nhất/);
});

test('one’s own evaluations and posts', async () => {
  const body: unknown = (await as('binh').get('/v1/me/evaluations').expect(200)).body;
  expect((body as { items: { id: string }[] }).items.map(({ id }) => id)).toEqual([ID]);
  const posts = { posts: [{ from: '2026-01-01', unit: 'department', position: 'officer' }] };
  await as('peer').put('/v1/people/binh/posts', posts).expect(403);
  await as('head').put('/v1/people/binh/posts', posts).expect(200);
  const strange = { posts: [{ from: '2026-01-01', unit: 'nowhere', position: 'officer' }] };
  expect(codeOf((await as('head').put('/v1/people/binh/posts', strange).expect(422)).body)).toBe('UNKNOWN_UNIT');
});
