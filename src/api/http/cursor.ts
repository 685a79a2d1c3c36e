import { z } from 'zod';
import { ProblemError } from '../problems/problem';

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 200;

/** Query of every list: how many at once, and where to go on. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT).describe('Items a page'),
  cursor: z.string().max(2000).optional().describe('`next` of the page before; opaque'),
};

/** Where a list goes on, as text that only this API reads. */
export const cursorOf = (after: string): string => Buffer.from(`1:${after}`, 'utf8').toString('base64url');

export function afterOf(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!text.startsWith('1:') || cursorOf(text.slice(2)) !== cursor) throw new ProblemError('INVALID_CURSOR');
  return text.slice(2);
}

export type Page<T> = { readonly items: readonly T[]; readonly next?: string };

/** A page of `limit` items from `limit + 1` found ones: the extra one says that there is more. */
export function pageOf<T>(found: readonly T[], limit: number, keyOf: (item: T) => string): Page<T> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return found.length > limit && last !== undefined ? { items, next: cursorOf(keyOf(last)) } : { items };
}

/**
 * A page of the items that pass `keep`, read on until it is full or the list ends: what a person may not see neither
 * shows nor leaves holes.
 */
export async function keptPage<T>(
  read: (after: string | undefined, limit: number) => Promise<readonly T[]>,
  page: { readonly after: string | undefined; readonly limit: number; readonly keyOf: (item: T) => string },
  keep: (item: T) => Promise<boolean> | boolean,
): Promise<Page<T>> {
  const kept: T[] = [];
  for (let after = page.after; kept.length <= page.limit;) {
    const found = await read(after, page.limit + 1);
    for (const item of found) if (await keep(item)) kept.push(item);
    const last = found.at(-1);
    if (last === undefined || found.length <= page.limit) break;
    after = page.keyOf(last);
  }
  return pageOf(kept, page.limit, page.keyOf);
}
