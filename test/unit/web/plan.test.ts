import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DraftPlan } from '../../../src/domain/cycle/cycle.schema';
import type { DraftPlan as Plan } from '../../../src/domain/cycle/cycle.schema';
import { lacksOf } from '../../../web/src/plan/missing';
import { freshKey, tidyPlan } from '../../../web/src/plan/tidy';

const CATALOGUE = [{ key: 'median', aliases: ['speed'], speed: true }];
const fieldsMissing = (plan: Plan) => lacksOf(plan, CATALOGUE).map(({ field }) => field);

describe('the guided plan', () => {
  it('says what is missing while it is typed, and where', () => {
    expect(fieldsMissing({})).toContain('/plan/problem');
    expect(fieldsMissing({ problem: 'Slow' })).not.toContain('/plan/problem');
    expect(fieldsMissing({ problem: 'Slow', aim: { text: 'Quicker' } })).toContain('/plan/aim/by');
  });

  it('knows from the catalogue that a quick office needs a balance beside it', () => {
    const indicators = [
      { key: 'a', aggregation: 'speed', role: 'outcome' as const, prediction: { atMost: 3 }, target: 3 },
    ];
    expect(lacksOf({ indicators }, CATALOGUE).map(({ words }) => words.en)).toContain(
      'Beside a speed indicator there must be a balancing one (role: balancing).',
    );
  });

  it('sends nothing empty: whatever was left open, the API can read it', () => {
    const text = fc.oneof(fc.constant(''), fc.constant('  '), fc.constant('something'));
    const day = fc.oneof(fc.constant(''), fc.constant('2027-03-01'));
    const typed = fc.record({
      problem: text,
      causes: fc.array(text, { maxLength: 3 }),
      aim: fc.record({ text, indicator: fc.constantFrom('', 'median'), by: day }),
      pilot: fc.record({ scope: text, smallScale: fc.boolean() }),
      baseline: fc.record({ from: day, to: fc.constantFrom('', '2027-04-01') }),
      do: fc.constantFrom('', 'P3M'),
      reviewers: fc.array(fc.constant('chi'), { maxLength: 1 }),
    });
    fc.assert(fc.property(typed, (plan) => DraftPlan.safeParse(tidyPlan(plan)).success));
  });

  it('gives every new item a key of its own', () => {
    expect(freshKey('median', [])).toBe('median');
    expect(freshKey('median', ['median', 'median-2'])).toBe('median-3');
  });
});
