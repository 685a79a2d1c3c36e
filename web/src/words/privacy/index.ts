import { useArea } from '../area';
import { privacyWords as en } from './en';
import { privacyWords as ja } from './ja';
import { privacyWords as vi } from './vi';

export type PrivacyWord = keyof typeof en;
export const PRIVACY_WORDS = { en, vi, ja } as const;
export const usePrivacyWords = () => useArea<PrivacyWord>(PRIVACY_WORDS);
