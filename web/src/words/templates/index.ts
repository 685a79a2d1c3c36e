import { useArea } from '../area';
import { templatesWords as en } from './en';
import { templatesWords as ja } from './ja';
import { templatesWords as vi } from './vi';

export const TEMPLATES_WORDS = { en, vi, ja } as const;
export const useTemplatesWords = () => useArea<keyof typeof en>(TEMPLATES_WORDS);
