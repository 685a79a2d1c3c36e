import { useArea } from '../area';
import { journalWords as en } from './en';
import { journalWords as ja } from './ja';
import { journalWords as vi } from './vi';

export type JournalWord = keyof typeof en;
export const JOURNAL_WORDS = { en, vi, ja } as const;
export const useJournalWords = () => useArea<JournalWord>(JOURNAL_WORDS);
