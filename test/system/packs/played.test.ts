import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PackDocument } from '../../../src/domain/packs/pack.schema';
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

async function printed(admin: Calls, address: string): Promise<string> {
  const { body, headers } = await admin
    .get(address)
    .set('Accept', 'application/pdf')
    .set('Accept-Language', 'vi')
    .buffer(true)
    .expect(200);
  expect(headers['content-type']).toBe('application/pdf');
  return textOfPdf(body as Buffer);
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
      const { body } = await admin.get(`/v1/scorecards/${scorecard}?period=${PERIOD[frequency]}`).expect(200);
      expect(body).toMatchObject({ state: 'scored', coverage: 1 });
      const text = await printed(admin, `/v1/scorecards/${scorecard}/print?period=${PERIOD[frequency]}`);
      expect(text).toContain('Thẻ điểm');
    }
  });

  if (outputs(pack).has('service-index'))
    it('gives the index of 100 by the weights of the groups', async () => {
      const { body } = await admin.get(`/v1/scorecards/${id}?period=2025-12`).expect(200);
      const { score, perspectives } = body as { score: number; perspectives: readonly { weight: number }[] };
      expect(perspectives.map(({ weight }) => weight)).toEqual([18, 20, 22, 22, 18]);
      expect(score).toBeCloseTo(0.95, 10);
    });

  if (outputs(pack).has('jp-evaluation-sheet'))
    it('ends in the evaluation sheet, in Japanese', async () => {
      const address = `/v1/scorecards/${id}/evaluation-sheet?period=2025-Q4`;
      const { body } = await admin.get(address).expect(200);
      const { objectives } = body as { objectives: readonly { measures: readonly { attained: object }[] }[] };
      for (const { measures } of objectives)
        for (const { attained } of measures) expect(attained).toMatchObject({ band: 'A' });
      const text = await printed(admin, address);
      for (const words of ['評価シート', '達成度', '外部要因', '予算執行', '今後の方向性', '□ 拡充', '□ 中止・廃止'])
        expect(text).toContain(words);
      expect(await printed(admin, `${address}&language=vi`)).toContain('Hướng xử lý tiếp theo');
    });

  if (outputs(pack).has('a3'))
    it('starts a cycle from each of its plans, which prints as an A3', async () => {
      await admin.put('/v1/procedures/permit', { name: 'Cấp phép', unit: 'province' });
      for (const { id: template, plan } of pack.contents.planTemplates) {
        const { body } = await admin.get(`/v1/plan-templates/${template}`).expect(200);
        const kept = (body as { plan: object }).plan;
        const launched = await admin.post('/v1/cycles', { procedure: 'permit', plan: kept });
        expect([template, launched.status, launched.body]).toEqual([template, 201, expect.anything()]);
        const cycle = (launched.body as { id: string }).id;
        expect(await printed(admin, `/v1/cycles/${cycle}/a3`)).toContain((plan.problem ?? '').slice(0, 20));
        await admin.post(`/v1/cycles/${cycle}/commands`, { type: 'WithdrawPlan', reason: 'Thử xong' });
      }
    });
});
