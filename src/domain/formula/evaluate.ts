import type { NoValue } from '../indicators/value';
import { Exact } from '../scoring/scored';
import type { Formula, FormulaInput, FormulaNode, FormulaResult, FormulaStep, Place } from './formula';
import { LIMITS } from './limits';
import { operationOf } from './operations/catalogue';
import type { Failure, Value } from './operations/operation';

/** What an input says, by its name and how many periods back. */
export type ReadInput = (name: string, lag: number) => FormulaInput;

/** Where several parts have no value, the whole takes the state that stands first here: what must be mended first. */
export const PRECEDENCE = [
  'circular',
  'blocked',
  'division-by-zero',
  'missing',
  'not-a-number',
  'not-yet-due',
  'waiting-approval',
  'too-few',
  'not-in-force',
  'not-applicable',
] as const satisfies readonly NoValue[];

/** Computes a formula in decimals; the step of the whole holds those of all parts that were looked at. Never throws for values. */
export function evaluateFormula({ text, root }: Formula, read: ReadInput): FormulaStep {
  return stepOf(root, { text, read });
}

type Task = { readonly text: string; readonly read: ReadInput };

function stepOf(node: FormulaNode, task: Task): FormulaStep {
  const { place } = node;
  const shown = { text: task.text.slice(place.start, place.end), place };
  if (node.kind === 'call') {
    const { parts, result } = applied(node, (part) => stepOf(part, task));
    return { ...shown, operation: node.operation, parts, ...result };
  }
  if (node.kind === 'number') return { ...shown, operation: 'number', parts: [], ...numberOf(node) };
  const { name, lag } = node;
  return { ...shown, operation: 'reference', parts: [], reference: { name, lag }, ...inputOf(node, task.read) };
}

/** The same result without the steps: what is wanted of most formulas most of the time. Inputs are read in the same order. */
export function formulaResult({ root }: Formula, read: ReadInput): FormulaResult {
  const resultOf = (node: FormulaNode): FormulaResult => {
    if (node.kind === 'call') return applied(node, resultOf).result;
    return node.kind === 'number' ? numberOf(node) : inputOf(node, read);
  };
  return resultOf(root);
}

type NodeOf<Kind extends FormulaNode['kind']> = Extract<FormulaNode, { kind: Kind }>;

const numbers = new WeakMap<FormulaNode, FormulaResult>();

function numberOf(node: NodeOf<'number'>): FormulaResult {
  const known = numbers.get(node);
  if (known !== undefined) return known;
  const result = { state: 'value', value: new Exact(node.digits) } as const;
  numbers.set(node, result);
  return result;
}

function inputOf({ name, lag, place: at }: NodeOf<'reference'>, read: ReadInput): FormulaResult {
  const input = read(name, lag);
  if (input.state !== 'value')
    return { state: input.state, inputs: input.inputs.length > 0 ? input.inputs : [name], at };
  return inRange(input.value) ? { state: 'value', value: input.value } : { state: 'not-a-number', inputs: [name], at };
}

type Outcome<Step> = { readonly parts: readonly Step[]; readonly result: FormulaResult };

function applied<Step extends FormulaResult>(
  { operation: key, parts: nodes, place }: NodeOf<'call'>,
  step: (part: FormulaNode) => Step,
): Outcome<Step> {
  const operation = operationOf(key);
  if ('choose' in operation) {
    const choice = operation.choose(nodes, step);
    const result = choice.decided ? ({ state: 'value', value: choice.value } as const) : noValue(choice.steps);
    return { parts: choice.steps, result };
  }
  const parts: Step[] = [];
  const values: Exact[] = [];
  for (const node of nodes) {
    const part = step(node);
    parts.push(part);
    if (part.state === 'value' && typeof part.value !== 'boolean') values.push(part.value);
  }
  if (values.length < parts.length) return { parts, result: noValue(parts) };
  return { parts, result: own(operation.compute(...values), place) };
}

function own(outcome: Value | Failure, at: Place): FormulaResult {
  if (typeof outcome === 'string') return { state: outcome, inputs: [], at };
  if (typeof outcome !== 'boolean' && !inRange(outcome)) return { state: 'not-a-number', inputs: [], at };
  return { state: 'value', value: outcome };
}

const LARGEST = new Exact(LIMITS.largest);
/** By the power of ten, which almost always tells. */
const inRange = (value: Exact): boolean => value.e < LARGEST.e || (value.isFinite() && value.abs().lte(LARGEST));

/** The state that weighs most, where it first stands, and all inputs that have it. */
function noValue(parts: readonly FormulaResult[]): FormulaResult {
  const without = parts.flatMap((part) => (part.state === 'value' ? [] : [part]));
  const state = PRECEDENCE.find((one) => without.some((part) => part.state === one));
  const [first, ...others] = without.filter((part) => part.state === state);
  if (state === undefined || first === undefined) throw new Error('every part has a value');
  const inputs = [...new Set([first, ...others].flatMap((part) => part.inputs))];
  return { state, inputs, at: first.at };
}
