import { z } from 'zod';
import { route } from '../http/route';
import type { Route } from '../http/route';
import { openApiDocument } from './document';

/** `/openapi.json`, which describes itself too. The document is made once. */
export function withOpenApi(routes: readonly Route[], version: string): readonly Route[] {
  let document: unknown;
  const all: readonly Route[] = [
    ...routes,
    route({
      method: 'get',
      path: '/openapi.json',
      id: 'getOpenApi',
      tag: 'Service',
      summary: 'This document',
      action: 'public',
      responses: {
        200: { description: 'OpenAPI 3.1', schema: z.looseObject({ openapi: z.string() }), headers: ['ETag'] },
      },
      handle: async () => ({ status: 200, body: (document ??= openApiDocument(all, version)) }),
    }),
  ];
  return all;
}
