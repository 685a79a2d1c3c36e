import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { Router } from 'express';
import type { Request, Response } from 'express';
import { sendPage } from './policy';

/** Where the build of `web/` is, seen from the compiled API and from its source. */
const FOLDERS = ['../../../web', '../../../dist/web'];
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Addresses that the pages answer themselves once `index.html` runs. */
const PAGES = [
  ...['/cycles', '/cycles/:id', '/cycles/:id/plan', '/launch', '/history', '/indicators', '/indicators/:id'],
  ...['/settings', '/sign-in', '/welcome', '/reset'],
];

type File = { readonly type: string; readonly bytes: Buffer; gzip?: Buffer };
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

function sendFile(request: Request, response: Response, file: File): void {
  response.set('Cache-Control', 'public, max-age=31536000, immutable').vary('Accept-Encoding').type(file.type);
  if (request.acceptsEncodings('gzip') === false) return void response.send(file.bytes);
  file.gzip ??= gzipSync(file.bytes, { level: 9 });
  response.set('Content-Encoding', 'gzip').send(file.gzip);
}
