import type { Installation } from '../../activities/packs.ports';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import type { Known } from './packViews';

/** Every pack there is, by id. A pack that came with the product hides an own one of the same id. */
export async function knownPacks({ deps }: Context): Promise<readonly Known[]> {
  const shipped = deps.packs.shipped();
  const ids = new Set(shipped.map(({ id }) => id));
  const own = (await deps.packs.own()).map(({ value: { document, unit } }) => ({ document, keptBy: unit }));
  const all: readonly Known[] = [
    ...shipped.map((document) => ({ document })),
    ...own.filter(({ document }) => !ids.has(document.id)),
  ];
  return all.toSorted((a, b) => (a.document.id < b.document.id ? -1 : 1));
}

/** @throws ProblemError NOT_FOUND */
export async function presentPack(id: string, context: Context): Promise<Known> {
  const found = (await knownPacks(context)).find(({ document }) => document.id === id);
  if (found === undefined) throw new ProblemError('NOT_FOUND', { params: { kind: 'pack', id } });
  return found;
}

/** The installation of a pack in a unit: that with the prefix, or, where none is said, the one there is. */
export async function installationIn(
  { pack, unit, prefix }: { readonly pack: string; readonly unit: string; readonly prefix?: string | undefined },
  { deps }: Context,
): Promise<Installation | undefined> {
  const here = (await deps.packs.installations(pack)).filter((one) => one.unit === unit);
  return prefix === undefined
    ? (here.find((one) => one.prefix === '') ?? here[0])
    : here.find((one) => one.prefix === prefix);
}
