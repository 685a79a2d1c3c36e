import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cardOf, evaluated, facts } from './world';

const weight = fc.integer({ min: 1, max: 50 });
const score = fc.oneof(
  fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
  fc.constantFrom('missing' as const, 'not-applicable' as const, 'not-yet-due' as const),
);
const objective = fc.record({ weight, scores: fc.array(fc.record({ weight, score }), { minLength: 1, maxLength: 4 }) });
const given = fc.array(fc.array(objective, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
type Given = Parameters<Parameters<typeof given.map>[0]>[0];

/** Every measure has an indicator of its own, named by its place. */
function read(
  all: Given,
  change: { readonly times?: number; readonly reversed?: boolean; readonly minimum?: number } = {},
) {
  const { times = 1, reversed = false, minimum = 0 } = change;
  const named = all.map((objectives, p) =>
    objectives.map(({ weight: own, scores }, o) => ({
      weight: own * times,
      measures: scores.map((one, m) => ({ id: `i-${p}-${o}-${m}`, weight: one.weight * times, score: one.score })),
    })),
  );
  const turn = <T>(items: readonly T[]): readonly T[] => (reversed ? items.toReversed() : items);
  const ordered = turn(named).map((objectives) =>
    turn(objectives).map((one) => ({ ...one, measures: [...turn(one.measures)] })),
  );
  const measured = ordered
    .flat()
    .flatMap(({ measures }) => measures.map((one) => facts(one.id, { series: [one.score] })));
  return evaluated(cardOf(ordered, { minimumCoverage: minimum }), measured);
}

describe('a rolled-up score', () => {
  it('is the same in whatever order measures, objectives and perspectives stand', () => {
    fc.assert(
      fc.property(given, (all) => {
        const [one, other] = [read(all), read(all, { reversed: true })];
        expect([other.score, other.coverage, other.state]).toEqual([one.score, one.coverage, one.state]);
        expect(other.progress.movement).toBe(one.progress.movement);
      }),
    );
  });

  it('is the same when all weights are multiplied', () => {
    fc.assert(
      fc.property(given, fc.constantFrom(2, 10, 1000), (all, times) => {
        const [one, other] = [read(all), read(all, { times })];
        expect([other.score, other.coverage]).toEqual([one.score, one.coverage]);
      }),
    );
  });

  it('lies within 0 and 1, and its coverage too', () => {
    fc.assert(
      fc.property(given, (all) => {
        const { score: of = 0, coverage } = read(all);
        expect(of).toBeGreaterThanOrEqual(0);
        expect(of).toBeLessThanOrEqual(1);
        expect(coverage).toBeGreaterThanOrEqual(0);
        expect(coverage).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('keeps its value and loses coverage when what is beside a scored measure goes missing', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ weight, score }), { minLength: 1, maxLength: 4 }), weight, (scores, lost) => {
        const one = read([[{ weight: 1, scores }]]);
        const more = read([[{ weight: 1, scores: [...scores, { weight: lost, score: 'missing' }] }]]);
        expect(more.score).toBe(one.score);
        if (one.coverage > 0) expect(more.coverage).toBeLessThan(one.coverage);
        const same = read([[{ weight: 1, scores: [...scores, { weight: lost, score: 'not-applicable' }] }]]);
        expect([same.score, same.coverage]).toEqual([one.score, one.coverage]);
      }),
    );
  });

  it('has a status only where enough of the weight is scored', () => {
    fc.assert(
      fc.property(given, fc.integer({ min: 0, max: 100 }), (all, percent) => {
        const view = read(all, { minimum: percent / 100 });
        if (view.state !== 'scored') expect(view.status).toBeUndefined();
        else expect(view.coverage).toBeGreaterThanOrEqual(percent / 100 - 1e-12);
      }),
    );
  });
});
