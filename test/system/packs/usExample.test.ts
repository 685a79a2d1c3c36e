import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiUnderTest, caller } from '../api/support';
import type { ApiUnderTest } from '../api/support';

let api: ApiUnderTest;
let admin: ReturnType<typeof caller>;
beforeAll(async () => {
  api = await apiUnderTest();
  admin = caller(api.app);
  await admin.put('/v1/units/province', { name: 'Tỉnh' }).expect(201);
});
afterAll(() => api.close());

type Item = { readonly kind: string; readonly id: string; readonly action: string };
type Answer = {
  readonly items: readonly Item[];
  readonly examples: { readonly included: boolean; readonly programmes: readonly { readonly id: string }[] };
};
const install = async (body: object = {}, query = '') =>
  (await admin.post(`/v1/packs/us-bsc/install${query}`, { unit: 'province', ...body }).expect(200)).body as Answer;
const get = async <T>(url: string) => (await admin.get(url).expect(200)).body as T;
type Summary = {
  readonly finished: number;
  readonly onTimeAndBudgetShare: number | null;
  readonly administrativeCostChange: number | null;
  readonly explain: {
    readonly programmes: readonly { readonly id: string; readonly both: boolean }[];
    readonly cost: {
      readonly first: number | null;
      readonly last: number | null;
      readonly programmes: readonly {
        readonly id: string;
        readonly first: number | null;
        readonly last: number | null;
      }[];
    };
  };
};
const summary = (from: string, to: string) =>
  get<Summary>(`/v1/programmes/summary?unit=province&from=${from}&to=${to}`);
type Initiative = { readonly programme?: string };

/** The links hold from the day on which they were asked for. */
const thisQuarter = () => {
  const now = new Date();
  return `${now.getUTCFullYear()}-Q${Math.floor(now.getUTCMonth() / 3) + 1}`;
};

describe('the example of the USA on an empty province', () => {
  it('is listed apart and left out, so that no made figure gets into a real province', async () => {
    const preview = await install({}, '?dryRun=true');
    expect(preview.examples).toMatchObject({ included: false, words: expect.stringContaining('made and not real') });
    expect(preview.examples.programmes).toHaveLength(65);
    await install();
    expect(await summary('2023', '2025')).toMatchObject({ finished: 0, administrativeCostChange: null });
    const { initiatives } = await get<{ initiatives: readonly Initiative[] }>('/v1/scorecards/us-bsc');
    expect(initiatives.filter(({ programme }) => programme !== undefined)).toEqual([]);
  });

  it('comes when it is asked for, and is remembered', async () => {
    const { items } = await install({ examples: true });
    expect(items.filter(({ action }) => action === 'add').length).toBe(130);
    expect(items.find(({ kind }) => kind === 'scorecard')).toMatchObject({ action: 'upgrade' });
    const again = await install();
    expect(again.examples.included).toBe(true);
    expect(new Set(again.items.map(({ action }) => action))).toEqual(new Set(['same']));
  }, 60_000);

  it('shows 75 % and, two years on, 90 % finished on time and on budget, explained to the programmes', async () => {
    for (const [year, share] of [
      ['2023', 0.75],
      ['2025', 0.9],
    ] as const) {
      const { finished, onTimeAndBudgetShare, explain } = await summary(year, year);
      expect([finished, onTimeAndBudgetShare]).toEqual([20, share]);
      expect(explain.programmes.filter(({ both }) => both).length / explain.programmes.length).toBe(share);
    }
  });

  it('shows an administrative cost 5 % lower after two years, explained to the programmes', async () => {
    const { administrativeCostChange, explain } = await summary('2023', '2025');
    expect(administrativeCostChange).toBe(-0.05);
    const sum = (all: readonly (number | null)[]) => all.reduce<number>((total, one) => total + (one ?? 0), 0);
    expect(sum(explain.cost.programmes.map(({ first }) => first))).toBe(explain.cost.first);
    expect(sum(explain.cost.programmes.map(({ last }) => last))).toBe(explain.cost.last);
  });

  it('says of every amount that it is made', async () => {
    const { items } = await get<{ items: readonly { reason?: string }[] }>(
      '/v1/programmes/us-example-park-central/figures',
    );
    expect(items.length).toBeGreaterThan(0);
    for (const { reason } of items) expect(reason).toMatch(/^us-bsc@[\d.]+: Made data, not real figures/);
  });

  it('stands on the scorecard as initiatives that programmes carry', async () => {
    const { initiatives } = await get<{ initiatives: readonly Initiative[] }>(
      `/v1/scorecards/us-bsc?period=${thisQuarter()}`,
    );
    const carried = initiatives.flatMap(({ programme }) => programme ?? []);
    expect(carried).toContain('us-example-park-central');
    for (const programme of carried) await admin.get(`/v1/programmes/${programme}`).expect(200);
  });

  it('leaves an amount that the office corrected', async () => {
    const at = '/v1/programmes/us-example-park-central/figures/administrative-cost/2025?unit=province';
    await admin.put(at, { amount: 1, reason: 'As the treasury has it' }).expect(200);
    const { items } = await install();
    expect(items.find(({ kind, id }) => kind === 'books' && id === 'us-example-park-central')).toMatchObject({
      action: 'keep',
    });
  });
});
