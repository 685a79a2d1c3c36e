import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changesIn } from '../../../src/domain/evaluationPeriods/fairness/changes';
import { exceptionsIn } from '../../../src/domain/evaluationPeriods/fairness/exceptions';
import { ratersIn } from '../../../src/domain/evaluationPeriods/fairness/raters';
import type { PersonRow } from '../../../src/domain/evaluationPeriods/fairness/row';
import { drawn } from '../../../src/domain/evaluationPeriods/fairness/sample';
import { unitsIn } from '../../../src/domain/evaluationPeriods/fairness/units';

const maxima = new Map([
  ['general/ethics', 15],
  ['general/discipline', 15],
]);
const points = (sum: number) => ({ 'general/ethics': Math.min(15, sum), 'general/discipline': Math.max(0, sum - 15) });
function row(person: string, more: Partial<PersonRow> & { readonly sum?: number } = {}): PersonRow {
  const { sum = 25, ...rest } = more;
  const own = { id: `p~${person}`, person, unit: 'u', agency: 'a', manager: 'm', phase: 'calibrating', overrides: [] };
  return { ...own, self: points(sum), rated: points(sum), total: sum + 50, class: 'good', ...rest };
}
const many = (count: number, name: string, more: (i: number) => Partial<PersonRow> & { sum?: number }) =>
  Array.from({ length: count }, (_, i) => row(`${name}${i}`, more(i)));

describe('what needs a look', () => {
  const facts = { maxima, before: new Map(), smallGroup: 5 };
  const kinds = (rows: readonly PersonRow[], of = facts) =>
    Object.fromEntries(
      exceptionsIn(rows, of).map(({ row: { person }, looks }) => [person, looks.map(({ kind }) => kind)]),
    );

  it('is what is missing, differs, stands out or has every point there is', () => {
    const { rated: _rated, ...unrated } = row('missing');
    const rows = [
      ...many(10, 'plain', (i) => ({ sum: 24 + (i % 3) })),
      unrated,
      row('differs', { self: points(30), rated: points(22) }),
      row('top', { sum: 30 }),
      row('odd', { total: 20 }),
      row('found', { overrides: ['discipline'] }),
    ];
    expect(kinds(rows)).toEqual({
      ...{
        missing: ['missing'],
        differs: ['large-difference'],
        top: ['all-max'],
        odd: ['unusual'],
        found: ['override'],
      },
    });
  });

  it('is a large change since the last period; a small group is not compared', () => {
    const before = new Map([['x', { person: 'x', total: 50, class: 'completed' }]]);
    expect(kinds([row('x'), row('y', { total: 1 })], { ...facts, before })).toEqual({ x: ['changed'] });
  });

  it('is nothing of those who are excluded', () => {
    const { rated: _rated, ...none } = row('e', { phase: 'excluded' });
    expect(kinds([none])).toEqual({});
  });
});

describe('raters', () => {
  it('are shown by severity and spread, and not when they rated only few', () => {
    const rows = [
      ...many(6, 's', () => ({ manager: 'strict', sum: 20 })),
      ...many(6, 'l', (i) => ({ manager: 'lenient', sum: 28 + (i % 2) })),
      ...many(2, 'f', () => ({ manager: 'few', sum: 30 })),
    ];
    const { raters, small } = ratersIn(rows, { maxima, smallGroup: 5 });
    expect(raters.map(({ rater }) => rater)).toEqual(['strict', 'lenient']);
    expect(raters[0]).toMatchObject({ people: 6, spread: 0 });
    expect(raters[0]?.severity).toBeLessThan(0);
    expect(small).toEqual({ raters: 1, people: 2 });
  });
});

describe('units on a control chart', () => {
  it('stand out only beyond what their size explains; small ones are not shown', () => {
    const unit = (name: string, mean: number, count = 8) =>
      many(count, name, (i) => ({ unit: name, total: mean + (i % 2 === 0 ? 2 : -2) }));
    const names = Array.from({ length: 12 }, (_, i) => `n${i}`);
    const rows = [...names.flatMap((name) => unit(name, 75)), ...unit('odd', 95), ...unit('tiny', 10, 3)];
    const { units, chart, small } = unitsIn(rows, 5);
    expect(small).toEqual({ units: 1, people: 3 });
    expect(
      chart.ok && chart.points.map(({ place }, i) => (place === 'within' ? '' : units[i])).filter(Boolean),
    ).toEqual(['odd']);
  });
});

describe('a sample', () => {
  it('is the same for the same seed and people in any order, and holds nobody twice', () => {
    const people = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 40 });
    fc.assert(
      fc.property(people, fc.string(), fc.integer({ min: 1, max: 50 }), (list, seed, size) => {
        const one = drawn(list, { seed, size });
        expect(drawn([...list].reverse(), { seed, size })).toEqual(one);
        expect(new Set(one).size).toBe(Math.min(size, list.length));
        expect(one.every((id) => list.includes(id))).toBe(true);
      }),
    );
  });
});

describe('what changed since last time', () => {
  it('counts who moved up or down, who came and who went', () => {
    const before = new Map(
      ['a', 'b', 'gone'].map((person) => [person, { person, total: 60, class: person === 'b' ? 'good' : 'completed' }]),
    );
    const look = changesIn([row('a'), row('b'), row('new')], before, (key) =>
      ['excellent', 'good', 'completed'].indexOf(key),
    );
    expect(look).toMatchObject({ up: 1, down: 0, same: 1, joined: ['new'], gone: ['gone'] });
    expect(look.moved.map(({ row: { person } }) => person)).toEqual(['a']);
  });
});
