import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { counted, sumOf } from '../../../src/domain/programmes/books';
import type { BookAmount } from '../../../src/domain/programmes/books';
import type { Programme } from '../../../src/domain/programmes/programme';
import { summaryOf } from '../../../src/domain/programmes/summary';
import { amount, programme } from './made';

const SPAN = { from: '2025-01-01', to: '2025-12-31' };
const money = (id: string, budget: number, spent: number) => [
  amount('budget-initial', '2025', budget, id),
  amount('spent', '2025', spent, id),
];

describe('books', () => {
  it('count a longer period once, by its own amount where it has one', () => {
    const books = [
      amount('spent', '2024-11', 1),
      amount('spent', '2025-01', 2),
      amount('spent', '2025-02', 3),
      amount('spent', '2025-Q1', 10),
      amount('spent', '2025-05', 4),
    ];
    expect(sumOf(books, 'spent')?.toNumber()).toBe(15);
    expect(sumOf([...books, amount('spent', '2025', 7)], 'spent')?.toNumber()).toBe(8);
    expect(sumOf(books, 'committed')).toBeUndefined();
  });
});

describe('the summary of programmes', () => {
  it('counts those finished in the span, on time, on budget, and both', () => {
    const finished = [
      programme('both', { actualEnd: '2025-12-31' }),
      programme('late', { actualEnd: '2025-12-31', plannedEnd: '2025-11-30' }),
      programme('dear', { actualEnd: '2025-06-30' }),
      programme('unpaid', { actualEnd: '2025-06-30' }),
      programme('next-year', { actualEnd: '2026-01-01' }),
      programme('open'),
      programme('cancelled', { cancelled: '2025-05-01' }),
    ];
    const books = [...money('both', 100, 100), ...money('late', 100, 90), ...money('dear', 100, 101)];
    const summary = summaryOf(finished, books, SPAN);
    expect(summary).toMatchObject({ finished: 4, onTime: 3, onBudget: 2, onTimeAndBudgetShare: 0.25 });
    expect(
      summary.explain.programmes.map((one) => [one.programme.id, one.onTime.verdict, one.onBudget.verdict]),
    ).toEqual([
      ['dear', 'yes', 'no'],
      ['unpaid', 'yes', 'unknown'],
      ['both', 'yes', 'yes'],
      ['late', 'no', 'yes'],
    ]);
    expect(summary.explain.share.en).toBe('1 of 4 finished programmes were both on time and on budget.');
  });

  it('compares administrative cost of the last year of the span with that of the first', () => {
    const cost = (period: string, sum: number, id: string) => amount('administrative-cost', period, sum, id);
    const costs = [cost('2023', 60, 'a'), cost('2023-Q1', 40, 'b'), cost('2025-01', 57, 'a'), cost('2025', 38, 'b')];
    const summary = summaryOf([], costs, { from: '2023-01-01', to: '2025-12-31' });
    expect(summary).toMatchObject({ finished: 0, onTimeAndBudgetShare: null, administrativeCostChange: -0.05 });
    expect(summary.explain.cost).toMatchObject({
      first: 100,
      last: 95,
      words: { en: 'Administrative cost fell by 5 %: from 100 in 2023 to 95 in 2025.' },
      programmes: [
        { programme: 'a', first: 60, last: 57 },
        { programme: 'b', first: 40, last: 38 },
      ],
    });
    expect(summaryOf([], costs, { from: '2024-01-01', to: '2025-12-31' }).administrativeCostChange).toBeNull();
    expect(summaryOf([], [], SPAN).explain.cost.words.en).toContain('No administrative cost is recorded for 2025,');
  });
});

const DAYS = ['2024-12-31', '2025-01-01', '2025-06-30', '2025-12-31', '2026-01-01'] as const;
const one = fc.record({
  planned: fc.constantFrom(...DAYS.slice(1)),
  actual: fc.option(fc.constantFrom(...DAYS), { nil: undefined }),
  budget: fc.integer({ min: 0, max: 5 }),
  spent: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
  cost: fc.integer({ min: 1, max: 9 }),
});
const portfolio = fc.array(one, { maxLength: 8 });
type Made = readonly (typeof one extends fc.Arbitrary<infer T> ? T : never)[];

function made(some: Made, prefix: string): { programmes: Programme[]; amounts: BookAmount[] } {
  const ids = some.map((_, i) => `${prefix}${i}`);
  const programmes = some.map(({ planned, actual }, i) =>
    programme(ids[i] ?? '', { plannedStart: '2024-01-01', plannedEnd: planned, ...(actual && { actualEnd: actual }) }),
  );
  const amounts = some.flatMap(({ budget, spent, cost }, i) => [
    amount('budget-initial', '2025', budget, ids[i]),
    ...(spent === undefined ? [] : [amount('spent', '2025-Q2', spent, ids[i])]),
    amount('administrative-cost', '2025', cost, ids[i]),
  ]);
  return { programmes, amounts };
}
const summed = ({ programmes, amounts }: ReturnType<typeof made>) => summaryOf(programmes, amounts, SPAN);

describe('whatever the programmes', () => {
  it('the summary of two portfolios together is the sum of both', () => {
    fc.assert(
      fc.property(portfolio, portfolio, (left, right) => {
        const [a, b] = [made(left, 'a'), made(right, 'b')];
        const [one, other] = [summed(a), summed(b)];
        const both = summed({
          programmes: [...a.programmes, ...b.programmes],
          amounts: [...a.amounts, ...b.amounts],
        });
        for (const key of ['finished', 'onTime', 'onBudget'] as const) expect(both[key]).toBe(one[key] + other[key]);
        expect(both.explain.cost.last ?? 0).toBe((one.explain.cost.last ?? 0) + (other.explain.cost.last ?? 0));
      }),
    );
  });

  it('their order, and that of their books, changes nothing', () => {
    fc.assert(
      fc.property(portfolio, (some) => {
        const { programmes, amounts } = made(some, 'a');
        const turned = { programmes: [...programmes].reverse(), amounts: [...amounts].reverse() };
        expect(summed(turned)).toEqual(summed({ programmes, amounts }));
      }),
    );
  });

  it('no amount is counted twice', () => {
    const PERIODS = ['2025', '2025-Q1', '2025-Q2', '2025-01', '2025-04', '2026-Q1'];
    fc.assert(
      fc.property(fc.subarray(PERIODS), (periods) => {
        const found = counted(periods.map((period) => amount('spent', period, 1)));
        expect(new Set(found.map(({ period }) => period)).size).toBe(found.length);
        if (periods.includes('2025')) expect(found.filter(({ period }) => period.startsWith('2025'))).toHaveLength(1);
      }),
    );
  });
});
