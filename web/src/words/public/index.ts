import { useArea } from '../area';
import { publicWords as en } from './en';
import type { PublicWord } from './en';
import { publicWords as ja } from './ja';
import { publicWords as vi } from './vi';

export const PUBLIC_WORDS = { en, vi, ja } as const;
export const usePublicWords = () => useArea<PublicWord>(PUBLIC_WORDS);
export type { PublicWord };
