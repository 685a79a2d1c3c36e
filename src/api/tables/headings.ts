import type { Words } from '../../domain/shared/language';
import { FIELD_WORDS } from './fieldWords';

/** `firstAttemptAt` → `First attempt at`. */
const english = (field: string): string => {
  const text = field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
};

const wordsFor = (field: string): Words => {
  const [vi, ja] = Object.hasOwn(FIELD_WORDS, field) ? FIELD_WORDS[field as keyof typeof FIELD_WORDS] : [field, field];
  return { vi, en: english(field), ja };
};

/** The heading of a column in words; of `days.plan`, a value inside another, both. A field without words keeps its name. */
export function headingOf(column: string): Words {
  const parts = column.split('.').map(wordsFor);
  const joined = (language: keyof Words, by: string) => parts.map((part) => part[language]).join(by);
  return { vi: joined('vi', ': '), en: joined('en', ': '), ja: joined('ja', '：') };
}
