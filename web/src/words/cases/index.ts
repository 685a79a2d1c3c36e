import { useArea } from '../area';
import { caseWords as en } from './en';
import type { CaseWord } from './en';
import { caseWords as ja } from './ja';
import { caseWords as vi } from './vi';

export const CASE_WORDS = { en, vi, ja } as const;
export const useCaseWords = () => useArea<CaseWord>(CASE_WORDS);
