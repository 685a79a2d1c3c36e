import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { facts, scheme } from '../../../src/api/routes/schemeExamples';
import { evolve as evolvePeriod } from '../../../src/domain/evaluationPeriods/evolve';
import { periodDates } from '../../../src/domain/evaluationPeriods/dates';
import type { PeriodEvent } from '../../../src/domain/evaluationPeriods/events';
import { periodId } from '../../../src/domain/evaluationPeriods/state';
import { EvaluationCommand } from '../../../src/domain/evaluations/evaluation.schema';
import { evaluationId } from '../../../src/domain/evaluations/state';
import { SchemeDefinition } from '../../../src/domain/schemes/scheme.schema';
import { VIETNAM } from '../../../src/domain/calendar/vietnam';
import { signedInAs } from '../api/support';
import { scoring } from '../scorecards/world';
import type { Scoring } from '../scorecards/world';

let at: Scoring;
beforeAll(async () => {
  at = await scoring();
  await signedInAs(at.api, 'teacher', { unit: 'health', roles: ['officer'] });
});
afterAll(() => at.api.close());

const MONTH = '2026-02';
const ofOffice = (group: object, more: object = {}) => ({ ...scheme, group, ...more });
type Warned = { readonly warnings?: readonly { readonly people: readonly string[]; readonly message: string }[] };
const put = async (id: string, body: object) => (await at.admin.put(`/v1/schemes/${id}`, body)).body as Warned;
const inForce = async (query: string) =>
  ((await at.admin.get(`/v1/schemes/in-force?${query}`).expect(200)).body as { items: { scheme: string }[] }).items.map(
    (one) => one.scheme,
  );

/** A period whose results were told, with these people at these points of the manager. */
async function aPeriod(of: string, unit: string, people: Readonly<Record<string, number>>): Promise<string> {
  const { deps } = at.api;
  const definition = SchemeDefinition.parse(scheme);
  const id = periodId(of, unit, MONTH);
  const name = { vi: of, en: of, ja: of };
  const now = deps.now();
  const event: PeriodEvent = {
    ...{
      type: 'PeriodOpened',
      at: now,
      by: 'head',
      id,
      unit,
      period: MONTH,
      calibrators: [],
      excluded: [],
      title: name,
    },
    scheme: { id: of, version: 1, name, classes: {}, deadlines: definition.deadlines, quotas: [] },
    dates: periodDates(definition.deadlines, { period: MONTH, at: now }, VIETNAM),
  };
  const opened = { ...evolvePeriod(undefined, event), phase: 'appeals' as const };
  await deps.evaluationPeriods.append(
    [{ stream: id, sequence: 1, commandId: id, previous: '', hash: id, event }],
    opened,
  );
  const placed = { unit, agency: unit, position: 'officer', duties: 'officer', kind: 'civil-servant', leader: false };
  const rows = Object.keys(people).map((person) => ({
    ...{ periodId: id, person, period: MONTH, scheme: { id: of, version: 1 }, ...placed, manager: 'head' },
    ...{ segments: [], workingShare: 1, rules: { lateEntryGrace: 3, appeal: 5, appealDecision: 10 } },
  }));
  await deps.evaluations.openMany(rows, { at: now, by: 'kairyo', commandId: 'open' });
  for (const [person, general] of Object.entries(people)) await worked(evaluationId(id, person), general);
  return id;
}

async function worked(id: string, general: number): Promise<void> {
  const commands = [
    { type: 'AssignWork', item: 'w', title: 'Work', quantity: 1, coefficient: 10, due: `${MONTH}-20` },
    { type: 'Rate', ratings: { 'general/conduct': general } },
  ] as const;
  for (const [i, command] of commands.entries()) {
    const order = { command: EvaluationCommand.parse(command), by: { id: 'head' }, commandId: `${id}/${i}` };
    const outcome = await at.api.deps.evaluations.command(id, order);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  }
}

describe('which scheme is for whom', () => {
  it('goes by kinds, positions, units with those below, and leaders, on the day', async () => {
    await put('of-department', ofOffice({ units: ['department'], leaders: false }, { validTo: '2027-12-31' }));
    await put('of-leaders', ofOffice({ units: ['department'], leaders: true }));
    expect(await inForce('person=hoa&on=2026-03-01')).toEqual(['of-department']);
    expect(await inForce('person=head&on=2026-03-01')).toEqual(['of-leaders']);
    expect(await inForce('person=teacher&on=2026-03-01')).toEqual([]);
    expect(await inForce('person=hoa&on=2028-01-01')).toEqual([]);
  });

  it('follows somebody from post to post', async () => {
    await put('of-doctors', ofOffice({ units: ['health'], kinds: ['public-employee'] }));
    const post = { position: 'officer', kind: 'public-employee' };
    const posts = [
      { ...post, from: '2026-01-01', unit: 'office' },
      { ...post, from: '2026-06-01', unit: 'health' },
    ];
    await at.admin.put('/v1/people/teacher/posts', { posts }).expect(200);
    expect(await inForce('person=teacher&on=2026-05-31')).toEqual(['of-department']);
    expect(await inForce('person=teacher&on=2026-06-01')).toEqual(['of-doctors']);
  });

  it('tells anybody their own, and a colleague’s only to whoever may read posts', async () => {
    await at.officer.get('/v1/schemes/in-force').expect(200);
    await at.officer.get('/v1/schemes/in-force?person=head').expect(403);
    await at.admin.get('/v1/schemes/in-force?person=nobody').expect(404);
  });

  it('names the people for whom two would be, and the way out, when a scheme is put', async () => {
    const { warnings = [] } = await put('another', ofOffice({ positions: ['officer'], kinds: ['civil-servant'] }));
    expect(warnings).toMatchObject([{ scheme: 'of-department', people: ['hoa'], field: '/group' }]);
    expect(warnings[0]?.message).toContain('narrow the group');
    const apart = await put('another', ofOffice({ positions: ['driver'] }, { reason: 'Apart' }));
    expect(apart.warnings).toBeUndefined();
  });
});

describe('opening a period', () => {
  it('is refused for people whom another scheme evaluates in these days, until they are excluded', async () => {
    await aPeriod('of-department', 'office', { hoa: 20 });
    const opening = { scheme: 'vn-335-2025', unit: 'department', period: MONTH };
    const refused = await at.admin.post('/v1/evaluation-periods', opening);
    expect([refused.status, refused.body]).toMatchObject([
      409,
      { code: 'EVALUATED_BY_ANOTHER_SCHEME', params: { people: 'hoa', count: 1 } },
    ]);
    const excluded = [{ person: 'hoa', reason: 'Evaluated in the office' }];
    const further = await at.admin.post('/v1/evaluation-periods', { ...opening, excluded });
    expect(further.body).toMatchObject({ code: 'EVALUATION_PERIOD_EXISTS' });
  });
});

describe('a trial on the last period', () => {
  const changed = {
    ...scheme,
    bands: [{ key: 'excellent', atLeast: 26 }, { key: 'completed', atLeast: 20 }, { key: 'not-completed' }],
  };
  const trial = (id: string, body: object) => at.admin.post(`/v1/schemes/${id}/trial`, body);

  it('is refused where none was told yet, saying so', async () => {
    const answer = await trial('of-leaders', { definition: changed }).expect(422);
    expect(answer.body).toMatchObject({ code: 'SCHEME_NO_PERIOD_YET' });
  });

  it('says who would move class and why, and whoever is named can read that', async () => {
    for (const person of ['p1', 'p2', 'p3', 'p4'])
      await signedInAs(at.api, person, { unit: 'health', roles: ['officer'] });
    await put('of-doctors', ofOffice({ units: ['health'] }, { reason: 'All' }));
    await aPeriod('of-doctors', 'health', { p1: 10, p2: 15, p3: 18, p4: 25, teacher: 28 });
    const body = (await trial('of-doctors', { definition: changed }).expect(200)).body as object;
    expect(body).toMatchObject({ period: MONTH, people: 5, up: 2, unchanged: 3, notScored: 0 });
    expect((body as { moved: object[] }).moved).toMatchObject([
      { person: 'p4', before: { class: 'not-completed' }, after: { class: 'completed' } },
      { person: 'teacher', before: { class: 'not-completed' }, after: { class: 'excellent' } },
    ]);
    expect((await at.api.deps.accessLog.of('p4', { limit: 5 })).map(({ what }) => what)).toContain('trial');
    expect(await at.api.deps.accessLog.of('p1', { limit: 5 })).toEqual([]);
  });

  it('only counts a small group', async () => {
    const body = (await trial('of-department', { definition: changed }).expect(200)).body as object;
    expect(body).toMatchObject({ period: MONTH, people: 1, up: 1 });
    expect(body).not.toHaveProperty('moved');
  });
});

describe('a draft', () => {
  it('is tried without being stored, and refused as the scheme would be', async () => {
    const good = await at.officer.post('/v1/schemes/try', { definition: scheme, facts }).expect(200);
    expect(good.body).toMatchObject({ total: 64.333, class: 'completed' });
    const wrong = { definition: { ...scheme, passing: 'fine' }, facts };
    const answer = await at.officer.post('/v1/schemes/try', wrong).expect(422);
    expect(answer.body).toMatchObject({ errors: [{ field: '/definition/passing' }] });
  });
});
