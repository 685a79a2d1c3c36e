import type { SchemeDefinition } from '../domain/schemes/scheme.schema';
import type { LocalDate } from '../domain/shared/time';
import type { DatedDocuments, StoredDated } from './dated.ports';

export type StoredScheme = StoredDated<SchemeDefinition>;

/** A scheme as it holds on a day. `version` 0: as it ships with the product; the office made none of its own. */
export type SchemeOnDay = { readonly version: number; readonly definition: SchemeDefinition };

/** Schemes of the office with every version, over those that ship with the product. */
export type Schemes = DatedDocuments<SchemeDefinition> & {
  shipped(): ReadonlyMap<string, SchemeDefinition>;
  /** The office's own on that day, or what will be first; else the shipped one. */
  onDay(id: string, day: LocalDate): Promise<SchemeOnDay | undefined>;
};
