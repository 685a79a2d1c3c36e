import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFree, LOOPBACK, nextFreePort } from './ports';
import type { Surroundings } from './say';

const DEFAULT_PORT = 3000;
const LARGEST_LOG_BYTES = 20_000_000;

/** A reason not to start that the user can do something about: said without a stack trace. */
export class CannotStart extends Error {}

/**
 * The port of the API. A `PORT` that was asked for is taken or refused; without one it is 3000 or the next free one, and
 * said. Both interfaces count: whoever listens on one of them has the port.
 */
export async function apiPort({ env, say }: Pick<Surroundings, 'env' | 'say'>): Promise<number> {
  const asked = env['PORT'];
  if (asked) {
    const port = Number(asked);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new CannotStart(`PORT=${asked} is not a port`);
    if (await isFreeEverywhere(port)) return port;
    throw new CannotStart(
      `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`,
    );
  }
  let port = DEFAULT_PORT;
  while (!(await isFreeEverywhere(port))) port = await nextFreePort(port + 1);
  if (port !== DEFAULT_PORT) say(`port ${DEFAULT_PORT} is taken by another program; taking ${port} (PORT chooses one)`);
  return port;
}

const isFreeEverywhere = async (port: number): Promise<boolean> =>
  (await isFree(port, LOOPBACK)) && (await isFree(port, '0.0.0.0'));

/** The administrator's token: `KAIRYO_ADMIN_TOKEN`, else made once and kept in the data folder, for its owner's eyes. */
export function adminToken(env: Surroundings['env'], data: string): string {
  if (env['KAIRYO_ADMIN_TOKEN']) return env['KAIRYO_ADMIN_TOKEN'];
  const file = join(data, 'admin-token');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const token = randomBytes(24).toString('base64url');
  writeFileSync(file, `${token}\n`, { mode: 0o600 });
  return token;
}

/** What seals private notes: `KAIRYO_NOTES_KEY`, else made once and kept in the data folder. Without it they cannot be read. */
export function notesKey(env: Surroundings['env'], data: string): string {
  if (env['KAIRYO_NOTES_KEY']) return env['KAIRYO_NOTES_KEY'];
  const file = join(data, 'notes-key');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const key = randomBytes(32).toString('base64');
  writeFileSync(file, `${key}\n`, { mode: 0o600 });
  return key;
}

/** Keeps a log from growing for ever: a large one makes way at the next start, one older one is kept. */
export function turnLog(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_LOG_BYTES) renameSync(file, `${file}.1`);
}
