import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isSameProcess, startMark } from './process-table';
import { sleep, type Say } from './say';

/** Who holds a lock: the process id and the mark that tells it from a later process with the same id. */
export type Holder = { readonly pid: number; readonly mark?: string; readonly what: string };
export type Lock = { readonly release: () => void };

/**
 * Takes a lock file, or answers who holds it. A lock whose holder no longer runs (killed, machine restarted) is stale
 * and is taken over. The file appears whole or not at all (it is linked into place).
 */
export function takeLock(file: string, what: string): Lock | Holder {
  mkdirSync(dirname(file), { recursive: true });
  const content = JSON.stringify({ pid: process.pid, mark: startMark(process.pid), what } satisfies Holder);
  const draft = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  writeFileSync(draft, content);
  try {
    for (;;) {
      if (linked(draft, file)) return { release: () => releaseIf(file, content) };
      const holder = readHolder(file);
      if (holder !== undefined && isSameProcess(holder.pid, holder.mark)) return holder;
      if (holder !== undefined) removeStale(file, holder);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Runs `work` while holding the lock; waits, and says for whom, as long as somebody else holds it. */
export async function withLock<T>(file: string, what: string, say: Say, work: () => Promise<T>): Promise<T> {
  let told = false;
  for (;;) {
    const taken = takeLock(file, what);
    if ('release' in taken) {
      try {
        return await work();
      } finally {
        taken.release();
      }
    }
    if (!told) say(`${what}: process ${taken.pid} is at it already, waiting for it`);
    told = true;
    await sleep(300);
  }
}

function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    return { pid: 0, mark: 'unreadable', what: 'unreadable' };
  }
}

/** Moves the stale file aside, and back when in the same moment somebody else had replaced it by a fresh one. */
function removeStale(file: string, stale: Holder): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved !== undefined && moved.pid !== stale.pid && isSameProcess(moved.pid, moved.mark)) linked(aside, file);
  rmSync(aside, { force: true });
}

function releaseIf(file: string, content: string): void {
  try {
    if (readFileSync(file, 'utf8') === content) rmSync(file, { force: true });
  } catch {
    // Somebody removed it already: nothing to release.
  }
}
