import { useArea } from '../area';
import { reviewsWords as en } from './en';
import type { ReviewWord } from './en';
import { reviewsWords as ja } from './ja';
import { reviewsWords as vi } from './vi';

export const REVIEWS_WORDS = { en, vi, ja } as const;
export const useReviewWords = () => useArea<ReviewWord>(REVIEWS_WORDS);
export type { ReviewWord };
