import type { Connection } from 'mongoose';
import type { Schemes } from '../activities/schemes.ports';
import { inForceOrNext } from '../domain/indicators/versions';
import type { SchemeDefinition } from '../domain/schemes/scheme.schema';
import { createDatedDocuments, datedCollections } from './datedDocuments';
import { shippedPacks } from './packs';

const NAME = 'schemes';

export const schemeCollections = datedCollections(NAME);

/** Schemes in `schemes` and `schemes_versions`; the shipped ones answer without being installed. */
export function createSchemes(connection: Connection, now?: () => string): Schemes {
  const own = createDatedDocuments<SchemeDefinition>(connection, NAME, { ...(now && { now }) });
  const shipped = new Map(shippedPacks().flatMap(({ contents }) => Object.entries(contents.schemes)));
  return {
    ...own,
    shipped: () => shipped,
    async onDay(id, day) {
      const stored = await own.get(id);
      const version = stored && inForceOrNext(stored.versions, day);
      if (version !== undefined) return { version: version.version, definition: version.value };
      const definition = shipped.get(id);
      return definition && { version: 0, definition };
    },
  };
}
