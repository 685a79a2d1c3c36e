import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Figure } from '../../../src/domain/indicators/facts';
import { circleIn, dependentsInOrder, type Graph } from '../../../src/domain/indicators/graph';
import { evaluating, figure, indicators, type Given } from './world';

const IDS = ['i0', 'i1', 'i2', 'i3', 'i4'];
const id = fc.constantFrom(...IDS);
const number = fc.constantFrom(0, 0.1, -3, 7, 1e30, 1e-30);
const source = fc.oneof(
  fc.constant({ type: 'entered' }),
  fc.constant({ type: 'ratio', per: 100 }),
  fc.record({ type: fc.constant('ratio'), numerator: id, denominator: id }),
  fc.record({ type: fc.constant('indicator'), indicator: id, lag: fc.integer({ min: 0, max: 2 }) }),
  fc.record({
    type: fc.constant('formula'),
    formula: fc
      .tuple(id, id, fc.constantFrom('+', '-', '*', '/'))
      .chain(([a, b, sign]) => fc.constantFrom(`${a} ${sign} ${b}`, `previous(${a}) ${sign} ${b}`)),
  }),
);
const definition = fc.record(
  {
    source,
    missing: fc.constantFrom('ignore', 'zero', 'carry-forward', 'block'),
    overTime: fc.constantFrom('sum', 'mean', 'ratio', 'p90'),
    minimumN: fc.constantFrom(0, 5),
    baseline: number,
    target: number,
    scoring: fc.constantFrom(
      { rule: 'progress' },
      { rule: 'lower-ratio' },
      { rule: 'range', low: 0, high: 1, width: 0 },
    ),
  },
  { requiredKeys: ['source'] },
);
const figures = fc.array(
  fc
    .tuple(id, fc.constantFrom('top', 'a', 'b', 'a1'), fc.constantFrom('2026-01', '2026-02', '2026-03'), number, number)
    .chain(([of, unit, period, one, other]) =>
      fc.constantFrom<Figure>(
        figure(of, period, { unit, value: one, n: 3 }),
        figure(of, period, { unit, numerator: one, denominator: other }),
        figure(of, period, { unit, status: 'missing' }),
        figure(of, period, { unit, status: 'not-applicable' }),
      ),
    )
    .chain((one) =>
      fc
        .record({ version: fc.integer({ min: 1, max: 99 }), month: fc.integer({ min: 1, max: 9 }) })
        .map(({ version, month }) => ({
          ...one,
          version,
          recordedAt: `2026-0${month}-01T00:00:00.000Z`,
        })),
    ),
  { maxLength: 15 },
);
const distinct = (all: readonly Figure[]): readonly Figure[] => [
  ...new Map(all.map((one) => [`${one.indicator}~${one.unit}~${one.period}~${one.version}`, one])).values(),
];
const given = fc
  .record({ all: fc.tuple(definition, definition, definition, definition, definition), figures })
  .map(({ all, figures: some }): Given => ({
    indicators: indicators(Object.fromEntries(IDS.map((name, i) => [name, all[i] ?? {}]))),
    figures: distinct(some),
    earliest: '2025-06-01',
  }));
const KEYS = IDS.flatMap((one) =>
  ['top', 'a'].flatMap((unit) => ['2026-02', '2026-03', '2026-Q1'].map((period) => [one, unit, period] as const)),
);
const valuesOf = (world: Given, asOf?: string) => {
  const evaluate = evaluating(world, asOf);
  return KEYS.map((key) => evaluate.value(...key));
};

describe('whatever the indicators and figures are', () => {
  it('every number is one, and every absence has words', () => {
    fc.assert(
      fc.property(given, (world) => {
        const evaluate = evaluating(world);
        for (const key of KEYS) {
          const both = [evaluate.value(...key), evaluate.explain(...key)];
          const walk = (node: unknown): void => {
            if (typeof node === 'number' && !Number.isFinite(node)) throw new Error(`${node} in ${key.join(' ')}`);
            if (typeof node === 'object' && node !== null) Object.values(node).forEach(walk);
          };
          both.forEach(walk);
          const [value] = both;
          if (value !== undefined && 'because' in value) expect(value.because.words.vi).not.toBe('');
        }
      }),
      { numRuns: 60 },
    );
  });
  it('a value does not depend on what was asked before it, nor on the order of figures', () => {
    fc.assert(
      fc.property(given, (world) => {
        const together = valuesOf(world);
        const alone = KEYS.map((key) => evaluating(world).value(...key));
        expect(together).toEqual(alone);
        const reversed = { ...world, figures: [...(world.figures ?? [])].reverse() };
        expect(valuesOf(reversed)).toEqual(together);
      }),
      { numRuns: 60 },
    );
  });
  it('facts that say for which periods there are figures give the same values', () => {
    fc.assert(
      fc.property(given, (world) => {
        expect(valuesOf({ ...world, tellsPeriods: true })).toEqual(valuesOf(world));
      }),
      { numRuns: 60 },
    );
  });
  it('what is recorded later changes nothing that was known before, nor what was closed', () => {
    const at = '2026-05-15T00:00:00.000Z';
    fc.assert(
      fc.property(given, (world) => {
        const before = { ...world, figures: (world.figures ?? []).filter(({ recordedAt }) => recordedAt <= at) };
        expect(valuesOf(world, at)).toEqual(valuesOf(before, at));
        const closings = [{ unit: 'top', period: '2026', closedAt: at, by: 'e' }];
        expect(valuesOf({ ...world, closings })).toEqual(valuesOf({ ...before, closings }));
      }),
      { numRuns: 60 },
    );
  });
  it('a ratio is the ratio of the sums, whatever the tree', () => {
    const part = fc.record({
      above: fc.integer({ min: 0, max: 50 }),
      under: fc.integer({ min: 1, max: 50 }),
      parent: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 10 }), (parts) => {
        const inner = parts.map((one, i) => ({
          id: `m${i}`,
          name: 'm',
          parent: i === 0 ? 'top' : `m${one.parent % i}`,
        }));
        const leaves = parts.map((_one, i) => ({ id: `l${i}`, name: 'l', parent: `m${i}` }));
        const units = [{ id: 'top', name: 'top' }, ...inner, ...leaves];
        const some = parts.map(({ above, under }, i) =>
          figure('x', '2026-01', { unit: `l${i}`, numerator: above, denominator: under }),
        );
        const world = { indicators: indicators({ x: { source: { type: 'ratio' } } }), figures: some, units };
        const sum = (of: 'above' | 'under') => parts.reduce((total, one) => total + one[of], 0);
        expect(evaluating(world).value('x', 'top', '2026-01')).toMatchObject({
          numerator: sum('above'),
          denominator: sum('under'),
        });
      }),
    );
  });
});

const reads = fc.record({ now: fc.array(id, { maxLength: 3 }), before: fc.array(id, { maxLength: 2 }) });
const graph = fc
  .tuple(reads, reads, reads, reads, reads)
  .map(
    (all): Graph =>
      new Map(
        all.map(({ now, before }, i) => [
          `i${i}`,
          { references: [...new Set([...now, ...before])], atOnce: [...new Set(now)] },
        ]),
      ),
  );

describe('the graph of indicators', () => {
  it('dependents are the closure, each after what it reads', () => {
    fc.assert(
      fc.property(graph, id, (of, changed) => {
        const order = dependentsInOrder([changed], of);
        let closure = new Set([changed]);
        for (let i = 0; i < IDS.length; i++)
          closure = new Set([
            ...closure,
            ...IDS.filter((one) => of.get(one)?.references.some((read) => closure.has(read))),
          ]);
        expect(new Set(order)).toEqual(closure);
        expect(order).toHaveLength(closure.size);
        if (IDS.some((one) => circleIn(one, of) !== undefined)) return;
        for (const [i, one] of order.entries())
          for (const read of of.get(one)?.atOnce ?? [])
            if (closure.has(read)) expect(order.indexOf(read)).toBeLessThan(i);
      }),
    );
  });
  it('a circle leads from an indicator back to itself; earlier periods make none', () => {
    fc.assert(
      fc.property(graph, id, (of, one) => {
        const circle = circleIn(one, of);
        circle?.slice(1).forEach((read, i) => expect(of.get(circle[i] ?? '')?.atOnce).toContain(read));
        if (circle !== undefined) expect([circle[0], circle.at(-1)]).toEqual([one, one]);
      }),
    );
    expect(circleIn('x', new Map([['x', { references: ['x'], atOnce: [] }]]))).toBeUndefined();
  });
});
