import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkedAnswers } from '../../../src/domain/survey/answers';
import { countSheet, emptyTallies, resultsOf } from '../../../src/domain/survey/results';
import type { Results, Sheet } from '../../../src/domain/survey/results';
import { hiddenGroups } from '../../../src/domain/survey/suppress';
import { readPacks } from '../../../src/store/packs';
import { definition } from './examples';

function results(sheets: readonly Sheet[], by?: string, of = definition()): Results {
  const tallies = emptyTallies();
  for (const sheet of sheets) countSheet(tallies, of, sheet, by);
  return resultsOf(of, tallies, by !== undefined);
}
const scores = (...values: number[]): Sheet[] => values.map((overall) => ({ answers: { overall } }));
const from = (unit: string, count: number): Sheet[] =>
  Array.from({ length: count }, (_, i) => ({ unit, answers: { overall: 1 + (i % 5), again: i % 2 === 0 } }));

describe('results', () => {
  it('have the mean with its t interval, and the top-box share with Wilson’s, as computed by hand', () => {
    const [overall] = results(scores(5, 4, 4, 3, 5, 2, 4, 5, 1, 4)).questions;
    if (overall?.state !== 'shown' || overall.type !== 'scale') throw new Error('not shown');
    expect(overall.mean).toBeCloseTo(3.7, 12);
    // 3.7 ± 2.2621571628 (t of 9 degrees, 97.5 %) · 1.3374935098 / √10
    expect(overall.interval?.low).toBeCloseTo(2.7432159, 5);
    expect(overall.interval?.high).toBeCloseTo(4.6567841, 5);
    // Wilson's formula for 7 of 10, z = 1.959963985
    expect(overall.topBox).toMatchObject({ count: 7, n: 10, share: 0.7 });
    expect(overall.topBox.interval?.low).toBeCloseTo(0.3967781, 6);
    expect(overall.topBox.interval?.high).toBeCloseTo(0.8922087, 6);
  });

  it('stay on the scale and are numbers when all say the same', () => {
    const [overall] = results(scores(5, 5, 5, 5, 5)).questions;
    expect(overall).toMatchObject({ mean: 5, interval: { low: 5, high: 5 }, topBox: { share: 1 } });
  });

  it('say too few below five answers, for a single question too', () => {
    expect(results(scores(5, 5, 5, 5))).toMatchObject({
      n: 4,
      state: 'too-few',
      questions: [{ state: 'too-few' }, { state: 'none' }, {}, {}],
    });
  });

  it('of a factor count a person once for the mean, and answers of one person for less in the share', () => {
    const of = definition({
      questions: ['a', 'b'].map((key) => ({ key, type: 'scale', text: key, factor: 'service' })),
    });
    const sheets = [5, 5, 5, 1, 1, 1].map((value) => ({ answers: { a: value, b: value } }));
    const [factor] = results(sheets, undefined, of).factors;
    if (factor?.state !== 'shown') throw new Error('not shown');
    expect(factor).toMatchObject({ n: 6, mean: 3, topBox: { share: 0.5, count: 6, n: 12 } });
    const width = (factor.topBox.interval?.high ?? 0) - (factor.topBox.interval?.low ?? 0);
    expect(width).toBeGreaterThan(0.6);
  });

  it('by group hide a small group and one more, so that the total gives neither away', () => {
    const { groups } = results([...from('a', 3), ...from('b', 6), ...from('c', 20)], 'unit');
    expect(groups?.map(({ group, state }) => `${group} ${state}`)).toEqual(['a too-few', 'b too-few', 'c shown']);
  });

  it('by group hide a question that few of the group answered, the factor it belongs to, and one group more', () => {
    const few = from('a', 8).map((sheet, i) => (i < 2 ? sheet : { ...sheet, answers: { again: true } }));
    const { groups } = results([...few, ...from('b', 9), ...from('c', 20)], 'unit');
    const cells = groups?.map((group) =>
      group.state === 'shown' ? [group.questions[0]?.state, group.factors[0]?.state] : 'hidden',
    );
    expect(cells).toEqual([
      ['too-few', 'too-few'],
      ['too-few', 'too-few'],
      ['shown', 'shown'],
    ]);
  });
});

describe('suppression', () => {
  it('never leaves one group, nor fewer than five answers, in hiding', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 8 }), (sizes) => {
        const groups = new Map(sizes.map((n, i) => [`g${i}`, n]));
        const hidden = [...hiddenGroups(groups)].map((group) => groups.get(group) ?? 0);
        for (const [group, n] of groups) if (n > 0 && n < 5) expect(hiddenGroups(groups).has(group)).toBe(true);
        const all = hidden.length === sizes.filter((n) => n > 0).length;
        const together = hidden.reduce((sum, n) => sum + n, 0);
        expect(hidden.length === 0 || all || (hidden.length >= 2 && together >= 5)).toBe(true);
      }),
    );
  });
});

describe('answers', () => {
  it('are checked one by one, every mistake named', () => {
    const { questions } = definition();
    const checked = checkedAnswers(questions, { overall: 7, again: 'maybe', way: ['web', 'desk'], other: 1 });
    expect(checked).toMatchObject({
      ok: false,
      mistakes: [
        { question: 'other', rule: 'UNKNOWN_QUESTION' },
        { question: 'overall', rule: 'NOT_ON_THE_SCALE' },
        { question: 'again', rule: 'NOT_YES_OR_NO' },
        { question: 'way', rule: 'ONE_OPTION_ONLY' },
      ],
    });
    expect(checkedAnswers(questions, { wish: '  ' })).toMatchObject({ mistakes: [{ rule: 'NOTHING_ANSWERED' }] });
    expect(checkedAnswers(questions, { __proto__: 1, overall: 4, wish: null })).toEqual({
      ok: true,
      answers: { overall: 4 },
    });
  });
});

describe('the packs', () => {
  const templates = readPacks().flatMap(({ contents }) => contents.surveys);
  it('are well formed, speak three languages, and say where they come from and what is ours', () => {
    expect(templates.map(({ id }) => id)).toEqual(expect.arrayContaining(['vn-766-satisfaction', 'vn-sipas']));
    for (const { survey, source, assumptions } of templates) {
      const texts = [survey.title, ...survey.questions.map(({ text }) => text)];
      for (const text of texts)
        expect(text).toMatchObject({ vi: expect.any(String), en: expect.any(String), ja: expect.any(String) });
      expect(source.length).toBeGreaterThan(0);
      expect(assumptions.every((line) => line.startsWith('[A]'))).toBe(true);
    }
    const sipas = templates.find(({ id }) => id === 'vn-sipas');
    expect(sipas?.survey.factors?.map(({ key }) => key)).toEqual([
      'access',
      'procedure',
      'civil-servant',
      'result',
      'feedback',
    ]);
  });
});
