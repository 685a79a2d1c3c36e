import { refuse } from '../shared/result';
import type { Refusal } from '../shared/result';
import { COMMON_PASSWORDS } from './commonPasswords';
import type { AccountCode } from './refusals';

/** The same password from every keyboard: composed and decomposed letters become one form (NFC would keep full-width ones apart). */
export const normalised = (password: string): string => password.normalize('NFKC');

/** In characters. */
export const PASSWORD_LENGTH = { least: 12, most: 200 } as const;
const SHORTEST_NAME = 4;
const FEWEST_CHARACTERS = 5;
const common = new Set<string>(COMMON_PASSWORDS);

/**
 * Why a password of the right length is not taken: it is on the list of common ones, is one that anybody would try
 * (few different characters, a row of the keyboard, a common word and digits), or names its owner.
 *
 * @param names sign-in name, e-mail address, id
 */
export function passwordRefusal(password: string, names: readonly string[]): Refusal<AccountCode> | undefined {
  const text = normalised(password).toLowerCase();
  const plain = text.replace(/[^\p{L}\p{N}]/gu, '');
  if (isCommon(text) || isCommon(plain)) return refuse('PASSWORD_TOO_COMMON', { field: '/password' }).refusal;
  const parts = names.flatMap((name) => [name, name.split('@')[0] ?? '']).map((name) => name.toLowerCase());
  if (parts.some((name) => name.length >= SHORTEST_NAME && text.includes(name)))
    return refuse('PASSWORD_NAMES_YOU', { field: '/password' }).refusal;
  return undefined;
}

const ROWS = ['abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm', '1234567890', 'qazwsxedcrfvtgbyhnujmikolp'];

function isCommon(text: string): boolean {
  if (new Set(text).size < FEWEST_CHARACTERS || common.has(text)) return true;
  const letters = text.replace(/^[\d]+|[\d]+$/g, '');
  if (common.has(letters) || letters === '') return true;
  const halves = [text.slice(0, text.length / 2), text.slice(text.length / 2)];
  return halves[0] === halves[1] ? isCommon(halves[0] ?? '') : isRow(text);
}

/** Read along one row, forwards or backwards, as often as one likes. */
function isRow(text: string): boolean {
  return ROWS.some((row) => {
    const forwards = row.repeat(Math.ceil(text.length / row.length) + 1);
    return forwards.includes(text) || [...forwards].reverse().join('').includes(text);
  });
}
