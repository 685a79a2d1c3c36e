import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

export const LOOPBACK = '127.0.0.1';

/** Whether a port of the loopback interface can be listened on right now; 0 asks for any. Answers the port. */
function listenOn(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const taken = typeof address === 'object' && address !== null ? address.port : undefined;
      server.close(() => resolve(taken));
    });
  });
}

export const isFree = async (port: number, host = LOOPBACK): Promise<boolean> =>
  (await listenOn(port, host)) !== undefined;

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const port = await listenOn(0, LOOPBACK);
  if (port === undefined) throw new Error('no free port on the loopback interface');
  return port;
}

/** `wanted`, or the next free port above it. */
export async function nextFreePort(wanted: number): Promise<number> {
  for (let port = wanted; port < Math.min(wanted + 100, 65_536); port += 1) if (await isFree(port)) return port;
  return freePort();
}

export type ServerPorts = { readonly temporal: number; readonly temporalUi: number; readonly mongo: number };
const PREFERRED: ServerPorts = { temporal: 7233, temporalUi: 8233, mongo: 27_017 };

/**
 * A server's port: the one of the last start (kept in `ports.json` of the data folder) if it is free, else the next.
 * To be asked for just before the server starts: fetching it may take minutes, in which others take ports.
 */
export async function serverPort(data: string, server: keyof ServerPorts): Promise<number> {
  const file = join(data, 'ports.json');
  const wanted = { ...PREFERRED, ...readPorts(file) };
  const others = Object.entries(wanted).flatMap(([name, port]) => (name === server ? [] : [port]));
  let port = await nextFreePort(wanted[server]);
  while (others.includes(port)) port = await nextFreePort(port + 1);
  writeFileSync(file, `${JSON.stringify({ ...PREFERRED, ...readPorts(file), [server]: port })}\n`);
  return port;
}

function readPorts(file: string): Partial<ServerPorts> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<ServerPorts>;
  } catch {
    return {};
  }
}
