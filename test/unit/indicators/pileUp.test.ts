import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { leadTimeDays } from '../../../src/domain/cases/aggregations/duration';
import { pileUp } from '../../../src/domain/indicators/gaming/pileUp';
import type { IndicatorVerdict } from '../../../src/domain/cycle/verdict';
import { seededRandom } from '../../../src/domain/statistics/random';
import { withQuestions } from '../../../src/domain/verdict/questions';
import { permitCasesByEvents, permitLogIsThere } from '../aggregations/permitLog';

const LIMIT = { limit: 15, week: 7 };
const distances = (durations: readonly number[]) => durations.map((days) => 15 - days);
const even = (n: number) => Array.from({ length: n }, (_, i) => (i * 30) / n);

describe('values just inside a limit', () => {
  it('are noticed where they pile up, and only there', () => {
    expect(pileUp(distances(even(600)), LIMIT)).toMatchObject({ inside: 20, expected: 20, piled: false });
    const held = [...even(600), ...Array.from({ length: 30 }, () => 14.5)];
    expect(pileUp(distances(held), LIMIT)).toMatchObject({ inside: 50, expected: 20, ratio: 2.5, piled: true });
    const late = [...even(600), ...Array.from({ length: 30 }, () => 15.5)];
    expect(pileUp(distances(late), LIMIT)?.piled).toBe(false);
  });

  it('are no question where every seventh day has a peak', () => {
    const weekly = [8, 15, 22].flatMap((day) => Array.from({ length: 40 }, () => day - 0.5));
    expect(pileUp(distances([...even(300), ...weekly]), LIMIT)?.piled).toBe(false);
  });

  it('are no question among fewer than thirty', () => {
    expect(pileUp(distances(Array.from({ length: 29 }, () => 14.5)), LIMIT)?.piled).toBe(false);
    expect(pileUp([], LIMIT)).toBeUndefined();
  });

  it('have finite figures, whatever the values', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }), (values) => {
        const found = pileUp(values, LIMIT);
        expect([found?.p, found?.ratio, found?.expected].every(Number.isFinite)).toBe(true);
      }),
    );
  });

  it('are rarely taken for piled up where durations have no memory', () => {
    const random = seededRandom('false alarms');
    const once = () => pileUp(distances(Array.from({ length: 1000 }, () => -20 * Math.log(1 - random()))), LIMIT);
    const alarms = Array.from({ length: 300 }, once).filter((found) => found?.piled === true).length;
    expect(alarms).toBeLessThanOrEqual(6);
  });

  (permitLogIsThere ? it : it.skip)('say nothing about fifteen days in the permit log', () => {
    const days = permitCasesByEvents().flatMap((fact) => leadTimeDays(fact) ?? []);
    const found = pileUp(distances(days), LIMIT);
    process.stderr.write(`  permit log about 15 days: ${JSON.stringify(found)}\n`);
    expect(found?.piled).toBe(false);
  });
});

describe('a question to the owner', () => {
  const verdict = (indicator: string, role: 'outcome' | 'balancing', is: IndicatorVerdict['verdict']) =>
    ({ indicator, role, verdict: is }) as IndicatorVerdict;

  it('is asked where an indicator improved while its balance got worse', () => {
    const [speed, quality] = withQuestions(
      [verdict('speed', 'outcome', 'improved'), verdict('errors', 'balancing', 'worse')],
      new Map(),
    );
    expect(speed?.questions).toMatchObject([{ code: 'COUNTER_INDICATOR_GOT_WORSE', figures: { counter: 'errors' } }]);
    expect(speed?.questions?.[0]?.words.en.endsWith('?')).toBe(true);
    expect(quality).not.toHaveProperty('questions');
  });

  it('names indicators as their readers do', () => {
    const named = { names: { vi: 'Thời gian', en: 'Time' } };
    const [speed] = withQuestions(
      [
        { ...verdict('speed', 'outcome', 'improved'), ...named },
        { ...verdict('errors', 'balancing', 'worse'), name: 'Lỗi' },
      ],
      new Map(),
    );
    expect(speed?.questions?.[0]?.words.vi).toContain('«Thời gian» cải thiện trong khi «Lỗi»');
    expect(speed?.questions?.[0]?.words.en).toContain('“Time” improved while “Lỗi”');
  });

  it('is not asked where nothing got worse', () => {
    const all = [verdict('speed', 'outcome', 'improved'), verdict('errors', 'balancing', 'no-evidence')];
    expect(withQuestions(all, new Map())).toEqual(all);
  });
});
