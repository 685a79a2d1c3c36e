import type mongoose from 'mongoose';
import { prepareCollections } from '../../../src/store/collections';
import type { CollectionSpec } from '../../../src/store/collections';
import { connect } from '../../../src/store/connection';
import { servers } from '../support/servers';

let databases = 0;

/** A database of its own on the test run's MongoDB, with the given collections. */
export async function freshDatabase(collections: readonly CollectionSpec[]): Promise<mongoose.Connection> {
  const name = `api_${process.pid}_${(databases += 1)}`;

  const connection = await connect(servers().mongoUri(name));
  await prepareCollections(connection, collections);
  return connection;
}
