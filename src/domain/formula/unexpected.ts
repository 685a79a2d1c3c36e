import type { Place } from './formula';
import { Stop } from './stop';

export const OPERATORS = ['+', '-', '*', '/', '^', '<', '<=', '>', '>=', '==', '!=', 'and', 'or'] as const;
const KNOWN = [...OPERATORS, 'not', '?:'];
const CAN_STAND_SOMEWHERE = /^[\p{L}\p{N}_+\-*/^<>!(),]/u;
const FOUND = /[\p{L}_][\p{L}\p{M}\p{N}_]{0,39}|\d{1,40}|./suy;

/** What is wrong where something else stands than expected: a value, an operator, or one of these signs. */
export function unexpected(text: string, at: number, expected: 'value' | 'operator' | readonly string[]): Stop {
  const found = foundAt(text, at);
  const place = { start: at, end: at + found.length };
  if (text.trim() === '') return new Stop('FORMULA_EMPTY', { start: 0, end: 0 });
  if (at >= text.length) {
    const end = text.trimEnd().length;
    return new Stop('FORMULA_ENDS_TOO_EARLY', { start: Math.max(0, end - 1), end: Math.max(0, end - 1) });
  }
  if (found === ',' && betweenDigits(text, at)) return new Stop('FORMULA_DECIMAL_COMMA', place);
  if (found === ';' && typeof expected === 'object') return syntax(place, found, expected);
  if (!CAN_STAND_SOMEWHERE.test(found))
    return new Stop('FORMULA_NOT_ALLOWED', place, { found: visible(found), known: KNOWN });
  if (expected === 'value') return new Stop('FORMULA_VALUE_EXPECTED', place, { found });
  if (expected === 'operator') return new Stop('FORMULA_OPERATOR_EXPECTED', place, { found, expected: OPERATORS });
  return syntax(place, found, expected);
}

const syntax = (place: Place, found: string, expected: readonly string[]): Stop =>
  new Stop('FORMULA_SYNTAX', place, { found, expected: expected.join(' ') });

/** A word, a number, or else one sign. */
function foundAt(text: string, at: number): string {
  FOUND.lastIndex = at;
  return FOUND.exec(text)?.[0] ?? text.charAt(at);
}

const betweenDigits = (text: string, at: number): boolean =>
  /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1));

/** Signs that cannot be seen are told by their number. */
const visible = (sign: string): string =>
  /[\p{C}\p{M}\p{Z}]/u.test(sign)
    ? `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    : sign;
