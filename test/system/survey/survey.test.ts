import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Writable } from 'node:stream';
import pino from 'pino';
import { createSurveyFigures } from '../../../src/activities/surveyFigures';
import { createApp } from '../../../src/api/app';
import { ensureAdministrator } from '../../../src/api/auth/administrator';
import { listen } from '../../../src/api/server';
import type { ApiServer } from '../../../src/api/server';
import { localDateOf } from '../../../src/domain/calendar/zone';
import { periodOfDay } from '../../../src/domain/indicators/period';
import { apiDeps } from '../../../src/worker/apiMain';
import type { RunningWorkers } from '../../../src/worker/workers';
import { engine } from '../support/engine';
import type { Engine } from '../support/engine';
import { eventually } from '../support/eventually';
import { anOffice, HEAD, LEAD, PLAN } from '../support/office';

const ADMIN = 'administrator-for-tests';
let kairyo: Engine;
let workers: RunningWorkers;
let server: ApiServer;
const logged: string[] = [];

type Body = Record<string, unknown> & { code?: string; phase?: string };
async function call(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: Body; headers: Headers }> {
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
    method,
    headers: {
      'accept-language': 'en',
      ...(path.startsWith('/v1/public') ? {} : { authorization: `Bearer ${ADMIN}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Body, headers: response.headers };
}
const seconds = (n: number): string => new Date(Date.now() + n * 1000).toISOString();
const QUESTIONS = [
  { key: 'overall', type: 'scale', text: { vi: 'Hài lòng?', en: 'Satisfied?' }, required: true },
  { key: 'wish', type: 'text', text: 'Wish' },
];
async function survey(id: string, over: object = {}): Promise<string> {
  const body = {
    id,
    title: { vi: 'Khảo sát', en: 'Survey', ja: '調査' },
    belongsTo: { procedure: 'licence' },
    questions: QUESTIONS,
    opens: { at: seconds(-1) },
    closes: { after: 'P14D' },
    ...over,
  };
  const made = await call('POST', '/v1/surveys', body);
  expect([made.status, made.body.code]).toEqual([201, undefined]);
  return id;
}
const order = (id: string, command: object) => call('POST', `/v1/surveys/${id}/commands`, command);
const phaseOf = async (id: string) => (await call('GET', `/v1/surveys/${id}`)).body.phase;
async function opened(id: string, over: object = {}): Promise<string> {
  await survey(id, over);
  expect((await order(id, { type: 'OpenNow' })).body.phase).toBe('open');
  return id;
}
async function linksOf(id: string, count: number, over: object = {}): Promise<string[]> {
  const { body } = await call('POST', `/v1/surveys/${id}/links`, { count, ...over });
  return (body['links'] as { token: string }[]).map(({ token }) => token);
}
const answer = (id: string, token: string, answers: object) =>
  call('POST', `/v1/public/surveys/${id}/answers`, { token, answers });

beforeAll(async () => {
  kairyo = await engine('survey');
  await anOffice(kairyo.stores);
  workers = await kairyo.work();
  const sink = new Writable({ write: (chunk, _encoding, done) => (logged.push(String(chunk)), done()) });
  const deps = { ...apiDeps(kairyo.stores, kairyo.client, false), log: pino({ level: 'trace' }, sink) };
  const settings = { checkAnswers: true, surveyAnswersPerMinute: 5000, surveyTokensPerMinute: 2 };
  await ensureAdministrator(deps, ADMIN);
  server = await listen(createApp({ ...deps, settings }), { port: 0 });
});
afterAll(async () => {
  await server?.close();
  await kairyo?.close();
});

describe('a survey on real servers', () => {
  it('opens and closes by itself, also when the worker was gone at its hour', async () => {
    const id = await survey('by-itself', { opens: { at: seconds(3) }, closes: { after: 'PT3S' } });
    expect((await order(id, { type: 'ScheduleSurvey' })).body.phase).toBe('scheduled');
    const [token = ''] = await linksOf(id, 1);
    expect(await answer(id, token, { overall: 5 })).toMatchObject({
      status: 409,
      body: { code: 'SURVEY_NOT_OPEN_YET' },
    });
    await workers.stop();
    await eventually(async () =>
      expect(Date.now()).toBeGreaterThan(Date.parse(String((await call('GET', `/v1/surveys/${id}`)).body['opensAt']))),
    );
    expect(await phaseOf(id)).toBe('scheduled');
    workers = await kairyo.work();
    await eventually(async () => expect(await phaseOf(id)).toBe('open'));
    await eventually(async () => expect(await phaseOf(id)).toBe('closed'));
    expect(await answer(id, token, { overall: 5 })).toMatchObject({ status: 410, body: { code: 'SURVEY_IS_CLOSED' } });
    expect((await order(id, { type: 'CancelSurvey', reason: 'late' })).body.code).toBe('SURVEY_IS_OVER');
    const { body } = await call('GET', `/v1/surveys/${id}/events`);
    const types = (body['items'] as { event: { type: string } }[]).map(({ event }) => event.type);
    expect(types).toEqual(['SurveyCreated', 'SurveyScheduled', 'SurveyOpened', 'SurveyClosed']);
  });

  it('waits for Do of its cycle, and opens so long after it began', async () => {
    const launched = await kairyo.commands.launch({ procedure: 'licence', plan: PLAN }, LEAD, 'launch');
    if (!launched.ok) throw new Error(launched.refusal.code);
    const cycle = launched.cycle.id;
    const opens = { after: 'PT2S', event: 'do-began' };
    const id = await survey('of-cycle', { belongsTo: { cycle }, opens, closes: { after: 'P14D' } });
    const scheduled = await order(id, { type: 'ScheduleSurvey' });
    expect(scheduled.body).toMatchObject({ phase: 'scheduled' });
    expect(scheduled.body).not.toHaveProperty('opensAt');
    const deps = apiDeps(kairyo.stores, kairyo.client, false);
    const approved = await deps.commands.command(cycle, { type: 'ApprovePlan' }, HEAD, 'approve');
    expect(approved.ok).toBe(true);
    await eventually(async () => expect(await phaseOf(id)).toBe('open'));
    const { body } = await call('GET', `/v1/surveys?cycle=${encodeURIComponent(cycle)}`);
    expect((body['items'] as { id: string }[]).map((one) => one.id)).toEqual([id]);
  });

  it('takes one answer a token out of fifty sent at once, and gives the first its 200 again', async () => {
    const id = await opened('one-a-token');
    const [token = ''] = await linksOf(id, 1);
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, i) => answer(id, token, { overall: 1 + (i % 5), wish: `${i}` })),
    );
    const taken = all.flatMap(({ status }, i) => (status === 200 ? [i] : []));
    expect(taken).toHaveLength(1);
    expect(new Set(all.filter(({ status }) => status !== 200).map(({ body }) => body.code))).toEqual(
      new Set(['ALREADY_ANSWERED']),
    );
    const first = taken[0] ?? 0;
    expect((await answer(id, token, { overall: 1 + (first % 5), wish: `${first}` })).status).toBe(200);
    expect((await answer(id, 'no-such-token', { overall: 1 })).body.code).toBe('NO_SUCH_LINK');
    const wrong = await answer(id, (await linksOf(id, 1))[0] ?? '', { overall: 9, other: 1 });
    expect([wrong.status, (wrong.body['errors'] as { field: string }[]).map(({ field }) => field)]).toEqual([
      422,
      ['/answers/other', '/answers/overall'],
    ]);
  });

  it('keeps no token, no address and no device, and no way from an answer to its link', async () => {
    const id = await opened('private');
    const [token = ''] = await linksOf(id, 1);
    await call('GET', `/v1/public/surveys/${id}?token=${token}`);
    await fetch(`http://127.0.0.1:${server.port}/s/${id}?t=${token}`);
    await fetch(`http://127.0.0.1:${server.port}/s/${id}%?t=${token}`);
    await answer(id, token, { overall: 4, wish: 'less paper' });
    await answer(id, token, { overall: 'x' });
    expect(logged.join('')).toContain('/s/{survey}');
    expect(logged.join('')).not.toContain(token);
    const db = kairyo.stores.connection;
    const [link, stored] = await Promise.all([
      db.collection('survey_links').findOne({ survey: id }),
      db.collection('survey_answers').findOne({ survey: id }),
    ]);
    expect(JSON.stringify([link, stored])).not.toContain(token);
    expect(JSON.stringify(stored)).not.toContain(String(link?._id));
    expect(Object.keys(stored ?? {}).sort()).toEqual([
      '_id',
      'answers',
      'day',
      'givenAt',
      'language',
      'survey',
      'unit',
    ]);
  });

  it('shows results, by group only where none is given away, and gives indicators their figure', async () => {
    const id = await opened('results', { series: 'again-and-again' });
    for (const [channel, count] of [
      ['sms', 3],
      ['counter', 6],
      ['letter', 9],
    ] as const)
      for (const [i, token] of (await linksOf(id, count, { channel })).entries())
        expect((await answer(id, token, { overall: 1 + (i % 5), wish: channel })).status).toBe(200);
    const { body } = await call('GET', `/v1/surveys/${id}/results?by=channel`);
    expect(body).toMatchObject({ n: 18, links: { issued: 18 }, texts: [{ key: 'wish', n: 18 }] });
    const groups = body['groups'] as { group: string; state: string }[];
    expect(groups.map(({ group, state }) => `${group} ${state}`)).toEqual([
      'counter too-few',
      'letter shown',
      'sms too-few',
    ]);
    expect((await call('GET', `/v1/surveys/${id}/results?by=wish`)).body.code).toBe('NOT_A_GROUPING');
    const figures = createSurveyFigures(kairyo.stores);
    const period = periodOfDay(localDateOf(new Date().toISOString(), 'Asia/Ho_Chi_Minh'), 'month');
    const source = { type: 'survey', survey: 'again-and-again', question: 'overall', measure: 'top-box' } as const;
    expect(await figures.figure({ source, unit: 'kh', period })).toMatchObject({
      n: 18,
      numerator: 5,
      denominator: 18,
    });
    expect(
      await figures.figure({ source, unit: 'kh', period, knownAt: '2020-01-01T00:00:00.000Z' }),
    ).not.toHaveProperty('value');
  });

  it('gives visitors tokens of their own where it allows that, and not too many from one address', async () => {
    const id = await opened('open-link', { openLink: true });
    const ask = () => call('POST', `/v1/public/surveys/${id}/token`);
    expect((await answer(id, String((await ask()).body['token']), { overall: 3 })).status).toBe(200);
    await ask();
    const third = await ask();
    expect([third.status, third.body.code]).toEqual([429, 'TOO_MANY_REQUESTS']);
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
    const closed = await opened('no-open-link');
    expect((await call('GET', `/v1/public/surveys/${closed}`)).body.code).toBe('SURVEY_HAS_NO_OPEN_LINK');
  });

  it('is answered on a page without script: mistakes are tied to their fields, then it thanks', async () => {
    const id = await opened('page', { template: 'vn-sipas', title: undefined, questions: undefined });
    const [token = ''] = await linksOf(id, 1);
    const base = `http://127.0.0.1:${server.port}/s/${id}`;
    const page = await fetch(`${base}?t=${token}&l=vi`);
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script(?! src="\/assets\/survey\.js" defer><\/script>)|<style|\sstyle=|\son\w+=/);
    expect(html).toContain('<html lang="vi">');
    expect((html.match(/<fieldset/g) ?? []).length).toBe((html.match(/<legend/g) ?? []).length);
    for (const [, id] of html.matchAll(/<input type="radio" id="([^"]+)"/g))
      expect(html).toContain(`<label for="${id}"`);
    const post = (fields: Record<string, string>) =>
      fetch(base, { method: 'POST', body: new URLSearchParams({ t: token, l: 'vi', ...fields }) });
    const wrong = await post({ 'q-access-place': '4', 'q-wish': '<b>giấy tờ</b>' });
    const again = await wrong.text();
    expect(wrong.status).toBe(422);
    expect(again).toContain('href="#q-overall"');
    expect(again).toContain('aria-describedby="q-overall-error"');
    expect(again).toContain('&#60;b&#62;giấy tờ');
    expect(again).toMatch(/value="4" checked/);
    const done = await post({ 'q-overall': '5', 'q-access-place': '4' });
    expect([done.status, await done.text()]).toEqual([200, expect.stringContaining('Cảm ơn bạn')]);
    expect(await (await fetch(`${base}?t=${token}&l=ja`)).text()).toContain('すでに回答済み');
    expect((await fetch(`${base}?t=wrong`)).status).toBe(404);
  });
});
