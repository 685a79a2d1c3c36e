import { describe, expect, it } from '@jest/globals';
import { cascadeCircle, contributionOf } from '../../../src/domain/scorecards/cascade';
import type { CascadeBy } from '../../../src/domain/scorecards/cascade';
import type { ObjectiveView } from '../../../src/domain/scorecards/view';
import { cardOf, evaluated, facts } from './world';

function objectiveOf(ids: readonly string[]): ObjectiveView {
  const measures = ids.map((id) => ({ id, weight: 1 }));
  const view = evaluated(
    cardOf([[{ weight: 1, measures }]]),
    ids.map((id) => facts(id, { series: [0.5] })),
  );
  const [objective] = view.perspectives[0]?.objectives ?? [];
  if (objective === undefined) throw new Error('no objective');
  return objective;
}

describe('a cascade of objectives', () => {
  const to = (scorecard: string) => ({ scorecard, objective: 'p0o0', by: 'objective' as const });
  const cards = (links: Readonly<Record<string, string>>) => (id: string) => {
    const card = cardOf([[{ weight: 1, measures: [] }]]);
    const above = links[id];
    return { objectives: card.objectives.map((one) => ({ ...one, ...(above && { contributesTo: to(above) }) })) };
  };
  const from = (scorecard: string) => ({ scorecard, objective: 'p0o0' });

  it('finds the way back to where it began, however far, and no other circle', () => {
    expect(cascadeCircle(from('a'), cards({ a: 'b', b: 'c' }))).toBeUndefined();
    expect(cascadeCircle(from('a'), cards({ a: 'b', b: 'c', c: 'a' }))).toEqual([
      'a/p0o0',
      'b/p0o0',
      'c/p0o0',
      'a/p0o0',
    ]);
    expect(cascadeCircle(from('a'), cards({ a: 'b', b: 'c', c: 'b' }))).toBeUndefined();
  });

  it.each<[CascadeBy, readonly string[], string]>([
    ['objective', [], 'set for this unit'],
    ['indicator', ['a'], 'by the same indicator: a'],
    ['indicator', ['c'], 'share none'],
    ['contribution', ['c'], 'own objective'],
  ])('by %s with measures %p says “%s”', (by, below, words) => {
    const { words: said, shared } = contributionOf(objectiveOf(below), objectiveOf(['a', 'b']), by);
    expect(said.en).toContain(words);
    expect(shared.map(({ indicator }) => indicator)).toEqual(below.filter((id) => id === 'a'));
  });
});
