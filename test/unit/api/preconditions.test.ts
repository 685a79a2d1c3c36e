import { describe, expect, it } from '@jest/globals';
import { afterOf, cursorOf, keptPage } from '../../../src/api/http/cursor';
import { alreadyHas, expectedVersion, tagsOf } from '../../../src/api/http/preconditions';

describe('preconditions', () => {
  it.each([
    [{}, 3, undefined],
    [{ ifMatch: '"3"' }, 3, 3],
    [{ ifMatch: '"1" , "3"' }, 3, 3],
    [{ ifMatch: '*' }, 3, 3],
    [{ ifNoneMatch: '*' }, 0, 0],
    [{ ifNoneMatch: '"2"' }, 3, 3],
  ])('%j on version %i expects %s', (sent, current, expected) => {
    expect(expectedVersion(sent, current, false)).toBe(expected);
  });

  it.each([
    [{ ifMatch: '"2"' }, 3],
    [{ ifMatch: 'W/"3"' }, 3],
    [{ ifMatch: '*' }, 0],
    [{ ifMatch: '"0"' }, 0],
    [{ ifNoneMatch: '*' }, 1],
    [{ ifNoneMatch: '"3"' }, 3],
  ])('%j on version %i has been overtaken', (sent, current) => {
    expect(() => expectedVersion(sent, current, false)).toThrow('CHANGED_MEANWHILE');
  });

  it('are demanded by a strict edit', () => {
    expect(() => expectedVersion({}, 3, true)).toThrow('PRECONDITION_NEEDED');
    expect(() => expectedVersion({}, 0, true)).toThrow('PRECONDITION_NEEDED');
  });

  it('compare weakly where something is only read', () => {
    expect(alreadyHas(tagsOf('If-None-Match', 'W/"3", "4"'), '"3"')).toBe(true);
    expect(alreadyHas(undefined, '"3"')).toBe(false);
    expect(() => tagsOf('If-Match', '3')).toThrow('INVALID_HEADER');
  });
});

describe('pages', () => {
  const letters = 'abcdefghij'.split('');
  const read = async (after: string | undefined, limit: number) =>
    letters.filter((x) => x > (after ?? '')).slice(0, limit);
  const vowels = (letter: string) => 'aeiou'.includes(letter);

  it('are filled from what a person may see, to the end', async () => {
    const page = { limit: 2, keyOf: (letter: string) => letter };
    const first = await keptPage(read, { ...page, after: undefined }, vowels);
    expect(first.items).toEqual(['a', 'e']);
    const second = await keptPage(read, { ...page, after: afterOf(first.next) }, vowels);
    expect(second).toEqual({ items: ['i'] });
  });

  it('refuse a cursor that is not one', () => {
    expect(afterOf(cursorOf('sở-xây-dựng'))).toBe('sở-xây-dựng');
    for (const cursor of ['x', 'MjphYQ', `${cursorOf('a')}=`]) expect(() => afterOf(cursor)).toThrow('INVALID_CURSOR');
  });
});
