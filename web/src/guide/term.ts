import type { Language } from '../words/languages';

const UNITS = { D: 'day', W: 'week', M: 'month', Y: 'year' } as const;
const isUnit = (letter: string | undefined): letter is keyof typeof UNITS => letter !== undefined && letter in UNITS;

/** A duration such as `P3M` as the language says it; a dash while there is none. */
export function termInWords(term: unknown, language: Language): string {
  const [, count, letter] = /^P(\d+)([DWMY])$/.exec(typeof term === 'string' ? term : '') ?? [];
  if (!isUnit(letter)) return '–';
  return new Intl.NumberFormat(language, { style: 'unit', unit: UNITS[letter], unitDisplay: 'long' }).format(
    Number(count),
  );
}
