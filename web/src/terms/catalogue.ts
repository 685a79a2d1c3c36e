import { FIELD_TERMS, isFieldTerm, shippedTerm } from '../../../src/domain/terms/fieldTerms';
import type { FieldTerm } from '../../../src/domain/terms/fieldTerms';
import { blanksAmiss, termsIn } from '../../../src/domain/terms/inTerms';
import type { OwnWords } from '../../../src/domain/terms/inTerms';
import type { AreaWords } from '../words/area';
import { CASE_WORDS } from '../words/cases';
import { CYCLE_WORDS } from '../words/cycles';
import { GUIDE_WORDS } from '../words/guide';
import { HELP_WORDS } from '../words/help';
import { EDITOR_WORDS } from '../words/indicatorEditor';
import type { Language } from '../words/languages';
import { PUBLIC_WORDS } from '../words/public';
import { REVIEW_PLANS_WORDS } from '../words/reviewPlans';
import { REVIEWS_WORDS } from '../words/reviews';
import { SCORECARDS_WORDS } from '../words/scorecards';
import { TEMPLATES_WORDS } from '../words/templates';
import { TERMS_WORDS } from '../words/terms';
import { CATALOGUES } from '../words/words';

const AREAS: readonly AreaWords<never>[] = [
  CASE_WORDS,
  CYCLE_WORDS,
  EDITOR_WORDS,
  GUIDE_WORDS,
  HELP_WORDS,
  PUBLIC_WORDS,
  REVIEWS_WORDS,
  REVIEW_PLANS_WORDS,
  SCORECARDS_WORDS,
  TEMPLATES_WORDS,
  TERMS_WORDS,
];

/** Every word of the pages, whichever page it travels with, by its key. */
export function everyWord(language: Language): Readonly<Record<string, string>> {
  return Object.assign({}, CATALOGUES[language], ...AREAS.map((area) => area[language])) as Record<string, string>;
}

/** Words beside the terms that name things of the field: they stand for themselves. */
const NAMES = /^(phase|decision|outcome|role)\.[\w-]+$/;

export type Entry = { readonly key: string; readonly shipped: string; readonly field: boolean };

/** Terms of the field first, then every word in the order of the catalogues. */
export function entriesOf(language: Language): readonly Entry[] {
  const terms = (Object.keys(FIELD_TERMS) as FieldTerm[]).flatMap((key) => {
    const shipped = shippedTerm(key, language);
    return shipped === undefined ? [] : [{ key, shipped, field: true }];
  });
  const named = new Set(terms.map(({ shipped }) => shipped.toLocaleLowerCase()));
  const words = Object.entries(everyWord(language)).map(([key, shipped]) => ({
    key,
    shipped,
    field: NAMES.test(key) && !named.has(shipped.toLocaleLowerCase()),
  }));
  return [...terms, ...words.filter(({ field }) => field), ...words.filter(({ field }) => !field)];
}

/** Shipped sentences that say a term, as they will be read with the office's words. */
export function saidWith(key: FieldTerm, language: Language, own: OwnWords): readonly string[] {
  const marked = termsIn(language, { [key]: '\uE002' });
  const inTerms = termsIn(language, own);
  return Object.values(everyWord(language))
    .filter((sentence) => marked(sentence).includes('\uE002'))
    .map(inTerms);
}

export type Wrong = { readonly why: 'blanks'; readonly blanks: string } | { readonly why: 'long' };

/** What keeps an own word from being taken. */
export function wrongWith({ key, shipped }: Pick<Entry, 'key' | 'shipped'>, word: string): Wrong | undefined {
  if (word === '') return undefined;
  if (isFieldTerm(key)) return word.length > 60 || /[{}]/.test(word) ? { why: 'long' } : undefined;
  const blanks = blanksAmiss(shipped, word);
  return blanks.length === 0 ? undefined : { why: 'blanks', blanks: blanks.join(', ') };
}
