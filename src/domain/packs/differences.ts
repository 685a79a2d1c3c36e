import { canonicalJson } from '../shared/canonicalJson';

/** One field that is not the same on all sides, as JSON text; a side that does not have it is missing. */
export type Difference = {
  readonly field: string;
  readonly base?: string;
  readonly ours?: string;
  readonly theirs?: string;
};
type Sides = { readonly base?: unknown; readonly ours?: unknown; readonly theirs?: unknown };
const SIDES = ['base', 'ours', 'theirs'] as const;

/** The fields in which three versions of one thing differ, by JSON pointer. Lists are compared by the key of their rows. */
export function differencesOf(sides: Sides): readonly Difference[] {
  const leaves = SIDES.filter((side) => sides[side] !== undefined).map(
    (side) => [side, leavesOf(sides[side])] as const,
  );
  const fields = [...new Set(leaves.flatMap(([, found]) => [...found.keys()]))].sort();
  return fields.flatMap((field) => {
    const texts = leaves.map(([side, found]) => [side, found.get(field)] as const);
    if (new Set(texts.map(([, text]) => text)).size === 1) return [];
    const given = texts.filter((one): one is [(typeof SIDES)[number], string] => one[1] !== undefined);
    return [{ field, ...Object.fromEntries(given) }];
  });
}

function leavesOf(value: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (at: unknown, pointer: string): void => {
    for (const [name, inner] of partsOf(at) ?? []) visit(inner, `${pointer}/${name}`);
    if (partsOf(at) === undefined && at !== undefined) found.set(pointer, canonicalJson(at));
  };
  visit(value, '');
  return found;
}

const NAMES = ['key', 'id', 'indicator', 'period', 'from'] as const;

/** What a value is made of; `undefined`: it is compared as a whole. */
function partsOf(value: unknown): readonly (readonly [string, unknown])[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value)) return Object.keys(value).length === 0 ? undefined : Object.entries(value);
  const rows = value as readonly unknown[];
  if (rows.length === 0 || !rows.every(isRecord)) return undefined;
  return rows.map((row, at) => [nameOf(row, at), row]);
}

const isRecord = (row: unknown): row is Readonly<Record<string, unknown>> =>
  typeof row === 'object' && row !== null && !Array.isArray(row);

function nameOf(row: Readonly<Record<string, unknown>>, at: number): string {
  const name = NAMES.map((one) => row[one]).find((one) => typeof one === 'string');
  return typeof name === 'string' ? `[${name}]` : `[${at + 1}]`;
}
