import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { sleep } from '../../../src/stack/say';

const READY = 'kairyo worker ready';
const PAUSE_BEFORE_RESTART_MS = 500;

/** A worker process that is watched as `npm start` watches it: whenever it ends, it is started again. */
export type WatchedWorker = {
  /** SIGKILL, as a crash would. The next one is started at once. */
  readonly kill: () => Promise<void>;
  readonly ready: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export function watchWorker(program: string, env: Readonly<Record<string, string>>): WatchedWorker {
  let stopping = false;
  let child: ChildProcess;
  let ready: Promise<void>;
  const start = (): void => {
    child = spawn(process.execPath, [program], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, ...env },
    });
    ready = printed(child);
    child.once('exit', () => {
      if (!stopping) setTimeout(start, PAUSE_BEFORE_RESTART_MS);
    });
  };
  start();
  return {
    kill: () => ended(child, 'SIGKILL'),
    ready: async () => {
      for (let seen: Promise<void> | undefined; seen !== ready; await seen) seen = ready;
    },
    stop: async () => {
      stopping = true;
      await ended(child, 'SIGKILL');
    },
  };
}

/** Resolves when the worker says that it is ready; never when it ends before: its successor will. */
async function printed({ stdout }: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    let text = '';
    stdout?.on('data', (chunk: Buffer) => {
      if (text.includes(READY)) return;
      text += chunk.toString();
      if (text.includes(READY)) resolve();
    });
  });
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return sleep(0);
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}
