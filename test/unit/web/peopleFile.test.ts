import type { Person } from '../../../src/domain/organisation/organisation.schema';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csvCell, csvOf } from '../../../src/domain/shared/csv';
import { cellsOf, inOrder, readPeople } from '../../../web/src/organisation/peopleFile';

const UNITS = [{ id: 'kh', name: 'Khánh Hòa' }];
const states = (text: string, people: Parameters<typeof readPeople>[1]['people'] = []) =>
  readPeople(text, { units: UNITS, people }).rows.map(({ state }) => state);

describe('a file of people', () => {
  it('is read as it was written, whatever stands in the cells', () => {
    const cell = fc
      .string({ minLength: 1 })
      .filter((text) => text.trim() !== '' && /^"?'/.test(csvCell(text)) === text.startsWith("'"))
      .filter((text) => !/[;\t\r\n][\s\p{C}"]*[=@＝＠+\-＋－]/u.test(text));
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1 });
    fc.assert(fc.property(table, (rows) => expect(cellsOf(csvOf([['a', 'b'], ...rows]))?.slice(1)).toEqual(rows)));
  });

  it('changes nothing when it is read again after it was imported', () => {
    const text = 'id,name,unit,roles\nhoa,Hoa,Khánh Hòa,officer reviewer\n';
    const [row] = readPeople(text, { units: UNITS, people: [] }).rows;
    expect(row?.state).toBe('new');
    expect(states(text, row !== undefined && 'person' in row ? [row.person] : [])).toEqual(['unchanged']);
  });

  it('names the columns that are missing, and the rows that are wrong', () => {
    expect(readPeople('name\nHoa\n', { units: UNITS, people: [] }).missing).toEqual(['id', 'unit']);
    expect(states('id,name,unit\na,A,kh\na,B,kh\nb,,kh\nc,C,nowhere\n')).toEqual(['new', 'wrong', 'wrong', 'wrong']);
  });

  it('is not read at all when a quotation mark is not closed', () => {
    expect(readPeople('id,name,unit\na,"A,kh\nb,B,kh\n', { units: UNITS, people: [] })).toMatchObject({
      unclosed: true,
      rows: [],
    });
  });

  it('puts superiors before those they lead, a circle included', () => {
    const person = (id: string, manager?: string): Person => ({
      ...{ id, name: id, unit: 'kh', roles: [], language: 'vi' },
      ...(manager !== undefined && { manager }),
    });
    expect(inOrder([person('a', 'b'), person('b', 'a'), person('c')]).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });
});
