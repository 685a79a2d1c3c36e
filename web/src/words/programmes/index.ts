import { useArea } from '../area';
import { programmesWords as en } from './en';
import type { ProgrammeWord } from './en';
import { programmesWords as ja } from './ja';
import { programmesWords as vi } from './vi';

export const PROGRAMMES_WORDS = { en, vi, ja } as const;
export const useProgrammeWords = () => useArea<ProgrammeWord>(PROGRAMMES_WORDS);
export type { ProgrammeWord };
