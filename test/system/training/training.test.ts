import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { evaluationId } from '../../../src/domain/evaluations/state';
import { engine } from '../support/engine';
import type { Engine } from '../support/engine';
import { httpApi } from '../support/http';
import type { Answer, Caller } from '../support/http';
import { anOffice } from '../support/office';

let kairyo: Engine;
let api: Awaited<ReturnType<typeof httpApi>>;
const as: Record<string, Caller> = {};
const who = (person: string): Caller => {
  const caller = as[person];
  if (caller === undefined) throw new Error(`nobody is called ${person}`);
  return caller;
};
const codeOf = ({ body }: Answer) => (body as { code?: string }).code;
const [SCHEME, UNIT] = ['vn-335-2025', 'kh-dpi'];
const id = evaluationId(`${SCHEME}~${UNIT}~2026-03`, 'binh');

beforeAll(async () => {
  kairyo = await engine('training');
  await anOffice(kairyo.stores);
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

describe('development conversations', () => {
  const secret = 'Bí mật: muốn chuyển sang phòng khác';

  it('keep their notes to the two; no role and no dump of the database reads them', async () => {
    const begun = await who('binh').post('/v1/conversations', { person: 'binh', with: 'head' });
    expect(begun.status).toBe(201);
    const { id: talk } = begun.body as { id: string };
    const again = await who('head').post('/v1/conversations', { person: 'binh', with: 'head' });
    expect((again.body as { id: string }).id).toBe(talk);
    const at = `/v1/conversations/${talk}/notes`;
    expect((await who('binh').post(at, { text: secret })).status).toBe(201);
    const read = await who('head').get(at);
    expect(read.body).toMatchObject({ notes: [{ by: 'binh', text: secret, mine: false }] });
    for (const caller of [api.admin, who('lead'), who('chi')])
      expect(codeOf(await caller.get(at))).toBe('NO_SUCH_CONVERSATION');
    const everything: string[] = [];
    for (const collection of await kairyo.stores.connection.listCollections()) {
      const rows = await kairyo.stores.connection.collection(collection.name).find({}).toArray();
      everything.push(JSON.stringify(rows));
    }
    expect(everything.join('')).toContain(talk);
    expect(everything.join('')).not.toContain('Bí mật');
    expect(everything.join('')).not.toContain(Buffer.from(secret).toString('base64').slice(0, 16));
  });

  it('lose a note by its author alone, and all of it by the person it is about', async () => {
    const { body } = await who('chi').post('/v1/conversations', { person: 'chi', with: 'head' });
    const at = `/v1/conversations/${(body as { id: string }).id}`;
    const note = { text: 'Speak more in meetings', id: '0198a2f0-0000-4000-8000-000000000001' };
    const [one, same] = [await who('head').post(`${at}/notes`, note), await who('head').post(`${at}/notes`, note)];
    expect([one.status, same.status]).toEqual([201, 201]);
    const { notes } = (await who('chi').get(`${at}/notes`)).body as { notes: readonly { id: string }[] };
    expect(notes).toHaveLength(1);
    const erase = (person: string) => who(person).delete(`${at}/notes/${notes[0]?.id}`);
    expect(codeOf(await erase('chi'))).toBe('NO_SUCH_NOTE');
    expect((await erase('head')).status).toBe(204);
    expect(codeOf(await who('head').delete(at))).toBe('CONVERSATION_IS_THE_PERSONS');
    expect((await who('chi').delete(at)).status).toBe(204);
    expect(codeOf(await who('chi').get(`${at}/notes`))).toBe('NO_SUCH_CONVERSATION');
  });

  it('are begun by one of the two', async () => {
    expect(codeOf(await who('lead').post('/v1/conversations', { person: 'chi', with: 'head' }))).toBe(
      'CONVERSATION_IS_OF_OTHERS',
    );
    expect(codeOf(await who('chi').post('/v1/conversations', { person: 'chi', with: 'chi' }))).toBe(
      'CONVERSATION_IS_OF_OTHERS',
    );
  });
});

describe('training over HTTP', () => {
  it('is stated, planned with a course, completed and judged; the lead sees the plan alone', async () => {
    await api.admin.put('/v1/training/courses/talking', { name: { vi: 'Giao tiếp', en: 'Talking' } });
    const stated = {
      type: 'stated',
      person: 'binh',
      topic: 'Talking with citizens',
      reason: 'Complaints at the counter',
    };
    const opened = await who('head').post('/v1/training/needs', stated);
    expect(opened.status).toBe(201);
    const { id: need } = opened.body as { id: string };
    const command = (person: string, body: object) => who(person).post(`/v1/training/needs/${need}/commands`, body);
    const plan = { type: 'PlanTraining', from: '2026-01-05', to: '2026-02-05', owner: 'binh' };
    expect(codeOf(await command('head', { ...plan, way: { kind: 'course', course: 'none' } }))).toBe('NO_SUCH_COURSE');
    expect((await command('head', { ...plan, way: { kind: 'course', course: 'talking' } })).status).toBe(200);
    expect((await kairyo.stores.reminders.openDues([UNIT])).map(({ key }) => key)).toContain(
      `${need}/training-completion`,
    );
    expect((await command('lead', { type: 'DropNeed', reason: 'No' })).status).toBe(403);
    const { body: plans } = await who('lead').get('/v1/training/plans');
    expect(plans).toMatchObject({ items: [{ id: need, course: 'talking', person: 'binh', status: 'planned' }] });
    const done = await command('binh', { type: 'CompleteTraining', on: '2026-02-04', evidence: 'Certificate 7' });
    expect(done.body).toMatchObject({ status: 'completed', mine: true });
    const outcome = await command('head', { type: 'RecordOutcome', useful: 'yes', text: 'Fewer complaints' });
    expect(outcome.body).toMatchObject({ status: 'closed', outcome: { useful: 'yes' } });
    const events = (await who('binh').get(`/v1/training/needs/${need}/events`)).body as { items: readonly object[] };
    expect(events.items).toHaveLength(4);
  });

  it('is suggested by a weak criterion of a published evaluation, once', async () => {
    const { definition } = (await api.deps.schemeInForce(SCHEME, '2026-03-01')) ?? {};
    const rated = definition?.sections.find(({ of }) => of.type === 'rated');
    if (rated?.of.type !== 'rated') throw new Error('the scheme rates nothing');
    const [weak] = rated.of.criteria;
    const criterion = `${rated.key}/${weak?.key}`;
    await publish({ [criterion]: (weak?.max ?? 0) / 4 });
    const listed = await who('binh').get('/v1/training/suggestions');
    expect(listed.body).toMatchObject({ suggestions: [{ evaluation: id, criterion, mine: true }] });
    expect((await who('chi').get('/v1/training/suggestions')).body).toEqual({ suggestions: [] });
    const answer = { type: 'suggested', evaluation: id, criterion, answer: 'confirmed' };
    const opened = await who('binh').post('/v1/training/needs', answer);
    expect(opened.body).toMatchObject({ status: 'open', source: { criterion, points: (weak?.max ?? 0) / 4 } });
    expect(codeOf(await who('head').post('/v1/training/needs', { ...answer, answer: 'dropped', reason: 'No' }))).toBe(
      'TRAINING_ALREADY_ANSWERED',
    );
    expect((await who('binh').get('/v1/training/suggestions')).body).toEqual({ suggestions: [] });
    const effect = await who('head').get(`/v1/training/effects?unit=${UNIT}&scheme=${SCHEME}&criterion=${criterion}`);
    expect(effect.body).toMatchObject({ verdict: 'too-few-data' });
  });
});

/** An evaluation with these points of its manager, published. */
async function publish(points: Readonly<Record<string, number>>): Promise<void> {
  const row = {
    ...{ periodId: `${SCHEME}~${UNIT}~2026-03`, person: 'binh', period: '2026-03', scheme: { id: SCHEME, version: 1 } },
    ...{ unit: UNIT, agency: UNIT, position: 'officer', duties: 'officer', kind: 'civil-servant', leader: false },
    ...{ manager: 'head', segments: [], workingShare: 1, rules: { lateEntryGrace: 3, appeal: 5, appealDecision: 10 } },
  };
  const at = new Date().toISOString();
  await api.deps.evaluations.openMany([row], { at, by: 'kairyo', commandId: 'open' });
  const found = await kairyo.stores.evaluationStore.get(id);
  if (found === undefined) throw new Error('it was not opened');
  const evaluation = {
    ...found.evaluation,
    phase: 'published',
    ratings: { manager: { at, by: 'head', points }, calibrated: [] },
    published: { at, total: 60, class: 'completed', appealUntil: '2026-04-10' },
  };
  await kairyo.stores.connection
    .collection<{ _id: string }>('evaluations')
    .updateOne({ _id: id }, { $set: { evaluation, phase: 'published' } });
}
