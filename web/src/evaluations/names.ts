import { readable } from '../../../src/domain/indicators/named';
import type { Named } from '../../../src/domain/indicators/indicator.schema';
import type { Language } from '../words/languages';
import { useWords } from '../words/words';

const LOCALES: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB', ja: 'ja-JP' };

/** Points with as many places as the engine tells, three. */
export const points = (language: Language, value: number): string =>
  new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 3 }).format(value);

/** The name of a class of the scheme; its key where the scheme has no name for it. */
export function useClass(
  scheme: { readonly bandNames: Readonly<Record<string, Named>> } | undefined,
): (key: string) => string {
  const { language } = useWords();
  return (key) => {
    const name = scheme?.bandNames[key];
    return name === undefined ? key : readable(name, language);
  };
}

export const today = (): string => new Date().toLocaleDateString('en-CA');
