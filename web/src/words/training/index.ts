import { useArea } from '../area';
import { trainingWords as en } from './en';
import type { TrainingWord } from './en';
import { trainingWords as ja } from './ja';
import { trainingWords as vi } from './vi';

export const TRAINING_WORDS = { en, vi, ja } as const;
export const useTrainingWords = () => useArea<TrainingWord>(TRAINING_WORDS);
export type { TrainingWord };
