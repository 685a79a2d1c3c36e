import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { Router } from 'express';
import type { Request, RequestHandler, Response } from 'express';
import { sendPage } from './policy';

/** Where the build of `web/` is, seen from the compiled API and from its source. */
const FOLDERS = ['../../../web', '../../../dist/web'];
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Addresses that the pages answer themselves once `index.html` runs. */
export const PAGES = [
  ...[
    '/cycles',
    '/cycles/:id',
    '/cycles/:id/plan',
    '/launch',
    '/history',
    '/history/compare',
    '/indicators',
    '/indicators/:id',
    '/indicators/:id/definition',
    '/new-indicator',
    '/scorecards',
    '/scorecards/:id',
    '/scorecards/:id/edit',
    '/new-scorecard',
    '/programmes',
    '/programmes/:id',
    '/programmes/:id/edit',
    '/new-programme',
    '/reviews',
    '/reviews/:id',
    '/reviews/plans',
    '/reviews/plans/:id',
    '/new-review-plan',
    '/public',
    '/public/:scorecard',
  ],
  ...[
    '/messages',
    '/help',
    '/first-run',
    '/settings',
    '/settings/account',
    '/settings/units',
    '/settings/calendars',
    '/settings/tokens',
    '/settings/reminders',
    '/settings/reminders/:id',
    '/settings/webhooks',
    '/settings/sources',
    '/settings/sources/:id',
    '/settings/procedures',
    '/settings/procedures/:id',
    '/settings/undelivered',
    '/settings/privacy',
    '/settings/journal',
    '/settings/terms',
    '/settings/templates',
    '/schemes',
    '/schemes/:id',
    '/schemes/:id/edit',
    '/new-scheme',
    '/my-work',
    '/my-team',
    '/evaluation-periods',
    '/evaluation-periods/:id',
    '/my-team/rate',
    '/evaluations/:id',
    '/ideas',
    '/ideas/:id',
    '/new-idea',
    '/training',
    '/training/:id',
    '/conversations/:id',
    '/surveys',
    '/surveys/:id',
    '/surveys/:id/edit',
    '/new-survey',
    '/packs',
    '/packs/:id',
    '/practices',
    '/practices/:id',
    '/new-practice',
    '/sign-in',
    '/welcome',
    '/reset',
  ],
];

type Encoding = 'br' | 'gzip';
type File = { readonly type: string; readonly bytes: Buffer; readonly packed: Map<Encoding, Buffer> };
export type WebApp = { readonly html: string; readonly files: ReadonlyMap<string, File> };

/** The built pages, read into memory; `undefined` when they were not built. */
export function readWebApp(
  folders: readonly string[] = FOLDERS.map((one) => path.join(__dirname, one)),
): WebApp | undefined {
  const folder = folders.find((one) => existsSync(path.join(one, 'manifest.json')));
  if (folder === undefined) return undefined;
  const files = readdirSync(path.join(folder, 'app')).map((name): [string, File] => [
    name,
    {
      type: TYPES[path.extname(name)] ?? 'application/octet-stream',
      bytes: readFileSync(path.join(folder, 'app', name)),
      packed: new Map(),
    },
  ]);
  return { html: readFileSync(path.join(folder, 'index.html'), 'utf8'), files: new Map(files) };
}

/** The pages for people at `/` and below: one document, its scripts and styles under names that change with their content. */
export function webPages(app: WebApp): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get(['/', ...PAGES], (request, response, next) => {
    response.vary('Accept');
    if (request.accepts(['html', 'json']) === 'json') next();
    else sendPage(response, app.html);
  });
  router.get('/app/:name', (request, response, next) => {
    const file = app.files.get(request.params.name);
    if (file === undefined) next();
    else sendFile(request, response, file);
  });
  return router;
}

/** Written into the document of an address that is none: the pages say so before anybody has signed in. */
const UNKNOWN_ADDRESS = '<meta name="kairyo-address" content="unknown" />';
/** What programs ask for: they get a problem document, whatever they accept. */
const OF_PROGRAMS = /^\/(v1|problems|docs|assets|app)(\/|$)|^\/openapi\.json$/;

/** A browser at an address that is none gets the pages, which say so, with status 404; everybody else gets a problem document. */
export function unknownAddress({ html }: WebApp): RequestHandler {
  const told = html.replace('</head>', `${UNKNOWN_ADDRESS}</head>`);
  return (request, response, next) => {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (!reads || OF_PROGRAMS.test(request.path) || request.accepts(['json', 'html']) !== 'html') return next();
    response.status(404).vary('Accept');
    sendPage(response, told);
  };
}

function sendFile(request: Request, response: Response, file: File): void {
  response.set('Cache-Control', 'public, max-age=31536000, immutable').vary('Accept-Encoding').type(file.type);
  const accepted = request.acceptsEncodings(['br', 'gzip']);
  const encoding = ENCODINGS.find((one) => one === accepted);
  if (encoding === undefined) return void response.send(file.bytes);
  response.set('Content-Encoding', encoding).send(packed(file, encoding));
}

const ENCODINGS = ['br', 'gzip'] as const satisfies readonly Encoding[];
/** Of 0 to 11: nearly as small as the last one, and quick enough for the first who asks. */
const BROTLI_QUALITY = 9;

/** Compressed once, when it is first asked for. */
function packed({ bytes, packed: known }: File, encoding: Encoding): Buffer {
  const before = known.get(encoding);
  if (before !== undefined) return before;
  const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
  const made = encoding === 'br' ? brotliCompressSync(bytes, { params }) : gzipSync(bytes, { level: 9 });
  known.set(encoding, made);
  return made;
}
