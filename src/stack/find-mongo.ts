import { buildCrate, builtEarlier, missingForBuild } from './crate';
import { downloadMongod, mongodDownloaded } from './mongod-download';
import { MONGOD, SECANTUS_CRATE, SECANTUS_PYTHON } from './pins';
import { DayMark, reach } from './reachable';
import { onPath, run } from './run';
import { messageOf, type Surroundings } from './say';
import { installedEarlier, installPythonEdition, type PythonServer } from './secantus-python';
import { firstWay, waysAllowed, type Choice, type Found, type Way } from './ways';

/** Who makes the files of a data folder. */
export type Engine = 'mongod' | 'secantus-rust' | 'secantus-python';

/**
 * Who may go on with a data folder: whoever made it. SecantusDB's faster edition also takes over from the Python one:
 * both read and write the same files (docs/adr/embedded-servers.md tells how that was tried).
 */
export const CONTINUES: Readonly<Record<Engine, readonly Engine[]>> = {
  mongod: ['mongod'],
  'secantus-rust': ['secantus-rust'],
  'secantus-python': ['secantus-rust', 'secantus-python'],
};

/** The program that starts a server. A surrogate is one that is not MongoDB's own. */
export type MongoProgram = {
  readonly kind: 'program';
  readonly engine: Engine;
  readonly program: string;
  /** Arguments before the server's own, such as `-m secantus`. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly surrogate: boolean;
  readonly why: string;
};
/** A MongoDB that runs already, or the program that starts one. */
export type MongoFound = { readonly kind: 'uri'; readonly uri: string; readonly why: string } | MongoProgram;
type Attempt = Promise<Found<MongoFound>>;

/**
 * MONGODB_URI → `mongod` on PATH → an earlier download or build → mongodb-memory-server's download → SecantusDB built
 * from its crate → its Python edition. `KAIRYO_MONGO` names the ways that are allowed: uri, path, cache, download,
 * crate, python. `engine` is the one that made the data folder, when there is one already.
 */
export async function findMongo(at: Surroundings, engine?: Engine): Promise<Choice<MongoFound>> {
  const ways: readonly Way<MongoFound>[] = [
    { key: 'uri', attempt: async () => fromUri(at) },
    ...programWays(at, engine).filter(({ engines }) => engine === undefined || engines.includes(engine)),
  ];
  const only = (way: Way<MongoFound>): Way<MongoFound> => ({
    key: way.key,
    attempt: async () => keepEngine(await way.attempt(), engine),
  });
  return firstWay('MongoDB', waysAllowed(ways, at.env['KAIRYO_MONGO']).map(only), at.say);
}

type ProgramWay = Way<MongoFound> & { readonly engines: readonly Engine[] };

const programWays = (at: Surroundings, engine: Engine | undefined): readonly ProgramWay[] => [
  { key: 'path', engines: ['mongod'], attempt: () => fromPath(at) },
  { key: 'cache', engines: ['mongod', 'secantus-rust', 'secantus-python'], attempt: () => fromCache(at, engine) },
  { key: 'download', engines: ['mongod'], attempt: () => fromDownload(at) },
  { key: 'crate', engines: ['secantus-rust'], attempt: () => fromCrate(at) },
  { key: 'python', engines: ['secantus-python'], attempt: () => fromPython(at) },
];

function keepEngine(found: Found<MongoFound>, engine: Engine | undefined): Found<MongoFound> {
  if (
    'no' in found ||
    found.taken.kind === 'uri' ||
    engine === undefined ||
    CONTINUES[engine].includes(found.taken.engine)
  )
    return found;
  return { no: `there is ${found.taken.engine}, but the data folder was made by ${engine}` };
}

function fromUri({ env }: Surroundings): Found<MongoFound> {
  const uri = env['MONGODB_URI'];
  if (!uri) return { no: 'MONGODB_URI is not set' };
  return { taken: { kind: 'uri', uri, why: 'MONGODB_URI names it' } };
}

async function fromPath(at: Surroundings): Attempt {
  const program = onPath('mongod', at);
  if (program === undefined) return { no: 'no mongod on PATH' };
  const { code, lines } = await run(program, ['--version'], { env: at.env, timeout: 10_000 });
  if (code !== 0) return { no: `${program} does not answer --version` };
  return { taken: mongod(program, `MongoDB ${lines[0]?.replace('db version ', '') ?? ''}, on PATH`) };
}

/** The Python edition only where the faster one cannot be built, or where the data folder is its own. */
async function fromCache(at: Surroundings, engine: Engine | undefined): Attempt {
  const may = (one: Engine): boolean => engine === undefined || CONTINUES[engine].includes(one);
  const downloaded = may('mongod') ? mongodDownloaded(at) : undefined;
  if (downloaded !== undefined) return { taken: mongod(downloaded, `MongoDB ${MONGOD.version}, downloaded earlier`) };
  const built = may('secantus-rust') ? builtEarlier(at) : undefined;
  if (built !== undefined) return { taken: rust(built, 'built earlier') };
  const mayPython = engine === 'secantus-python' || (may('secantus-python') && missingForBuild(at) !== undefined);
  const installed = mayPython ? await installedEarlier(at) : undefined;
  if (installed !== undefined) return { taken: python(installed, 'installed earlier') };
  return { no: 'nothing downloaded or built earlier' };
}

async function fromDownload(at: Surroundings): Attempt {
  const reached = await reach(MONGOD.host, at);
  if (!reached.reachable) return { no: reached.why };
  try {
    return { taken: mongod(await downloadMongod(at), `MongoDB ${MONGOD.version}, downloaded now`) };
  } catch (error) {
    new DayMark(at.cache, new URL(MONGOD.host).host).write(messageOf(error));
    throw error;
  }
}

async function fromCrate(at: Surroundings): Attempt {
  const missing = missingForBuild(at);
  if (missing !== undefined) return { no: missing };
  const failed = new DayMark(at.cache, SECANTUS_CRATE.name);
  const noted = failed.read();
  if (noted !== undefined) return { no: `${noted} (not tried again today)` };
  const build = await buildCrate(at);
  if ('program' in build) return { taken: rust(build.program, 'built now') };
  if ('stillRunning' in build) return { no: build.stillRunning };
  failed.write(build.no);
  return build;
}

const fromPython = async (at: Surroundings): Attempt => ({
  taken: python(await installPythonEdition(at), 'installed'),
});

const mongod = (program: string, why: string): MongoProgram => ({
  kind: 'program',
  engine: 'mongod',
  program,
  args: [],
  env: {},
  surrogate: false,
  why,
});

const rust = (program: string, how: string): MongoProgram => ({
  ...mongod(
    program,
    `SecantusDB ${SECANTUS_CRATE.version}, ${how}: a MongoDB-compatible surrogate, not MongoDB itself`,
  ),
  engine: 'secantus-rust',
  surrogate: true,
});

const python = ({ python: program, packages }: PythonServer, how: string): MongoProgram => ({
  ...mongod(program, `SecantusDB ${SECANTUS_PYTHON.version} (Python, slower), ${how}: a surrogate, not MongoDB itself`),
  engine: 'secantus-python',
  args: ['-m', 'secantus'],
  env: { PYTHONPATH: packages },
  surrogate: true,
});
