import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bottomUp } from '../../../src/domain/evaluationPeriods/bottomUp';

const seen = (rows: readonly { person: string; manager?: string }[]) =>
  bottomUp(rows, ({ person }, classes) => ({
    class: person.startsWith('x') ? 'bad' : 'ok',
    below: [...classes].sort(),
  }));

describe('leaders are scored from the results below them', () => {
  it('through every level, whatever the order of the rows', () => {
    const rows = [
      { person: 'top' },
      { person: 'mid', manager: 'top' },
      { person: 'xa', manager: 'mid' },
      { person: 'b', manager: 'mid' },
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: 4 }), (shuffled) => {
        const results = seen(shuffled);
        expect(results.get('mid')?.below).toEqual(['bad', 'ok']);
        expect(results.get('top')?.below).toEqual(['ok']);
      }),
    );
  });

  it('and ends where superiors go round in a circle', () => {
    const results = seen([
      { person: 'a', manager: 'b' },
      { person: 'b', manager: 'a' },
    ]);
    expect(results.size).toBe(2);
  });
});
