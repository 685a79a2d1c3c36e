import type { Language, Words } from '../shared/language';

/** A text made for each language. */
export const inEach = (make: (language: Language) => string): Words => ({
  vi: make('vi'),
  en: make('en'),
  ja: make('ja'),
});
