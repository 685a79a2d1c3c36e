import { useArea } from '../area';
import { guideWords as en } from './en';
import { guideWords as ja } from './ja';
import { guideWords as vi } from './vi';

export const GUIDE_WORDS = { en, vi, ja } as const;
export const useGuideWords = () => useArea<keyof typeof en>(GUIDE_WORDS);
