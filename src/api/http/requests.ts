import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

declare module 'express-serve-static-core' {
  interface Request {
    requestId: string;
    /** Template of the address, set once a route was found: what the log shows instead of ids. */
    routePath?: string;
  }
}

const REQUEST_ID = /^[\w.:-]{1,100}$/;

/** Gives every request an id: the caller's when it is a sensible one, and sends it back. */
export const requestIds: RequestHandler = (request, response, next) => {
  const given = request.get('x-request-id');
  request.requestId = given !== undefined && REQUEST_ID.test(given) ? given : randomUUID();
  response.set('X-Request-Id', request.requestId);
  next();
};

/** One line a request: no address with ids or queries, no headers, no person. */
export const requestLog =
  (log: Logger): RequestHandler =>
  (request, response, next) => {
    const started = process.hrtime.bigint();
    response.once('close', () => {
      const ms = Number((process.hrtime.bigint() - started) / 1_000_000n);
      const { requestId, method, routePath = 'unknown' } = request;
      const line = { requestId, method, route: routePath, status: response.statusCode, ms };
      if (response.writableFinished) log.info(line, 'request');
      else log.info({ ...line, aborted: true }, 'request');
    });
    next();
  };
