import { applied } from './apply';
import type { FormulaNode } from './formula';
import { LIMITS } from './limits';
import { nearest } from './nearest';
import { findFunction, FUNCTION_NAMES, infix, operationOf } from './operations/catalogue';
import { functionSignature, type Parameter } from './operations/operation';
import { Stop } from './stop';
import { placeOf, type Tree } from './tree';
import { OPERATORS } from './unexpected';
import { wholeNumber } from './wholeNumber';

type Call = Extract<Tree, { type: 'call' }>;

/**
 * The formula of a tree: functions are known, each part is of the kind that is needed there.
 * @param lag periods that all references in it go back
 * @throws Stop
 */
export function checked(tree: Tree, lag = 0): FormulaNode {
  const place = placeOf(tree);
  const at = { place, part: (part: Tree) => checked(part, lag) };
  switch (tree.type) {
    case 'number':
      return { kind: 'number', type: 'number', digits: tree.digits, place };
    case 'name':
      return { kind: 'reference', type: 'number', name: tree.name, lag, place };
    case 'unary':
      return applied(operationOf(tree.operator === '-' ? 'negate' : 'not'), [tree.part], at);
    case 'choice':
      return applied(operationOf('if'), tree.parts, at);
    case 'binary':
      return between(hoisted(tree), lag);
    case 'call':
      return called(tree, lag);
  }
}

function called(tree: Call, lag: number): FormulaNode {
  const word = tree.name.toLowerCase();
  if (word === 'previous' || word === 'lag') return earlier(tree, word, lag);
  const operation = findFunction(word);
  if (operation !== undefined)
    return applied(operation, tree.parts, { place: placeOf(tree), part: (part) => checked(part, lag) });
  throw new Stop(
    'FORMULA_UNKNOWN_FUNCTION',
    { start: tree.start, end: tree.nameEnd },
    { name: tree.name, nearest: nearest(word, FUNCTION_NAMES), known: FUNCTION_NAMES },
  );
}

const BACK: Readonly<Record<'previous' | 'lag', readonly Parameter[]>> = {
  previous: [{ name: 'x', takes: 'number' }],
  lag: [
    { name: 'x', takes: 'number' },
    { name: 'periods', takes: { least: 0, most: LIMITS.lag } },
  ],
};

/** `previous(x)` and `lag(x, k)`: what is read is read so many periods earlier. */
function earlier(tree: Call, name: 'previous' | 'lag', lag: number): FormulaNode {
  const place = placeOf(tree);
  const parameters = BACK[name];
  const expected = functionSignature(name, parameters);
  const [what, periods] = tree.parts;
  if (tree.parts.length !== parameters.length || what === undefined)
    throw new Stop('FORMULA_WRONG_NUMBER_OF_ARGUMENTS', place, { name, given: tree.parts.length, expected });
  const back = periods === undefined ? 1 : wholeNumber(periods, { name: 'lag', least: 0, most: LIMITS.lag });
  const total = lag + Number(back);
  if (total > LIMITS.lag) throw new Stop('FORMULA_LAG_TOO_LARGE', place, { lag: total, most: LIMITS.lag });
  const node = checked(what, total);
  if (!refers(node)) throw new Stop('FORMULA_REFERENCE_NEEDED', placeOf(what), { name });
  return { ...node, place };
}

const refers = (node: FormulaNode): boolean =>
  node.kind === 'reference' || (node.kind === 'call' && node.parts.some(refers));

type Binary = Extract<Tree, { type: 'binary' }>;

function between(tree: Tree, lag: number): FormulaNode {
  if (tree.type !== 'binary') return checked(tree, lag);
  const place = placeOf(tree);
  const at = { place, part: (part: Tree) => checked(part, lag) };
  const operation = infix(tree.operator);
  if (operation === undefined)
    throw new Stop('FORMULA_OPERATOR_EXPECTED', place, { found: tree.operator, expected: OPERATORS });
  return applied(operation, operation.chains === true ? chain(tree) : [tree.left, tree.right], at);
}

/** The parts of `a + b + c`. What stands in parentheses stays a part of its own. */
function chain(tree: Binary): readonly Tree[] {
  const parts: Tree[] = [];
  let left: Tree = tree;
  while (left.type === 'binary' && left.operator === tree.operator && (left === tree || left.grouped !== true)) {
    parts.unshift(left.right);
    left = left.left;
  }
  return [left, ...parts];
}

/** `not a > b` is `not (a > b)`: jsep gives the `not` to the nearest part alone. */
function hoisted(tree: Binary): Tree {
  if (tree.operator === 'and' || tree.operator === 'or' || tree.operator === '^') return tree;
  const left = tree.left.type === 'binary' && tree.left.grouped !== true ? hoisted(tree.left) : tree.left;
  if (left.type !== 'unary' || left.operator !== 'not' || left.grouped === true) return { ...tree, left };
  const part = hoisted({ ...tree, left: left.part, start: left.part.start });
  const { start, end, grouped } = tree;
  return { type: 'unary', operator: 'not', part, start, end, ...(grouped === true && { grouped }) };
}
