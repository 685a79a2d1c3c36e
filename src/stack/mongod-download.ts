import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MONGOD } from './pins';
import { tellingWhile } from './pip';
import type { Surroundings } from './say';

const STALL_MS = 20_000;
const LOOK_EVERY_MS = 500;

export const mongodFolder = ({ cache }: Surroundings): string => join(cache, 'mongod', MONGOD.version);

/** A `mongod` that was downloaded earlier, or undefined. */
export function mongodDownloaded(at: Surroundings): string | undefined {
  const folder = mongodFolder(at);
  if (!existsSync(folder)) return undefined;
  const name = readdirSync(folder).find((entry) => /^mongod.*(\d|\.exe)$/.test(entry));
  return name === undefined ? undefined : join(folder, name);
}

/** The program of mongodb-memory-server that downloads `mongod` for this very distribution and checks it. */
const PROGRAM = `
  const { MongoBinary } = require('mongodb-memory-server-core/lib/util/MongoBinary');
  const [downloadDir, version] = process.argv.slice(1);
  MongoBinary.getPath({ downloadDir, version, checkMD5: true })
    .then((path) => console.log('PATH ' + path), (error) => { console.error(error.message); process.exit(1); });
`;

/**
 * Downloads `mongod` by mongodb-memory-server, in a process of its own that is given up when nothing arrives any more.
 * Answers its path; throws with the reason otherwise.
 */
export async function downloadMongod(at: Surroundings): Promise<string> {
  const folder = mongodFolder(at);
  mkdirSync(folder, { recursive: true });
  at.say(`MongoDB: downloading mongod ${MONGOD.version}`);
  return tellingWhile(downloadInChild(folder, at), () =>
    at.say(`MongoDB: downloading, ${Math.round(folderBytes(folder) / 1e6)} MB so far`),
  );
}

function downloadInChild(folder: string, at: Surroundings): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['-e', PROGRAM, folder, MONGOD.version], {
      cwd: __dirname,
      env: { ...at.env, MONGOMS_PREFER_GLOBAL_PATH: 'false', MONGOMS_DISABLE_POSTINSTALL: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const stopWatching = killWhenStalled(folder, () => child.kill('SIGKILL'));
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', () => {
      stopWatching();
      const path = /^PATH (.+)$/m.exec(output)?.[1];
      if (path === undefined)
        reject(new Error(output.trim().split('\n').slice(-2).join(' ') || 'the download stalled'));
      else resolve(path);
    });
  });
}

function killWhenStalled(folder: string, kill: () => void): () => void {
  let [bytes, grewAt] = [-1, Date.now()];
  const timer = setInterval(() => {
    const now = folderBytes(folder);
    if (now !== bytes) [bytes, grewAt] = [now, Date.now()];
    else if (Date.now() - grewAt > STALL_MS) kill();
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

function folderBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((entry) => statSync(join(folder, entry), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0);
}
