import mongoose from 'mongoose';

/** Settings every connection shares: nothing is made implicitly, what is acknowledged is on disk, unknown fields are errors. */
export async function connect(uri: string): Promise<mongoose.Connection> {
  const connection = mongoose.createConnection(uri, {
    autoCreate: false,
    autoIndex: false,
    serverSelectionTimeoutMS: 5_000,
    retryWrites: true,
    writeConcern: { w: 'majority', journal: true },
  });
  await connection.asPromise();
  return connection;
}
