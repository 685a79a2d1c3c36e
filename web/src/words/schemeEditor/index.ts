import { useArea } from '../area';
import { schemeEditorWords as en } from './en';
import type { SchemeEditorWord } from './en';
import { schemeEditorWords as ja } from './ja';
import { schemeEditorWords as vi } from './vi';

export const SCHEME_EDITOR_WORDS = { en, vi, ja } as const;
export const useSchemeEditorWords = () => useArea<SchemeEditorWord>(SCHEME_EDITOR_WORDS);
export type { SchemeEditorWord };
