import { useArea } from '../area';
import { accountWords as en } from './en';
import { accountWords as ja } from './ja';
import { accountWords as vi } from './vi';

export const ACCOUNT_WORDS = { en, vi, ja } as const;
export const useAccountWords = () => useArea<keyof typeof en>(ACCOUNT_WORDS);
