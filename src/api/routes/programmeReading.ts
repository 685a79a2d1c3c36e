import { z } from 'zod';
import type { StoredDated } from '../../activities/dated.ports';
import type { BookAmount } from '../../domain/programmes/books';
import { byKey } from '../../domain/programmes/books';
import { programmeOf } from '../../domain/programmes/programme';
import type { Programme } from '../../domain/programmes/programme';
import type { ProgrammeDefinition } from '../../domain/programmes/programme.schema';
import { Id } from '../../domain/shared/ids.schema';
import type { Instant, LocalDate } from '../../domain/shared/time';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import { momentOf } from './indicatorReading';

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

/** A programme as it is read for a day. `knownAt`: as it was known then; missing: as it is known now. */
export type ProgrammeThen = {
  readonly programme: Programme;
  readonly day: LocalDate;
  readonly knownAt: Instant | undefined;
  readonly asOf: string | undefined;
};
type Then = { readonly asOf?: string | undefined; readonly known?: 'then' | 'now' };

/** @throws ProblemError NOT_FOUND, PROGRAMME_NOT_KNOWN_THEN, after the policy was asked */
export async function programmeThen(
  id: string,
  { asOf, known = 'then' }: Then,
  context: Context,
): Promise<ProgrammeThen> {
  const stored = await presentProgramme(id, context);
  const { today: day, knownAt: then } = await momentOf(newestProgramme(stored).definition.unit, asOf, context);
  const knownAt = known === 'now' ? undefined : then;
  const versions = stored.versions.filter(({ recordedAt }) => knownAt === undefined || recordedAt <= knownAt);
  const programme = programmeOf(id, versions);
  if (programme !== undefined) return { programme, day, knownAt, asOf };
  const first = (stored.versions[0]?.recordedAt ?? '').slice(0, 10);
  throw new ProblemError('PROGRAMME_NOT_KNOWN_THEN', { params: { id, asOf: asOf ?? day, first } });
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
