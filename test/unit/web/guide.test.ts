import { describe, expect, it } from '@jest/globals';
import type { Figure, Found } from '../../../web/src/guide/found';
import { freeId } from '../../../web/src/guide/ids';
import { daysBefore, improved, proposedPlan } from '../../../web/src/guide/proposal';
import { FRESH, reachable } from '../../../web/src/guide/steps';
import { termInWords } from '../../../web/src/guide/term';
import { isComplete } from '../../../src/domain/cycle/gate';
import { accountWords as accountEn } from '../../../web/src/words/account/en';
import { accountWords as accountJa } from '../../../web/src/words/account/ja';
import { accountWords as accountVi } from '../../../web/src/words/account/vi';
import { guideWords as guideEn } from '../../../web/src/words/guide/en';
import { guideWords as guideJa } from '../../../web/src/words/guide/ja';
import { guideWords as guideVi } from '../../../web/src/words/guide/vi';
import { helpWords as helpEn } from '../../../web/src/words/help/en';
import { helpWords as helpJa } from '../../../web/src/words/help/ja';
import { helpWords as helpVi } from '../../../web/src/words/help/vi';

const blanks = (sentence = '') => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const figure = (key: string, over: Partial<Figure> = {}): Figure => ({
  ...{ key, name: key, unit: 'days', better: 'lower', speed: true, value: 10, n: 100, months: [] },
  ...over,
});
const rework = figure('rework-share', { unit: 'ratio', speed: false, value: 0.2 });
const found: Found = {
  ...{ cases: 100, first: '2024-11', last: '2026-02', months: 16 },
  figures: [figure('median'), rework],
};
const people = [
  { id: 'me', unit: 'u', roles: ['improvement-lead', 'reviewer'] },
  { id: 'far', unit: 'elsewhere', roles: ['reviewer'] },
  { id: 'near', unit: 'u', roles: ['reviewer'] },
  { id: 'officer', unit: 'u', roles: ['officer'] },
];
const ground = {
  ...{ found, before: daysBefore('own', found), chosen: figure('median'), me: 'me', unit: 'u', people },
  ...{ changeFrom: '2026-03-16', aimBy: '2026-09-15' },
  words: { problem: 'Slow', aim: 'Quicker', countermeasure: 'Try', pilot: 'Counter' },
};

describe('the first-run guide', () => {
  it.each([
    ['guide', guideEn, guideVi, guideJa],
    ['account', accountEn, accountVi, accountJa],
    ['help', helpEn, helpVi, helpJa],
  ] as const)(
    'and the pages around it (%s) have every word in every language, with the same blanks',
    (_area, ...all) => {
      const [en, ...others] = all as readonly Readonly<Record<string, string>>[];
      for (const other of others) {
        expect(Object.keys(other).sort()).toEqual(Object.keys(en ?? {}).sort());
        for (const [word, said] of Object.entries(other)) {
          expect(said.trim()).not.toBe('');
          expect([word, blanks(said)]).toEqual([word, blanks(en?.[word])]);
        }
      }
    },
  );

  it('takes the last twelve months before as the baseline, and the example its own days', () => {
    expect(daysBefore('own', found)).toEqual({ from: '2025-03-01', to: '2026-03-01' });
    expect(daysBefore('made', found)).toEqual({ from: '2025-01-01', to: '2025-07-01' });
    expect(daysBefore('own', { ...found, months: 1 })).toEqual({ from: '2026-02-01', to: '2026-03-01' });
  });

  it('predicts what is better in the direction of the number', () => {
    expect(improved(figure('median'), 0.2)).toBe(8);
    expect(improved(figure('share', { unit: 'ratio', better: 'higher', value: 0.5 }), 0.2)).toBe(0.6);
    expect(improved(rework, -0.1)).toBe(0.22);
  });

  it('proposes a plan that lacks nothing once the author names a cause, with reviewers who are not the author', () => {
    const plan = proposedPlan(ground);
    expect(plan.reviewers).toEqual(['near']);
    expect(plan.countermeasures?.[0]?.owner).toBe('officer');
    expect(plan.indicators?.map(({ key, role, baseline }) => [key, role, baseline])).toEqual([
      ['median', 'outcome', 10],
      ['rework-share', 'balancing', 0.2],
    ]);
    expect(isComplete({ ...plan, causes: [] })).toBe(false);
    expect(isComplete({ ...plan, causes: ['Three desks'] })).toBe(true);
  });

  it('goes no further than what was chosen', () => {
    expect(reachable('plan', FRESH)).toBe('choose');
    expect(reachable('plan', { ...FRESH, way: 'own' })).toBe('file');
    expect(reachable('plan', { ...FRESH, way: 'own', procedure: 'p' })).toBe('found');
    expect(reachable('plan', { ...FRESH, way: 'made', procedure: 'p', improve: 'median' })).toBe('plan');
    expect(reachable('file', { ...FRESH, way: 'made', procedure: 'p' })).toBe('found');
  });

  it('makes identifiers of names, and says durations in words', () => {
    expect(freeId('Cấp giấy phép Đất đai', [])).toBe('cap-giay-phep-dat-dai');
    expect(freeId('Đất', [{ id: 'dat' }, { id: 'dat-2' }])).toBe('dat-3');
    expect(freeId('建築許可', [])).toBe('item');
    expect(termInWords('P3M', 'en')).toBe('3 months');
    expect(termInWords('P1D', 'vi')).toBe('1 ngày');
    expect(termInWords(undefined, 'en')).toBe('–');
  });
});
