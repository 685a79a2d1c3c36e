import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Action, Relation } from '../../domain/access/actions';
import type { TokenScope } from '../../domain/accounts/scope';
import type { Place, Standing } from '../../domain/access/policy';
import type { Person } from '../../domain/organisation/organisation.schema';
import type { Language } from '../../domain/shared/language';
import type { Instant } from '../../domain/shared/time';
import type { SignedIn } from '../auth/signedIn';
import type { ApiDeps, ApiSettings } from '../ports';
import type { ProblemCode } from '../problems/table';
import { ProblemError } from '../problems/problem';
import { isList, orAsTable } from '../tables/lists';
import { MEDIA_TYPES } from '../tables/table';
import { parsed } from './fieldErrors';

export type Method = 'get' | 'put' | 'post' | 'delete';

/** What a handler answers. `version` becomes the ETag; `next` the `Link: rel="next"` of the page. */
export type Answer = {
  readonly status: 200 | 201 | 202 | 204 | 302 | 503;
  readonly body?: unknown;
  readonly version?: number;
  readonly location?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Each its own header `Set-Cookie`. */
  readonly cookies?: readonly string[];
  /** Instead of a body: bytes as they are, with their own headers. */
  readonly bytes?: NodeJS.ReadableStream;
};

/** Where a permission is asked: in a unit (its place in the tree is looked up), or nowhere in particular. */
export type Where = { readonly unit?: string; readonly place?: Place; readonly relations?: readonly Relation[] };

/** What a handler knows of its request besides the parsed input. */
export type Context = {
  readonly deps: ApiDeps;
  readonly requestId: string;
  readonly language: Language;
  readonly person: Person;
  /** How far the token reaches that the request came with; a session of the page reaches everywhere. */
  readonly scope: TokenScope;
  /** The session of the page the request came with. */
  readonly session: SignedIn['session'];
  readonly standing: Standing;
  readonly at: Instant;
  /** Where the request came from: for limits, and kept with sign-ins and refusals alone. */
  readonly address: string;
  /** What the browser says it is. */
  readonly agent: string;
  /** The header `Cookie`, of whoever is not signed in too. */
  readonly cookie: string | undefined;
  /** The request came over https. */
  readonly secure: boolean;
  /** The same for the repetition of a request with the same Idempotency-Key. */
  readonly commandId: string;
  readonly ifMatch: string | undefined;
  readonly ifNoneMatch: string | undefined;
  /** Of a browser that comes back to a stream of events. */
  readonly lastEventId: string | undefined;
  /** The first of these media types that the caller would rather have, if any. */
  readonly accepts: (types: readonly string[]) => string | undefined;
  /** The person of this request as they are now. @throws ProblemError when they are not signed in any more */
  readonly signInAgain: () => Promise<Person>;
  /** @throws ProblemError with the policy's refusal */
  readonly allow: (action: Action, where?: Where) => Promise<void>;
  readonly may: (action: Action, where?: Where) => Promise<boolean>;
  /** The body as it streams in; only of a route with `stream`. */
  readonly stream: StreamedBody | undefined;
};
export type StreamedBody = { readonly contentType: string; readonly gzip: boolean; readonly bytes: Readable };

export type ResponseSpec = {
  readonly description: string;
  readonly schema?: z.ZodType;
  /** The answer is a file, whatever the caller accepts; not JSON. */
  /** The media type of bytes; `true`: any. */
  readonly binary?: true | string;
  /** Other media types it comes in, by `Accept`. */
  readonly also?: readonly string[];
  readonly headers?: readonly ('ETag' | 'Location' | 'Link')[];
  readonly example?: unknown;
};

type Empty = z.ZodObject<Record<never, never>>;
type Shared = {
  readonly method: Method;
  readonly path: `/${string}`;
  /** operationId of the OpenAPI document */
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  readonly tag: string;
  /** What the policy is asked. A handler that answers without having asked is a fault. `public`: nobody signs in. */
  readonly action: Action | readonly Action[] | 'public' | 'signed-in';
  readonly responses: Partial<Record<Answer['status'], ResponseSpec>>;
  /** Problems of this route's own, beside those of every route. */
  readonly problems?: readonly ProblemCode[];
  /** A body that is not read into memory: the media types it may have. */
  readonly stream?: readonly string[];
  /** Largest body in bytes, where it is not that of every JSON body or import. */
  readonly limit?: (settings: ApiSettings) => number;
  readonly bodyExample?: unknown;
  /** Members of the answer that are shown once and not kept for the repetition of the request. */
  readonly shownOnce?: readonly string[];
  /** A password, a code or a link is in it: carried out each time it is sent, so that nothing of it is kept under a key. */
  readonly keyless?: true;
};
type Input<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  readonly params: z.output<P>;
  readonly query: z.output<Q>;
  readonly body: z.output<B>;
};
type RouteSpec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Shared & {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly handle: (input: Input<P, Q, B>, context: Context) => Promise<Answer>;
};

export type RawInput = { readonly params: unknown; readonly query: unknown; readonly body: unknown };
/** A route as the pipeline and the OpenAPI document see it: the types of its input are behind `call`. */
export type Route = Shared & {
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly call: (raw: RawInput, context: Context) => Promise<Answer>;
};

/** One route as data. Its schemas check the input before the handler sees it. */
export function route<P extends z.ZodType = Empty, Q extends z.ZodType = Empty, B extends z.ZodType = z.ZodUndefined>({
  handle,
  ...spec
}: RouteSpec<P, Q, B>): Route {
  const call = async (raw: RawInput, context: Context): Promise<Answer> => {
    const params = demanded(spec.params, raw.params, 'path') as z.output<P>;
    const query = demanded(spec.query, raw.query, 'query') as z.output<Q>;
    const body = demanded(spec.body, raw.body, 'body') as z.output<B>;
    return handle({ params, query, body }, context);
  };
  const ok = spec.responses[200];
  if (ok === undefined || !isList(spec)) return { ...spec, call };
  const responses = { ...spec.responses, 200: { ...ok, also: Object.values(MEDIA_TYPES) } };
  return { ...spec, responses, call: orAsTable(spec, call) };
}

function demanded(schema: z.ZodType | undefined, value: unknown, from: 'path' | 'query' | 'body'): unknown {
  if (schema === undefined) return from === 'query' ? nothing(value) : undefined;
  const result = parsed(schema, value, from);
  if (result.ok) return result.value;
  const code = from === 'body' ? 'VALIDATION_FAILED' : 'INVALID_PARAMETER';
  throw new ProblemError(code, { params: { count: result.count }, errors: result.errors });
}

/** A route without query parameters takes none: a misspelt one would be silently ignored otherwise. */
function nothing(value: unknown): undefined {
  const names = Object.keys(value as object);
  if (names.length === 0) return undefined;
  const errors = () =>
    names.map((name) => ({ in: 'query' as const, field: `/${name}`, rule: 'unrecognized_keys', message: `${name}?` }));
  throw new ProblemError('INVALID_PARAMETER', { params: { count: names.length }, errors });
}

/** Whether the route is for people who signed in. */
export const signsIn = ({ action }: Route): boolean => action !== 'public';
export const actionsOf = ({ action }: Route): readonly Action[] =>
  typeof action === 'object' ? action : action === 'public' || action === 'signed-in' ? [] : [action];
