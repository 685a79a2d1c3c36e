import { speaking } from '../../../src/domain/terms/inTerms';
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
import { useOwnTerms } from './own';

export type { Word };
export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, vi, ja };

type Say = (word: Word, params?: Readonly<Record<string, string | number>>) => string;
type Spoken = {
  readonly language: Language;
  readonly say: Say;
  /** A shipped sentence as the reader's office says it; `key` is that of the catalogue it is from. */
  readonly speak: (key: string, shipped: string) => string;
  /** What the office calls the product. */
  readonly product: string;
  readonly format: Formats;
  /** Of the wordings the API gives; English where one has no Japanese yet. */
  readonly of: (words: { readonly vi: string; readonly en: string; readonly ja?: string | undefined }) => string;
  readonly choose: (language: Language) => void;
};

const Context = createContext<Spoken | undefined>(undefined);

export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(currentLanguage);
  const own = useOwnTerms()[language];
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const spoken = useMemo((): Spoken => {
    const catalogue = CATALOGUES[language];
    const speak = remembering(speaking(language, own));
    return {
      language,
      say: (word, params) => filled(speak(word, catalogue[word]), params),
      speak,
      product: own?.['called.product'] ?? 'Kairyo',
      format: formatsOf(language),
      of: (words) => words[language] ?? words.en,
      choose: (next) => {
        rememberLanguage(next);
        setLanguage(next);
      },
    };
  }, [language, own]);
  return <Context.Provider value={spoken}>{children}</Context.Provider>;
}

/** Each sentence is put together once. */
function remembering(speak: Spoken['speak']): Spoken['speak'] {
  const said = new Map<string, string>();
  return (key, shipped) => {
    const known = said.get(shipped + key) ?? speak(key, shipped);
    said.set(shipped + key, known);
    return known;
  };
}

export function useWords(): Spoken {
  const spoken = useContext(Context);
  if (spoken === undefined) throw new Error('words are used outside of their provider');
  return spoken;
}
