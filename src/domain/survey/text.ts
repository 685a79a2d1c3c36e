import type { Named } from '../indicators/indicator.schema';
import type { Language } from '../shared/language';

/** A text in a language; where it has none, in the first of the survey's languages that it has. */
export function textIn(text: Named, language: Language, others: readonly Language[] = []): string {
  if (typeof text === 'string') return text;
  for (const one of [language, ...others, 'vi', 'en', 'ja'] as const) {
    const found = text[one];
    if (found !== undefined) return found;
  }
  return '';
}
