import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FROM_THE_BEGINNING } from '../../../src/domain/indicators/facts';
import { ScorecardDefinition } from '../../../src/domain/scorecards/scorecard.schema';
import { engine } from '../support/engine';
import type { Engine } from '../support/engine';
import { httpApi } from '../support/http';
import type { Answer, Caller } from '../support/http';
import { anOffice } from '../support/office';
import { defineEntered, figure } from './reviewing';

let kairyo: Engine;
let api: Awaited<ReturnType<typeof httpApi>>;
let lead: Caller;
const [FIRST, SECOND] = ['quy~2026-Q1', 'quy~2026-Q2'];

beforeAll(async () => {
  kairyo = await engine('reviews-http');
  await anOffice(kairyo.stores);
  await defineEntered(kairyo.stores, 'dung-han');
  const at = new Date().toISOString();
  await kairyo.stores.figures.record(
    ['2026-Q1', '2026-Q2'].map((period) => figure('dung-han', 'kh-dpi', period, 51, at)),
  );
  const card = ScorecardDefinition.parse({
    ...{ name: 'Department', unit: 'kh-dpi', public: true, perspectives: [{ key: 'p', name: 'Citizens' }] },
    objectives: [{ key: 'o', perspective: 'p', name: 'On time', measures: [{ indicator: 'dung-han' }] }],
  });
  await kairyo.stores.scorecards.put({ id: 'so', validFrom: FROM_THE_BEGINNING, by: 'head' }, card);
  await kairyo.work();
  api = await httpApi(kairyo);
  const { body } = await api.admin.post('/v1/people/lead/tokens', { name: 'test' });
  lead = api.as((body as { token: string }).token);
}, 60_000);
afterAll(async () => {
  await api?.close();
  await kairyo?.close();
});

const open = (period: string, headers = {}) => lead.post('/v1/reviews', { plan: 'quy', period }, headers);
const order = (id: string, command: object, headers = {}) =>
  lead.post(`/v1/reviews/${id}/commands`, command, { 'accept-language': 'en', ...headers });
type Problem = { readonly code: string; readonly detail: string; readonly errors?: readonly { field: string }[] };
/** Status, code and fields of a refusal, which says the rule in words. */
function refusal({ status, body }: Answer) {
  const { code, detail } = body as Problem;
  expect(detail.length).toBeGreaterThan(10);
  return { status, code, text: JSON.stringify(body) };
}
const refuses = async (answer: Promise<Answer>, code: string, ...saying: readonly string[]): Promise<void> => {
  const found = refusal(await answer);
  expect(found.code).toBe(code);
  for (const part of saying) expect(found.text).toContain(part);
};
const done = async (answer: Promise<Answer>, status = 200): Promise<Record<string, unknown>> => {
  const { status: found, body } = await answer;
  expect([found, found === status ? '' : body]).toEqual([status, '']);
  return body as Record<string, unknown>;
};
const meeting = { type: 'HoldMeeting', on: '2026-07-01', present: ['lead'], minutes: 'All was said' };

describe('reviews over HTTP', () => {
  it('are opened once, of a period that has ended, of the length of their plan', async () => {
    const plan = { subject: { type: 'scorecard', id: 'so' }, unit: 'kh-dpi', chair: 'lead', publish: true };
    await refuses(open('2026-Q1'), 'NO_SUCH_REVIEW_PLAN', 'quy');
    await done(lead.put('/v1/review-plans/quy', plan), 201);
    await refuses(open('2199-Q1'), 'REVIEW_PERIOD_NOT_OVER', '/period', '2199-03-31');
    await refuses(open('2026-01'), 'REVIEW_PERIOD_OF_ANOTHER_LENGTH', '/period', '2026-01');
    const key = { 'idempotency-key': 'open-once-0001' };
    const first = await open('2026-Q1', key);
    expect(await open('2026-Q1', key)).toMatchObject({ status: 201, body: first.body });
    await refuses(open('2026-Q1'), 'REVIEW_EXISTS', '/period', FIRST);
  });

  it('refuse what does not fit their phase, an old version and what cannot be, and say what to do', async () => {
    await refuses(order(FIRST, meeting), 'REVIEW_NOT_IN_THIS_PHASE', 'prepared');
    await refuses(lead.get(`/v1/reviews/${FIRST}/memo`), 'NO_MEMO_YET', 'PrepareMemoNow');
    await done(order(FIRST, { type: 'PrepareMemoNow' }));
    const stale = await order(FIRST, meeting, { 'if-match': '"1"' });
    expect(refusal(stale)).toMatchObject({ status: 412, code: 'CHANGED_MEANWHILE' });
    await refuses(order(FIRST, { ...meeting, on: '2199-01-01' }), 'MEETING_LIES_AHEAD', '/on');
    await refuses(order(FIRST, { ...meeting, present: ['nobody'] }), 'UNKNOWN_PERSON', '/present/0');
    const both = { ...meeting, absent: [{ person: 'lead' }] };
    await refuses(order(FIRST, both), 'PRESENT_AND_ABSENT', '/absent');
    await done(order(FIRST, meeting));
    const decide = { type: 'Decide', key: 'counter', text: 'A second counter', owner: 'binh' };
    await refuses(order(FIRST, { ...decide, due: '2026-01-01' }), 'DECISION_DUE_IS_PAST', '/due');
    await refuses(order(FIRST, { ...decide, measure: 'other' }), 'NOT_A_MEASURE_OF_THE_REVIEW', 'dung-han');
    const key = { 'idempotency-key': 'decide-once-0001' };
    await done(order(FIRST, decide, key));
    expect((await done(order(FIRST, decide, key)))['decisions']).toHaveLength(1);
    await refuses(order(FIRST, decide), 'DECISION_KEY_IS_TAKEN', '/key');
    const status = { type: 'SetDecisionStatus', decision: 'none#x', status: 'done', note: 'It is' };
    await refuses(order(FIRST, status), 'NO_SUCH_DECISION', '/decision');
  });

  it('are closed only with a word on what is red, and published with a public scorecard as they were then', async () => {
    await refuses(order(FIRST, { type: 'Close', summary: 'Held' }), 'RED_WITHOUT_A_COMMENT', 'dung-han');
    await done(order(FIRST, { type: 'Comment', measure: 'dung-han', text: 'Two officers were ill' }));
    await done(order(FIRST, { type: 'Close', summary: 'We open a counter' }));
    const published = async () => (await done(api.as('').get('/v1/public/scorecards/so')))['reviews'];
    const shown = await published();
    expect(shown).toMatchObject([
      {
        ...{ review: FIRST, summary: 'We open a counter', decisions: [{ text: 'A second counter', status: 'open' }] },
        memo: { measures: [{ measure: 'dung-han', value: 51, colour: 'red' }] },
      },
    ]);
    expect(JSON.stringify(shown)).not.toMatch(/binh|lead|Two officers/);
    await done(order(FIRST, { type: 'Reopen', reason: 'A name was wrong' }));
    expect(await published()).toEqual(shown);
    await done(order(FIRST, { type: 'Close', summary: 'We open two' }));
    expect(await published()).toMatchObject([{ summary: 'We open two' }]);
  });

  it('cannot be closed while a decision of the one before has no status', async () => {
    await done(open('2026-Q2'), 201);
    await done(order(SECOND, { type: 'PrepareMemoNow' }));
    await done(order(SECOND, meeting));
    await done(order(SECOND, { type: 'Comment', measure: 'dung-han', text: 'As before' }));
    const close = { type: 'Close', summary: 'Held' };
    await refuses(order(SECOND, close), 'EARLIER_DECISIONS_WITHOUT_STATUS', `${FIRST}#counter`);
    const status = { type: 'SetDecisionStatus', decision: `${FIRST}#counter`, status: 'done', note: 'It is open' };
    await done(order(SECOND, status));
    await done(order(SECOND, close));
  });

  it('open a cycle, which the scorecard and the list of cycles show with its measure', async () => {
    const opened = await lead.post(`/v1/reviews/${SECOND}/cycles`, { measure: 'dung-han', procedure: 'licence' });
    expect(opened.status).toBe(201);
    const cycle = decodeURIComponent(opened.headers.get('location')?.split('/').at(-1) ?? '');
    const card = await done(lead.get('/v1/scorecards/so'));
    expect(card).toMatchObject({
      perspectives: [{ objectives: [{ measures: [{ cycles: [{ cycle, phase: 'plan', outcome: 'open' }] }] }] }],
    });
    const items = async (indicator: string) => (await done(lead.get(`/v1/cycles?indicator=${indicator}`)))['items'];
    expect(await items('dung-han')).toMatchObject([{ id: cycle }]);
    expect(await items('hai-long')).toEqual([]);
  });
});
