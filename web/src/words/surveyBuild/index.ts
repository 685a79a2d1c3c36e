import { useArea } from '../area';
import { surveyBuildWords as en } from './en';
import type { SurveyBuildWord } from './en';
import { surveyBuildWords as ja } from './ja';
import { surveyBuildWords as vi } from './vi';

export const SURVEY_BUILD_WORDS = { en, vi, ja } as const;
export const useBuildWords = () => useArea<SurveyBuildWord>(SURVEY_BUILD_WORDS);
export type { SurveyBuildWord };
