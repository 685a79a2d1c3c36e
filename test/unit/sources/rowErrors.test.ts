import { describe, expect, it } from '@jest/globals';
import { ErrorTally, MAX_KEPT_ERRORS } from '../../../src/domain/cases/importTally';
import { ROW_ERROR_CODES, rowError } from '../../../src/domain/cases/rowErrors';

describe('the error of a row', () => {
  it.each(ROW_ERROR_CODES)('%s has a sentence in Vietnamese and in English', (code) => {
    const { words, message } = rowError(code, { row: 7, field: 'end' }, { value: 'soon', limit: 3 });
    expect(message).toBe(words.en);
    expect(words.vi).not.toBe(words.en);
    for (const sentence of [words.vi, words.en]) expect(sentence).toMatch(/^.{20,}\.$/s);
  });

  it('shows a value shortened and without control characters', () => {
    const { message } = rowError(
      'TIME_UNREADABLE',
      { row: 1, field: 'end' },
      { value: `a\u001b[31m${'x'.repeat(500)}` },
    );
    expect(message.length).toBeLessThan(300);
    expect(message).not.toMatch(/\p{Cc}/u);
  });

  it('is counted always, and kept a thousand times, in the order of the file', () => {
    const tally = new ErrorTally();
    for (let row = 5_000; row > 0; row -= 1) tally.add(rowError('TIME_MISSING', { row, field: 'time' }));
    expect(tally.count).toBe(5_000);
    expect(tally.kept).toHaveLength(MAX_KEPT_ERRORS);
    expect(tally.kept[0]?.row).toBe(4_001);
  });
});
