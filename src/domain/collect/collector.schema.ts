import { z } from 'zod';
import { OBSERVATION_STATUSES } from '../indicators/observation.schema';
import { TimeZone } from '../organisation/organisation.schema';
import { Id } from '../shared/ids.schema';
import { isCron } from './cron';
import { everyMs } from './everyMs';
import { isOwnHeader, isSecretName } from './secretNames';

const MINUTE_MS = 60_000;
const Line = z.string().trim().min(1).max(300);
const Path = z.string().min(1).max(300);

/** Where a secret stands. The secret itself is never in a document, an answer or a log. */
export const SecretReference = z
  .string()
  .regex(
    /^(?:env:KAIRYO_SECRET_[A-Z0-9_]{1,80}|file:[A-Za-z0-9][A-Za-z0-9._-]{0,99})$/,
    'env:KAIRYO_SECRET_… or file:… with the name of a file in KAIRYO_SECRETS_DIR',
  )
  .describe('`env:KAIRYO_SECRET_NAME`, or `file:NAME` in the folder KAIRYO_SECRETS_DIR; of the process that collects');

const HeaderName = z
  .string()
  .regex(/^[A-Za-z0-9!#$%&'*+.^_|~-]{1,100}$/, 'the name of a header')
  .refine((name) => !isOwnHeader(name), { message: 'a header that the engine sets itself' });
const HeaderValue = z.string().regex(/^[\t\x20-\x7e]{0,1000}$/, 'up to 1000 printable ASCII characters');

export const CollectorAuth = z.discriminatedUnion('type', [
  z.object({ type: z.literal('bearer'), secret: SecretReference }).strict(),
  z
    .object({
      type: z.literal('basic'),
      user: z.string().regex(/^[^:\p{Cc}]{1,200}$/u, 'a user name without colon'),
      secret: SecretReference,
    })
    .strict(),
  z.object({ type: z.literal('header'), header: HeaderName, secret: SecretReference }).strict(),
  z
    .object({ type: z.literal('query'), parameter: z.string().min(1).max(100), secret: SecretReference })
    .strict()
    .describe('The secret as a parameter of the address, where the source knows no better way'),
]);
export type CollectorAuth = z.infer<typeof CollectorAuth>;

export const HttpUrl = z
  .string()
  .max(2000)
  .refine(isHttpUrl, { message: 'an address that starts with https:// or http://' })
  .refine(hasNoSecret, { message: 'no user, password or key in the address: state them as auth' })
  .describe('Where the figures are; https, or http');

function urlOf(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
function isHttpUrl(text: string): boolean {
  const url = urlOf(text);
  return url !== undefined && /^https?:$/.test(url.protocol) && url.hostname !== '' && /^https?:\/\//i.test(text);
}
function hasNoSecret(text: string): boolean {
  const url = urlOf(text);
  return url === undefined || (url.username + url.password === '' && ![...url.searchParams.keys()].some(isSecretName));
}

const Headers = z
  .record(HeaderName, HeaderValue)
  .refine((headers) => Object.keys(headers).length <= 30, { message: 'at most 30 headers' })
  .refine((headers) => !Object.keys(headers).some(isSecretName), {
    message: 'a header that carries a secret: state it as auth',
  });

export const CollectorSchedule = z
  .object({
    every: z
      .string()
      .max(40)
      .refine((text) => (everyMs(text) ?? 0) >= MINUTE_MS && (everyMs(text) ?? 0) <= 366 * 24 * 60 * MINUTE_MS, {
        message: 'a duration of weeks, days, hours or minutes from PT1M to P366D',
      })
      .optional()
      .describe('Again and again after this time, e.g. PT1H, P1D'),
    cron: z
      .string()
      .max(200)
      .refine(isCron, { message: 'a cron expression of five fields, e.g. 30 6 1 * *' })
      .optional()
      .describe('Minute, hour, day of month, month, day of week'),
    timeZone: TimeZone.optional().describe("Of `cron`; default is that of the unit's office"),
  })
  .strict()
  .refine(({ every, cron }) => (every === undefined) !== (cron === undefined), {
    message: 'give either every or cron',
    path: ['every'],
  });
export type CollectorSchedule = z.infer<typeof CollectorSchedule>;

const At = z.object({ path: Path }).strict();
const AtOrFixed = z.union([At, z.object({ fixed: Id }).strict()]);
const Renamed = z
  .record(z.string().min(1).max(300), Id)
  .refine((map) => Object.keys(map).length <= 5000, { message: 'at most 5000 entries' });

/** How rows of the source become figures. In JSON a path is a JSON pointer (`/a/b`) or names with dots (`a.b`); in CSV the column. */
export const CollectorMapping = z
  .object({
    items: z.string().max(300).optional().describe('JSON: where the list of rows is; default is the whole document'),
    period: At.extend({
      format: z.string().min(1).max(40).optional().describe('Luxon tokens, e.g. MM/yyyy; default ISO 8601'),
    }),
    unit: AtOrFixed.optional().describe("Default is the indicator's home"),
    indicator: AtOrFixed,
    value: At.optional(),
    numerator: At.optional(),
    denominator: At.optional(),
    n: At.optional(),
    status: At.optional(),
    unitMap: Renamed.optional().describe("The source's names of units, and our ids"),
    indicatorMap: Renamed.optional().describe("The source's names of indicators, and our ids"),
    statusMap: z.record(z.string().min(1).max(300), z.enum(OBSERVATION_STATUSES)).optional(),
    decimalComma: z.boolean().optional().describe('true: 1.234,5 is one thousand two hundred thirty-four and a half'),
    delimiter: z.enum([',', ';', '\t']).optional().describe('CSV; default is found from the first line'),
  })
  .strict()
  .refine(({ value, numerator }) => value !== undefined || numerator !== undefined, {
    message: 'give value, or numerator and denominator',
    path: ['value'],
  })
  .refine(({ numerator, denominator }) => (numerator === undefined) === (denominator === undefined), {
    message: 'give numerator and denominator, or neither',
    path: ['denominator'],
  });
export type CollectorMapping = z.infer<typeof CollectorMapping>;

export const MOST_BYTES = 50 * 1024 * 1024;

/** A source that is asked for figures on schedule. */
export const Collector = z
  .object({
    name: Line,
    unit: Id.describe('Unit that answers for it'),
    owner: Id.optional().describe('Person who is told when it fails again and again'),
    url: HttpUrl,
    format: z.enum(['json', 'csv']),
    schedule: CollectorSchedule,
    method: z.literal('GET').default('GET'),
    headers: Headers.optional().describe('No secrets: they are stated as `auth`'),
    auth: CollectorAuth.optional(),
    timeoutSeconds: z.number().int().min(1).max(120).default(30).describe('For the whole answer'),
    maxBytes: z
      .number()
      .int()
      .min(1)
      .max(MOST_BYTES)
      .default(5 * 1024 * 1024)
      .describe('Of the answer, unpacked; default 5 MiB'),
    allowPrivate: z
      .boolean()
      .optional()
      .describe(
        'The source stands inside: has effect only where the environment KAIRYO_COLLECT_ALLOW names its host:port',
      ),
    mapping: CollectorMapping,
    onlyNew: z.boolean().optional().describe('true: what was recorded once is never corrected by this source'),
    enabled: z.boolean().default(true),
  })
  .strict();
export type CollectorInput = z.infer<typeof Collector>;
export type Collector = CollectorInput & { readonly id: string };
