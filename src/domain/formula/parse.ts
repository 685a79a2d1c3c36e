import { refuse } from '../shared/result';
import { checked } from './check';
import type { Formula, FormulaNode, Reference } from './formula';
import { readTree } from './grammar';
import { LIMITS } from './limits';
import type { FormulaRefusal } from './refusals';
import { FORMULA_FIELD, located, Stop } from './stop';

export type Parsed =
  { readonly ok: true; readonly formula: Formula } | { readonly ok: false; readonly refusal: FormulaRefusal };

/**
 * Reads a formula and checks all of it that can be checked without values: grammar, functions, kinds, sizes. Nothing is
 * executed. Names are not looked up; they stand in `references`.
 * @param wanted `number`: refuse a formula that gives true or false
 */
export function parseFormula(text: string, wanted: 'number' | 'any' = 'any'): Parsed {
  if (text.length > LIMITS.length)
    return refuse('FORMULA_TOO_LONG', { field: FORMULA_FIELD, params: { length: text.length, most: LIMITS.length } });
  try {
    const root = checked(readTree(text));
    bounded(root, 1);
    if (wanted === 'number' && root.type !== 'number') throw new Stop('FORMULA_GIVES_NO_NUMBER', root.place);
    return { ok: true, formula: { text, root, references: referencesIn(root) } };
  } catch (error) {
    return { ok: false, refusal: located(stopOf(error, text), text) };
  }
}

/** jsep's own errors say where; every other error is a fault. */
function stopOf(error: unknown, text: string): Stop {
  if (error instanceof Stop) return error;
  if (!(error instanceof Error) || !('index' in error) || typeof error.index !== 'number') throw error;
  const start = Math.min(error.index, text.length);
  if (start >= text.length) return new Stop('FORMULA_ENDS_TOO_EARLY', { start, end: start });
  const found = text.charAt(start);
  return new Stop('FORMULA_SYNTAX', { start, end: start + 1 }, { found, expected: ':' });
}

function bounded(node: FormulaNode, depth: number): void {
  if (depth > LIMITS.depth) throw new Stop('FORMULA_TOO_DEEP', node.place, { most: LIMITS.depth });
  if (node.kind === 'call') for (const part of node.parts) bounded(part, depth + 1);
}

/** Each name and lag once, in the order in which they stand in the text. */
function referencesIn(root: FormulaNode): readonly Reference[] {
  const found = new Map<string, Reference>();
  const collect = (node: FormulaNode): void => {
    if (node.kind === 'call') return node.parts.forEach(collect);
    if (node.kind === 'number') return;
    const { name, lag, place } = node;
    const key = `${lag} ${name}`;
    if (!found.has(key)) found.set(key, { name, lag, place });
  };
  collect(root);
  return [...found.values()];
}

/** The names a formula reads, each once. */
export const namesOf = ({ references }: Formula): readonly string[] => [...new Set(references.map(({ name }) => name))];
