import { z } from 'zod';
import type { Words } from '../../domain/shared/language';

/** A sentence in every language; one that was kept before Japanese was spoken has none in it. */
export const WordsView = z.object({ vi: z.string(), en: z.string(), ja: z.string().optional() });
/** A sentence that is made for the answer. */
export const SpokenWords = z.object({ vi: z.string(), en: z.string(), ja: z.string() }) satisfies z.ZodType<Words>;
