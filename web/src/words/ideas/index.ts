import { useArea } from '../area';
import { ideasWords as en } from './en';
import type { IdeaWord } from './en';
import { ideasWords as ja } from './ja';
import { ideasWords as vi } from './vi';

export const IDEAS_WORDS = { en, vi, ja } as const;
export const useIdeaWords = () => useArea<IdeaWord>(IDEAS_WORDS);
export type { IdeaWord };
