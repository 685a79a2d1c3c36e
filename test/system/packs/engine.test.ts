import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lastDayOf, periodOfDay, shifted } from '../../../src/domain/indicators/period';
import type { PackDocument } from '../../../src/domain/packs/pack.schema';
import { installable, readPacks } from '../../../src/store/packs';
import { engine } from '../support/engine';
import type { Engine } from '../support/engine';
import { eventually } from '../support/eventually';
import { httpApi } from '../support/http';
import type { Answer, Caller } from '../support/http';
import { textOfPdf } from '../print/pdfText';

const packs = new Map(installable(readPacks()).map((pack) => [pack.id, pack]));
const packOf = (id: string): PackDocument => {
  const found = packs.get(id);
  if (found === undefined) throw new Error(`no pack ${id}`);
  return found;
};
const TODAY = new Date().toISOString().slice(0, 10);
const QUARTER = periodOfDay(TODAY, 'quarter');
const ENDED = shifted(QUARTER, -1);

let kairyo: Engine;
let api: Awaited<ReturnType<typeof httpApi>>;
let admin: Caller;
beforeAll(async () => {
  kairyo = await engine('packs');
  await kairyo.work();
  api = await httpApi(kairyo);
  admin = api.admin;
}, 120_000);
afterAll(async () => {
  await api?.close();
  await kairyo?.close();
});

async function done<T = Record<string, unknown>>(answer: Promise<Answer>): Promise<T> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body as T;
}

async function printed(address: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${api.port}${address}`, {
    headers: { authorization: 'Bearer administrator-for-tests', accept: 'application/pdf', 'accept-language': 'vi' },
  });
  if (response.status !== 200) throw new Error(`${address}: ${await response.text()}`);
  return textOfPdf(Buffer.from(await response.arrayBuffer()));
}

/** A unit of its own for each pack: nothing in it but what the pack brings. */
async function installed(pack: string): Promise<string> {
  await done(admin.put(`/v1/units/unit-${pack}`, { name: `Đơn vị ${pack}` }));
  await done(admin.post(`/v1/packs/${pack}/install`, { unit: `unit-${pack}` }));
  return `unit-${pack}`;
}

/** Twelve people answer: the first `good` of them give a five and a yes, the others a two and a no. */
async function surveyed(pack: PackDocument, unit: string, good: number): Promise<void> {
  const template = pack.contents.surveys[0];
  if (template === undefined) throw new Error(`${pack.id} has no survey`);
  const opens = { at: new Date(Date.now() - 1000).toISOString() };
  const survey = {
    ...template.survey,
    id: template.id,
    belongsTo: { unit, period: QUARTER },
    opens,
    closes: { after: 'P14D' },
  };
  await done(admin.post('/v1/surveys', survey));
  const order = (command: object) =>
    done<{ phase: string }>(admin.post(`/v1/surveys/${template.id}/commands`, command));
  expect((await order({ type: 'OpenNow' })).phase).toBe('open');
  const { links } = await done<{ links: readonly { token: string }[] }>(
    admin.post(`/v1/surveys/${template.id}/links`, { count: 12 }),
  );
  for (const [place, { token }] of links.entries()) {
    const answers = Object.fromEntries(
      template.survey.questions.flatMap(({ key, type }) => {
        if (type === 'scale') return [[key, place < good ? 5 : 2]];
        return type === 'yes-no' ? [[key, place < good]] : [];
      }),
    );
    await done(admin.post(`/v1/public/surveys/${template.id}/answers`, { token, answers }));
  }
  expect((await order({ type: 'CloseEarly', reason: 'Đủ câu trả lời' })).phase).toBe('closed');
}

/** Made data: every value that people enter, at its target. */
async function enteredAtTarget(
  { contents }: PackDocument,
  { unit, day }: { readonly unit: string; readonly day: string },
  left = new Set<string>(),
): Promise<void> {
  for (const [id, { source, target = 1, range, frequency = 'month' }] of Object.entries(contents.indicators)) {
    if (source.type === 'formula' || left.has(id)) continue;
    const value = range?.low ?? target;
    const figure = source.type === 'ratio' ? { numerator: value * 1000, denominator: 1000 } : { value };
    const period = frequency === 'month' ? day.slice(0, 7) : periodOfDay(day, frequency);
    await done(admin.post(`/v1/indicators/${id}/observations`, { unit, period, ...figure }));
  }
}

const SURVEYED = [['vn-766', 9]] as const;

describe.each(SURVEYED)('the pack %s with the engine, on an empty province', (id, good) => {
  const pack = packOf(id);
  const read = Object.entries(pack.contents.indicators).flatMap(([one, { source }]) =>
    source.type === 'survey' ? [one] : [],
  );

  it('asks people by links, and its scorecard prints the share that they give', async () => {
    const unit = await installed(id);
    await surveyed(pack, unit, good);
    // Now that there is a survey, installing again connects the indicators that read it.
    const again = await done<{ items: readonly { id: string; action: string }[] }>(
      admin.post(`/v1/packs/${id}/install`, { unit }),
    );
    const connected = again.items.filter(({ action }) => action === 'upgrade').map((one) => one.id);
    expect(connected.toSorted()).toEqual(read.toSorted());
    await enteredAtTarget(pack, { unit, day: TODAY }, new Set(read));
    const [scorecard = '', { frequency = 'quarter' } = {}] = Object.entries(pack.contents.scorecards)[0] ?? [];
    const period = frequency === 'month' ? TODAY.slice(0, 7) : periodOfDay(TODAY, frequency);
    const share = `${(good / 12) * 100}`;
    await eventually(async () => {
      for (const one of read) {
        const address = `/v1/indicators/${one}/values?unit=${unit}&from=${QUARTER}&to=${QUARTER}`;
        const { values } = await done<{ values: readonly { value?: number }[] }>(admin.get(address));
        expect(values[0]?.value).toBeCloseTo(good / 12, 10);
      }
    }, 20_000);
    const text = await printed(`/v1/scorecards/${scorecard}/print?period=${period}`);
    expect(text).toContain('Thẻ điểm');
    if (read.length > 0) expect(text.replaceAll('\u00a0', ' ')).toMatch(new RegExp(`${share} ?%`));
  }, 60_000);

  if (pack.contents.planTemplates.length > 0)
    it('starts a cycle from its plan, which prints as an A3', async () => {
      await done(admin.put(`/v1/procedures/permit-${id}`, { name: 'Cấp phép', unit: `unit-${id}` }));
      const template = pack.contents.planTemplates[0]?.id ?? '';
      const { plan } = await done<{ plan: { problem?: string } }>(admin.get(`/v1/plan-templates/${template}`));
      const cycle = await done<{ id: string }>(admin.post('/v1/cycles', { procedure: `permit-${id}`, plan }));
      expect(await printed(`/v1/cycles/${cycle.id}/a3`)).toContain((plan.problem ?? '').slice(0, 20));
    }, 60_000);
});

describe('the pack us-bsc with the engine, on an empty province', () => {
  it('reviews its scorecard from opening over memo and meeting to its close', async () => {
    const unit = await installed('us-bsc');
    await enteredAtTarget(packOf('us-bsc'), { unit, day: lastDayOf(ENDED) });
    const { id } = await done<{ id: string }>(admin.post('/v1/reviews', { plan: 'us-bsc-quarterly', period: ENDED }));
    const address = `/v1/reviews/${encodeURIComponent(id)}`;
    const order = (command: object) => done<{ phase: string }>(admin.post(`${address}/commands`, command));
    await order({ type: 'PrepareMemoNow' });
    await eventually(async () => expect((await done(admin.get(address)))['phase']).toBe('prepared'));
    const memo = await printed(`${address}/memo`);
    // 90 % on time and on budget is the target, and what was entered.
    expect(memo).toContain('6 chỉ số: 6 đạt');
    expect(memo).toContain('0,9 so với chỉ tiêu 0,9');
    await order({ type: 'HoldMeeting', on: TODAY, present: ['administrator'], minutes: 'Đã họp' });
    await order({ type: 'Decide', key: 'next-continue', text: 'Tiếp tục', owner: 'administrator' });
    await order({ type: 'SetDecisionStatus', decision: `${id}#next-continue`, status: 'done', note: 'Xong' });
    await order({ type: 'Close', summary: 'Đạt' });
    await eventually(async () => expect((await done(admin.get(address)))['phase']).toBe('closed'));
  }, 60_000);
});
