import { problemDocument } from '../problems/problem';
import type { ProblemError, Telling } from '../problems/problem';
import { bodyTag, versionTag } from './preconditions';
import type { Answer } from './route';

/** An answer ready to be sent, and to be kept for the repetition of its request. */
export type Rendered = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Never kept for a repetition. */
  readonly cookies?: readonly string[];
  /** Sent instead of `body`; never kept for a repetition. */
  readonly bytes?: NodeJS.ReadableStream;
};

export function renderedAnswer(answer: Answer, request: { readonly method: string; readonly url: string }): Rendered {
  const body = answer.body === undefined ? '' : JSON.stringify(answer.body);
  const tag = answer.version === undefined ? undefined : versionTag(answer.version);
  const etag =
    tag ??
    (request.method === 'GET' && answer.status === 200 && answer.bytes === undefined ? bodyTag(body) : undefined);
  const next = nextLink(answer.body, request.url);
  return {
    status: answer.status,
    headers: {
      ...(body !== '' && { 'Content-Type': 'application/json; charset=utf-8' }),
      ...(etag !== undefined && { ETag: etag }),
      ...(answer.location !== undefined && { Location: answer.location }),
      ...(next !== undefined && { Link: `<${next}>; rel="next"` }),
      ...answer.headers,
    },
    body,
    ...(answer.cookies !== undefined && { cookies: answer.cookies }),
    ...(answer.bytes !== undefined && { bytes: answer.bytes }),
  };
}

export function renderedProblem(problem: ProblemError, telling: Telling): Rendered {
  const document = problemDocument(problem, telling);
  const waits = { UNAVAILABLE: '5', REQUEST_IN_PROGRESS: '1' } as const;
  return {
    status: document.status,
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Content-Language': telling.language,
      'Cache-Control': 'no-store',
      ...(Object.hasOwn(waits, problem.code) && { 'Retry-After': waits[problem.code as keyof typeof waits] }),
      ...problem.detail.headers,
    },
    body: JSON.stringify(document),
  };
}

/** The address of the next page (RFC 8288): this one with the page's `next` as cursor. */
function nextLink(body: unknown, url: string): string | undefined {
  if (typeof body !== 'object' || body === null || !('next' in body) || typeof body.next !== 'string') return undefined;
  const next = new URL(url, 'http://kairyo.invalid');
  next.searchParams.set('cursor', body.next);
  return `${next.pathname}${next.search}`;
}
