import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { createApp, apiRoutes } from '../../../src/api/app';
import { parsed } from '../../../src/api/http/fieldErrors';
import { actionsOf } from '../../../src/api/http/route';
import { openApiDocument } from '../../../src/api/openapi/document';
import type { ApiDeps } from '../../../src/api/ports';
import { ACTIONS } from '../../../src/domain/access/actions';

const routes = apiRoutes();
const document = openApiDocument(routes, '1.2.3') as {
  paths: Record<string, Record<string, { parameters?: { name: string; in: string }[] }>>;
  components: { schemas: Record<string, object> };
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => `${method} ${path}`),
);

/** The validator is an ES module: it runs in a process of its own. */
const VALIDATE = `
import { Validator } from '@seriousme/openapi-schema-validator';
let text = '';
for await (const chunk of process.stdin) text += chunk;
const validator = new Validator();
const { valid, errors } = await validator.validate(JSON.parse(text));
process.stdout.write(JSON.stringify({ valid, version: validator.version, errors }));
`;

describe('the OpenAPI document', () => {
  it('is a valid document of OpenAPI 3.1', () => {
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', VALIDATE], {
      input: JSON.stringify(document),
      encoding: 'utf8',
      cwd: __dirname,
    });
    expect(JSON.parse(said)).toEqual({ valid: true, version: '3.1' });
  });

  it('describes every route of the table, and nothing else', () => {
    expect(operations.sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
    expect(new Set(routes.map(({ id }) => id)).size).toBe(routes.length);
  });

  it('describes every route that the application answers, pages for people aside', () => {
    const app = createApp({ log: { error: () => undefined }, settings: {} } as unknown as ApiDeps);
    const stack = (app.router as unknown as { stack: Layer[] }).stack;
    const answered = new Set(stack.flatMap(({ route }) => (route === undefined ? [] : [route.path])));
    const described = Object.keys(document.paths).map((path) => path.replace(/\{(\w+)\}/g, ':$1'));
    expect([...answered].sort()).toEqual(described.sort());
  });

  it('describes every parameter of an address', () => {
    for (const { path, method } of routes) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const described =
        document.paths[path]?.[method]?.parameters?.filter((parameter) => parameter.in === 'path') ?? [];
      expect([path, described.map(({ name }) => name)]).toEqual([path, inPath]);
    }
  });

  it('leaves no reference without its component', () => {
    const text = JSON.stringify(document);
    const referred = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name ?? '');
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining([...new Set(referred)]));
    expect(text).not.toContain('$defs');
  });

  it('has examples that pass the schemas they stand beside', () => {
    for (const { id, body, bodyExample, responses } of routes) {
      if (bodyExample !== undefined && body !== undefined)
        expect([id, parsed(body, bodyExample, 'body').ok]).toEqual([id, true]);
      for (const { schema, example } of Object.values(responses))
        if (schema !== undefined && example !== undefined)
          expect([id, schema.safeParse(example).error]).toEqual([id, undefined]);
    }
  });

  it('shows what every scorecard route answers by an example, the sheet for print aside', () => {
    const without = routes.filter(({ id, path, responses }) => {
      const answers = Object.values(responses).filter(({ schema }) => schema !== undefined);
      return (
        path.startsWith('/v1/scorecards') &&
        id !== 'getEvaluationSheet' &&
        answers.some(({ example }) => example === undefined)
      );
    });
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it('gives every body an example', () => {
    const without = routes.filter(({ body, bodyExample }) => body !== undefined && bodyExample === undefined);
    expect(without.map(({ id }) => id)).toEqual([]);
  });
});

type Layer = { readonly route?: { readonly path: string } };

describe('the routes', () => {
  it('ask the policy for an action it knows, or say that they need none', () => {
    for (const route of routes) for (const action of actionsOf(route)) expect(Object.keys(ACTIONS)).toContain(action);
    const open = routes.filter(({ action }) => action === 'public').map(({ path }) => path);
    expect(open.sort()).toEqual([
      '/healthz',
      '/openapi.json',
      '/problems/{code}',
      '/readyz',
      '/v1/invitations/accept',
      '/v1/password-resets',
      '/v1/password-resets/accept',
      '/v1/public/scorecards',
      '/v1/public/scorecards/schema',
      '/v1/public/scorecards/{scorecard}',
      '/v1/public/surveys/{survey}',
      '/v1/public/surveys/{survey}/answers',
      '/v1/public/surveys/{survey}/token',
      '/v1/session',
      '/v1/session/oidc',
      '/v1/session/oidc/callback',
      '/v1/session/ways',
    ]);
  });

  it('leave no action of the policy without a route that asks for it', () => {
    const asked = new Set(routes.flatMap(actionsOf));
    expect(Object.keys(ACTIONS).filter((action) => !asked.has(action as keyof typeof ACTIONS))).toEqual([]);
  });
});
