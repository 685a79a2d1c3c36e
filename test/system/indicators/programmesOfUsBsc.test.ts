import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { observing } from './observing';
import type { Observing } from './observing';

const read = (name: string) =>
  JSON.parse(readFileSync(path.resolve(__dirname, '../../../packs/us-bsc', name), 'utf8')) as unknown;
type Figure = { readonly programme: string; readonly figure: string; readonly period: string; readonly amount: number };

let at: Observing;
beforeAll(async () => {
  at = await observing();
  const programmes = Object.entries(read('programmes.json') as Record<string, object>);
  for (const [id, definition] of programmes)
    await at.admin.put(`/v1/programmes/${id}`, { ...definition, unit: 'office' }).expect(201);
  for (const { programme, figure, period, amount } of (read('figures.json') as { figures: readonly Figure[] }).figures)
    await at.admin.put(`/v1/programmes/${programme}/figures/${figure}/${period}?unit=office`, { amount }).expect(201);
}, 120_000);
afterAll(() => at.api.close());

type Line = {
  readonly id: string;
  readonly name: string;
  readonly both: boolean;
  readonly onTime: { readonly verdict: string; readonly words: string };
  readonly onBudget: { readonly verdict: string; readonly words: string };
  readonly money: { readonly budget: number; readonly spent: number };
};
type Summary = {
  readonly finished: number;
  readonly onTimeAndBudgetShare: number;
  readonly administrativeCostChange: number;
  readonly explain: {
    readonly programmes: readonly Line[];
    readonly cost: {
      readonly words: string;
      readonly programmes: readonly { first: number | null; last: number | null }[];
    };
  };
};
const summary = async (span: string) =>
  (await at.head.get(`/v1/programmes/summary?unit=department&${span}`).expect(200)).body as Summary;

describe('the example of the USA, from made data', () => {
  it('finishes 75 % of its programmes on time and on budget in the first year, and 90 % after two years', async () => {
    expect(await summary('from=2023&to=2023')).toMatchObject({
      finished: 20,
      onTime: 17,
      onBudget: 17,
      onTimeAndBudgetShare: 0.75,
    });
    expect(await summary('from=2024&to=2024')).toMatchObject({ finished: 20, onTimeAndBudgetShare: 0.8 });
    expect(await summary('from=2025-01-01&to=2025-12-31')).toMatchObject({ finished: 20, onTimeAndBudgetShare: 0.9 });
  });

  it('spends 5 % less on administration after two years, to the programmes that cost it', async () => {
    const { administrativeCostChange, explain } = await summary('from=2023&to=2025');
    expect(administrativeCostChange).toBe(-0.05);
    expect(explain.cost.words).toBe('Administrative cost fell by 5 %: from 600,000 in 2023 to 570,000 in 2025.');
    const sum = (which: 'first' | 'last') =>
      explain.cost.programmes.reduce((total, one) => total + (one[which] ?? 0), 0);
    expect([sum('first'), sum('last')]).toEqual([600_000, 570_000]);
  });

  it('explains each share by its programmes, with dates, money and a verdict in words', async () => {
    const { explain } = await summary('from=2023&to=2023');
    expect(explain.programmes.filter(({ both }) => both)).toHaveLength(15);
    for (const one of explain.programmes) {
      expect(one.name).toContain('(example)');
      expect(one.onBudget.verdict === 'yes').toBe(one.money.spent <= one.money.budget);
    }
    const missed = explain.programmes.filter(({ both }) => !both);
    expect(missed).toHaveLength(5);
    for (const { onTime, onBudget } of missed)
      expect(`${onTime.words} ${onBudget.words}`).toMatch(/days after the first approved end|more than the budget/);
  });
});
