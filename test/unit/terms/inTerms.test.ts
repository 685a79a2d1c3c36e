import { describe, expect, it } from '@jest/globals';
import { asWritten, blanksAmiss, mergedTerms, speaking, termsIn } from '../../../src/domain/terms/inTerms';
import { Terms } from '../../../src/domain/terms/terms.schema';

describe('an office that calls things otherwise', () => {
  const vi = termsIn('vi', { 'called.cycle': 'vòng cải tiến', 'called.unit': 'phòng' });

  it('reads its own word in every sentence that says the shipped one, with the capital kept', () => {
    expect(vi('Chu kỳ của đơn vị')).toBe('Vòng cải tiến của phòng');
    expect(vi('12 chu kỳ, mỗi chu kỳ một đơn vị')).toBe('12 vòng cải tiến, mỗi vòng cải tiến một phòng');
  });
  it('keeps a longer term and a phrase of another meaning as they are', () => {
    expect(vi('Thủ trưởng đơn vị chọn đơn vị tính')).toBe('Thủ trưởng đơn vị chọn đơn vị tính');
  });
  it('leaves blanks and what people wrote alone', () => {
    const en = termsIn('en', { 'called.cycle': 'initiative', 'called.cycles': 'initiatives' });
    expect(en(`A cycle {cycle}: ${asWritten('Our cycle')}, of all cycles; bicycle`)).toBe(
      'An initiative {cycle}: Our cycle, of all initiatives; bicycle',
    );
  });
  it('does without spaces between words in Japanese', () => {
    expect(termsIn('ja', { 'called.cycle': '改善活動' })('新しいサイクルを開始')).toBe('新しい改善活動を開始');
  });
  it('takes a sentence of its own before all terms, unless a blank of it was lost', () => {
    const say = speaking('en', { 'nav.cycles': 'Our work', 'called.cycle': 'loop', 'a.b': 'no blank' });
    expect([say('nav.cycles', 'Cycles'), say('x', 'The cycle'), say('a.b', 'Cycle {id}')]).toEqual([
      'Our work',
      'The loop',
      'Loop {id}',
    ]);
  });
  it('changes nothing where nothing is called otherwise', () => {
    expect(termsIn('en')(`The cycle ${asWritten('x')}`)).toBe('The cycle x');
  });
});

describe('words of several units', () => {
  it('are those of the nearest unit, key by key', () => {
    const merged = mergedTerms([
      { words: [{ key: 'called.cycle', vi: 'gần' }] },
      {
        words: [
          { key: 'called.cycle', vi: 'xa' },
          { key: 'called.unit', vi: 'phòng', ja: '課' },
        ],
      },
    ]);
    expect(merged).toEqual({
      vi: { 'called.cycle': 'gần', 'called.unit': 'phòng' },
      en: {},
      ja: { 'called.unit': '課' },
    });
  });
  it('name the blanks that are amiss', () => {
    expect(blanksAmiss('{count} of {total}', '{count} and {other}')).toEqual(['{total}', '{other}']);
  });
  it('are refused for a term there is none of, and for a term with blanks', () => {
    const issues =
      Terms.safeParse({
        words: [
          { key: 'called.moon', vi: 'x' },
          { key: 'called.cycle', vi: '{x}' },
        ],
      }).error?.issues ?? [];
    expect(issues.map(({ message, path }) => [path.join('/'), message])).toEqual([
      ['words/0/key', 'there is no such term'],
      ['words/1/vi', 'a term is at most 60 characters, without { and }'],
    ]);
  });
});
