import { useArea } from '../area';
import { helpWords as en } from './en';
import { helpWords as ja } from './ja';
import { helpWords as vi } from './vi';

export const HELP_WORDS = { en, vi, ja } as const;
export const useHelpWords = () => useArea<keyof typeof en>(HELP_WORDS);
