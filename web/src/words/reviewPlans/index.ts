import { useArea } from '../area';
import { reviewPlansWords as en } from './en';
import type { ReviewPlanWord } from './en';
import { reviewPlansWords as ja } from './ja';
import { reviewPlansWords as vi } from './vi';

export const REVIEW_PLANS_WORDS = { en, vi, ja } as const;
export const useReviewPlanWords = () => useArea<ReviewPlanWord>(REVIEW_PLANS_WORDS);
export type { ReviewPlanWord };
