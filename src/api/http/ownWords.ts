import { lineOf } from '../../domain/access/place';
import type { Language } from '../../domain/shared/language';
import { mergedTerms } from '../../domain/terms/inTerms';
import type { OwnWords } from '../../domain/terms/inTerms';
import type { ApiDeps } from '../ports';

/** What the person's office calls things. Nothing when nobody is signed in, or while it cannot be read: a refusal is told anyway. */
export async function ownWords(
  { organisation }: ApiDeps,
  person: { readonly unit: string } | undefined,
  language: Language,
): Promise<OwnWords | undefined> {
  if (person === undefined || person.unit === '') return undefined;
  try {
    const units = await organisation.allUnits();
    return mergedTerms(await organisation.termsOf(lineOf(units, person.unit)))[language];
  } catch {
    return undefined;
  }
}
