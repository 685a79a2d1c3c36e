import express from 'express';
import type { Express, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { failedSignIns } from './auth/failedSignIns';
import { handlerOf, sendError } from './http/pipeline';
import type { PipelineDeps } from './http/pipeline';
import { languageOf } from './http/language';
import { requestIds, requestLog } from './http/requests';
import type { Route } from './http/route';
import { withOpenApi } from './openapi/route';
import { docsPage } from './pages/docs';
import { NO_DEVICES } from './pages/policy';
import { startPage } from './pages/start';
import { surveyPages } from './pages/survey';
import { readWebApp, unknownAddress, webPages } from './pages/web';
import type { ApiDeps } from './ports';
import { DEFAULT_SETTINGS } from './ports';
import { ProblemError } from './problems/problem';
import { ROUTES } from './routes/table';
import { VERSION } from './version';

/** Every route that `createApp` answers, `/openapi.json` included. */
export const apiRoutes = (): readonly Route[] => withOpenApi(ROUTES, VERSION);

/** The API as an Express application. It listens to nothing and owns nothing: see server.ts. */
export function createApp(deps: ApiDeps): Express {
  const settings = { ...DEFAULT_SETTINGS, ...deps.settings };
  const pipeline = { deps, settings, failedSignIns: failedSignIns(settings.failedSignInsPerMinute) };
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', false);
  app.enable('case sensitive routing');
  if (settings.trustedProxies.length > 0) app.set('trust proxy', settings.trustedProxies);
  app.use(
    requestIds,
    requestLog(deps.log),
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: NOTHING },
      frameguard: { action: 'deny' },
      strictTransportSecurity: false,
    }),
    everywhere(settings.publicUrl.startsWith('https://')),
  );
  const web = readWebApp();
  if (web !== undefined) app.use(webPages(web));
  app.use(startPage({ version: VERSION, built: web !== undefined }), docsPage(), surveyPages(deps));
  for (const [path, routes] of byPath(apiRoutes())) register(app, path, routes, pipeline);
  if (web !== undefined) app.use(unknownAddress(web));
  app.use((request, response) => refuse(request, response, deps, new ProblemError('NO_SUCH_ADDRESS')));
  app.use(errorHandler(deps));
  return app;
}

/** A year, and of this host alone. Only where there is https for certain: a browser that heard it goes nowhere else. */
const STAY_WITH_HTTPS = 'max-age=31536000';

const everywhere =
  (https: boolean): RequestHandler =>
  (request, response, next) => {
    response.set('Permissions-Policy', NO_DEVICES);
    if (https || request.secure) response.set('Strict-Transport-Security', STAY_WITH_HTTPS);
    next();
  };

/** An answer of the API is data: a browser that is shown one loads nothing for it. */
const NOTHING = { defaultSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"], frameAncestors: ["'none'"] };

function byPath(routes: readonly Route[]): ReadonlyMap<string, readonly Route[]> {
  const grouped = new Map<string, Route[]>();
  for (const route of routes) grouped.set(route.path, [...(grouped.get(route.path) ?? []), route]);
  return grouped;
}

/** `/v1/units/{id}` → `/v1/units/:id`, each method with its handler, every other method refused with what there is. */
function register(app: Express, path: string, routes: readonly Route[], pipeline: PipelineDeps): void {
  const address = path.replace(/\{(\w+)\}/g, ':$1');
  const named: RequestHandler = (request, response, next) => {
    request.routePath = path;
    if (path.startsWith('/v1/'))
      response.set('Cache-Control', 'private, no-cache').vary('Authorization, Cookie, Accept-Language');
    next();
  };
  for (const route of routes) app[route.method](address, named, handlerOf(route, pipeline));
  const methods = routes.map(({ method }) => method.toUpperCase());
  const allowed = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'];
  app.all(address, named, (request, response) => {
    response.set('Allow', allowed.join(', '));
    if (request.method === 'OPTIONS') response.status(204).end();
    else {
      const params = { method: request.method, allowed };
      refuse(request, response, pipeline.deps, new ProblemError('METHOD_NOT_ALLOWED', { params }));
    }
  });
}

const refuse = (request: Request, response: Response, { log }: ApiDeps, error: unknown): void =>
  sendError(request, response, error, { language: languageOf(request), log });

/** Four parameters: that is how Express knows it. What arrives here failed outside the pipeline (a bad percent sign). */
const errorHandler =
  (deps: ApiDeps) =>
  (error: unknown, request: Request, response: Response, _next: unknown): void =>
    refuse(request, response, deps, error);
