import type { Language, Words } from '../shared/language';
import type { Named } from './indicator.schema';

/** A text of an indicator for a reader: in their language, else in English, Vietnamese, Japanese, whichever is there. */
export function readable(text: Named, language: Language): string {
  if (typeof text === 'string') return text;
  return text[language] ?? text.en ?? text.vi ?? text.ja ?? '';
}

/** The text for readers of every language. */
export const readableWords = (text: Named): Words => ({
  vi: readable(text, 'vi'),
  en: readable(text, 'en'),
  ja: readable(text, 'ja'),
});

/** All languages of a text, for searching in it. */
export const spellings = (text: Named): readonly string[] =>
  typeof text === 'string' ? [text] : Object.values(text).filter((one): one is string => one !== undefined);
