import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTINUES, type Engine, type MongoProgram } from './find-mongo';
import { requireOwnPort } from './listener';
import { mongoCommand } from './mongo-wire';
import { LOOPBACK } from './ports';
import { startProcess, untilReady, type OnSpawn, type ServerProcess } from './server-process';

const REPLICA_SET = 'rs0';
const READY_WITHIN_MS = 60_000;
/** Codes of the answer of a member that waits to be initiated, and of one that stands under another address in its set. */
const NOT_YET_INITIALIZED = 94;
const INVALID_REPLICA_SET_CONFIG = 93;

export type MongoOptions = {
  readonly found: MongoProgram;
  readonly folder: string;
  readonly port: number;
  /** Memory the storage engine may keep pages in. */
  readonly cacheMegabytes: number;
  readonly log: string;
};

/** Starts a MongoDB, or its surrogate, on loopback and answers when it takes writes. */
export async function startMongo(options: MongoOptions, onSpawn?: OnSpawn): Promise<ServerProcess> {
  const { found, folder, port, log } = options;
  mkdirSync(folder, { recursive: true });
  rememberEngine(folder, found.engine);
  const args = [...found.args, ...mongoArguments(options)];
  const server = await startProcess({ name: 'MongoDB', program: found.program, args, env: found.env, log, onSpawn });
  const ready = async (): Promise<void> => {
    requireOwnPort(server.pid, port);
    await takesWrites(port);
  };
  await untilReady(server, ready, { log, timeoutMs: READY_WITHIN_MS });
  return server;
}

/** A surrogate is never started without `--sync-on-commit`: without it a crash loses acknowledged writes. */
export function mongoArguments({ found, folder, port, cacheMegabytes }: MongoOptions): readonly string[] {
  if (found.engine === 'mongod')
    return [
      ...['--bind_ip', LOOPBACK, '--port', String(port), '--dbpath', folder, '--replSet', REPLICA_SET],
      ...['--wiredTigerCacheSizeGB', String(Math.max(0.25, cacheMegabytes / 1024)), '--quiet'],
    ];
  return [
    ...['--host', LOOPBACK, '--port', String(port), '--storage-path', folder, '--sync-on-commit'],
    ...['--log-level', 'WARNING', '--cache-size', `${cacheMegabytes}M`],
  ];
}

export const mongoUri = (port: number, database: string): string =>
  `mongodb://${LOOPBACK}:${port}/${database}?directConnection=true`;

/**
 * Throws until the server is a primary. A new `mongod` is made one by initiating its replica set, one whose port has
 * changed by naming its new address.
 */
async function takesWrites(port: number): Promise<void> {
  const hello = await mongoCommand(port, { hello: 1 });
  if (hello['isWritablePrimary'] === true) return;
  const status = await mongoCommand(port, { replSetGetStatus: 1 });
  const set = { _id: REPLICA_SET, members: [{ _id: 0, host: `${LOOPBACK}:${port}` }] };
  if (status['code'] === NOT_YET_INITIALIZED) await mongoCommand(port, { replSetInitiate: set });
  if (status['code'] === INVALID_REPLICA_SET_CONFIG)
    await mongoCommand(port, { replSetReconfig: { ...set, version: 1 }, force: true });
  throw new Error(`MongoDB on port ${port} is not a primary yet`);
}

function handOver(folder: string, made: Engine, engine: Engine): void {
  if (!CONTINUES[made].includes(engine)) throw new Error(`${folder} was made by ${made}; ${engine} cannot read it`);
  const copy = `${folder}.made-by-${made}`;
  rmSync(copy, { recursive: true, force: true });
  cpSync(folder, copy, { recursive: true });
}

const engineFile = (folder: string): string => join(folder, 'engine.json');

/** The engine that made the files of a folder; undefined for a new folder. */
export function engineOf(folder: string): Engine | undefined {
  try {
    return (JSON.parse(readFileSync(engineFile(folder), 'utf8')) as { engine: Engine }).engine;
  } catch {
    return undefined;
  }
}

/** A folder that passes to another engine is copied first: `<folder>.made-by-<engine>` is the way back. */
function rememberEngine(folder: string, engine: Engine): void {
  const made = engineOf(folder);
  if (made === engine) return;
  if (made === undefined && readdirSync(folder).length > 0)
    throw new Error(`${folder} holds files but no engine.json: it is not touched`);
  if (made !== undefined) handOver(folder, made, engine);
  writeFileSync(engineFile(folder), `${JSON.stringify({ engine })}\n`);
}
