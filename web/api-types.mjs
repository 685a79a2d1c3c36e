/** Types of the API from its own OpenAPI document, as the built API in `dist` describes itself: `src/api/schema.d.ts`. */
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';

const require = createRequire(import.meta.url);
const built = (name) => require(join(import.meta.dirname, '..', 'dist', 'src', 'api', name));
const { apiRoutes } = built('app.js');
const { openApiDocument } = built('openapi/document.js');

const document = JSON.parse(JSON.stringify(openApiDocument(apiRoutes(), '0.1.0')));
const types = astToString(await openapiTS(document));
writeFileSync(join(import.meta.dirname, 'src', 'api', 'schema.d.ts'), `${types}\n`);
