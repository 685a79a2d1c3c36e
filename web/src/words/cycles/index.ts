import { useArea } from '../area';
import { cycleWords as en } from './en';
import { cycleWords as ja } from './ja';
import { cycleWords as vi } from './vi';

export const CYCLE_WORDS = { en, vi, ja } as const;
export type CycleWord = keyof typeof en;
export const useCycleWords = () => useArea<CycleWord>(CYCLE_WORDS);
