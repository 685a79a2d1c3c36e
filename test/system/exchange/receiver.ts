import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isSigned } from '../../../src/channels/webhookSignature';

export type Received = {
  readonly id: string;
  readonly type: string;
  readonly body: string;
  readonly signature: string;
};

/** A real HTTP server that verifies each signature (401) and answers with the given statuses in turn, then 204. */
export async function startReceiver(secret: string, statuses: number[] = []) {
  const accepted: Received[] = [];
  const attempts: Received[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8');
      const header = (name: string) => String(request.headers[name] ?? '');
      const signature = header('kairyo-signature');
      const received = { id: header('kairyo-event-id'), type: header('kairyo-event'), body, signature };
      attempts.push(received);
      const status = isSigned(body, signature, { secret, at: Date.now() }) ? (statuses.shift() ?? 204) : 401;
      if (status < 300) accepted.push(received);
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = () => new Promise<void>((done) => server.close(() => done()));
  return { host, url: `http://${host}/events`, accepted, attempts, stop };
}
