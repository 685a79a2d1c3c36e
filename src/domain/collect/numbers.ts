const LARGEST = 1e30;
const SMALLEST = 1e-30;
const LONGEST = 100;
/** 1234.5, 1,234.5, -1 234.5, 1.2e3: groups of three, if any, all with the same sign. */
const WITH_POINT = /^[+-]?(?:\d{1,3}(?:([, ])\d{3})(?:\1\d{3})*|\d+)?(?:\.\d*)?(?:e[+-]?\d{1,3})?$/i;
const WITH_COMMA = /^[+-]?(?:\d{1,3}(?:([. ])\d{3})(?:\1\d{3})*|\d+)?(?:,\d*)?(?:e[+-]?\d{1,3})?$/i;

/** A number of the source; `undefined` for what is none, or is beyond what can be calculated with. */
export function readNumber(value: unknown, decimalComma = false): number | undefined {
  if (typeof value === 'number') return usable(value);
  if (typeof value !== 'string' || value.length > LONGEST) return undefined;
  const text = value.replace(/[   ]/g, ' ').replace(/^−/, '-').trim();
  if (!/\d/.test(text) || !(decimalComma ? WITH_COMMA : WITH_POINT).test(text)) return undefined;
  const plain = decimalComma ? text.replace(/[. ]/g, '').replace(',', '.') : text.replace(/[, ]/g, '');
  return usable(Number(plain));
}

function usable(value: number): number | undefined {
  if (!Number.isFinite(value) || Math.abs(value) > LARGEST) return undefined;
  return value === 0 ? 0 : Math.abs(value) < SMALLEST ? undefined : value;
}
