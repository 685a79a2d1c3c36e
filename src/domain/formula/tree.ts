import type { Place } from './formula';

/** A formula as it is written, before names of functions and kinds of values are checked. */
export type Tree = Place & { readonly grouped?: true } & (
    | { readonly type: 'number'; readonly digits: string }
    | { readonly type: 'name'; readonly name: string }
    | { readonly type: 'call'; readonly name: string; readonly nameEnd: number; readonly parts: readonly Tree[] }
    | { readonly type: 'unary'; readonly operator: UnaryOperator; readonly part: Tree }
    | { readonly type: 'binary'; readonly operator: string; readonly left: Tree; readonly right: Tree }
    | { readonly type: 'choice'; readonly parts: readonly [Tree, Tree, Tree] }
  );
export type UnaryOperator = '-' | 'not';

export const placeOf = ({ start, end }: Place): Place => ({ start, end });
