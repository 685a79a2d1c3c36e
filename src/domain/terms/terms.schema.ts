import { z } from 'zod';
import { isFieldTerm, OF_FIELD_TERMS } from './fieldTerms';

const Key = z
  .string()
  .regex(/^[a-z][\w.-]{0,119}$/, 'the key of a word, e.g. called.cycle or nav.cycles')
  .describe('A term of the field (`called.…`) or a word of the pages');
const Word = z.string().trim().min(1).max(1000);

const OwnWord = z
  .object({ key: Key, vi: Word.optional(), en: Word.optional(), ja: Word.optional() })
  .strict()
  .superRefine(({ key, vi, en, ja }, context) => {
    if (!key.startsWith(OF_FIELD_TERMS)) return;
    if (!isFieldTerm(key)) context.addIssue({ code: 'custom', path: ['key'], message: 'there is no such term' });
    for (const [language, word = ''] of Object.entries({ vi, en, ja }))
      if (word.length > 60 || /[{}\n]/.test(word))
        context.addIssue({
          code: 'custom',
          path: [language],
          message: 'a term is at most 60 characters, without { and }',
        });
  });
export type OwnWord = z.infer<typeof OwnWord>;

/** What a unit, and those below it, say instead of the shipped words, in each language. What is not here is as above it. */
export const Terms = z
  .object({ words: z.array(OwnWord).max(2000) })
  .strict()
  .refine(({ words }) => new Set(words.map(({ key }) => key)).size === words.length, {
    message: 'each key once only',
    path: ['words'],
  });
export type TermsInput = z.infer<typeof Terms>;
/** `id` is the unit's. */
export type Terms = TermsInput & { readonly id: string };
