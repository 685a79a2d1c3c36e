import type { IncomingMessage } from 'node:http';
import type { Collected, CollectSource } from '../../activities/collect.ports';
import type { Collector } from '../../domain/collect/collector.schema';
import { readJson } from '../../domain/collect/documents';
import { collectFailure } from '../../domain/collect/failures';
import type { CollectFailure } from '../../domain/collect/failures';
import { MalformedFile } from '../../domain/cases/importFailure';
import { utf8 } from '../text';
import { addressesOf, allowList, systemResolve } from './addresses';
import type { Resolve } from './addresses';
import { bodyOf, failureOf, sent } from './request';
import { credentialsOf } from './secrets';
import type { Credentials, Environment } from './secrets';
import { readCsv } from './table';

const MOST_REDIRECTS = 3;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
const ACCEPT = { json: 'application/json, */*;q=0.5', csv: 'text/csv, text/plain;q=0.9, */*;q=0.5' } as const;

export type HttpCollectDeps = { readonly env: Environment; readonly resolve?: Resolve };
type Fetched = { readonly body: Buffer; readonly charset: string | undefined };
type Asking = {
  readonly collector: Collector;
  readonly credentials: Credentials;
  readonly resolve: Resolve;
  readonly allowed: (url: URL) => boolean;
  readonly signal: AbortSignal;
};

/** Collects over HTTP. Secrets and the list of allowed inner hosts come from the environment of this process. */
export function httpCollectSource({ env, resolve = systemResolve }: HttpCollectDeps): CollectSource {
  const listed = allowList(env['KAIRYO_COLLECT_ALLOW']);
  return {
    async read(collector) {
      const credentials = await credentialsOf(collector.auth, env);
      if ('code' in credentials) return failed(credentials);
      const signal = AbortSignal.timeout(collector.timeoutSeconds * 1000);
      const allowed = (url: URL) => collector.allowPrivate === true && listed(url);
      const fetched = await within(signal, fetchedFrom({ collector, credentials, resolve, allowed, signal })).catch(
        (error: unknown) => failureOf(error, collector.timeoutSeconds),
      );
      return 'code' in fetched ? failed(fetched) : readFrom(fetched, collector);
    },
  };
}

const failed = (failure: CollectFailure, bytes = 0): Collected => ({ ok: false, failure, bytes });

/** Also what cannot be broken off (the name server) is waited for no longer than the limit. */
async function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let stop = (): void => undefined;
  const over = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function fetchedFrom(asking: Asking): Promise<Fetched | CollectFailure> {
  const { collector, signal } = asking;
  const start = new URL(collector.url);
  for (let url = start, hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
    const response = await answerOf(url, url.origin === start.origin, asking);
    if ('code' in response) return response;
    const { statusCode: status = 0 } = response;
    if (status === 200) return bodyFrom(response, collector.maxBytes, signal);
    response.destroy();
    if (!REDIRECTS.includes(status)) return collectFailure('COLLECT_HTTP_STATUS', { limit: status });
    const next = nextUrl(response.headers.location, url);
    if (next === undefined) break;
    url = next;
  }
  return collectFailure('COLLECT_REDIRECTS', { limit: MOST_REDIRECTS });
}

/** Each hop is looked up and checked anew; what lets us in, and the editor's headers, go to the first origin only. */
async function answerOf(url: URL, own: boolean, asking: Asking): Promise<IncomingMessage | CollectFailure> {
  const { collector, credentials, resolve, allowed, signal } = asking;
  const addresses = await addressesOf(url, { resolve, allowed: allowed(url) });
  if ('code' in addresses) return addresses;
  const target = new URL(url);
  if (own && credentials.parameter !== undefined) target.searchParams.set(...credentials.parameter);
  const headers = {
    accept: ACCEPT[collector.format],
    'user-agent': 'kairyo',
    ...(own ? lowerCased({ ...collector.headers, ...credentials.headers }) : {}),
    'accept-encoding': 'gzip, deflate, br',
  };
  return sent({ url: target, addresses, headers, signal });
}

const lowerCased = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

function nextUrl(location: string | undefined, from: URL): URL | undefined {
  if (location === undefined || !URL.canParse(location, from.href)) return undefined;
  const next = new URL(location, from.href);
  const downgraded = from.protocol === 'https:' && next.protocol !== 'https:';
  if (!/^https?:$/.test(next.protocol) || next.username + next.password !== '' || downgraded) return undefined;
  return next;
}

async function bodyFrom(
  response: IncomingMessage,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Fetched | CollectFailure> {
  const body = await bodyOf(response, { maxBytes, signal });
  if (!Buffer.isBuffer(body)) return body;
  const charset = /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(response.headers['content-type'] ?? '')?.[1];
  return { body, charset };
}

async function readFrom({ body, charset }: Fetched, { format, mapping }: Collector): Promise<Collected> {
  const bytes = body.length;
  let text = '';
  try {
    const whole = (async function* () {
      yield body;
    })();
    for await (const part of utf8(whole, () => charset)) text += part.toString('utf8');
  } catch (error) {
    if (!(error instanceof MalformedFile)) throw error;
    const code = error.code === 'FILE_EMPTY' ? 'COLLECT_EMPTY' : 'COLLECT_NOT_TEXT';
    return failed(collectFailure(code, { detail: error.message }), bytes);
  }
  if (text.trim() === '') return failed(collectFailure('COLLECT_EMPTY'), bytes);
  return { ...(format === 'json' ? readJson(text, mapping) : await readCsv(text, mapping)), bytes };
}
