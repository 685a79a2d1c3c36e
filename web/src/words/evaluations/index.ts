import { useArea } from '../area';
import { evaluationWords as en } from './en';
import type { EvaluationWord } from './en';
import { evaluationWords as ja } from './ja';
import { evaluationWords as vi } from './vi';

export const EVALUATIONS_WORDS = { en, vi, ja } as const;
export const useEvaluationWords = () => useArea<EvaluationWord>(EVALUATIONS_WORDS);
export type { EvaluationWord };
