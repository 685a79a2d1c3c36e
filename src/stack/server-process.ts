import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isAlive } from './process-table';
import { sleep } from './say';

export type ServerCommand = {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** File that takes what the server prints. */
  readonly log: string;
  /** Told as soon as the process exists, long before it is ready: whoever stops in between must know it. */
  readonly onSpawn?: OnSpawn;
};
export type OnSpawn = (process: ServerProcess) => void;

/** A server process of our own: `exited` settles when it is gone, for whatever reason. */
export type ServerProcess = {
  readonly name: string;
  readonly pid: number;
  readonly exited: Promise<string>;
  /** Asks it to stop, and ends it by force when it does not within `graceMs`. */
  readonly stop: (graceMs?: number) => Promise<void>;
  /** Ends it at once (SIGKILL), as a crash would. */
  readonly kill: () => Promise<void>;
};

/**
 * Starts a server in a session of its own, so that Ctrl-C in the terminal reaches the launcher alone and everything
 * is stopped in the right order.
 */
export async function startProcess(command: ServerCommand): Promise<ServerProcess> {
  mkdirSync(dirname(command.log), { recursive: true });
  const output = openSync(command.log, 'a');
  const child = spawn(command.program, command.args, {
    stdio: ['ignore', output, output],
    env: { ...process.env, ...command.env },
    detached: true,
  });
  closeSync(output);
  const exited = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`));
    child.once('error', (error) => resolve(error.message));
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${command.name} cannot be started: ${await exited}`);
  const server: ServerProcess = {
    name: command.name,
    pid,
    exited,
    stop: async (graceMs = 10_000) => stopProcess(pid, exited, graceMs),
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
  command.onSpawn?.(server);
  return server;
}

async function stopProcess(pid: number, exited: Promise<unknown>, graceMs: number): Promise<void> {
  signal(pid, 'SIGTERM');
  const force = setTimeout(() => signal(pid, 'SIGKILL'), graceMs);
  await exited;
  clearTimeout(force);
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone already.
  }
}

/** Stops a process that is not our child. */
export async function stopStranger(pid: number, graceMs = 10_000): Promise<void> {
  signal(pid, 'SIGTERM');
  for (let waited = 0; isAlive(pid); waited += 50) {
    if (waited > graceMs) signal(pid, 'SIGKILL');
    await sleep(50);
  }
}

/** Waits until `ready` no longer throws; throws when the server is gone first or the time is up, with its last words. */
export async function untilReady(
  server: ServerProcess,
  ready: () => Promise<void>,
  { log, timeoutMs }: { readonly log: string; readonly timeoutMs: number },
): Promise<void> {
  let gone: string | undefined;
  void server.exited.then((how) => {
    gone = how;
  });
  const until = Date.now() + timeoutMs;
  for (;;) {
    const error = await ready().catch((reason: unknown) => reason);
    if (error === undefined) return;
    if (gone !== undefined) throw new Error(`${server.name} ended (${gone}) before it was ready: ${lastWords(log)}`);
    if (Date.now() > until) {
      await server.stop();
      throw new Error(`${server.name} was not ready within ${timeoutMs / 1000} s: ${lastWords(log)}`);
    }
    await sleep(50);
  }
}

export function lastWords(log: string): string {
  try {
    return readFileSync(log, 'utf8').trim().split('\n').slice(-3).join(' ');
  } catch {
    return 'nothing was printed';
  }
}
