import { LANGUAGES } from '../words/languages';
import type { Language } from '../words/languages';
import { useDraft } from '../plan/draft';
import type { StoredTerms } from './queries';

/** `before`: what was stored when it was first typed on; '': the shipped word. */
type Change = { readonly before: string; readonly now: string };
type Changes = Readonly<Record<string, Change>>;
export type Conflict = {
  readonly at: string;
  readonly language: Language;
  readonly key: string;
  readonly mine: string;
  readonly theirs: string;
};

const NEW = { words: [], version: 0 };
const placeOf = (language: Language, key: string) => `${language} ${key}`;

/** What is stored of a unit's words and what was typed on it. It survives a closed laptop; nobody else's change is lost in it. */
export function useTermsDraft(unit: string, stored: Pick<StoredTerms, 'words' | 'version'> = NEW) {
  const draft = useDraft<Changes>(`terms.${unit}`, {});
  const storedWord = (language: Language, key: string): string =>
    stored.words.find((word) => word.key === key)?.[language] ?? '';
  const changed = Object.entries(draft.value).flatMap(([at, change]) => {
    const language = LANGUAGES.find((one) => at.startsWith(one));
    const key = at.slice(at.indexOf(' ') + 1);
    return language === undefined ? [] : [{ at, language, key, ...change, theirs: storedWord(language, key) }];
  });
  const unsaved = changed.filter(({ now, theirs }) => now.trim() !== theirs);
  const conflicts = unsaved
    .filter(({ before, theirs }) => before !== theirs)
    .map(({ at, language, key, now, theirs }): Conflict => ({ at, language, key, mine: now, theirs }));
  const set = (language: Language, key: string, now: string) => {
    const at = placeOf(language, key);
    const before = draft.value[at]?.before ?? storedWord(language, key);
    draft.change({ ...draft.value, [at]: { before, now } });
  };
  const settle = ({ at, mine, theirs }: Conflict, choice: 'mine' | 'theirs') =>
    draft.change({ ...draft.value, [at]: { before: theirs, now: choice === 'mine' ? mine : theirs } });
  return {
    word: (language: Language, key: string): string =>
      draft.value[placeOf(language, key)]?.now ?? storedWord(language, key),
    set,
    settle,
    unsaved,
    conflicts,
    version: stored.version,
    discard: () => draft.forget({}),
    /** The whole of what is to be stored. */
    words: () => merged(stored.words, unsaved),
  };
}
export type TermsDraft = ReturnType<typeof useTermsDraft>;

type Typed = { readonly language: Language; readonly key: string; readonly now: string };
function merged(words: StoredTerms['words'], typed: readonly Typed[]): StoredTerms['words'] {
  const byKey = new Map<string, Partial<Record<Language, string>>>(words.map(({ key, ...word }) => [key, word]));
  for (const { language, key, now } of typed) {
    const { [language]: _before, ...others } = byKey.get(key) ?? {};
    byKey.set(key, now.trim() === '' ? others : { ...others, [language]: now.trim() });
  }
  return [...byKey].filter(([, word]) => Object.keys(word).length > 0).map(([key, word]) => ({ key, ...word }));
}
