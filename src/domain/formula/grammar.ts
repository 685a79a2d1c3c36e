import jsep from 'jsep';
import type { Place } from './formula';
import { LIMITS } from './limits';
import { Stop } from './stop';
import { readToken, type Scanner } from './tokens';
import type { Tree } from './tree';
import { unexpected } from './unexpected';

/**
 * The grammar: jsep's precedence and conditional, with tokens of our own. jsep's own tokens (member access, arrays, strings,
 * calls of anything) are never reached: `gobble-token` answers or throws. jsep is configured for the whole process, which is
 * why nothing else may import it.
 */
const PRECEDENCE: Readonly<Record<string, number>> = {
  or: 1,
  OR: 1,
  '||': 1,
  and: 2,
  AND: 2,
  '&&': 2,
  '==': 6,
  '!=': 6,
  '<>': 6,
  '≠': 6,
  '<': 7,
  '<=': 7,
  '≤': 7,
  '>': 7,
  '>=': 7,
  '≥': 7,
  '+': 9,
  '-': 9,
  '*': 10,
  '/': 10,
};
const SAME_AS: Readonly<Record<string, string>> = {
  OR: 'or',
  '||': 'or',
  AND: 'and',
  '&&': 'and',
  '<>': '!=',
  '≠': '!=',
  '≤': '<=',
  '≥': '>=',
};

type Scope = jsep.HookScope;
type Leaf = { readonly type: 'Leaf'; readonly tree: Tree };
type Written = Leaf | jsep.BinaryExpression | jsep.ConditionalExpression;
/** Where the reading of one text stands. `end`: of the first whole expression. */
type Reading = { depth: number; parts: number; end?: number };
const readings = new WeakMap<Scope, Reading>();

jsep.removeAllUnaryOps();
jsep.removeAllBinaryOps();
jsep.removeAllLiterals();
for (const [operator, precedence] of Object.entries(PRECEDENCE)) jsep.addBinaryOp(operator, precedence);
jsep.hooks.add('gobble-expression', function () {
  const reading = readingOf(this);
  if (reading.end !== undefined && reading.depth === 0) throw unexpected(source(this), reading.end, 'operator');
  if (reading.depth === 0 && this.index > 0 && /\S/.test(this.expr.slice(0, this.index)))
    throw unexpected(source(this), this.expr.search(/\S/), 'value');
  deeper(this);
});
jsep.hooks.add('after-expression', function () {
  const reading = readingOf(this);
  reading.depth -= 1;
  if (reading.depth === 0) reading.end ??= this.index;
});
jsep.hooks.add('gobble-token', function (env) {
  const reading = deeper(this);
  reading.parts += 1;
  if (reading.parts > LIMITS.parts) throw new Stop('FORMULA_TOO_MANY_PARTS', here(this), { most: LIMITS.parts });
  env.node = { type: 'Leaf', tree: readToken(scannerOf(this)) };
  reading.depth -= 1;
});

/** @throws Stop where the text is no formula; Error with `index` where jsep itself says so */
export function readTree(text: string): Tree {
  const root = jsep(`${plain(text)} `);
  if (root.type === 'Compound') throw unexpected(text, 0, 'value');
  const tree = treeOf(root);
  const rest = text.slice(tree.end).search(/\S/);
  if (rest >= 0) throw unexpected(text, tree.end + rest, 'operator');
  return tree;
}

/** The text with the spaces and signs that jsep knows; every character stays at its place. */
const plain = (text: string): string =>
  text.replace(/\s/g, ' ').replaceAll('−', '-').replaceAll('×', '*').replaceAll('÷', '/');

/** Without the space that lets a word at the end be an operator. */
const source = (scope: Scope): string => scope.expr.slice(0, -1);
const here = ({ index }: Scope): Place => ({ start: index, end: index + 1 });

function readingOf(scope: Scope): Reading {
  const known = readings.get(scope) ?? { depth: 0, parts: 0 };
  readings.set(scope, known);
  return known;
}

/** Twice: a part in parentheses is an expression and a token to jsep. */
function deeper(scope: Scope): Reading {
  const reading = readingOf(scope);
  reading.depth += 1;
  if (reading.depth > 2 * LIMITS.depth + 2) throw new Stop('FORMULA_TOO_DEEP', here(scope), { most: LIMITS.depth });
  return reading;
}

const scannerOf = (scope: Scope): Scanner => ({
  text: source(scope),
  at: () => scope.index,
  goTo: (index) => {
    scope.index = index;
    scope.gobbleSpaces();
    return scope.char;
  },
  expression: () => treeOf(scope.gobbleExpression()),
  token: () => {
    const node = scope.gobbleToken();
    if (node === undefined) throw unexpected(source(scope), scope.index, 'value');
    return treeOf(node);
  },
});

function treeOf(node: jsep.Expression): Tree {
  const written = node as Written;
  if (written.type === 'Leaf') return written.tree;
  if (written.type === 'BinaryExpression') {
    const left = treeOf(written.left);
    const right = treeOf(written.right);
    const operator = SAME_AS[written.operator] ?? written.operator;
    return { type: 'binary', operator, left, right, start: left.start, end: right.end };
  }
  const parts = [treeOf(written.test), treeOf(written.consequent), treeOf(written.alternate)] as const;
  return { type: 'choice', parts, start: parts[0].start, end: parts[2].end };
}
