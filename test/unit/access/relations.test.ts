import { describe, expect, it } from '@jest/globals';
import { relationsToCycle } from '../../../src/domain/access/relations';
import type { Standing } from '../../../src/domain/access/policy';
import type { Cycle } from '../../../src/domain/cycle/state';

const cycle: Cycle = {
  id: 'c',
  phase: 'plan',
  unit: 'u',
  procedure: 'p',
  no: 1,
  stage: 1,
  title: 't',
  lead: 'lan',
  launchedAt: '2026-01-05T00:00:00.000Z',
  authors: ['lan'],
  plan: {
    reviewers: ['binh'],
    countermeasures: [
      { key: 'form', title: 'One form', owner: 'chi' },
      { key: 'desk', title: 'One desk', owner: 'dung' },
    ],
  },
};
const person = (id: string, ...standsInFor: string[]): Standing => ({ id, roles: ['officer'], unit: 'u', standsInFor });

describe('ties of a person to a cycle', () => {
  it('knows lead, reviewer and owner', () => {
    expect(relationsToCycle(cycle, person('lan'))).toEqual(['lead']);
    expect(relationsToCycle(cycle, person('binh'))).toEqual(['reviewer']);
    expect(relationsToCycle(cycle, person('chi'))).toEqual(['countermeasure-owner']);
    expect(relationsToCycle(cycle, person('hoa'))).toEqual([]);
  });
  it('makes the owner of one countermeasure no owner of another', () => {
    expect(relationsToCycle(cycle, person('chi'), 'desk')).toEqual([]);
  });
  it('gives a deputy the ties of whoever is away', () => {
    expect(relationsToCycle(cycle, person('hoa', 'binh'))).toEqual(['reviewer']);
  });
});
