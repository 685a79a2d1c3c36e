import { describe, expect, it } from '@jest/globals';
import { filled } from '../../../web/src/words/catalogue';
import { en } from '../../../web/src/words/en';
import { indicatorWords } from '../../../web/src/words/indicators/en';
import { organisationWords } from '../../../web/src/words/organisation/en';
import { publicWords as publicEn } from '../../../web/src/words/public/en';
import { publicWords as publicJa } from '../../../web/src/words/public/ja';
import { publicWords as publicVi } from '../../../web/src/words/public/vi';
import { programmesWords as programmesEn } from '../../../web/src/words/programmes/en';
import { programmesWords as programmesJa } from '../../../web/src/words/programmes/ja';
import { programmesWords as programmesVi } from '../../../web/src/words/programmes/vi';
import { reviewPlansWords as plansEn } from '../../../web/src/words/reviewPlans/en';
import { reviewPlansWords as plansJa } from '../../../web/src/words/reviewPlans/ja';
import { reviewPlansWords as plansVi } from '../../../web/src/words/reviewPlans/vi';
import { reviewsWords as reviewsEn } from '../../../web/src/words/reviews/en';
import { reviewsWords as reviewsJa } from '../../../web/src/words/reviews/ja';
import { reviewsWords as reviewsVi } from '../../../web/src/words/reviews/vi';
import { scorecardsWords as scorecardsEn } from '../../../web/src/words/scorecards/en';
import { scorecardsWords as scorecardsJa } from '../../../web/src/words/scorecards/ja';
import { scorecardsWords as scorecardsVi } from '../../../web/src/words/scorecards/vi';
import { surveyWords } from '../../../web/src/words/surveys/en';
import { ja } from '../../../web/src/words/ja';
import { vi } from '../../../web/src/words/vi';
import { formatsOf } from '../../../web/src/words/formats';

const words = Object.keys(en) as (keyof typeof en)[];
const blanks = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('the words of the pages', () => {
  it.each([
    ['Vietnamese', vi],
    ['Japanese', ja],
  ] as const)('are all there in %s, with the same blanks to fill', (_language, catalogue) => {
    expect(Object.keys(catalogue).sort()).toEqual([...words].sort());
    for (const word of words) {
      expect(catalogue[word].trim()).not.toBe('');
      expect([word, blanks(catalogue[word])]).toEqual([word, blanks(en[word])]);
    }
  });

  it.each([
    ['scorecards', { en: scorecardsEn, ja: scorecardsJa, vi: scorecardsVi }],
    ['programmes', { en: programmesEn, ja: programmesJa, vi: programmesVi }],
    ['reviews', { en: reviewsEn, ja: reviewsJa, vi: reviewsVi }],
    ['review plans', { en: plansEn, ja: plansJa, vi: plansVi }],
    ['the public dashboard', { en: publicEn, ja: publicJa, vi: publicVi }],
  ] as const)('are all there for %s, with the same blanks to fill', (_area, area) => {
    const entries = Object.entries<string>(area.en);
    for (const other of [area.vi, area.ja] as readonly Readonly<Record<string, string>>[]) {
      expect(Object.keys(other).sort()).toEqual(entries.map(([word]) => word).sort());
      for (const [word, sentence] of entries) {
        expect(other[word]?.trim()).not.toBe('');
        expect([word, blanks(other[word] ?? '')]).toEqual([word, blanks(sentence)]);
      }
    }
  });

  it('have a name of their own in each part of the catalogue', () => {
    const parts = [indicatorWords, organisationWords, surveyWords];
    const names = parts.flatMap((part) => Object.keys(part));
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    for (const part of parts) expect(en).toMatchObject(part);
  });

  it('fill their blanks', () => {
    expect(filled(en['cycles.count'], { count: 3 })).toBe('3 cycles');
    expect(filled('{nothing} given')).toBe(' given');
  });

  it('write dates and numbers as the language does', () => {
    expect(formatsOf('vi').number(1234.5)).toBe('1.234,5');
    expect(formatsOf('en').number(1234.5)).toBe('1,234.5');
    expect(formatsOf('ja').day('2027-03-01')).toContain('2027年3月1日');
    expect(formatsOf('en').value(0.351, 'ratio')).toBe('35.1%');
    expect(formatsOf('vi').measure('cases')).toBe('hồ sơ');
    expect(formatsOf('vi').measure('triệu đồng')).toBe('triệu đồng');
    expect(formatsOf('en').period('2027-03')).toBe('Mar 2027');
    expect(formatsOf('en').period('2027-Q1')).toBe('2027-Q1');
  });
});
