import { useArea } from '../area';
import { termsWords as en } from './en';
import { termsWords as ja } from './ja';
import { termsWords as vi } from './vi';

export const TERMS_WORDS = { en, vi, ja } as const;
export const useTermsWords = () => useArea<keyof typeof en>(TERMS_WORDS);
