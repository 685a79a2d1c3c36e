import type { Refusal } from '../shared/result';
import type { Place } from './formula';
import type { FormulaRefusal, FormulaRefusalCode } from './refusals';

/** Ends the reading of a text. Thrown within this folder only: jsep is left by throwing; `parseFormula` makes a value of it. */
export class Stop extends Error {
  override readonly name = 'Stop';
  constructor(
    readonly code: FormulaRefusalCode,
    readonly place: Place,
    readonly params: NonNullable<Refusal['params']> = {},
  ) {
    super(code);
  }
}

export const FORMULA_FIELD = '/source/formula';
const LONGEST_EXCERPT = 40;

/** The refusal with its place in the text, as a reader finds it: characters, lines and columns count from 1. */
export function located({ code, place, params }: Stop, text: string): FormulaRefusal {
  const start = Math.max(0, Math.min(place.start, text.length - 1));
  const lines = text.slice(0, start).split(/\r\n|[\r\n]/);
  const several = /[\r\n]/.test(text.trim());
  const line = lines.length;
  const column = (lines.at(-1) ?? '').length + 1;
  const position = start + 1;
  return {
    code,
    field: FORMULA_FIELD,
    params: {
      position,
      place: several ? `${position} (${line}:${column})` : String(position),
      ...(several && { line, column }),
      excerpt: excerptOf(text, { start, end: place.end }),
      ...params,
    },
  };
}

/** What stands there; of a place without length what stands before it. */
function excerptOf(text: string, { start, end }: Place): string {
  const there = text.slice(start, end);
  if (there.length > LONGEST_EXCERPT) return `${there.slice(0, LONGEST_EXCERPT)}…`;
  if (there !== '') return there;
  const before = text.slice(Math.max(0, start + 1 - LONGEST_EXCERPT), start + 1).trim();
  return start + 1 > LONGEST_EXCERPT ? `…${before}` : before;
}
