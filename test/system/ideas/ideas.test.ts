import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { Cycle } from '../../../src/domain/cycle/state';
import { verifyChain } from '../../../src/domain/shared/chain';
import { engine } from '../support/engine';
import type { Engine } from '../support/engine';
import { httpApi } from '../support/http';
import type { Answer, Caller } from '../support/http';
import { eventually } from '../support/eventually';
import { anOffice, PLAN } from '../support/office';

let kairyo: Engine;
let api: Awaited<ReturnType<typeof httpApi>>;
const as: Record<string, Caller> = {};

beforeAll(async () => {
  kairyo = await engine('ideas');
  await anOffice(kairyo.stores);
  await kairyo.work();
  api = await httpApi(kairyo);
  for (const person of ['head', 'lead', 'chi', 'dung', 'binh']) {
    const { body } = await api.admin.post(`/v1/people/${person}/tokens`, { name: 'test' });
    as[person] = api.as((body as { token: string }).token);
  }
});
afterAll(async () => {
  await api.close();
  await kairyo.close();
});

const who = (person: string): Caller => {
  const caller = as[person];
  if (caller === undefined) throw new Error(`nobody is called ${person}`);
  return caller;
};
type Idea = {
  readonly id: string;
  readonly stage: string;
  readonly answerers: readonly string[];
  readonly proposedBy?: string;
  readonly points: readonly { readonly kind: string; readonly evidence: { readonly id: string } }[];
};
const idea = ({ body }: Answer): Idea => body as Idea;
const codeOf = ({ body }: Answer) => (body as { code?: string }).code;
async function proposed(title: string, over: object = {}, by = 'binh'): Promise<Idea> {
  const answer = await who(by).post('/v1/ideas', {
    title,
    text: 'Citizens would come once, not three times.',
    ...over,
  });
  expect(answer.status).toBe(201);
  return idea(answer);
}
const command = (person: string, { id }: Idea, order: object) => who(person).post(`/v1/ideas/${id}/commands`, order);

describe('an idea over HTTP', () => {
  it('goes from a proposal by a cycle to tested and improved, and its points follow the evidence', async () => {
    const mine = await proposed('Checklist at the counter', { procedure: 'licence' });
    expect(mine).toMatchObject({ stage: 'new', answerers: ['lead'] });
    expect((await kairyo.stores.reminders.openDues(['kh-dpi'])).map(({ key }) => key)).toContain(
      `${mine.id}/idea-answer`,
    );
    await command('chi', mine, { type: 'SupportIdea' });
    expect(idea(await who('chi').get(`/v1/ideas/${mine.id}`)).stage).toBe('supported');
    const offered = await who('lead').post(`/v1/ideas/${mine.id}/cycle`, {});
    const { launch } = offered.body as { launch: { procedure: string; unit: string; plan: object } };
    expect(launch).toMatchObject({ procedure: 'licence', unit: 'kh-dpi' });
    const plan = { ...PLAN, ...launch.plan, countermeasures: PLAN.countermeasures, do: 'PT1S' };
    const launched = await who('lead').post('/v1/cycles', { ...launch, plan });
    expect(launched.status).toBe(201);
    const cycle = (launched.body as { id: string }).id;
    expect(codeOf(await command('binh', mine, { type: 'LinkCycle', cycle }))).toBe('ROLE_NEEDED');
    expect((await who('lead').post(`/v1/ideas/${mine.id}/cycle`, { cycle })).status).toBe(200);
    await who('head').post(`/v1/cycles/${cycle}/commands`, { type: 'ApprovePlan' });
    await eventually(async () =>
      expect(idea(await who('binh').get(`/v1/ideas/${mine.id}`)).points.map(({ kind }) => kind)).toContain('tested'),
    );
    await verdictImproved(cycle);
    const now = idea(await who('binh').get(`/v1/ideas/${mine.id}`));
    expect(now.stage).toBe('improved');
    const { body } = await who('binh').get('/v1/people/binh/innovation');
    expect(body).toMatchObject({ total: 14, points: expect.arrayContaining([expect.objectContaining({ own: 10 })]) });
    expect((await kairyo.stores.reminders.openDues(['kh-dpi'])).map(({ key }) => key)).not.toContain(
      `${mine.id}/idea-answer`,
    );
    const chain = await kairyo.stores.ideas.read(mine.id);
    expect(await verifyChain(each(chain), sha256)).toMatchObject({ valid: true, events: chain.length });
  });

  it('shows the name of an anonymous idea only to whoever answers', async () => {
    const hidden = await proposed('Quieter waiting room', { anonymous: true });
    expect(hidden.proposedBy).toBe('binh');
    const asRead = async (person: string) => (await who(person).get(`/v1/ideas/${hidden.id}`)).body;
    expect(JSON.stringify(await asRead('chi'))).not.toContain('binh');
    expect(JSON.stringify((await who('chi').get(`/v1/ideas/${hidden.id}/events`)).body)).not.toContain('binh');
    expect(await asRead('lead')).toMatchObject({ proposedBy: 'binh' });
  });

  it('keeps both contributors when one idea is merged into another', async () => {
    const [one, other] = [await proposed('Queue tickets'), await proposed('Tickets with a number', {}, 'dung')];
    const merging = { type: 'AnswerIdea', answer: 'merged', reason: 'The same', mergedInto: one.id };
    expect((await command('lead', other, merging)).status).toBe(200);
    expect((await who('chi').get(`/v1/ideas/${one.id}`)).body).toMatchObject({
      contributors: [
        { person: 'binh', share: 0.5 },
        { person: 'dung', share: 0.5 },
      ],
    });
  });

  it('carries a repeated command out once and counts simultaneous support of one person once', async () => {
    const one = await proposed('Bench outside');
    const headers = { 'idempotency-key': 'the-same-support' };
    const answers = await Promise.all([
      ...Array.from({ length: 3 }, () => command('chi', one, { type: 'SupportIdea' })),
      who('dung').post(`/v1/ideas/${one.id}/commands`, { type: 'SupportIdea' }, headers),
    ]);
    expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
    await command('dung', one, { type: 'SupportIdea' });
    expect((await who('chi').get(`/v1/ideas/${one.id}`)).body).toMatchObject({ support: 2 });
  });

  it('keeps the points of what was earned before the setting changed', async () => {
    const before = (await who('binh').get('/v1/people/binh/innovation')).body as { total: number };
    const put = await api.admin.put('/v1/settings/idea-points', { proposed: 2, validFrom: '2999-01-01' });
    expect(put).toMatchObject({ status: 200, body: { assumption: true, proposed: 1 } });
    expect((await who('binh').get('/v1/people/binh/innovation')).body).toMatchObject({ total: before.total });
    expect((await who('chi').get('/v1/people/binh/innovation')).status).toBe(403);
  });
});

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
async function* each<T>(rows: readonly T[]): AsyncIterable<T> {
  yield* rows;
}

/** The office of this test has no cases: the verdict that a check on cases would give is put into the recorded cycle. */
async function verdictImproved(id: string): Promise<void> {
  const cycles = kairyo.stores.connection.collection<{ _id: string; cycle: Cycle }>('cycles');
  const found = await cycles.findOne({ _id: id });
  if (found === null || !('checks' in found.cycle)) throw new Error(`${id} has not reached its check`);
  const checks = found.cycle.checks.map((check) => ({
    ...check,
    verdicts: check.verdicts.map((one) => (one.role === 'balancing' ? one : { ...one, verdict: 'improved' as const })),
  }));
  await cycles.updateOne({ _id: id }, { $set: { 'cycle.checks': checks } });
}
