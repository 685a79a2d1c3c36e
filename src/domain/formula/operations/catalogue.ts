import { ARITHMETIC } from './arithmetic';
import { CHOICE } from './choice';
import { COMPARISONS } from './comparison';
import { LOGIC } from './logic';
import { MANY } from './many';
import { ONE } from './one';
import type { Operation } from './operation';
import { RATIOS } from './ratios';

/** Everything a formula can do. One more function is one more row of a family; one more family is one line here. */
export const OPERATIONS: readonly Operation[] = [
  ...ARITHMETIC,
  ...COMPARISONS,
  ...LOGIC,
  ...CHOICE,
  ...MANY,
  ...ONE,
  ...RATIOS,
];

const byKey = new Map(OPERATIONS.map((operation) => [operation.key, operation]));
const bySymbol = new Map(OPERATIONS.flatMap((o) => (o.form === 'infix' ? [[o.symbol ?? o.key, o] as const] : [])));
/** `and(p, q)` and `or(p, q)` are known from spreadsheets. */
const byName = new Map(
  OPERATIONS.filter(({ form, key }) => form === 'function' || key === 'and' || key === 'or').flatMap((operation) =>
    [operation.key, ...(operation.aliases ?? [])].map((name) => [name, operation] as const),
  ),
);

export function operationOf(key: string): Operation {
  const found = byKey.get(key);
  if (found === undefined) throw new Error(`no operation ${key}`);
  return found;
}
export const infix = (symbol: string): Operation | undefined => bySymbol.get(symbol);
/** By its name or an alias, in small letters. */
export const findFunction = (name: string): Operation | undefined => byName.get(name);

/** Go back in time or name an indicator; they are no operations, since they decide what is read. */
export const REFERRING = ['indicator', 'previous', 'lag'] as const;
/** Names of functions as they are best written. */
export const FUNCTION_NAMES: readonly string[] = [
  ...OPERATIONS.filter(({ form }) => form === 'function').map(({ key }) => key),
  ...REFERRING,
];
