import { z } from 'zod';
import { MAX_LIMIT } from '../http/cursor';
import type { Answer, Context, RawInput } from '../http/route';
import { tableOfItems } from './ofItems';
import { formatAsked, tableAnswer } from './table';

/** So many rows go into one table; the name of the file says where it was cut. */
export const MOST_ROWS = 20_000;

type Call = (raw: RawInput, context: Context) => Promise<Answer>;
type Listed = {
  readonly method: string;
  readonly id: string;
  readonly query?: z.ZodType;
  readonly responses: { readonly 200?: { readonly schema?: z.ZodType; readonly binary?: true | string } };
};

/** Whether a route answers a list of items: it then is a table too. */
export function isList({ method, responses }: Listed): boolean {
  const schema = responses[200]?.schema;
  return method === 'get' && schema instanceof z.ZodObject && schema.shape['items'] instanceof z.ZodArray;
}

/** The route's own call; for whoever accepts a table, every page of it as one file. */
export function orAsTable(listed: Listed, call: Call): Call {
  const paged = listed.query instanceof z.ZodObject && 'cursor' in listed.query.shape;
  return async (raw, context) => {
    const format = formatAsked(undefined, context.accepts);
    if (format === undefined) return call(raw, context);
    const { headings, ...query } = raw.query as { readonly headings?: unknown };
    const items = await allItems(paged, { ...raw, query }, (one) => call(one, context));
    const cut = items.length > MOST_ROWS ? `-first-${MOST_ROWS}` : '';
    const { language, deps, person } = context;
    const { timeZone } = await deps.calendarOf({ unit: person.unit, procedure: '' });
    const spoken = { language, headings: headings === 'fields' ? 'fields' : 'words' } as const;
    const table = tableOfItems(`${listed.id}${cut}`, items.slice(0, MOST_ROWS), spoken);
    return tableAnswer({ ...table, timeZone }, format, language);
  };
}

type Page = { readonly items?: readonly unknown[]; readonly next?: string };

async function allItems(paged: boolean, raw: RawInput, call: (raw: RawInput) => Promise<Answer>) {
  const items: unknown[] = [];
  const first = paged ? { ...raw, query: { ...(raw.query as object), limit: `${MAX_LIMIT}` } } : raw;
  for (let asked = first; ;) {
    const page = (await call(asked)).body as Page;
    items.push(...(page.items ?? []));
    if (page.next === undefined || items.length > MOST_ROWS) return items;
    asked = { ...asked, query: { ...(asked.query as object), cursor: page.next } };
  }
}
