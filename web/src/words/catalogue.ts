import { withBlanks } from '../../../src/domain/shared/blanks';
import type { en } from './en';

export type Word = keyof typeof en;
/** Every word, in one language: a missing one does not compile. */
export type Catalogue = Readonly<Record<Word, string>>;

/** Fills `{name}` in a sentence. */
export const filled = (sentence: string, params: Readonly<Record<string, string | number>> = {}): string =>
  withBlanks(sentence, (name) => String(params[name] ?? ''));
