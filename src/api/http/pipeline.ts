import { pipeline as piped, Readable } from 'node:stream';
import type { Request, RequestHandler, Response } from 'express';
import type { Language } from '../../domain/shared/language';
import { standingOf } from '../auth/bearer';
import { recordRefusal } from '../auth/refusals';
import { signedInBy } from '../auth/signedIn';
import type { SignedIn } from '../auth/signedIn';
import type { FailedSignIns } from '../auth/failedSignIns';
import type { ApiDeps, ApiSettings } from '../ports';
import { ProblemError } from '../problems/problem';
import type { Telling } from '../problems/problem';
import { actingFor } from '../routes/standing';
import { accessOf } from './access';
import type { Access } from './access';
import { parseJson, readBytes, streamedBody } from './body';
import { checkAnswer } from './checkAnswer';
import { problemOfError } from './faults';
import { checkedKey, commandIdOf, once } from './keyed';
import type { Keyed } from './keyed';
import { languageOf } from './language';
import { alreadyHas, tagsOf } from './preconditions';
import { ownWords } from './ownWords';
import { renderedAnswer, renderedProblem } from './render';
import type { Rendered } from './render';
import { actionsOf, signsIn } from './route';
import type { Answer, Context, RawInput, ResponseSpec, Route, StreamedBody } from './route';

export type PipelineDeps = {
  readonly deps: ApiDeps;
  readonly settings: ApiSettings;
  readonly failedSignIns: FailedSignIns;
};
type Body = {
  readonly value?: unknown;
  readonly bytes: Buffer | (() => string | undefined);
  readonly stream?: StreamedBody;
};

const NOBODY: SignedIn = { person: { id: '', name: '', unit: '', roles: [], language: 'vi' }, scope: 'full' };

/** One route as a handler of Express: sign in, read, ask, carry out once, answer. Every way out is a problem document. */
export function handlerOf(route: Route, pipeline: PipelineDeps): RequestHandler {
  return async (request, response) => {
    let signed: SignedIn | undefined;
    const language = () => languageOf(request, signed?.person);
    try {
      acceptable(request, route.responses[200]);
      signed = signsIn(route) ? await signedIn(request, pipeline) : undefined;
      const rendered = await carriedOut(route, pipeline, { request, response, signed: signed ?? NOBODY, language });
      send(request, response, rendered);
    } catch (error) {
      await recordRefusal({ route, request, person: signed?.person, deps: pipeline.deps }, error);
      const terms = await ownWords(pipeline.deps, signed?.person, language());
      sendError(request, response, error, { language: language(), log: pipeline.deps.log, terms });
    }
  };
}

type Exchange = {
  readonly request: Request;
  readonly response: Response;
  readonly signed: SignedIn;
  readonly language: () => Language;
};

async function carriedOut(route: Route, pipeline: PipelineDeps, exchange: Exchange): Promise<Rendered> {
  const { request, response, signed, language } = exchange;
  const { deps, settings } = pipeline;
  const { person } = signed;
  const body = await bodyOf(route, request, response, settings);
  const key =
    route.method === 'post' && route.keyless !== true ? checkedKey(request.get('idempotency-key')) : undefined;
  const keyed: Keyed | undefined =
    key === undefined
      ? undefined
      : {
          person: person.id,
          route: route.id,
          key,
          about: about(request),
          body: body.bytes,
          shownOnce: route.shownOnce ?? [],
        };
  const standing = standingOf(person);
  const at = deps.now();
  const access = accessOf({
    standing,
    organisation: deps.organisation,
    scope: signed.scope,
    acting: () => actingFor({ deps, standing, person, at }),
  });
  const context: Context = {
    deps,
    requestId: request.requestId,
    language: language(),
    person,
    scope: signed.scope,
    session: signed.session,
    standing,
    at,
    address: request.ip ?? '',
    agent: request.get('user-agent')?.slice(0, 200) ?? '',
    cookie: request.get('cookie'),
    secure: request.secure,
    commandId: commandIdOf(keyed),
    ifMatch: request.get('if-match'),
    ifNoneMatch: request.get('if-none-match'),
    lastEventId: request.get('last-event-id'),
    accepts: (types) => request.accepts([...types]) || undefined,
    signInAgain: async () => (await signedInBy(request, deps, settings.sessions, 'unnoted')).person,
    allow: access.allow,
    may: access.may,
    stream: body.stream,
  };
  const raw = { params: { ...request.params }, query: queryOf(request), body: body.value };
  if (keyed === undefined) return renderedAnswer(await answerOf(route, raw, context, access), exchangeUrl(request));
  const work = () => answeredOrRefused(route, raw, context, access, request);
  return once(deps.idempotency, keyed, work, () => drained(body.stream));
}

const exchangeUrl = ({ method, originalUrl }: Request) => ({ method, url: originalUrl });
const about = ({ originalUrl, headers }: Request): string =>
  [originalUrl, headers['content-type'] ?? '', headers['content-encoding'] ?? ''].join('\n');

async function answerOf(route: Route, raw: RawInput, context: Context, access: Access): Promise<Answer> {
  const answer = await route.call(raw, context);
  const forgotten = actionsOf(route).length > 0 && !actionsOf(route).some((action) => access.asked.has(action));
  if (forgotten) throw new Error(`${route.id} answered without asking the policy`);
  if (context.deps.settings?.checkAnswers === true) checkAnswer(route, answer);
  return answer;
}

/** Under a key a refusal is an answer like any other: it is kept and given again. */
async function answeredOrRefused(
  route: Route,
  raw: RawInput,
  context: Context,
  access: Access,
  request: Request,
): Promise<Rendered> {
  try {
    return renderedAnswer(await answerOf(route, raw, context, access), exchangeUrl(request));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    await recordRefusal({ route, request, person: context.person, deps: context.deps }, error);
    const { language, requestId, person, deps } = context;
    return renderedProblem(error, { language, requestId, terms: await ownWords(deps, person, language) });
  }
}

async function bodyOf(route: Route, request: Request, response: Response, settings: ApiSettings): Promise<Body> {
  if (route.stream !== undefined) {
    const { body, digest } = streamedBody(request, route.stream, route.limit?.(settings) ?? settings.importBytes);
    return { bytes: digest, stream: body };
  }
  if (route.body === undefined) return { bytes: Buffer.alloc(0) };
  const bytes = await readBytes(request, response, route.limit?.(settings) ?? settings.jsonBytes);
  return { bytes, value: parseJson(bytes) };
}

async function drained(stream: StreamedBody | undefined): Promise<void> {
  if (stream === undefined) return;
  for await (const chunk of stream.bytes) void chunk;
}

async function signedIn(request: Request, { deps, settings, failedSignIns }: PipelineDeps): Promise<SignedIn> {
  try {
    return await signedInBy(request, deps, settings.sessions);
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'TOKEN_NOT_VALID')
      failedSignIns.failed(request.ip ?? '', Date.parse(deps.now()));
    throw error;
  }
}

function acceptable(request: Request, { binary, also = [] }: Partial<ResponseSpec> = {}): void {
  if (binary === true) return;
  const offered = ['application/json', 'application/problem+json', ...also, ...(binary === undefined ? [] : [binary])];
  if (request.accepts(offered) === false) throw new ProblemError('NOT_ACCEPTABLE', { params: { offered } });
}

/** The query as a plain object; `?phase=` is as good as not there. A parameter that comes twice is a list, which no schema takes. */
function queryOf({ originalUrl }: Request): Readonly<Record<string, string | readonly string[]>> {
  const { searchParams } = new URL(originalUrl, 'http://kairyo.invalid');
  const names = [...new Set(searchParams.keys())];
  const entries = names.map((name) => [name, searchParams.getAll(name).filter((value) => value !== '')] as const);
  return Object.fromEntries(
    entries
      .filter(([, values]) => values.length > 0)
      .map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}

export function send(
  request: Request,
  response: Response,
  { status, headers, cookies = [], body, bytes }: Rendered,
): void {
  if (response.headersSent || response.destroyed) return giveUp(bytes);
  response.set(headers);
  for (const cookie of cookies) response.append('Set-Cookie', cookie);
  if (!request.complete) response.once('finish', () => linger(request));
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (
    reads &&
    status === 200 &&
    alreadyHas(tagsOf('If-None-Match', request.get('if-none-match')), headers['ETag'] ?? '')
  ) {
    response.removeHeader('Content-Type');
    response.removeHeader('Content-Length');
    response.status(304).end();
    giveUp(bytes);
  } else if (bytes === undefined || request.method === 'HEAD') {
    response.status(status).end(body);
    giveUp(bytes);
  } else piped(bytes, response.status(status), () => undefined);
}

/** Bytes that nobody reads any more. */
function giveUp(bytes: NodeJS.ReadableStream | undefined): void {
  if (bytes instanceof Readable) bytes.once('error', () => undefined).destroy();
}

const LINGER_MS = 3_000;

/**
 * The answer came before the body was read (it is too large, nobody signed in …). What still arrives is thrown away for a
 * moment, so that the client comes to read the answer; then the line is cut, whatever it goes on sending.
 */
function linger(request: Request): void {
  const { socket } = request;
  request.unpipe();
  request.resume();
  const cut = setTimeout(() => socket.destroy(), LINGER_MS);
  cut.unref();
  request.once('close', () => clearTimeout(cut));
}

export function sendError(
  request: Request,
  response: Response,
  error: unknown,
  { log, ...telling }: Omit<Telling, 'requestId'> & { readonly log: ApiDeps['log'] },
): void {
  const { problem, fault } = problemOfError(error);
  if (fault) log.error({ requestId: request.requestId, err: error }, 'a request failed');
  send(request, response, renderedProblem(problem, { ...telling, requestId: request.requestId }));
}
