import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engine } from '../support/engine';
import type { Engine } from '../support/engine';
import { eventually } from '../support/eventually';
import { httpApi } from '../support/http';
import type { Caller } from '../support/http';
import { anOffice, BY, PLAN } from '../support/office';
import { listening } from './listening';

type Item = { kind: string; cycle?: string; overdue: boolean; who?: { id: string }[]; inPlaceOf?: { id: string } };
type Today = { waiting: Item[]; waitingFor: Item[] };

let kairyo: Engine;
let api: Awaited<ReturnType<typeof httpApi>>;
const tokens = new Map<string, string>();

beforeAll(async () => {
  kairyo = await engine('today');
  await anOffice(kairyo.stores);
  await kairyo.work();
  api = await httpApi(kairyo);
  for (const person of ['head', 'lead', 'chi', 'dung', 'binh']) {
    const { body } = await api.admin.post(`/v1/people/${person}/tokens`, { name: 'test' });
    tokens.set(person, (body as { token: string }).token);
  }
});
afterAll(async () => {
  await api.close();
  await kairyo.close();
});

const as = (person: string): Caller => api.as(tokens.get(person) ?? '');
async function today(person: string): Promise<Today> {
  const { status, body } = await as(person).get('/v1/today');
  expect(status).toBe(200);
  return body as Today;
}
const kinds = (items: readonly Item[]) => items.map(({ kind }) => kind);
const command = (person: string, id: string, body: object) => as(person).post(`/v1/cycles/${id}/commands`, body);

describe('a day on real servers', () => {
  it('says from launch to review what waits for whom, and who is waited for', async () => {
    const launched = await as('lead').post('/v1/cycles', { procedure: 'licence', plan: { problem: 'Slow' } });
    const { id } = launched.body as { id: string };
    expect((await today('lead')).waiting).toMatchObject([{ kind: 'complete-plan', cycle: id }]);
    expect(kinds((await today('head')).waiting)).toEqual([]);

    await command('lead', id, { type: 'RevisePlan', plan: PLAN });
    expect((await today('lead')).waitingFor).toMatchObject([{ kind: 'approve-plan', who: [{ id: 'head' }] }]);
    expect(kinds((await today('head')).waiting)).toEqual(['approve-plan']);

    expect((await command('head', id, { type: 'ApprovePlan' })).status).toBe(200);
    expect(kinds((await today('head')).waiting)).toEqual([]);
    expect((await today('binh')).waiting).toMatchObject([{ kind: 'countermeasure', overdue: false }]);

    await command('lead', id, { type: 'EndDoEarly', reason: 'Enough seen' });
    expect(kinds((await today('chi')).waiting)).toEqual(['review']);
    expect((await today('lead')).waitingFor).toContainEqual(
      expect.objectContaining({
        kind: 'review',
        who: [expect.objectContaining({ id: 'chi' }), expect.objectContaining({ id: 'dung' })],
      }),
    );
  });

  it('shows a figure to whoever may approve it, and to whoever entered it as waited for', async () => {
    await kairyo.stores.organisation.put('unit', { id: 'kh-dpi', name: 'Planning', parent: 'kh' }, BY);
    const made = await as('head').put('/v1/indicators/seen', { name: 'Seen twice', approval: true });
    expect(made.status).toBe(201);
    const entered = await as('binh').post('/v1/indicators/seen/observations', { period: '2026-03', value: 4 });
    expect(entered.status).toBe(201);
    expect(kinds((await today('head')).waiting)).toContain('approve-observation');
    const [awaited] = (await today('binh')).waitingFor.filter(({ kind }) => kind === 'approve-observation');
    expect(awaited?.who?.map(({ id }) => id)).toEqual(['head', 'lead']);
    expect(kinds((await today('chi')).waiting)).not.toContain('approve-observation');
  });

  it('tells an open page of a command that another person gave', async () => {
    const page = await listening(api.port, tokens.get('chi') ?? '');
    const launched = await as('lead').post('/v1/cycles', { procedure: await procedure(), plan: {} });
    const { id } = launched.body as { id: string };
    await eventually(async () => expect(page.heard.map(({ data }) => data['id'])).toContain(id));
    await command('lead', id, { type: 'WithdrawPlan', reason: 'A mistake' });
    await eventually(async () =>
      expect(page.heard.map(({ data }) => data)).toContainEqual({ kind: 'cycle', id, version: 2 }),
    );
    page.leave();
  });
});

async function procedure(): Promise<string> {
  await kairyo.stores.organisation.put('procedure', { id: 'other', name: 'Other', unit: 'kh-dpi' }, BY);
  return 'other';
}
