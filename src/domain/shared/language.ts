/** BCP 47 languages the engine speaks. */
export const LANGUAGES = ['vi', 'en', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];
/** A text in the languages that every message must have. */
export type Words = { readonly [language in Language]: string };
/** Words as they are kept: those written before Japanese was spoken have none. */
export type KeptWords = Omit<Words, 'ja'> & { readonly ja?: string };

/** What a reader of the language reads; English where it is missing. */
export const inWords = (words: KeptWords, language: Language): string => words[language] ?? words.en;
