import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';

export type Heard = { readonly id: string; readonly event: string; readonly data: Record<string, unknown> };
export type Listening = {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** Everything heard so far. */
  readonly heard: readonly Heard[];
  readonly text: () => string;
  readonly ended: Promise<void>;
  readonly leave: () => void;
};

/** Opens the stream of events as a browser does, and collects what comes. */
export function listening(port: number, token: string, headers: Record<string, string> = {}): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const auth = { authorization: `Bearer ${token}`, accept: 'text/event-stream', ...headers };
    const request = get({ host: '127.0.0.1', port, path: '/v1/live', headers: auth, agent: false }, (response) => {
      const heard: Heard[] = [];
      let text = '';
      let rest = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        const blocks = (rest + chunk).split('\n\n');
        rest = blocks.pop() ?? '';
        heard.push(...blocks.flatMap(eventIn));
      });
      const ended = new Promise<void>((done) => response.once('close', () => done()));
      response.once('error', () => undefined);
      const { statusCode: status = 0, headers: given } = response;
      resolve({ status, headers: given, heard, text: () => text, ended, leave: () => request.destroy() });
    });
    request.once('error', reject);
  });
}

function eventIn(block: string): readonly Heard[] {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
  const event = field('event');
  if (event === undefined) return [];
  return [{ id: field('id') ?? '', event, data: JSON.parse(field('data') ?? '{}') as Record<string, unknown> }];
}
