import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { periodsBetween, shifted } from '../../../src/domain/indicators/period';
import { randomNormal, seededRandom } from '../../../src/domain/statistics/random';
import { scoring } from './world';
import type { Scoring } from './world';

const LAST = '2026-Q1';
const QUARTERS = 20;

let at: Scoring;
beforeAll(async () => {
  at = await scoring();
  for (const id of ['skills', 'speed']) await at.define(id, { baseline: 0, target: 1, scoring: { rule: 'progress' } });
  const random = seededRandom('a map');
  let before = 0.5;
  for (const period of periodsBetween(shifted(LAST, 1 - QUARTERS), LAST)) {
    const skills = 0.5 + 0.1 * randomNormal(random);
    await at.enter('skills', period, { value: skills });
    await at.enter('speed', period, { value: before + 0.01 * randomNormal(random) });
    before = skills;
  }
  const objective = (key: string) => ({ key, perspective: 'p', name: key, measures: [{ indicator: key }] });
  const card = {
    ...{ name: 'Department', unit: 'department', perspectives: [{ key: 'p', name: 'Process' }] },
    objectives: [objective('skills'), objective('speed')],
    links: [{ from: 'skills', to: 'speed', lag: 1, why: 'What is learned shows a quarter later' }],
  };
  await at.head.put('/v1/scorecards/department', card).expect(201);
});
afterAll(() => at.api.close());

type StrategyMap = {
  readonly nodes: readonly { readonly key: string; readonly score: number; readonly scoredPeriods: number }[];
  readonly links: readonly {
    readonly check: { readonly finding: string; readonly words: string; readonly best?: { readonly lag: number } };
  }[];
  readonly caution: string;
};

const mapAt = async (query: string): Promise<StrategyMap> => {
  const answer = await at.head.get(`/v1/scorecards/department/map?${query}`).expect(200);
  return answer.body as StrategyMap;
};

describe('the strategy map', () => {
  it('says that the driver leads the outcome, at which lag and with how much evidence', async () => {
    const { nodes, links, caution } = await mapAt(`period=${LAST}`);
    expect(nodes.map(({ key, scoredPeriods }) => [key, scoredPeriods])).toEqual([
      ['skills', QUARTERS],
      ['speed', QUARTERS],
    ]);
    expect(links).toMatchObject([
      { from: 'skills', to: 'speed', lag: 1, check: { finding: 'leads', best: { lag: 1 } } },
    ]);
    expect(links[0]?.check.words).toContain('skills');
    expect(caution).not.toBe('');
  });

  it('says from when a statement is possible, as of an earlier period', async () => {
    const { links } = await mapAt('period=2023-Q1');
    expect(links).toMatchObject([{ check: { finding: 'too-few', possibleFrom: '2024-Q2' } }]);
  });

  it('is not there where the scorecard is not', async () => {
    await at.admin.get('/v1/scorecards/nowhere/map').expect(404);
  });
});
