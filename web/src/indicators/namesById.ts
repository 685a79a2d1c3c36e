import { useMemo } from 'react';
import { useWords } from '../words/words';
import { nameIn } from './names';
import { useLibrary } from './queries';

/** Indicators that the reader may see: the name in the reader's language by the id. */
export function useIndicatorNames(): ReadonlyMap<string, string> {
  const { language } = useWords();
  const library = useLibrary();
  return useMemo(() => new Map(library.map(({ id, name }) => [id, nameIn(name, language)])), [library, language]);
}
