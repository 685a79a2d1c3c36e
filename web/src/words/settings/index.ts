import { useArea } from '../area';
import { settingsWords as en } from './en';
import type { SettingsWord } from './en';
import { settingsWords as ja } from './ja';
import { settingsWords as vi } from './vi';

export const SETTINGS_WORDS = { en, vi, ja } as const;
export const useSettingsWords = () => useArea<SettingsWord>(SETTINGS_WORDS);
export type { SettingsWord };
