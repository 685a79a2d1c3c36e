import type { Tree, UnaryOperator } from './tree';
import { unexpected } from './unexpected';
import { nameAt, numberAt, quotedIdAt, type Piece } from './words';

/** Where the reading of a text stands, and what the grammar around the tokens gives. */
export type Scanner = {
  readonly text: string;
  readonly at: () => number;
  /** Goes there and past spaces; the sign that stands there, '' at the end. */
  readonly goTo: (index: number) => string;
  readonly expression: () => Tree;
  readonly token: () => Tree;
};

/** A number, a name, a call, a part in parentheses or with a sign before it, each with its power. @throws Stop: none of these */
export function readToken(scan: Scanner): Tree {
  const left = alone(scan);
  const sign = scan.goTo(scan.at());
  if (sign !== '^') return left;
  // Binds tighter than the sign before it and leans to the right: -2^2 is -(2^2).
  scan.goTo(scan.at() + 1);
  const right = scan.token();
  return { type: 'binary', operator: '^', left, right, start: left.start, end: right.end };
}

function alone(scan: Scanner): Tree {
  const start = scan.at();
  const number = numberAt(scan.text, start);
  if (number !== undefined) {
    scan.goTo(number.end);
    return { type: 'number', digits: number.text, start, end: number.end };
  }
  const name = nameAt(scan.text, start);
  return name === undefined ? signed(scan, start) : named(scan, name);
}

function signed(scan: Scanner, start: number): Tree {
  switch (scan.text.charAt(start)) {
    case '(':
      return group(scan, start);
    case '-':
      return unary(scan, '-', { start, end: start + 1 });
    case '!':
      return unary(scan, 'not', { start, end: start + 1 });
    case '+':
      scan.goTo(start + 1);
      return { ...scan.token(), start };
    default:
      throw unexpected(scan.text, start, 'value');
  }
}

function unary(scan: Scanner, operator: UnaryOperator, { start, end }: Pick<Piece, 'start' | 'end'>): Tree {
  scan.goTo(end);
  const part = scan.token();
  return { type: 'unary', operator, part, start, end: part.end };
}

function group(scan: Scanner, start: number): Tree {
  scan.goTo(start + 1);
  const inner = scan.expression();
  const { end } = next(scan, [')']);
  return { ...inner, start, end, grouped: true };
}

function named(scan: Scanner, name: Piece): Tree {
  const word = name.text.toLowerCase();
  if (word === 'not') return unary(scan, 'not', name);
  if (scan.goTo(name.end) === '(') return word === 'indicator' ? indicator(scan, name) : call(scan, name);
  if (word === 'and' || word === 'or') throw unexpected(scan.text, name.start, 'value');
  return { type: 'name', name: name.text, start: name.start, end: name.end };
}

function call(scan: Scanner, { text: name, start, end: nameEnd }: Piece): Tree {
  const parts: Tree[] = [];
  let closing = scan.goTo(scan.at() + 1) === ')' ? next(scan, [')']) : undefined;
  while (closing?.sign !== ')') {
    parts.push(scan.expression());
    closing = next(scan, [',', ')']);
  }
  return { type: 'call', name, nameEnd, parts, start, end: closing.end };
}

function indicator(scan: Scanner, { start }: Piece): Tree {
  scan.goTo(scan.at() + 1);
  const id = quotedIdAt(scan.text, scan.at());
  scan.goTo(id.end);
  const { end } = next(scan, [')']);
  return { type: 'name', name: id.text, start, end };
}

/** One of these signs must stand here; which, and where it ends. */
function next(scan: Scanner, signs: readonly string[]): { readonly sign: string; readonly end: number } {
  const at = scan.at();
  const sign = scan.text.charAt(at);
  if (!signs.includes(sign)) throw unexpected(scan.text, at, signs);
  scan.goTo(at + 1);
  return { sign, end: at + 1 };
}
