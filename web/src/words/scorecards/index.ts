import { useArea } from '../area';
import { scorecardsWords as en } from './en';
import type { ScorecardWord } from './en';
import { scorecardsWords as ja } from './ja';
import { scorecardsWords as vi } from './vi';

export const SCORECARDS_WORDS = { en, vi, ja } as const;
export const useScorecardWords = () => useArea<ScorecardWord>(SCORECARDS_WORDS);
export type { ScorecardWord };
