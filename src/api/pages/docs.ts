import { readFileSync } from 'node:fs';
import path from 'node:path';
import express, { Router } from 'express';
import { sendPage } from './policy';

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kairyo API</title>
<link rel="icon" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="stylesheet" href="/assets/kairyo.css">
</head>
<body>
<noscript>This page needs JavaScript. The document itself: <a href="/openapi.json">/openapi.json</a></noscript>
<div id="swagger-ui"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

/** Swagger UI from this server's own files. It asks no other server anything: `validatorUrl` is off. */
const START = `window.ui = SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  validatorUrl: null,
  persistAuthorization: false,
  displayRequestDuration: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: true,
});
`;

const FILES = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

/** The documentation page at `/docs`. */
export function docsPage(): Router {
  const folder = path.dirname(require.resolve('swagger-ui-dist/package.json'));
  for (const file of FILES) readFileSync(path.join(folder, file));
  const router = Router({ strict: true });
  router.get(['/docs', '/docs/'], (_request, response) => sendPage(response, PAGE));
  router.get('/docs/start.js', (_request, response) => {
    response.type('text/javascript').set('Cache-Control', 'no-cache').send(START);
  });
  const files = express.static(folder, { index: false, maxAge: '1h', redirect: false, etag: true });
  for (const file of FILES)
    router.get(`/docs/${file}`, (request, response, next) => {
      request.url = `/${file}`;
      files(request, response, next);
    });
  return router;
}
