import { z } from 'zod';
import type { Language } from '../../domain/shared/language';
import type { FieldError } from '../problems/problem';
import { issueWords } from './issueWords';
import { translated } from './schemaWords';

/** zod's own words in the caller's language; made once. */
const MAPS = {
  vi: z.locales.vi().localeError,
  en: z.locales.en().localeError,
  ja: z.locales.ja().localeError,
} as const satisfies Record<Language, unknown>;

const MOST_ERRORS = 100;

/** Parses, or answers a function that says what is wrong in a given language. Keys that do not belong are named one by one. */
export function parsed<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  from: FieldError['in'],
): { readonly ok: true; readonly value: z.output<Schema> } | Invalid {
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  const count = result.error.issues.flatMap(expanded).length;
  const errors = (language: Language) => errorsIn(schema, value, language).map((error) => ({ in: from, ...error }));
  return { ok: false, count, errors };
}
type Invalid = {
  readonly ok: false;
  readonly count: number;
  readonly errors: (language: Language) => readonly FieldError[];
};

function errorsIn(schema: z.ZodType, value: unknown, language: Language): readonly Omit<FieldError, 'in'>[] {
  const error: z.core.$ZodErrorMap = (issue) => issueWords(issue, language) ?? MAPS[language](issue);
  const again = schema.safeParse(value, { error });
  const issues = again.error?.issues.flatMap(expanded) ?? [];
  return issues.slice(0, MOST_ERRORS).map((issue) => ({
    field: jsonPointer(issue.path),
    rule: issue.code,
    message: choices(issue, language) ?? translated(issue.message, language),
  }));
}

const ONE_OF = { vi: 'phải là một trong', en: 'must be one of', ja: '次のいずれか' } as const satisfies Record<
  Language,
  string
>;

/** Which kinds there are, when a value is of none of them. */
function choices(issue: z.core.$ZodIssue, language: Language): string | undefined {
  const options = issue.code === 'invalid_union' && 'options' in issue ? issue.options : undefined;
  return Array.isArray(options) ? `${ONE_OF[language]}: ${options.join(', ')}` : undefined;
}

type Issue = z.core.$ZodIssue;

/** One issue a key that does not belong; of a union, the mistakes of the variant that came closest. */
function expanded(issue: Issue): readonly Issue[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ ...issue, keys: [key], path: [...issue.path, key] }));
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const closest = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [];
  return closest.flatMap((inner) => expanded({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** RFC 6901; the whole document is ''. */
export const jsonPointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
