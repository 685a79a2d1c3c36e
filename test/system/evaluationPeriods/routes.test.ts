import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EvaluationCommand } from '../../../src/domain/evaluations/evaluation.schema';
import type { Evaluation } from '../../../src/domain/evaluations/state';
import { periodOfDay, shifted } from '../../../src/domain/indicators/period';
import { createTokens } from '../../../src/store/tokens';
import { periodsOver } from '../../../src/worker/evaluationPeriods';
import { ADMIN_TOKEN, apiUnderTest, caller } from '../api/support';
import type { ApiUnderTest } from '../api/support';
import { waitedFor } from '../reviews/reviewing';
import { anOffice, BY } from '../support/office';
import { hasTimeSkipping } from '../support/servers';
import { aDepartment, evaluating, SCHEME, schemeInForce } from './evaluating';
import type { Evaluating } from './evaluating';

const periodTest = hasTimeSkipping() ? it : it.skip;
const CALLERS = ['head', 'lead', 'chi', 'auditor', 'p00000', 'p00001', 'head-office-0', 'chief-kh'] as const;
type Name = (typeof CALLERS)[number];
let there: Evaluating;
let api: ApiUnderTest;
let as: Readonly<Record<Name | 'administrator', ReturnType<typeof caller>>>;
let month: string;

beforeAll(async () => {
  if (!hasTimeSkipping()) return;
  there = await evaluating('period_routes');
  const { stores } = there;
  await anOffice(stores);
  await aDepartment(stores, 40);
  const person = { name: 'x', language: 'vi' as const };
  const put = (id: string, unit: string, role: 'head-of-unit' | 'auditor' | 'officer', manager?: string) =>
    stores.organisation.put('person', { ...person, id, unit, roles: [role], ...(manager && { manager }) }, BY);
  for (const unit of ['kh', 'kh-dpi']) await put(`chief-${unit}`, unit, 'head-of-unit');
  await put('auditor', 'kh', 'auditor');
  await stores.organisation.put('unit', { id: 'small', name: 'Small', parent: 'kh-dpi' }, BY);
  await put('head-small', 'small', 'head-of-unit', 'head');
  for (const id of ['s1', 's2']) await put(id, 'small', 'officer', 'head-small');
  month = shifted(periodOfDay((await there.now()).slice(0, 10), 'month'), -2);
  const tokens = createTokens(stores.connection);
  const now = () => new Date().toISOString();
  api = await apiUnderTest({
    ...stores,
    ...{ tokens, inbox: stores.reminders, periodCommands: there.commands },
    ...periodsOver(stores, { schemeInForce, now }),
  });
  const admin = caller(api.app, ADMIN_TOKEN);
  const entries = CALLERS.map(async (id) => {
    const issued = await admin.post(`/v1/people/${id}/tokens`, { name: 'test' }).expect(201);
    return [id, caller(api.app, (issued.body as { token: string }).token)] as const;
  });
  as = { ...Object.fromEntries(await Promise.all(entries)), administrator: admin } as typeof as;
}, 180_000);
afterAll(async () => {
  await api?.close();
  await there?.close();
});

type Body = { readonly phase: string; readonly appealsUntil?: { readonly at: string } } & Record<string, unknown>;
const at = (of: string, look = ''): string =>
  `/v1/evaluation-periods/${encodeURIComponent(`${SCHEME}~kh-dpi~${of}`)}${look}`;
const seen = async (of: string): Promise<Body> => (await as.head.get(at(of)).expect(200)).body as Body;
const inPhase = (of: string, phase: string): Promise<Body> =>
  waitedFor(async () => {
    const body = await seen(of);
    return body.phase === phase ? body : undefined;
  });
const command = (by: Name, of: string, body: object) => as[by].post(at(of, '/commands'), body);
const opening = (period: string) => ({ scheme: SCHEME, unit: 'kh-dpi', period, calibrators: ['lead'] });
async function everybody(of: string): Promise<readonly Evaluation[]> {
  const found: Evaluation[] = [];
  for await (const { evaluation } of there.evaluations.ofPeriod(`${SCHEME}~kh-dpi~${of}`)) found.push(evaluation);
  return found;
}

/** A product done and rated for each, by points of their number; not approved. */
async function rated(of: string, points: (person: string) => number): Promise<void> {
  const due = `${of}-20`;
  const all = await everybody(of);
  const commands: readonly ((person: string) => EvaluationCommand)[] = [
    () => ({ type: 'AssignWork', item: 'w', title: 'W', quantity: 1, coefficient: 1, due }),
    () => ({ type: 'ReportDone', item: 'w', doneOn: due }),
    (person) => ({ type: 'Rate', ratings: { 'general/conduct': points(person) } }),
  ];
  for (const commandFor of commands) {
    const orders = all.flatMap(({ id, person, manager: by, phase }) =>
      by === undefined || phase === 'excluded'
        ? []
        : [{ id, command: commandFor(person), by: { id: by }, commandId: randomUUID() }],
    );
    for (const one of await there.evaluations.commandMany(orders)) if (!one.ok) throw new Error(JSON.stringify(one));
  }
}

describe('a period of evaluation over HTTP', () => {
  periodTest(
    'is opened by the head alone, for a period of the cadence that has begun',
    async () => {
      await as.p00000.post('/v1/evaluation-periods', opening(month)).expect(403);
      const refused = async (body: object, code: string, field: string) => {
        const answer = await as.head.post('/v1/evaluation-periods', body);
        expect({ status: answer.status, body: answer.body as object }).toMatchObject({
          status: 422,
          body: { code, errors: [{ field }] },
        });
      };
      await refused(opening(`${month.slice(0, 4)}-Q1`), 'EVALUATION_PERIOD_OF_ANOTHER_LENGTH', '/period');
      await refused(opening(shifted(month, 24)), 'EVALUATION_PERIOD_LIES_AHEAD', '/period');
      await refused({ ...opening(month), calibrators: ['nobody'] }, 'UNKNOWN_PERSON', '/calibrators/0');
      const opened = await as.head.post('/v1/evaluation-periods', opening(month)).expect(201);
      expect(opened.headers).toMatchObject({ location: at(month), etag: expect.any(String) });
      const again = await as.head.post('/v1/evaluation-periods', opening(month)).expect(409);
      expect(again.body).toMatchObject({ code: 'EVALUATION_PERIOD_EXISTS' });
      await inPhase(month, 'selfAssessment');
      const list = await as.head.get('/v1/evaluation-periods?unit=kh-dpi').expect(200);
      expect(list.body).toMatchObject({ items: [{ id: `${SCHEME}~kh-dpi~${month}`, phase: 'selfAssessment' }] });
    },
    180_000,
  );

  periodTest(
    'is looked at by whom it concerns, with small groups protected',
    async () => {
      await rated(month, (person) => (person.startsWith('p0') ? 15 + (Number(person.slice(1)) % 16) : 25));
      const own = (await as['head-office-0'].get(at(month, '/exceptions')).expect(200)).body as { people: number };
      expect(own.people).toBe(20);
      await as.p00000.get(at(month, '/exceptions')).expect(({ status, body }) => {
        if (status !== 403) expect(body).toMatchObject({ people: 0, items: [], plain: [] });
      });

      const raters = (await as.lead.get(at(month, '/raters')).expect(200)).body as {
        raters: { rater: string }[];
        small: object;
      };
      expect(raters.raters.map(({ rater }) => rater)).toEqual(expect.arrayContaining(['head-office-0']));
      expect(JSON.stringify(raters)).not.toContain('head-small');
      expect(raters.small).toMatchObject({ raters: expect.any(Number) });
      for (const name of ['head', 'chi', 'auditor', 'p00000'] as const)
        await as[name].get(at(month, '/raters')).expect(403);

      const units = await as.head.get(at(month, '/units')).expect(200);
      expect(JSON.stringify(units.body)).not.toContain('"small","people"');
      expect(units.body).toMatchObject({ small: { units: 1, people: 3 } });
      for (const name of ['lead', 'chi', 'auditor', 'p00000'] as const)
        await as[name].get(at(month, '/units')).expect(403);
      for (const look of ['/quota', '/changes', '/sample', '/events']) {
        await as.lead.get(at(month, look)).expect(200);
        await as.p00000.get(at(month, look)).expect(403);
      }
      const changes = await as.head.get(at(month, '/changes')).expect(200);
      expect(changes.body).toMatchObject({ up: 0, down: 0, same: 0, moved: [] });
    },
    180_000,
  );

  periodTest(
    'approves many, says of each of the others why not, and publishes only when all is said',
    async () => {
      const refused = async (body: object, code: string) =>
        expect((await command('head', month, body).expect(409)).body).toMatchObject({
          code,
          detail: expect.any(String),
        });
      await refused({ type: 'Publish' }, 'CALIBRATION_NOT_HELD');
      const ofHead = (await everybody(month)).filter(({ approver }) => approver === 'head').map(({ person }) => person);
      expect(ofHead).toContain('p00000');
      const approving = await command('head', month, { type: 'ApproveMany', persons: [...ofHead, 'lead', 'nobody'] });
      expect(approving.body).toMatchObject({
        many: {
          approved: expect.arrayContaining(ofHead),
          refused: [
            { person: 'lead', code: expect.any(String), words: expect.any(String) },
            { person: 'nobody', code: 'NO_SUCH_EVALUATION', words: expect.any(String) },
          ],
        },
      });
      await command('p00000', month, { type: 'ApproveMany', persons: ['p00001'] }).expect(403);
      const held = { type: 'HoldCalibration', attendance: ['lead', 'head'], minutes: 'Đã xem' };
      await command('chi', month, held).expect(403);
      await command('lead', month, held).expect(200);
      await refused({ type: 'Publish' }, 'SOMEBODY_IS_UNRATED');
      for (const { id, approver, phase } of await everybody(month))
        if (approver !== undefined && phase === 'approving')
          await there.evaluations.command(id, {
            ...{ command: { type: 'Approve' }, by: { id: approver }, commandId: randomUUID() },
          });
      await refused({ type: 'Publish' }, 'QUOTA_IS_EXCEEDED');
      const quota = (await as.lead.get(at(month, '/quota')).expect(200)).body as {
        groups: { limit: number; keep: object[]; words: string }[];
        exceeded: string[];
      };
      expect(quota.exceeded).toHaveLength(1);
      expect(quota.groups[0]?.words).toMatch(/\d/);

      const drawn = await command('lead', month, { type: 'DrawSample', size: 5, seed: 'x' }).expect(200);
      expect(drawn.body).toMatchObject({ id: expect.any(String) });
      const { items } = (await as.lead.get(at(month, '/sample')).expect(200)).body as {
        items: { persons: string[]; seed: string }[];
      };
      expect(items).toMatchObject([{ seed: 'x', persons: expect.any(Array) }]);
      expect(items[0]?.persons).toHaveLength(5);

      const accepted = await command('lead', month, { type: 'AcceptQuota' });
      if (accepted.status !== 200) await command('lead', month, { type: 'AcceptQuota', keep: [] }).expect(200);
      await command('lead', month, { type: 'Publish' }).expect(403);
      const stale = await as.head.post(at(month, '/commands'), { type: 'Publish' }).set('If-Match', '"1"');
      expect(stale.status).toBe(412);
      await command('head', month, { type: 'Publish' }).expect(200);
      const appeals = await inPhase(month, 'appeals');
      await refused({ type: 'Finalise' }, 'APPEALS_ARE_STILL_POSSIBLE');
      await there.until(new Date(Date.parse(appeals.appealsUntil?.at ?? '') + 60_000).toISOString());
      await inPhase(month, 'final');
      await waitedFor(async () =>
        (await everybody(month)).every(({ phase }) => phase === 'final' || phase === 'excluded') ? true : undefined,
      );
    },
    240_000,
  );

  periodTest('gives each person the mean of the year, explained, to whom it concerns', async () => {
    const address = (person: string) => `/v1/people/${person}/evaluation-year/${month.slice(0, 4)}`;
    const own = await as.p00000.get(address('p00000')).expect(200);
    expect(own.body).toMatchObject({
      ...{ person: 'p00000', final: true, average: 85 },
      periods: [{ period: month, total: 85, counts: true, workingShare: 1 }],
      words: expect.stringContaining('mean of 1 rated periods: 85'),
    });
    await as['head-office-0'].get(address('p00000')).expect(200);
    for (const other of ['p00001', 'chi', 'lead'] as const) await as[other].get(address('p00000')).expect(403);
    const log = await as.p00000.get('/v1/me/access-log').expect(200);
    expect(log.body).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ what: 'year' })]) });
    const none = await as.p00000.get('/v1/people/p00000/evaluation-year/1999').expect(200);
    expect(none.body).toMatchObject({ final: false, periods: [] });
  });

  periodTest('is read-only once it is final', async () => {
    for (const body of [
      { type: 'Publish' },
      { type: 'PausePeriod', reason: 'x' },
      { type: 'CancelPeriod', reason: 'x' },
      { type: 'DrawSample', size: 1 },
      { type: 'HoldCalibration', attendance: ['lead'], minutes: 'x' },
      { type: 'ExtendStep', step: 'approval', to: '2100-01-04', reason: 'x' },
    ]) {
      const by = body.type === 'DrawSample' || body.type === 'HoldCalibration' ? 'lead' : 'head';
      const answer = await command(by, month, body);
      expect({ type: body.type, status: answer.status }).toEqual({ type: body.type, status: 409 });
    }
    const [one] = (await everybody(month)).filter(({ person }) => person === 'p00000');
    const rate = { command: { type: 'Rate', ratings: { 'general/conduct': 1 } }, by: { id: 'head-office-0' } } as const;
    expect(await there.evaluations.command(one?.id ?? '', { ...rate, commandId: randomUUID() })).toMatchObject({
      ok: false,
    });
  });
});
