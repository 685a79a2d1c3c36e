import type { SurveyTemplates } from '../activities/surveys.ports';
import type { PackContents } from '../domain/packs/pack.schema';
import { shippedPacks } from './packs';

type Packed = { readonly contents: Pick<PackContents, 'surveys'> };

/** The surveys of the packs: of those that ship with the product, and of the office's own. @throws as `readPacks` */
export function createSurveyTemplates(
  own: () => Promise<readonly Packed[]> = async () => [],
  packs: readonly Packed[] = shippedPacks(),
): SurveyTemplates {
  return {
    all: async () => {
      const known = new Map(
        [...(await own()), ...packs].flatMap(({ contents }) => contents.surveys.map((one) => [one.id, one])),
      );
      return [...known.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    },
  };
}
