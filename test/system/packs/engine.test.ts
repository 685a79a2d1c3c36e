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
}, 120_000);
afterAll(() => kairyo?.close());

/** Each pack has an API of its own: one address may answer surveys so often a minute. */
function withApi(): void {
  beforeAll(async () => {
    api = await httpApi(kairyo);
    admin = api.admin;
  });
  afterAll(() => api?.close());
}

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
  return textOfPdf(Buffer.from(await response.arrayBuffer())).replaceAll('\u00a0', ' ');
}

/** A unit of its own for each pack: nothing in it but what the pack brings. */
async function installed(pack: string): Promise<string> {
  await done(admin.put(`/v1/units/unit-${pack}`, { name: `Đơn vị ${pack}` }));
  await done(admin.post(`/v1/packs/${pack}/install`, { unit: `unit-${pack}` }));
  return `unit-${pack}`;
}

const PEOPLE = 40;
/** One fewer than the packs ask for before a share is shown. */
const FEW = 29;
/** How many of them give a five or a yes to the question of that place; the others give a two or a no. */
const contentWith = (place: number): number => 30 - place;

type Survey = PackDocument['contents']['surveys'][number];
const surveyOf = ({ id, contents: { surveys } }: PackDocument): Survey => {
  const [found] = surveys;
  if (found === undefined) throw new Error(`${id} has no survey`);
  return found;
};

/** The share that is content with a question, on paper. */
function shareOf(pack: PackDocument, question: string): number {
  const place = surveyOf(pack).survey.questions.findIndex(({ key }) => key === question);
  return contentWith(place) / PEOPLE;
}

/** Opens the survey of the pack in the unit: the tokens of forty links. */
async function opened(pack: PackDocument, unit: string): Promise<readonly string[]> {
  const { id, survey } = surveyOf(pack);
  const opens = { at: new Date(Date.now() - 1000).toISOString() };
  const belongsTo = { unit, period: QUARTER };
  await done(admin.post('/v1/surveys', { ...survey, id, belongsTo, opens, closes: { after: 'P14D' } }));
  await done(admin.post(`/v1/surveys/${id}/commands`, { type: 'OpenNow' }));
  const { links } = await done<{ links: readonly { token: string }[] }>(
    admin.post(`/v1/surveys/${id}/links`, { count: PEOPLE }),
  );
  return links.map(({ token }) => token);
}

/** Those of the given places answer. */
async function answered(
  pack: PackDocument,
  tokens: readonly string[],
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  const { id, survey } = surveyOf(pack);
  for (const [i, token] of tokens.slice(from, to).entries()) {
    const asked = survey.questions.flatMap(({ key, type }, place) => (type === 'text' ? [] : [{ key, type, place }]));
    const answers = Object.fromEntries(
      asked.map(({ key, type, place }) => {
        const content = from + i < contentWith(place);
        return [key, type === 'yes-no' ? content : content ? 5 : 2];
      }),
    );
    await done(admin.post(`/v1/public/surveys/${id}/answers`, { token, answers }));
  }
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

/** As the prints write it: at most one digit after the comma. */
const percent = (share: number, language = 'vi'): string =>
  `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(share * 100)} %`;
const points = (score: number): string =>
  new Intl.NumberFormat('vi', { maximumSignificantDigits: 3 }).format(score * 100);

/** Roll-up on paper where all that people enter stands at its target: only what the survey gives is below. */
const SCORED: Readonly<Record<string, (pack: PackDocument) => number>> = {
  'vn-766': () => 1,
  'jp-pdca': (pack) => (40 * (shareOf(pack, 'overall') / 0.8) + 40 + 20) / 100,
  'sg-psf': (pack) => (20 * (shareOf(pack, 'overall') / 0.85) + 80) / 100,
  'vn-sipas': (pack) => {
    const pairs = [
      ['access-place', 'access-information'],
      ['procedure-clear', 'procedure-papers'],
      ['servant-attitude', 'servant-guidance'],
      ['result-on-time', 'result-correct'],
      ['feedback-easy', 'feedback-answer'],
    ] as const;
    const factors = pairs.map(([one, other]) => (shareOf(pack, one) + shareOf(pack, other)) / 2);
    return factors.reduce((sum, factor) => sum + Math.min(factor / 0.8, 1), 0) / factors.length;
  },
};

describe.each(Object.entries(SCORED))('the pack %s with the engine, on an empty province', (id, scored) => {
  withApi();
  const pack = packOf(id);
  const read = Object.entries(pack.contents.indicators).flatMap(([one, { source }]) =>
    source.type === 'survey' ? [[one, shareOf(pack, source.question)] as const] : [],
  );
  const [scorecard = '', { frequency = 'quarter' } = {}] = Object.entries(pack.contents.scorecards)[0] ?? [];
  const period = frequency === 'month' ? TODAY.slice(0, 7) : periodOfDay(TODAY, frequency);

  it('asks people by links, and its scorecard prints the shares that they give and the score of them', async () => {
    const unit = await installed(id);
    const tokens = await opened(pack, unit);
    await answered(pack, tokens, { from: 0, to: FEW });
    // Now that there is a survey, installing again connects the indicators that read it.
    const again = await done<{ items: readonly { id: string; action: string }[] }>(
      admin.post(`/v1/packs/${id}/install`, { unit }),
    );
    const connected = again.items.filter(({ action }) => action === 'upgrade').map((one) => one.id);
    expect(connected.toSorted()).toEqual(read.map(([one]) => one).toSorted());
    await enteredAtTarget(pack, { unit, day: TODAY }, new Set(connected));
    const valuesAre = (expected: (share: number) => object) =>
      eventually(async () => {
        for (const [one, share] of read) {
          const address = `/v1/indicators/${one}/values?unit=${unit}&from=${QUARTER}&to=${QUARTER}`;
          const { values } = await done<{ values: readonly object[] }>(admin.get(address));
          expect(values).toEqual([expect.objectContaining(expected(share))]);
        }
      }, 20_000);
    await valuesAre(() => ({ state: 'too-few', n: FEW }));
    await answered(pack, tokens, { from: FEW, to: PEOPLE });
    const close = { type: 'CloseEarly', reason: 'Đủ câu trả lời' };
    const closed = await done(admin.post(`/v1/surveys/${surveyOf(pack).id}/commands`, close));
    expect(closed['phase']).toBe('closed');
    await valuesAre((share) => ({ state: 'value', value: expect.closeTo(share, 10), n: PEOPLE }));
    const text = await printed(`/v1/scorecards/${scorecard}/print?period=${period}`);
    expect(text).toContain(`Toàn thẻ điểm: ${points(scored(pack))} ·`);
    const measures = new Set(
      Object.values(pack.contents.scorecards).flatMap(({ objectives }) =>
        objectives.flatMap((one) => one.measures.map(({ indicator }) => indicator)),
      ),
    );
    for (const [one, share] of read) if (measures.has(one)) expect(text).toContain(percent(share));
  }, 90_000);

  if (pack.outputs.includes('jp-evaluation-sheet'))
    it('ends in the evaluation sheet with the attainment of what people answered', async () => {
      const text = await printed(`/v1/scorecards/${scorecard}/evaluation-sheet?period=${period}`);
      const share = shareOf(pack, 'overall');
      expect(text).toContain(percent(share, 'ja'));
      expect(text).toContain(`A (${percent(share / 0.8, 'ja')})`);
    }, 60_000);
});

const PLANNED = [...packs.values()].filter(({ contents: { planTemplates } }) => planTemplates.length > 0);

describe.each(PLANNED.map((pack) => [pack.id, pack] as const))('the plans of the pack %s', (id, pack) => {
  withApi();
  it.each(pack.contents.planTemplates.map((one) => [one.id, one.plan] as const))(
    'starts a cycle from %s, which prints as an A3',
    async (template, { problem = '', countermeasures = [] }) => {
      const unit = await installed(id);
      await done(admin.put(`/v1/procedures/${template}`, { name: 'Cấp phép', unit }));
      const { plan } = await done<{ plan: object }>(admin.get(`/v1/plan-templates/${template}`));
      const cycle = await done<{ id: string }>(admin.post('/v1/cycles', { procedure: template, plan }));
      const text = await printed(`/v1/cycles/${cycle.id}/a3`);
      for (const written of [problem, ...countermeasures.map((one) => one.title)])
        expect(text.replaceAll(' ', '')).toContain(written.slice(0, 40).replaceAll(' ', ''));
    },
    60_000,
  );
});

describe('the pack us-bsc with the engine, on an empty province', () => {
  withApi();
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
    expect(memo).toContain('6 chỉ số: 6 tốt');
    expect(memo).toContain('0,9 so với chỉ tiêu 0,9');
    await order({ type: 'HoldMeeting', on: TODAY, present: ['administrator'], minutes: 'Đã họp' });
    await order({ type: 'Decide', key: 'next-continue', text: 'Tiếp tục', owner: 'administrator' });
    await order({ type: 'SetDecisionStatus', decision: `${id}#next-continue`, status: 'done', note: 'Xong' });
    await order({ type: 'Close', summary: 'Đạt' });
    await eventually(async () => expect((await done(admin.get(address)))['phase']).toBe('closed'));
  }, 60_000);
});
