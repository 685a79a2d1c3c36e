import { z } from 'zod';
import { LANGUAGES } from '../../domain/shared/language';
import { SESSION_COOKIE } from '../auth/cookie';
import { mediaTypes } from '../http/body';
import type { ResponseSpec, Route } from '../http/route';
import { actionsOf, signsIn } from '../http/route';
import { HTTP_STATUS, TITLES } from '../problems/table';
import type { ProblemCode } from '../problems/table';
import { schemaCollector } from './schemas';
import type { Direction, JsonSchema } from './schemas';

type Convert = (schema: z.ZodType, direction: Direction) => JsonSchema;

const TAGS = {
  Cycles: 'PDCA cycles: launch, commands, history',
  Organisation: 'Units and people',
  Procedures: 'Procedures and how their event logs are read',
  Calendars: 'Working days, days off, worked Saturdays',
  Cases: 'Import and aggregation of the cases of a procedure',
  Analyses: 'Methods to try on own numbers; nothing is stored',
  Indicators: 'Indicators, their figures, values and periods',
  Surveys: 'Questions to citizens: forms, links, answers, results',
  'Evaluation periods':
    'Evaluation of everybody in a tree of units for a period: deadlines, calibration, quota, publication',
  'Evaluation schemes':
    'How people are evaluated: sections, formulas, classes, findings, quotas; tried before they hold',
  Reviews: 'Reviews of scorecards, units and programmes: plans, figures owed, memo, meeting, decisions',
  Training: 'Needs from weak criteria, plans, courses, and whether they helped',
  Conversations: 'Development conversations of two people, with notes nobody else can read',
  Ideas: 'Ideas of the staff: support, answers, cycles, points from evidence',
  Reminders: 'Reminder policies, inbox, deliveries',
  Access: 'Tokens and permissions',
  Service: 'Health and problems',
} as const;

const DESCRIPTION = `Kairyo runs PDCA improvement cycles of public offices: it keeps every date, compares predictions with
what happened, and keeps the history.

Every error is an \`application/problem+json\` document (RFC 9457) with a stable \`code\`; its sentence comes in the language of
\`Accept-Language\` (${LANGUAGES.join(', ')}), else of the person. Lists come in pages: follow \`Link: rel="next"\`, or send
\`next\` as \`cursor\`. A POST with an \`Idempotency-Key\` may be repeated and answers as the first time.`;

/** The OpenAPI 3.1 document, made from the very routes and schemas that answer. */
export function openApiDocument(routes: readonly Route[], version: string): JsonSchema {
  const { convert, components } = schemaCollector();
  const inputs = routes.map((route) => ({ route, input: inputOf(route, convert) }));
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const { route, input } of inputs)
    (paths[route.path] ??= {})[route.method] = { ...about(route), ...input, responses: responsesOf(route, convert) };
  return {
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://spec.openapis.org/oas/3.1/dialect/base',
    info: {
      title: 'Kairyo',
      version,
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    security: [{ bearer: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'See `POST /v1/people/{person}/tokens`' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: SESSION_COOKIE,
          description: 'See `POST /v1/session`; every change needs its `csrf` in the header `X-CSRF-Token` besides',
        },
      },
      schemas: { ...Object.fromEntries([...components].sort(([a], [b]) => (a < b ? -1 : 1))), Problem: PROBLEM },
      headers: HEADERS,
    },
  };
}

function about(route: Route): JsonSchema {
  const actions = actionsOf(route);
  return {
    operationId: route.id,
    tags: [route.tag],
    summary: route.summary,
    ...(route.description !== undefined && { description: route.description }),
    ...(!signsIn(route) && { security: [] }),
    ...(actions.length > 0 && { 'x-kairyo-actions': actions }),
  };
}

function inputOf(route: Route, convert: Convert): JsonSchema {
  const parameters = [
    ...parametersOf(route.params, 'path', convert),
    ...parametersOf(route.query, 'query', convert),
    ...headerParameters(route),
  ];
  const types = mediaTypes(route);
  return {
    ...(parameters.length > 0 && { parameters }),
    ...(types.length > 0 && { requestBody: { required: true, content: requestContent(route, types, convert) } }),
  };
}

function requestContent(route: Route, types: readonly string[], convert: Convert): JsonSchema {
  const example = route.bodyExample === undefined ? {} : { example: route.bodyExample };
  const schema = route.body === undefined ? {} : { schema: convert(z.object({ at: route.body }), 'input') };
  return Object.fromEntries(types.map((type) => [type, { ...inner(schema), ...example }]));
}

/** A named schema at the root would lose its name: it is converted as a member and taken out again. */
function inner({ schema }: { readonly schema?: JsonSchema }): JsonSchema {
  const properties = schema?.['properties'] as { readonly at: JsonSchema } | undefined;
  return properties === undefined ? {} : { schema: properties.at };
}

function parametersOf(schema: z.ZodType | undefined, from: 'path' | 'query', convert: Convert): readonly JsonSchema[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = convert(schema, 'input') as {
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: from,
    required: from === 'path' || required.includes(name),
    ...(description !== undefined && { description }),
    schema: rest,
  }));
}

function headerParameters({ method, query, problems, keyless }: Route): readonly JsonSchema[] {
  const text = { type: 'string' };
  const match = {
    name: 'If-Match',
    in: 'header',
    required: false,
    description: 'ETag the edit was made on',
    schema: text,
  };
  if (method === 'post' && keyless === true) return [];
  if (method === 'post')
    return [
      ...(problems?.includes('CHANGED_MEANWHILE') === true ? [match] : []),
      {
        name: 'Idempotency-Key',
        in: 'header',
        required: false,
        description:
          'Chosen by the caller, 1 to 255 visible ASCII characters: the same request under it is carried out once',
        schema: { ...text, minLength: 1, maxLength: 255 },
      },
    ];
  if (method === 'get') return [];
  const none = {
    name: 'If-None-Match',
    in: 'header',
    required: false,
    description: '`*`: only if not there',
    schema: text,
  };
  return query === undefined ? [match] : [match, none];
}

function responsesOf(route: Route, convert: Convert): JsonSchema {
  const own = Object.entries(route.responses).map(([status, spec]) => [status, responseOf(spec, convert)] as const);
  const codes = new Set<ProblemCode>([...commonProblems(route), ...(route.problems ?? [])]);
  const statuses = [...new Set([...codes].map((code) => HTTP_STATUS[code]))].sort((a, b) => a - b);
  const problems = statuses.map((status) => {
    const of = [...codes].filter((code) => HTTP_STATUS[code] === status);
    return [String(status), problemResponse(status, of)] as const;
  });
  const notModified = route.method === 'get' && route.responses[200]?.headers?.includes('ETag') === true;
  return Object.fromEntries([
    ...own,
    ...(notModified ? [['304', { description: 'Nothing changed since `If-None-Match`' }] as const] : []),
    ...problems,
  ]);
}

function commonProblems(route: Route): readonly ProblemCode[] {
  return [
    ...(route.params !== undefined || route.query !== undefined ? (['INVALID_PARAMETER'] as const) : []),
    ...(signsIn(route) ? (['NOT_SIGNED_IN', 'TOKEN_NOT_VALID', 'TOO_MANY_ATTEMPTS'] as const) : []),
    ...(signsIn(route) && route.method !== 'get' ? (['CSRF_TOKEN_NEEDED'] as const) : []),
    ...(actionsOf(route).length > 0 ? (['ROLE_NEEDED', 'NOT_YOUR_UNIT', 'TOKEN_SCOPE_EXCEEDED'] as const) : []),
    ...(route.body !== undefined ? (['MALFORMED_JSON', 'TOO_LARGE', 'VALIDATION_FAILED'] as const) : []),
    ...(mediaTypes(route).length > 0 ? (['UNSUPPORTED_MEDIA_TYPE'] as const) : []),
    ...(route.method === 'post' && route.keyless !== true
      ? (['REQUEST_IN_PROGRESS', 'KEY_USED_DIFFERENTLY'] as const)
      : []),
    'NOT_ACCEPTABLE',
    'INTERNAL',
    ...(route.responses[503] === undefined ? (['UNAVAILABLE'] as const) : []),
  ];
}

function responseOf(spec: ResponseSpec, convert: Convert): JsonSchema {
  const { description, schema, binary, also = [], headers = [], example } = spec;
  const bytes = binary && { [binary === true ? 'application/octet-stream' : binary]: {} };
  const content = schema && {
    'application/json': {
      ...inner({ schema: convert(z.object({ at: schema }), 'output') }),
      ...(example !== undefined && { example }),
    },
  };
  const named = ['X-Request-Id', ...headers].map((name) => [name, { $ref: `#/components/headers/${name}` }]);
  // Not as `content`: readers of the document would take what they get for either, and this is asked for by `Accept` alone.
  const tables =
    also.length === 0
      ? ''
      : `. Also as ${also.map((type) => `\`${type}\``).join(', ')}, by \`Accept\`; lists with headings in words, or, with \`?headings=fields\`, the names of the fields`;
  return {
    description: `${description}${tables}`,
    headers: Object.fromEntries(named) as JsonSchema,
    ...((content ?? bytes) && { content: content ?? bytes }),
  };
}

function problemResponse(status: keyof typeof TITLES, codes: readonly ProblemCode[]): JsonSchema {
  const title = TITLES[status].en;
  const description = `${title}: ${codes.map((code) => `\`${code}\``).join(', ')}`;
  return {
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

const PROBLEM: JsonSchema = {
  type: 'object',
  description: 'RFC 9457',
  examples: [
    {
      type: '/problems/NOT_YOUR_UNIT',
      title: 'Not permitted',
      status: 403,
      detail: 'Your role reaches from the unit “dkkd” downwards and not to “y-te”; ask someone in charge there.',
      code: 'NOT_YOUR_UNIT',
      requestId: '6f9b1c1e-8d5c-4d8e-9a53-0f6f2f0a7c11',
      params: { action: 'cycle.launch', unit: 'y-te', yours: 'dkkd' },
    },
  ],
  required: ['type', 'title', 'status', 'detail', 'code', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri-reference', description: 'Leads to what the problem means' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What happened and the way out, in the language of the caller' },
    code: { type: 'string', enum: Object.keys(HTTP_STATUS).sort(), description: 'Stable' },
    requestId: { type: 'string' },
    params: { type: 'object', description: 'What fills the sentence' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['in', 'field', 'rule', 'message'],
        properties: {
          in: { enum: ['body', 'query', 'path', 'header'] },
          field: {
            type: 'string',
            description: 'JSON pointer (RFC 6901) into the body; else `/` and the name of the parameter',
          },
          rule: { type: 'string' },
          message: { type: 'string' },
        },
      },
    },
  },
};

const HEADERS: JsonSchema = {
  'X-Request-Id': { description: 'Id of the request: the one you sent, or a new one', schema: { type: 'string' } },
  ETag: { description: 'Strong entity tag', schema: { type: 'string' } },
  Location: { description: 'Address of what was made', schema: { type: 'string', format: 'uri-reference' } },
  Link: { description: '`rel="next"`: the next page (RFC 8288); missing on the last one', schema: { type: 'string' } },
};
