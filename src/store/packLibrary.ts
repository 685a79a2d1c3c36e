import type { Connection } from 'mongoose';
import type { Installation, OwnPack, OwnPractice, OwnPractices, Packs } from '../activities/packs.ports';
import type { EditBy, Versioned } from '../activities/ports';
import type { PackDocument } from '../domain/packs/pack.schema';
import type { Value } from '../domain/packs/items';
import type { CollectionSpec } from './collections';
import { createDocuments, documentCollections } from './documents';
import type { DocumentStore } from './documents';
import { installable, shippedPacks } from './packs';
import { inTransaction } from './transaction';

const OWN = 'own_packs';
const INSTALLATIONS = 'pack_installations';
const PRACTICES = 'own_practices';

export const packCollections: readonly CollectionSpec[] = [
  ...documentCollections(OWN),
  ...documentCollections(INSTALLATIONS, ['pack']),
  ...documentCollections(PRACTICES),
];

/** As JSON text: ids of things are keys in it, and ids have dots, which the database reads as paths. */
type PackRow = { readonly id: string; readonly unit: string; readonly document: string };
type InstallationRow = Omit<Installation, 'brought' | 'procedures'> & {
  readonly id: string;
  readonly brought: string;
  readonly procedures: string;
};

const now = () => new Date().toISOString();

/** The packs there are, and where they were installed. */
export function createPacks(connection: Connection): Packs {
  const own = createDocuments<PackRow>(connection, OWN, now);
  const installations = createDocuments<InstallationRow>(connection, INSTALLATIONS, now);
  const documents = installable(shippedPacks());
  return {
    shipped: () => documents,
    own: async () => (await everyOne(own)).map((row) => ({ ...row, value: packOf(row.value) })),
    async putOwn({ document, ...pack }, { by, expected }) {
      const put = await own.put({ ...pack, document: JSON.stringify(document) }, by, expected);
      return put === 'conflict' ? put : { ...put, value: packOf(put.value) };
    },
    removeOwn: (id, edit) => removed(connection, own, id, edit),
    async installations(pack) {
      const found = await installations.find(pack === undefined ? {} : { 'value.pack': pack });
      return found.map(installationOf);
    },
    async putInstallation({ brought, procedures, ...one }) {
      const texts = { brought: JSON.stringify([...brought]), procedures: JSON.stringify(procedures) };
      await installations.put({ ...one, ...texts, id: `${one.unit}~${one.pack}~${one.prefix}` }, one.by);
    },
  };
}

/** What the offices themselves put into the library of practices. */
export function createOwnPractices(connection: Connection): OwnPractices {
  const practices = createDocuments<OwnPractice>(connection, PRACTICES, now);
  return {
    get: (id) => practices.get(id),
    all: () => everyOne(practices),
    put: (practice, { by, expected }) => practices.put(practice, by, expected),
    remove: (id, edit) => removed(connection, practices, id, edit),
  };
}

const packOf = ({ document, ...pack }: PackRow): OwnPack => ({
  ...pack,
  document: JSON.parse(document) as PackDocument,
});

const installationOf = ({ id: _id, brought, procedures, ...one }: InstallationRow): Installation => ({
  ...one,
  brought: new Map(JSON.parse(brought) as [string, Value][]),
  procedures: JSON.parse(procedures) as Record<string, string>,
});

const PAGE = 200;
async function everyOne<T extends { id: string }>(store: DocumentStore<T>): Promise<readonly Versioned<T>[]> {
  const all: Versioned<T>[] = [];
  for (let after: string | undefined; ;) {
    const page = await store.list(after, PAGE);
    all.push(...page);
    if (page.length < PAGE) return all;
    after = page.at(-1)?.value.id;
  }
}

const removed = <T extends { id: string }>(
  connection: Connection,
  store: DocumentStore<T>,
  id: string,
  { by, expected }: EditBy,
): Promise<boolean | 'conflict'> => inTransaction(connection, (session) => store.remove(session, id, by, expected));
