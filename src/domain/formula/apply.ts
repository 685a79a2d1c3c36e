import type { FormulaNode, Place } from './formula';
import { signatureOf, type Kind, type Operation, type Parameter } from './operations/operation';
import { Stop } from './stop';
import { placeOf, type Tree } from './tree';
import { wholeNumber } from './wholeNumber';

type At = { readonly place: Place; readonly part: (tree: Tree) => FormulaNode };

/** An operation on its parts: as many as it takes, each of the kind that it takes. @throws Stop */
export function applied(operation: Operation, trees: readonly Tree[], { place, part }: At): FormulaNode {
  const takes = takesOf(operation, trees.length);
  if (takes === undefined) throw wrongNumber(operation, trees.length, place);
  const parts = trees.map((tree, index) => {
    const wanted = takes(index);
    return typeof wanted === 'object' ? written(tree, wanted, nameOf(operation)) : part(tree);
  });
  const same = parts.find((_, index) => takes(index) === 'same')?.type ?? 'number';
  parts.forEach((one, index) => held(one, { operation, takes: takes(index), same }));
  const { key, gives } = operation;
  return { kind: 'call', operation: key, parts, place, type: gives === 'same' ? same : gives };
}

type Takes = Parameter['takes'];

/** What stands at an index; `undefined`: the number of parts is wrong. */
function takesOf({ parameters, chains }: Operation, given: number): ((index: number) => Takes) | undefined {
  const last = parameters.at(-1);
  const most = chains === true || last?.repeated === true ? Infinity : parameters.length;
  const least = parameters.filter(({ optional }) => optional !== true).length;
  if (given < least || given > most) return undefined;
  return (index) => (parameters[index] ?? last)?.takes ?? 'number';
}

const nameOf = ({ key, symbol }: Operation): string => symbol ?? key;

const wrongNumber = (operation: Operation, given: number, place: Place): Stop =>
  new Stop('FORMULA_WRONG_NUMBER_OF_ARGUMENTS', place, {
    name: nameOf(operation),
    given,
    expected: signatureOf(operation),
  });

function written(tree: Tree, bounds: Extract<Takes, object>, name: string): FormulaNode {
  return { kind: 'number', type: 'number', digits: wholeNumber(tree, { name, ...bounds }), place: placeOf(tree) };
}

type Holds = { readonly operation: Operation; readonly takes: Takes; readonly same: Kind };
function held({ type, place }: FormulaNode, { operation, takes, same }: Holds): void {
  const wanted = takes === 'same' ? same : takes;
  if (typeof wanted === 'object' || type === wanted) return;
  const params = { name: nameOf(operation), expected: signatureOf(operation) };
  if (takes === 'same') throw new Stop('FORMULA_KINDS_DIFFER', place, params);
  throw new Stop(wanted === 'number' ? 'FORMULA_NUMBER_NEEDED' : 'FORMULA_CONDITION_NEEDED', place, params);
}
