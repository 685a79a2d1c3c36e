import { evaluateFormula, type ReadInput } from '../../../src/domain/formula/evaluate';
import type { Formula, FormulaInput, FormulaStep } from '../../../src/domain/formula/formula';
import { parseFormula } from '../../../src/domain/formula/parse';
import type { FormulaRefusal } from '../../../src/domain/formula/refusals';
import { Exact } from '../../../src/domain/scoring/scored';
import type { NoValue } from '../../../src/domain/indicators/value';

export type Inputs = Readonly<
  Record<string, number | string | null | { readonly state: NoValue; readonly inputs?: readonly string[] }>
>;

/** `a` is read from `a`, one period earlier from `a@1`. What is not there is missing, and so is `null`. */
export const reading =
  (inputs: Inputs): ReadInput =>
  (name, lag) => {
    const key = lag === 0 ? name : `${name}@${lag}`;
    return inputOf(Object.hasOwn(inputs, key) ? inputs[key] : undefined);
  };

function inputOf(given: Inputs[string] | undefined): FormulaInput {
  if (given === undefined || given === null) return { state: 'missing', inputs: [] };
  return typeof given === 'object' ? { inputs: [], ...given } : { state: 'value', value: new Exact(given) };
}

export function formulaOf(text: string): Formula {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.refusal)}`);
  return parsed.formula;
}

export const step = (text: string, inputs: Inputs = {}): FormulaStep =>
  evaluateFormula(formulaOf(text), reading(inputs));

/** A number, true or false, or the state that stands for there being none. */
export function value(text: string, inputs: Inputs = {}): number | boolean | NoValue {
  const result = step(text, inputs);
  if (result.state !== 'value') return result.state;
  return typeof result.value === 'boolean' ? result.value : result.value.toNumber();
}

export function refusal(text: string): FormulaRefusal {
  const parsed = parseFormula(text);
  if (parsed.ok) throw new Error(`${text} is a formula`);
  return parsed.refusal;
}

/** Code, and the text from the place that is pointed at. */
export function refused(text: string): string {
  const { code, params } = refusal(text);
  return `${code} ${text.slice(Number(params?.['position']) - 1)}`;
}
