import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether a process of this id runs (a zombie does not). */
export function isAlive(pid: number): boolean {
  // 0 and negative numbers mean process groups.
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return !isZombie(pid);
}

/**
 * A mark that tells a process from a later one with the same id: when it started. Undefined when it does not run, or
 * when the operating system does not say.
 */
export function startMark(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined;
  if (process.platform === 'linux') return statFields(pid)?.[19];
  if (process.platform === 'win32') return undefined;
  return ask('ps', ['-o', 'lstart=', '-p', String(pid)]);
}

/** Whether the process that was recorded with this id and mark still runs. */
export function isSameProcess(pid: number, mark: string | undefined): boolean {
  if (!isAlive(pid)) return false;
  const now = startMark(pid);
  return mark === undefined || now === undefined || now === mark;
}

/** The command line of a running process, as far as the operating system tells. */
export function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
  if (process.platform === 'win32') return ask('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']) ?? '';
  return ask('ps', ['-o', 'command=', '-p', String(pid)]) ?? '';
}

/** The process group of a process (Linux). */
export const groupOf = (pid: number): number => Number(statFields(pid)?.[2] ?? 0);

const isZombie = (pid: number): boolean => process.platform === 'linux' && statFields(pid)?.[0] === 'Z';

/** Fields of /proc/<pid>/stat from the third (state) on; the 22nd of the file is the start time. */
function statFields(pid: number): readonly string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function ask(program: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}
