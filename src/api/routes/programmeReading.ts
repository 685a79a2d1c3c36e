import { z } from 'zod';
import type { StoredDated } from '../../activities/dated.ports';
import type { BookAmount } from '../../domain/programmes/books';
import { byKey } from '../../domain/programmes/books';
import { programmeOf } from '../../domain/programmes/programme';
import type { Programme } from '../../domain/programmes/programme';
import type { ProgrammeDefinition } from '../../domain/programmes/programme.schema';
import { Id } from '../../domain/shared/ids.schema';
import type { Instant } from '../../domain/shared/time';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';

export type StoredProgramme = StoredDated<ProgrammeDefinition>;

export const ProgrammeParams = z.object({ programme: Id });

export function newestProgramme({ id, versions }: StoredProgramme): Programme {
  const known = programmeOf(id, versions);
  if (known === undefined) throw new Error(`the programme ${id} has no version`);
  return known;
}

/** The programme, when it is there and may be read. @throws ProblemError NOT_FOUND, after the policy was asked */
export async function presentProgramme(id: string, context: Context): Promise<StoredProgramme> {
  const stored = await context.deps.programmes.get(id);
  if (stored === undefined) {
    await context.allow('programme.read', { unit: context.person.unit });
    throw new ProblemError('NOT_FOUND', { params: { kind: 'programme', id } });
  }
  await context.allow('programme.read', { unit: newestProgramme(stored).definition.unit });
  return stored;
}

/** The books of each of these programmes, as known then. */
export async function booksOf(
  ids: readonly string[],
  { deps }: Context,
  knownAt?: Instant,
): Promise<(id: string) => readonly BookAmount[]> {
  const books = new Map(byKey(await deps.programmeFigures.books(ids, knownAt), ({ programme }) => programme));
  return (id) => books.get(id) ?? [];
}
