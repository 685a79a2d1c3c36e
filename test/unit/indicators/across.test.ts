import { describe, expect, it } from '@jest/globals';
import { acrossUnits } from '../../../src/domain/indicators/across';
import { IndicatorDefinition } from '../../../src/domain/indicators/indicator.schema';
import type { IndicatorValue } from '../../../src/domain/indicators/value';

const defined = (over: object = {}) => IndicatorDefinition.parse({ name: 'On time', unit: '%', ...over });
const value = (unit: string, more: object): IndicatorValue => ({
  ...{ indicator: 'on-time', unit, period: '2026-01', state: 'value', quality: 'normal', value: 1 },
  ...more,
});
const counted = (unit: string, numerator: number, denominator: number): IndicatorValue =>
  value(unit, { numerator, denominator, value: (100 * numerator) / denominator });
const none = (unit: string): IndicatorValue => ({
  ...{ indicator: 'on-time', unit, period: '2026-01', state: 'missing' },
  because: { words: { vi: '-', en: '-', ja: '-' } },
});

describe('units beside each other', () => {
  const ratio = defined({ source: { type: 'ratio', per: 100 } });

  it('stand in a funnel where counts stand behind their values, in the unit of measure, in the order given', () => {
    const drawn = acrossUnits(
      [counted('a', 450, 500), none('b'), counted('c', 90, 100), counted('d', 100, 200)],
      ratio,
    );
    expect(drawn).toMatchObject({ method: 'funnel', kind: 'share', per: 100, centre: 80 });
    expect(drawn.units.map(({ value: { unit }, limits }) => [unit, limits?.value])).toEqual([
      ['a', 90],
      ['b', undefined],
      ['c', 90],
      ['d', 50],
    ]);
  });

  it('say which unit beyond the limits gives concern', () => {
    const alike = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'].map((unit) => counted(unit, 500, 1000));
    const { units } = acrossUnits([...alike, counted('low', 350, 1000)], ratio);
    expect(units.filter(({ signal }) => signal !== undefined)).toMatchObject([
      { value: { unit: 'low' }, signal: 'concern' },
    ]);
  });

  it('have no limits where nothing was counted, where amounts were divided, and where they are two', () => {
    const days = [value('a', { value: 3 }), value('b', { value: 4 }), value('c', { value: 8 })];
    expect(acrossUnits(days, defined())).toMatchObject({ method: 'values', because: 'NO_COUNTS', median: 4 });
    const amounts = ['a', 'b', 'c'].map((unit) => counted(unit, 0.5, 2));
    expect(acrossUnits(amounts, ratio)).toMatchObject({ method: 'values', because: 'NO_COUNTS' });
    expect(acrossUnits(days.slice(1), defined())).toMatchObject({ method: 'values', because: 'FEW_UNITS' });
  });
});
