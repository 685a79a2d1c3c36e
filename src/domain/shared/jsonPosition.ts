/** Where a text stops being JSON. `line` and `column` count from 1. */
export type JsonFault = { readonly line: number; readonly column: number; readonly reason: string };

const TOKEN =
  /[ \t\n\r]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.]))/y;
type Awaited = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma or end' | 'end of text';

/**
 * Finds the first place where a text breaks the grammar of JSON; Node names it for some mistakes only. Iterative: nesting
 * costs no stack. Call it after `JSON.parse` refused the text.
 */
export function jsonFault(text: string): JsonFault {
  const open: ('{' | '[')[] = [];
  let awaited: Awaited = 'value';
  for (TOKEN.lastIndex = 0; ;) {
    const from = TOKEN.lastIndex;
    const token = TOKEN.exec(text);
    const next: Awaited | undefined = token === null ? undefined : step(awaited, token, open);
    if (next === undefined)
      return faultAt(text, from + (/^[ \t\n\r]*/.exec(text.slice(from))?.[0].length ?? 0), awaited);
    awaited = next;
  }
}

/** What is awaited after the token; `undefined`: it may not stand here. */
function step(awaited: Awaited, [, sign, string]: RegExpExecArray, open: ('{' | '[')[]): Awaited | undefined {
  const inside = open.at(-1);
  if (awaited === 'end of text') return undefined;
  if (awaited === 'colon') return sign === ':' ? 'value' : undefined;
  if (awaited === 'key' || awaited === 'key or }') {
    if (string !== undefined) return 'colon';
    return awaited === 'key or }' && sign === '}' ? closed(open) : undefined;
  }
  if (awaited === 'comma or end') {
    if (sign === ',') return inside === '{' ? 'key' : 'value';
    return sign === (inside === '{' ? '}' : ']') ? closed(open) : undefined;
  }
  if (sign === '{' || sign === '[') {
    open.push(sign);
    return sign === '{' ? 'key or }' : 'value or ]';
  }
  if (sign === ']' && awaited === 'value or ]') return closed(open);
  return sign === undefined ? afterValue(open) : undefined;
}

const afterValue = (open: readonly string[]): Awaited => (open.length === 0 ? 'end of text' : 'comma or end');

function closed(open: ('{' | '[')[]): Awaited {
  open.pop();
  return afterValue(open);
}

function faultAt(text: string, at: number, awaited: Awaited): JsonFault {
  const before = text.slice(0, at).split('\n');
  const found =
    at >= text.length ? 'the end of the text' : JSON.stringify([...text.slice(at, at + 12)].slice(0, 6).join(''));
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, reason: `${awaited} ≠ ${found}` };
}
