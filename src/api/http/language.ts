import type { Request } from 'express';
import { LANGUAGES } from '../../domain/shared/language';
import type { Language } from '../../domain/shared/language';

export const DEFAULT_LANGUAGE: Language = 'vi';

/** The caller's language: what the browser asks for, else the person's own, else Vietnamese. `*` asks for nothing. */
export function languageOf(request: Request, person?: { readonly language: Language }): Language {
  const asked = request.headers['accept-language']?.trim() ?? '';
  const accepted = asked === '' || asked === '*' ? false : request.acceptsLanguages([...LANGUAGES]);
  return LANGUAGES.find((language) => language === accepted) ?? person?.language ?? DEFAULT_LANGUAGE;
}
