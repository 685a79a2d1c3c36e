import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { groupOf } from './process-table';

const LISTENING = '0A';

/**
 * Whether a process, or one it started in its process group, listens on a port. Without this a server that could not
 * take its port would seem ready as soon as somebody else's answers there. Undefined where the system does not tell.
 */
export function listensOn(leader: number, port: number): boolean | undefined {
  if (process.platform !== 'linux') return undefined;
  const sockets = new Set(['tcp', 'tcp6'].flatMap((table) => listeningSockets(`/proc/net/${table}`, port)));
  return processesOf(leader).some((pid) => openFiles(pid).some((file) => sockets.has(file)));
}

/** Throws as long as the port is not our server's own. */
export function requireOwnPort(leader: number, port: number): void {
  if (listensOn(leader, port) === false) throw new Error(`port ${port} is answered by another program`);
}

/** Lines of the table: `sl local_address rem_address st … inode`; addresses are `HEX:PORT`. Source: proc(5). */
function listeningSockets(table: string, port: number): readonly string[] {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return linesOf(table)
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => local?.endsWith(wanted) === true && state === LISTENING)
    .map((fields) => `socket:[${fields[9] ?? ''}]`);
}

const processesOf = (leader: number): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid === leader || groupOf(pid) === leader);

function openFiles(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((file) => linkOf(`/proc/${pid}/fd/${file}`));
  } catch {
    return [];
  }
}

function linkOf(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return '';
  }
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').slice(1);
  } catch {
    return [];
  }
}
