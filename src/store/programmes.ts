import type { Connection } from 'mongoose';
import type { Programmes } from '../activities/programmes.ports';
import type { ProgrammeDefinition } from '../domain/programmes/programme.schema';
import { createDatedDocuments, datedCollections } from './datedDocuments';

const NAME = 'programmes';
const pointers = {
  unit: ({ unit }: ProgrammeDefinition) => [unit],
  partOf: ({ partOf }: ProgrammeDefinition) => (partOf === undefined ? [] : [partOf]),
};

export const programmeCollections = datedCollections(NAME, Object.keys(pointers));
export const createProgrammes = (connection: Connection): Programmes =>
  createDatedDocuments<ProgrammeDefinition>(connection, NAME, { pointers });
