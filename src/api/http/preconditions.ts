import { createHash } from 'node:crypto';
import { ProblemError } from '../problems/problem';

/** Strong entity tag of a versioned document. */
export const versionTag = (version: number): string => `"${version}"`;

/** Strong entity tag of an answer without a version: of its bytes. */
export const bodyTag = (body: string): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;

const TAGS = /^\s*(?:\*|(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"(?:\s*,\s*(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*")*)\s*$/;

/** The tags of If-Match or If-None-Match. */
export function tagsOf(header: string, value: string | undefined): readonly string[] | undefined {
  if (value === undefined) return undefined;
  if (!TAGS.test(value)) throw new ProblemError('INVALID_HEADER', { params: { header, reason: '"3" | "3", "4" | *' } });
  return value.split(/,(?=\s*(?:W\/)?"|\s*\*)/).map((tag) => tag.trim());
}

/** Whether If-None-Match already has what would be sent (weak comparison: a GET). */
export const alreadyHas = (tags: readonly string[] | undefined, tag: string): boolean =>
  tags?.some((known) => known === '*' || known.replace(/^W\//, '') === tag) ?? false;

/**
 * The version an edit expects: a number, 0 for "must not be there yet", `undefined` for whatever is there.
 *
 * @throws ProblemError CHANGED_MEANWHILE when a tag was sent and is not that of `current` (0: not there);
 *   PRECONDITION_NEEDED when `strict` and no tag was sent.
 */
export function expectedVersion(
  sent: { readonly ifMatch?: string | undefined; readonly ifNoneMatch?: string | undefined },
  current: number,
  strict: boolean,
): number | undefined {
  const match = tagsOf('If-Match', sent.ifMatch);
  const noneMatch = tagsOf('If-None-Match', sent.ifNoneMatch);
  if (match === undefined && noneMatch === undefined) {
    if (strict) throw new ProblemError('PRECONDITION_NEEDED');
    return undefined;
  }
  const there = current > 0;
  const matches = match?.some((tag) => (tag === '*' ? there : there && tag === versionTag(current))) ?? true;
  const differs = !(
    noneMatch?.some((tag) => (tag === '*' ? there : there && tag.replace(/^W\//, '') === versionTag(current))) ?? false
  );
  if (!matches || !differs) throw new ProblemError('CHANGED_MEANWHILE', { params: { current } });
  return current;
}

/**
 * The version a command was given on, where the caller says so by If-Match; whether it still holds is for the writer to say,
 * who knows a repeated command from a late one. 0: a tag that no version has.
 */
export function seenVersion(ifMatch: string | undefined, current: number): number | undefined {
  const tags = tagsOf('If-Match', ifMatch);
  if (tags === undefined || tags.includes('*')) return undefined;
  if (tags.includes(versionTag(current))) return current;
  return Number(/^"(\d+)"$/.exec(tags[0] ?? '')?.[1] ?? 0);
}
