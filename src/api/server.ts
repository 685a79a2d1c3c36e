import { createServer } from 'node:http';
import type { RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type ListenOptions = {
  readonly port: number;
  readonly host?: string;
  /** How long requests that are under way may take when the server closes. */
  readonly graceMs?: number;
};
export type ApiServer = {
  readonly port: number;
  /** Takes no new requests, lets those under way come to their end, then ends what is left. Safe to repeat. */
  close(): Promise<void>;
};

const GRACE_MS = 10_000;
const HEADERS_WITHIN_MS = 30_000;
const KEEP_ALIVE_MS = 65_000;
/** An upload over a slow line takes its time; the size limit bounds it. */
const REQUEST_WITHIN_MS = 60 * 60_000;

/** @throws the error of the socket, `EADDRINUSE` for a port that is taken */
export async function listen(app: RequestListener, options: ListenOptions): Promise<ApiServer> {
  const server = createServer({ requestTimeout: REQUEST_WITHIN_MS, headersTimeout: HEADERS_WITHIN_MS }, app);
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  const open = new Set<ServerResponse>();
  server.on('request', (_request, response) => {
    open.add(response);
    response.once('close', () => open.delete(response));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host ?? '127.0.0.1', resolve);
  });
  let closing: Promise<void> | undefined;
  return {
    port: (server.address() as AddressInfo).port,
    close: () => (closing ??= closed(server, open, options.graceMs ?? GRACE_MS)),
  };
}

async function closed(server: Server, open: ReadonlySet<ServerResponse>, graceMs: number): Promise<void> {
  const ended = new Promise<void>((resolve) => server.close(() => resolve()));
  const endIdle = (): void => {
    for (const response of open) if (isEventStream(response)) response.end();
    server.closeIdleConnections();
  };
  endIdle();
  const idle = setInterval(endIdle, 100);
  const late = setTimeout(() => server.closeAllConnections(), graceMs);
  await ended;
  clearInterval(idle);
  clearTimeout(late);
}

/** A stream of events never ends by itself; its browser comes back to another process. */
const isEventStream = (response: ServerResponse): boolean =>
  String(response.getHeader('content-type') ?? '').startsWith('text/event-stream');
