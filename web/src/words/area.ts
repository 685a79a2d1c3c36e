import { filled } from './catalogue';
import type { Language } from './languages';
import { useWords } from './words';

type Params = Readonly<Record<string, string | number>>;
export type AreaWords<Word extends string> = Readonly<Record<Language, Readonly<Record<Word, string>>>>;

/** The words of pages that are loaded when somebody goes there: they travel with those pages, not with the first one. */
export function useArea<Word extends string>(words: AreaWords<Word>): (word: Word, params?: Params) => string {
  const { language, speak } = useWords();
  return (word, params) => filled(speak(word, words[language][word]), params);
}
