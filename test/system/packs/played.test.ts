import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reviewActivities } from '../../../src/activities/review.activities';
import { memoNow } from '../../../src/activities/reviewMemo';
import type { PackDocument } from '../../../src/domain/packs/pack.schema';
import type { ReviewEvent } from '../../../src/domain/reviews/events';
import { evolve } from '../../../src/domain/reviews/evolve';
import { reviewId } from '../../../src/domain/reviews/state';
import type { Review } from '../../../src/domain/reviews/state';
import { installable, readPacks } from '../../../src/store/packs';
import { apiUnderTest, caller } from '../api/support';
import type { ApiUnderTest } from '../api/support';
import { textOfPdf } from '../print/pdfText';

const PERIOD = { month: '2025-12', quarter: '2025-Q4', year: '2025' } as const;
const packs = installable(readPacks());
const outputs = (pack: PackDocument) => new Set(pack.outputs);

type Installed = { readonly items: readonly { readonly kind: string; readonly action: string }[] };
type Calls = ReturnType<typeof caller>;

/** An empty province: one unit, and the administrator who installs. */
async function province(): Promise<{ readonly api: ApiUnderTest; readonly admin: Calls }> {
  const api = await apiUnderTest();
  const admin = caller(api.app);
  await admin.put('/v1/units/province', { name: 'Tỉnh' }).expect(201);
  return { api, admin };
}

/** Made data: every value that people enter stands at `share` of its target, or at `share` where it has none. */
async function entered({ contents }: PackDocument, admin: Calls, share: number): Promise<void> {
  for (const [id, { source, target = 1, range, frequency = 'month' }] of Object.entries(contents.indicators)) {
    if (source.type === 'formula') continue;
    const value = (range?.low ?? target) * share;
    const figure = source.type === 'ratio' ? { numerator: value * 1000, denominator: 1000 } : { value };
    const periods = frequency === 'month' ? ['2025-10', '2025-11', '2025-12'] : [PERIOD[frequency]];
    for (const period of periods)
      await admin.post(`/v1/indicators/${id}/observations`, { unit: 'province', period, ...figure }).expect(201);
  }
}

const AT = '2026-01-20T03:00:00.000Z';

/** The review of the last quarter of 2025 with its memo, two comments and a decision, as its workflow would have recorded it. */
async function preparedReview(plan: string, { deps }: ApiUnderTest): Promise<string> {
  const all = { ...deps, clock: { now: () => AT } };
  const activities = reviewActivities(all);
  const period = PERIOD.quarter;
  const beginning = await activities.reviewBeginning({ plan, period, at: AT });
  const by = { at: AT, by: 'administrator' };
  const id = reviewId(plan, period);
  const opened = evolve(undefined, { type: 'ReviewOpened', id, plan, period, ...beginning, ...by });
  const memo = await memoNow(opened, { at: AT, progress: () => undefined }, all);
  const measure = 'us-on-time-and-budget';
  const decision = { id: `${id}#next-continue`, text: 'Go on as planned', owner: 'administrator', measure };
  const events: readonly ReviewEvent[] = [
    { type: 'ReviewOpened', id, plan, period, ...beginning, ...by },
    { type: 'MemoPrepared', memo, ...by },
    { type: 'Commented', measure, text: 'Two tenders were late', ...by },
    { type: 'Commented', measure, text: 'External factors: floods in October', ...by },
    {
      type: 'DecisionMade',
      decision: { ...decision, due: '2026-02-20', dueAt: '2026-02-20T10:00:00.000Z', madeAt: AT, reports: [] },
      ...by,
    },
  ];
  const review = events.reduce<Review | undefined>(evolve, undefined);
  if (review === undefined) throw new Error('no review');
  await activities.recordReviewEvents({ review, first: 1, commandId: 'played', events });
  return id;
}

async function printed(admin: Calls, address: string): Promise<string> {
  const answer = await admin
    .get(address)
    .set('Accept', 'application/pdf')
    .set('Accept-Language', 'vi')
    .buffer(true)
    .expect(200);
  expect(answer.headers['content-type']).toBe('application/pdf');
  return textOfPdf(answer.body as Buffer);
}

describe.each(packs.map((pack) => [pack.id, pack] as const))('the pack %s on an empty province', (id, pack) => {
  let api: ApiUnderTest;
  let admin: Calls;
  beforeAll(async () => ({ api, admin } = await province()));
  afterAll(() => api.close());
  const scorecards = Object.entries(pack.contents.scorecards);

  it('is previewed without a trace, installed, and the same again changes nothing', async () => {
    const ask = { unit: 'province' };
    const preview = await admin.post(`/v1/packs/${id}/install?dryRun=true`, ask).expect(200);
    const done = await admin.post(`/v1/packs/${id}/install`, ask).expect(200);
    const actions = ({ body }: { body: unknown }) => (body as Installed).items.map(({ action }) => action);
    expect(actions(done)).toEqual(actions(preview));
    expect(actions(done)).not.toContain('conflict');
    expect(new Set(actions(await admin.post(`/v1/packs/${id}/install`, ask).expect(200)))).toEqual(new Set(['same']));
  });

  it('is played through one period on made data to its scorecard', async () => {
    await entered(pack, admin, 0.95);
    for (const [scorecard, { frequency = 'quarter' }] of scorecards) {
      const card = await admin.get(`/v1/scorecards/${scorecard}?period=${PERIOD[frequency]}`).expect(200);
      expect(card.body).toMatchObject({ state: 'scored', coverage: 1 });
      const text = await printed(admin, `/v1/scorecards/${scorecard}/print?period=${PERIOD[frequency]}`);
      expect(text).toContain('Thẻ điểm');
    }
  });

  if (outputs(pack).has('service-index'))
    it('gives the index of 100 by the weights of the groups', async () => {
      const card = await admin.get(`/v1/scorecards/${id}?period=2025-12`).expect(200);
      const { score, perspectives } = card.body as { score: number; perspectives: readonly { weight: number }[] };
      expect(perspectives.map(({ weight }) => weight)).toEqual([18, 20, 22, 22, 18]);
      expect(score).toBeCloseTo(0.95, 10);
    });

  if (outputs(pack).has('jp-evaluation-sheet'))
    it('ends in the evaluation sheet, in Japanese', async () => {
      const address = `/v1/scorecards/${id}/evaluation-sheet?period=2025-Q4`;
      const sheet = await admin.get(address).expect(200);
      const { objectives } = sheet.body as { objectives: readonly { measures: readonly { attained: object }[] }[] };
      for (const { measures } of objectives)
        for (const { attained } of measures) expect(attained).toMatchObject({ band: 'A' });
      const text = await printed(admin, address);
      for (const words of ['評価シート', '達成度', '外部要因', '予算執行', '今後の方向性', '□ 拡充', '□ 中止・廃止'])
        expect(text).toContain(words);
      expect(await printed(admin, `${address}&language=vi`)).toContain('Hướng xử lý tiếp theo');
    });

  if (outputs(pack).has('gpra-memo'))
    it('reviews its scorecard to a memo, to print, and its decisions stand on the evaluation sheet', async () => {
      const review = await preparedReview(`${id}-quarterly`, api);
      const memo = await printed(admin, `/v1/reviews/${review}/memo`);
      for (const words of [
        'Bản ghi nhớ rà soát',
        'Khả năng đạt chỉ tiêu',
        'Mức rủi ro',
        'Triển vọng',
        'Người đóng góp',
      ])
        expect(memo).toContain(words);
      const address = `/v1/scorecards/${id}/evaluation-sheet?period=2025-Q4&language=en`;
      const sheet = (await admin.get(address).expect(200)).body as {
        readonly objectives: readonly { readonly key: string; readonly nextAction: object }[];
      };
      expect(sheet.objectives.find(({ key }) => key === 'programmes-deliver')).toMatchObject({
        externalFactors: [{ text: 'External factors: floods in October' }],
        factors: [{ text: 'Two tenders were late' }],
        nextAction: { decided: { action: 'continue', text: 'Go on as planned' } },
      });
      expect(await printed(admin, address)).toContain('■ Continue');
    });

  if (outputs(pack).has('a3'))
    it('starts a cycle from each of its plans, which prints as an A3', async () => {
      await admin.put('/v1/procedures/permit', { name: 'Cấp phép', unit: 'province' });
      for (const { id: template, plan } of pack.contents.planTemplates) {
        const offered = await admin.get(`/v1/plan-templates/${template}`).expect(200);
        const kept = (offered.body as { plan: object }).plan;
        const launched = await admin.post('/v1/cycles', { procedure: 'permit', plan: kept });
        expect([template, launched.status, launched.body]).toEqual([template, 201, expect.anything()]);
        const cycle = (launched.body as { id: string }).id;
        expect(await printed(admin, `/v1/cycles/${cycle}/a3`)).toContain((plan.problem ?? '').slice(0, 20));
        await admin.post(`/v1/cycles/${cycle}/commands`, { type: 'WithdrawPlan', reason: 'Thử xong' });
      }
    });
});
