import type { Language } from '../shared/language';
import { FIELD_TERMS, shippedTerm } from './fieldTerms';
import type { FieldTerm } from './fieldTerms';

/** An office's words of one language, by key. */
export type OwnWords = Readonly<Record<string, string>>;
/** An office's words, those of the units above it among them. */
export type OwnTerms = Readonly<Partial<Record<Language, OwnWords | undefined>>>;
type Speaker = (sentence: string) => string;

const OPEN = '\uE000';
const CLOSE = '\uE001';
/** Marks what people wrote within a sentence of ours: no term is replaced there. */
export const asWritten = (text: string): string => `${OPEN}${text}${CLOSE}`;

/** Phrases that hold a term's word in another meaning. */
const OTHER_MEANINGS: Readonly<Partial<Record<Language, readonly string[]>>> = {
  vi: ['đơn vị tính', 'đơn vị đo', 'đơn vị thời gian'],
  en: ['unit of measure', 'units of measure', 'unit of time'],
};
const KEPT = `\\{\\w+\\}|${OPEN}[^${CLOSE}]*${CLOSE}`;
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/**
 * Puts an office's own terms in the place of the shipped ones in sentences of the language. Blanks (`{name}`) and what stands
 * `asWritten` stay; a capital stays a capital; the longest term that fits is taken.
 */
export function termsIn(language: Language, own: OwnWords = {}): Speaker {
  const named = (Object.keys(FIELD_TERMS) as FieldTerm[]).flatMap((key) => {
    const shipped = shippedTerm(key, language);
    return shipped === undefined ? [] : [{ shipped, own: own[key] ?? shipped }];
  });
  if (named.every((term) => term.own === term.shipped)) return unmarked;
  const words = new Map(named.map((term) => [term.shipped.toLocaleLowerCase(), term.own]));
  const others = OTHER_MEANINGS[language] ?? [];
  const longestFirst = [...words.keys(), ...others].sort((a, b) => b.length - a.length).map(escaped);
  const edges = language === 'ja' ? ['', ''] : ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])'];
  const article = language === 'en' ? '(?<article>\\ban? )?' : '(?<article>(?!))?';
  const pattern = new RegExp(`${KEPT}|${edges[0]}${article}(?<word>${longestFirst.join('|')})${edges[1]}`, 'giu');
  return (sentence) =>
    unmarked(
      sentence.replace(pattern, (whole: string, article: string | undefined, word: string | undefined) => {
        const ours = words.get((word ?? '').toLocaleLowerCase());
        if (word === undefined || ours === undefined) return whole;
        const said = word.charAt(0) === word.charAt(0).toLocaleLowerCase() ? ours : capital(ours);
        return `${articleFor(ours, article)}${said}`;
      }),
    );
}

const unmarked: Speaker = (sentence) => sentence.replace(/[\uE000\uE001]/g, '');

function articleFor(word: string, before: string | undefined): string {
  if (before === undefined) return '';
  const right = /^[aeio]/i.test(word) ? 'an ' : 'a ';
  return before.startsWith('A') ? capital(right) : right;
}

/** The blanks of a shipped sentence that an own one lost, and those it has too many. */
export function blanksAmiss(shipped: string, own: string): readonly string[] {
  const of = (text: string) => new Set(text.match(/\{\w+\}/g) ?? []);
  const [wanted, given] = [of(shipped), of(own)];
  return [...[...wanted].filter((one) => !given.has(one)), ...[...given].filter((one) => !wanted.has(one))];
}

/** The own sentence where there is a whole one, else the shipped one in the office's terms. */
export function speaking(language: Language, own: OwnWords = {}): (key: string, shipped: string) => string {
  const inTerms = termsIn(language, own);
  return (key, shipped) => {
    const sentence = own[key];
    return sentence !== undefined && blanksAmiss(shipped, sentence).length === 0 ? sentence : inTerms(shipped);
  };
}

type Line = readonly {
  readonly words: readonly ({ readonly key: string } & Readonly<Partial<Record<Language, string | undefined>>>)[];
}[];

/** The words that hold in a unit: of each key the nearest unit's. `line`: the unit's own first, then those above it. */
export function mergedTerms(line: Line): OwnTerms {
  const of = (language: Language): OwnWords =>
    Object.fromEntries(
      line
        .toReversed()
        .flatMap(({ words }) => words)
        .flatMap(({ key, [language]: word }) => (word === undefined ? [] : [[key, word] as const])),
    );
  return { vi: of('vi'), en: of('en'), ja: of('ja') };
}
