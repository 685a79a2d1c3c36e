import { useArea } from '../area';
import { useWords } from '../words';
import type { Word } from '../words';
import { indicatorEditorWords as en } from './en';
import { indicatorEditorWords as ja } from './ja';
import { indicatorEditorWords as vi } from './vi';

export const EDITOR_WORDS = { en, vi, ja } as const;
type Own = keyof typeof en;
export type EditorWord = Word | Own;

const isOwn = (word: EditorWord): word is Own => word in en;

/** The words of the pages on which indicators are defined and compared, and all the others. */
export function useEditorWords() {
  const spoken = useWords();
  const own = useArea<Own>(EDITOR_WORDS);
  const say = (word: EditorWord, params?: Parameters<typeof own>[1]): string =>
    isOwn(word) ? own(word, params) : spoken.say(word, params);
  return { ...spoken, say };
}
