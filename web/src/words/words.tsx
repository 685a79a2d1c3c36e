import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { filled } from './catalogue';
import type { Catalogue, Word } from './catalogue';
import { en } from './en';
import { ja } from './ja';
import { vi } from './vi';
import { currentLanguage, rememberLanguage } from './language';
import type { Language } from './language';
import { formatsOf } from './formats';
import type { Formats } from './formats';

export type { Word };
export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, vi, ja };

type Say = (word: Word, params?: Readonly<Record<string, string | number>>) => string;
type Spoken = {
  readonly language: Language;
  readonly say: Say;
  readonly format: Formats;
  /** Of two wordings the API gives: Vietnamese or English. */
  readonly of: (words: { readonly vi: string; readonly en: string }) => string;
  readonly choose: (language: Language) => void;
};

const Context = createContext<Spoken | undefined>(undefined);

export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(currentLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const spoken = useMemo((): Spoken => {
    const catalogue = CATALOGUES[language];
    return {
      language,
      say: (word, params) => filled(catalogue[word], params),
      format: formatsOf(language),
      of: (words) => (language === 'vi' ? words.vi : words.en),
      choose: (next) => {
        rememberLanguage(next);
        setLanguage(next);
      },
    };
  }, [language]);
  return <Context.Provider value={spoken}>{children}</Context.Provider>;
}

export function useWords(): Spoken {
  const spoken = useContext(Context);
  if (spoken === undefined) throw new Error('words are used outside of their provider');
  return spoken;
}
