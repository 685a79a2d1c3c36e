import { Exact } from '../scoring/scored';
import { Stop } from './stop';
import { placeOf, type Tree } from './tree';

type Bounds = { readonly name: string; readonly least: number; readonly most: number };

/** The digits of a whole number that is written out, with or without a minus. @throws Stop */
export function wholeNumber(tree: Tree, bounds: Bounds): string {
  const { name, least, most } = bounds;
  const digits = written(tree);
  const value = digits === undefined ? undefined : new Exact(digits);
  if (value === undefined || !value.isInteger() || value.lt(least) || value.gt(most))
    throw new Stop('FORMULA_WHOLE_NUMBER_NEEDED', placeOf(tree), { name, least, most });
  return value.toFixed();
}

function written(tree: Tree): string | undefined {
  if (tree.type === 'number') return tree.digits;
  if (tree.type !== 'unary' || tree.operator !== '-' || tree.part.type !== 'number') return undefined;
  return `-${tree.part.digits}`;
}
