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

/** The servers' ports, the same at every start as far as they are free; kept in `ports.json` of the data folder. */
export async function serverPorts(data: string): Promise<ServerPorts> {
  const file = join(data, 'ports.json');
  const wanted = { ...PREFERRED, ...readPorts(file) };
  const temporal = await nextFreePort(wanted.temporal);
  const temporalUi = await nextFreePort(wanted.temporalUi === temporal ? temporal + 1 : wanted.temporalUi);
  const ports = { temporal, temporalUi, mongo: await nextFreePort(wanted.mongo) };
  writeFileSync(file, `${JSON.stringify(ports)}\n`);
  return ports;
}

function readPorts(file: string): Partial<ServerPorts> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<ServerPorts>;
  } catch {
    return {};
  }
}
