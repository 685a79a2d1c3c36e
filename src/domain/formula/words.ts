import { Exact } from '../scoring/scored';
import { LIMITS } from './limits';
import { Stop } from './stop';
import { unexpected } from './unexpected';

/** A piece of the text, from `start` on. */
export type Piece = { readonly text: string; readonly start: number; readonly end: number };

const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/uy;
const NUMBER_LIKE = /[\p{L}\p{M}\p{N}_.]+/uy;
const NAME = /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy;
const QUOTED = /"([^"\r\n]*)"|'([^'\r\n]*)'|“([^”\r\n]*)”/uy;
const ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u;
const LONGEST_NAME = 80;

function match(pattern: RegExp, text: string, start: number): RegExpExecArray | undefined {
  pattern.lastIndex = start;
  return pattern.exec(text) ?? undefined;
}

/** A number as it is written, checked for its size; `undefined`: there is none. */
export function numberAt(text: string, start: number): Piece | undefined {
  const found = match(NUMBER, text, start)?.[0];
  if (found === undefined) return undefined;
  const end = start + found.length;
  const more = match(NUMBER_LIKE, text, end)?.[0];
  if (more !== undefined) throw new Stop('FORMULA_BAD_NUMBER', { start, end: end + more.length });
  const size = new Exact(found).abs();
  const zero = !/^[^eE]*[1-9]/.test(found);
  if (!zero && !(size.gte(LIMITS.smallest) && size.lte(LIMITS.largest)))
    throw new Stop('FORMULA_NUMBER_OUT_OF_RANGE', { start, end });
  return { text: zero ? '0' : found, start, end };
}

/** A name of a function or an input, in Unicode's composed form; `undefined`: there is none. */
export function nameAt(text: string, start: number): Piece | undefined {
  const found = match(NAME, text, start)?.[0];
  if (found === undefined) return undefined;
  const end = start + found.length;
  const name = found.normalize('NFC');
  if (name.length > LONGEST_NAME) throw new Stop('FORMULA_NAME_TOO_LONG', { start, end }, { most: LONGEST_NAME });
  return { text: name, start, end };
}

/** The id of an indicator in quotes. */
export function quotedIdAt(text: string, start: number): Piece {
  if (start >= text.length) throw unexpected(text, start, 'value');
  const found = match(QUOTED, text, start);
  const id = (found?.[1] ?? found?.[2] ?? found?.[3] ?? '').normalize('NFC');
  const end = start + (found?.[0].length ?? 1);
  if (!ID.test(id)) throw new Stop('FORMULA_ID_NEEDED', { start, end });
  return { text: id, start, end };
}
