import createClient from 'openapi-fetch';
import { currentLanguage } from '../words/language';
import { credentials } from './credentials';
import type { paths } from './schema';

export type FieldError = { readonly field: string; readonly rule: string; readonly message: string };
type ProblemDocument = {
  readonly code?: string;
  readonly detail?: string;
  readonly requestId?: string;
  readonly errors?: readonly FieldError[];
  readonly params?: Readonly<Record<string, unknown>>;
};

/** A refusal of the API: its sentence is in the language of the page already. `status` 0: there was no answer. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: string;
  readonly errors: readonly FieldError[];
  readonly params: Readonly<Record<string, unknown>>;
  constructor(
    readonly status: number,
    { code = 'NO_ANSWER', detail = '', errors = [], params = {} }: ProblemDocument,
  ) {
    super(detail);
    this.code = code;
    this.errors = errors;
    this.params = params;
  }
}

const READS = new Set(['GET', 'HEAD']);

function signed(headers: Headers, method: string): Headers {
  const bearer = credentials.bearer();
  const csrf = credentials.csrf();
  headers.set('Accept-Language', `${currentLanguage()}, en;q=0.5`);
  if (bearer !== undefined) headers.set('Authorization', `Bearer ${bearer}`);
  else if (csrf !== undefined && !READS.has(method)) headers.set('X-CSRF-Token', csrf);
  return headers;
}

/** Every call of the API that its OpenAPI document describes. */
export const api = createClient<paths>({ baseUrl: '/' });
api.use({
  onRequest: ({ request }) => {
    signed(request.headers, request.method);
    return request;
  },
});

type Answered<T> = { readonly data?: T; readonly error?: unknown; readonly response: Response };

/** @throws Problem for every answer that is none, a lost connection (`status` 0) included. */
export async function answer<T>(call: Promise<Answered<T>>): Promise<T> {
  const { data, error, response } = await call.catch(() => {
    throw new Problem(0, {});
  });
  if (response.ok) return data as T;
  throw new Problem(response.status, typeof error === 'object' && error !== null ? error : {});
}

/** A call that the generated types do not know (an address that came from the server, or a route that may not be there yet). */
export async function call<T>(
  method: string,
  path: string,
  body?: unknown,
  more: Record<string, string> = {},
): Promise<T> {
  const headers = signed(new Headers(more), method);
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  return sent<T>(path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
}

/** Saves only on the version that was seen; where none was, only if nothing is there yet. */
export const matching = (version: number | undefined): Record<string, string> =>
  version === undefined ? { 'If-None-Match': '*' } : { 'If-Match': `"${version}"` };

/** A file that the API makes. `accept`: the media type wanted, of a list that comes as a table too. */
export async function fetchFile(path: string, accept?: string): Promise<Blob> {
  const headers = signed(new Headers(accept === undefined ? {} : { Accept: accept }), 'GET');
  const response = await fetch(path, { headers }).catch(() => {
    throw new Problem(0, {});
  });
  if (response.ok) return response.blob();
  const read = parsed(await response.text());
  throw new Problem(response.status, typeof read === 'object' && read !== null ? read : {});
}

/** A file as it is, as the body. */
export async function sendFile<T>(
  path: string,
  file: File,
  type = file.type,
  more: Record<string, string> = {},
): Promise<T> {
  const own = { 'Content-Type': type, 'Idempotency-Key': crypto.randomUUID(), ...more };
  const headers = signed(new Headers(own), 'POST');
  return sent<T>(path, { method: 'POST', headers, body: file });
}

async function sent<T>(path: string, request: RequestInit): Promise<T> {
  const response = await fetch(path, request).catch(() => {
    throw new Problem(0, {});
  });
  const text = await response.text();
  const read: unknown = text === '' ? undefined : parsed(text);
  if (response.ok) return read as T;
  throw new Problem(response.status, typeof read === 'object' && read !== null ? read : {});
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
