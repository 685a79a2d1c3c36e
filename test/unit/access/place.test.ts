import { describe, expect, it } from '@jest/globals';
import { placeOf, withUnitsBelow } from '../../../src/domain/access/place';

const units = [
  { id: 'province' },
  { id: 'department', parent: 'province' },
  { id: 'office', parent: 'department' },
  { id: 'health', parent: 'province' },
];

describe('the tree of units', () => {
  it('names a unit and all above it, the unit first', () => {
    expect(placeOf(units, 'office')).toEqual(['office', 'department', 'province']);
  });
  it('names a unit and all below it, the unit first', () => {
    expect(withUnitsBelow(units, 'province')).toEqual(['province', 'department', 'health', 'office']);
  });
  it('says nothing about an unknown unit', () => {
    expect(placeOf(units, 'moon')).toEqual([]);
    expect(withUnitsBelow(units, 'moon')).toEqual([]);
  });
  it('comes to an end even on units that stand above each other', () => {
    const broken = [
      { id: 'a', parent: 'b' },
      { id: 'b', parent: 'a' },
    ];
    expect(placeOf(broken, 'a')).toEqual(['a', 'b']);
    expect(withUnitsBelow(broken, 'a')).toEqual(['a', 'b']);
  });
});
