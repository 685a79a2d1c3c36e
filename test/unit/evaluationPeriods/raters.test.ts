import { describe, expect, it } from '@jest/globals';
import { ratersOf } from '../../../src/domain/evaluationPeriods/raters';

const managers: Readonly<Record<string, string>> = { an: 'head', head: 'director', director: 'chair' };
const heads: Readonly<Record<string, readonly string[]>> = { office: ['head'], dpi: ['director'], kh: ['chair'] };
const of = {
  managerOf: (person: string) => managers[person],
  headsOf: (unit: string) => heads[unit] ?? [],
  placeOf: (unit: string) => ['office', 'dpi', 'kh'].slice(['office', 'dpi', 'kh'].indexOf(unit)),
};
const usual = { first: 'manager', second: 'manager-of-manager' } as const;

describe('who rates and who approves', () => {
  it('is the manager and the manager of the manager', () => {
    expect(ratersOf({ person: 'an', unit: 'office', manager: 'head' }, usual, of)).toEqual({
      manager: 'head',
      approver: 'director',
    });
  });
  it('is the nearest heads above for whom no manager is known', () => {
    expect(ratersOf({ person: 'an', unit: 'office' }, usual, of)).toEqual({ manager: 'head', approver: 'director' });
    expect(ratersOf({ person: 'head', unit: 'office' }, usual, of)).toEqual({ manager: 'director', approver: 'chair' });
  });
  it('is never the person, and never one person for both', () => {
    const raters = ratersOf(
      { person: 'director', unit: 'dpi', manager: 'director' },
      { first: 'manager', second: 'head-of-unit-above' },
      of,
    );
    expect(raters).toEqual({ manager: 'chair' });
  });
  it('is one alone where the scheme has no approval', () => {
    expect(
      ratersOf({ person: 'an', unit: 'office', manager: 'head' }, { first: 'manager', second: 'none' }, of),
    ).toEqual({ manager: 'head' });
  });
});
