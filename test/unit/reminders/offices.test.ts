import { describe, expect, it } from '@jest/globals';
import { lineOf } from '../../../src/domain/access/place';
import { officeOf, officesOf, unitsOfOffice } from '../../../src/domain/organisation/offices';
import type { Unit } from '../../../src/domain/organisation/organisation.schema';

const UNITS: readonly Unit[] = [
  { id: 'province', name: 'Province', office: { calendar: 'vn', rounds: { at: ['07:45'] } } },
  { id: 'health', name: 'Health', parent: 'province', office: { rounds: { everySeconds: 5 } } },
  { id: 'clinic', name: 'Clinic', parent: 'health' },
  { id: 'ward', name: 'Ward', parent: 'province' },
  { id: 'alone', name: 'Alone' },
  { id: 'orphan', name: 'Orphan', parent: 'gone' },
  { id: 'egg', name: 'Egg', parent: 'hen' },
  { id: 'hen', name: 'Hen', parent: 'egg' },
];

describe('the office of a unit', () => {
  it('is the nearest unit above with settings, and what it leaves open comes from the office above', () => {
    expect(officeOf(UNITS, 'clinic')).toMatchObject({
      id: 'health',
      office: { calendar: 'vn', rounds: { everySeconds: 5 } },
    });
    expect(officeOf(UNITS, 'ward')).toMatchObject({ id: 'province', office: { rounds: { at: ['07:45'] } } });
  });

  it('is the root where nobody has settings; an unknown parent makes a root', () => {
    expect(officeOf(UNITS, 'alone')).toMatchObject({ id: 'alone', office: {} });
    expect(officeOf(UNITS, 'orphan')?.id).toBe('orphan');
    expect(officeOf(UNITS, 'nowhere')).toBeUndefined();
  });

  it('does not go round in circles', () => {
    expect(lineOf(UNITS, 'egg').map(({ id }) => id)).toEqual(['egg', 'hen']);
    expect(officeOf(UNITS, 'egg')).toBeDefined();
  });

  it('has the units below it that have no nearer office', () => {
    expect(unitsOfOffice(UNITS, 'province')).toEqual(['province', 'ward']);
    expect(unitsOfOffice(UNITS, 'health')).toEqual(['health', 'clinic']);
    expect(officesOf(UNITS)).toEqual(expect.arrayContaining(['province', 'health', 'alone', 'orphan']));
  });

  it('is one for every unit', () => {
    for (const { id } of UNITS.filter(({ id }) => id !== 'egg' && id !== 'hen')) {
      const owners = officesOf(UNITS).filter((office) => unitsOfOffice(UNITS, office).includes(id));
      expect(owners).toHaveLength(1);
    }
  });
});
