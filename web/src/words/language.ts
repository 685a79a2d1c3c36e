import { LANGUAGES } from './languages';
import type { Language } from './languages';

export { LANGUAGE_NAMES, LANGUAGES } from './languages';
export type { Language };

const KEY = 'kairyo.language';
const isLanguage = (text: string | null | undefined): text is Language => LANGUAGES.some((one) => one === text);

function chosen(): Language {
  const kept = localStorage.getItem(KEY);
  if (isLanguage(kept)) return kept;
  return navigator.languages.map((one) => one.slice(0, 2)).find(isLanguage) ?? 'vi';
}

let current: Language | undefined;

/** What was chosen here before, else what the browser asks for, else Vietnamese. */
export const currentLanguage = (): Language => (current ??= chosen());

export const languageWasChosen = (): boolean => isLanguage(localStorage.getItem(KEY));

export function rememberLanguage(language: Language): void {
  current = language;
  localStorage.setItem(KEY, language);
}
