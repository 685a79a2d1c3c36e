import { useArea } from '../area';
import { packWords as en } from './en';
import { packWords as ja } from './ja';
import { packWords as vi } from './vi';

export const PACK_WORDS = { en, vi, ja } as const;
export type PackWord = keyof typeof en;
export const usePackWords = () => useArea<PackWord>(PACK_WORDS);
