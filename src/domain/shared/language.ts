/** BCP 47 languages the engine speaks. Words without a Japanese text fall back to English. */
export const LANGUAGES = ['vi', 'en', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];
/** A text in the languages that every message must have. */
export type Words = { readonly vi: string; readonly en: string };
