import { readFileSync } from 'node:fs';
import { requireOwnPort } from './listener';
import { LOOPBACK } from './ports';
import { startProcess, untilReady, type OnSpawn, type ServerProcess } from './server-process';

const READY_WITHIN_MS = 90_000;
const WORKER_READY = 'kairyo worker ready';

export type ApplicationOptions = {
  /** File that node runs. */
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
  readonly log: string;
  readonly onSpawn?: OnSpawn;
};

/** Starts the worker and answers when it has said that it is ready. */
export async function startWorker({ program, log, ...rest }: ApplicationOptions): Promise<ServerProcess> {
  const before = textOf(log).length;
  const worker = await startProcess({ name: 'Worker', program: process.execPath, args: [program], log, ...rest });
  const said = async (): Promise<void> => {
    if (!textOf(log).slice(before).includes(WORKER_READY)) throw new Error('the worker is not ready yet');
  };
  await untilReady(worker, said, { log, timeoutMs: READY_WITHIN_MS });
  return worker;
}

/** Starts the API and answers when it says that it can serve. */
export async function startApi({ program, log, ...rest }: ApplicationOptions, port: number): Promise<ServerProcess> {
  const api = await startProcess({ name: 'API', program: process.execPath, args: [program], log, ...rest });
  const ready = async (): Promise<void> => {
    requireOwnPort(api.pid, port);
    const answer = await fetch(`http://${LOOPBACK}:${port}/readyz`, { signal: AbortSignal.timeout(5_000) });
    if (!answer.ok) throw new Error(`/readyz answers ${answer.status}`);
  };
  await untilReady(api, ready, { log, timeoutMs: READY_WITHIN_MS });
  return api;
}

function textOf(log: string): string {
  try {
    return readFileSync(log, 'utf8');
  } catch {
    return '';
  }
}
