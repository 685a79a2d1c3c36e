import { useArea } from '../area';
import { schemesWords as en } from './en';
import type { SchemeWord } from './en';
import { schemesWords as ja } from './ja';
import { schemesWords as vi } from './vi';

export const SCHEMES_WORDS = { en, vi, ja } as const;
export const useSchemeWords = () => useArea<SchemeWord>(SCHEMES_WORDS);
export type { SchemeWord };
