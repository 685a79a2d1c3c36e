import { evaluateFormula, formulaResult, type ReadInput } from '../../formula/evaluate';
import type { Formula, FormulaInput, FormulaStep } from '../../formula/formula';
import { Exact } from '../../scoring/scored';
import type { Words } from '../../shared/language';
import { ABSENT, faultsWords } from '../absentWords';
import { none, valued, weakest, type Outcome, type ValueOutcome } from '../outcome';
import { formulaOf, resolved, type FormulaSource } from '../reads';
import { asked, faultOf, input, made, type At } from './at';
import type { Computed, FormulaInputs, Working } from './computed';

/** A formula over values of the same unit, at the same period or earlier ones. */
export function* fromFormula(at: At, source: FormulaSource): Working<Computed> {
  const formula = formulaOf(source);
  if (formula === undefined) return made(at, none('not-a-number', ABSENT.unreadable(at.ask)), { how: 'absent' });
  const inputs: (Computed | undefined)[] = [];
  for (const { name, lag } of formula.references) {
    const period = at.world.back(at.ask.period, lag);
    inputs.push(period === undefined ? undefined : yield asked(at, { indicator: resolved(source, name), period }));
  }
  return made(at, formulaOutcome(at, formula, { source, inputs }), { how: 'formula', source, inputs });
}

type Inputs = { readonly source: FormulaSource; readonly inputs: FormulaInputs };

/** The steps, and with them what failed, are looked at only where there is no value. */
function formulaOutcome(at: At, formula: Formula, { source, inputs }: Inputs): Outcome {
  const used: ValueOutcome[] = [];
  const result = formulaResult(formula, readingOf(formula, inputs, used));
  if (result.state !== 'value') return formulaFault(at, stepsOf(formula, inputs), { source, inputs });
  const value = typeof result.value === 'boolean' ? new Exact(result.value ? 1 : 0) : result.value;
  return valued(value, madeOf(used));
}

/** The computation, step by step. A name that has no input reaches too far back: missing. */
export const stepsOf = (formula: Formula, inputs: FormulaInputs): FormulaStep =>
  evaluateFormula(formula, readingOf(formula, inputs));

/** @param used takes the values that are read */
function readingOf(formula: Formula, inputs: FormulaInputs, used?: ValueOutcome[]): ReadInput {
  return (name, lag): FormulaInput => {
    const of = inputOf(formula, inputs, { name, lag });
    if (of === undefined) return { state: 'missing', inputs: [name] };
    const outcome = input(of, lag);
    if (outcome.state !== 'value') return { state: outcome.state, inputs: [name] };
    used?.push(outcome);
    return outcome;
  };
}

/** The input behind a reference in a formula. */
export function inputOf(
  { references }: Formula,
  inputs: FormulaInputs,
  wanted: { readonly name: string; readonly lag: number },
): Computed | undefined {
  return inputs[references.findIndex(({ name, lag }) => name === wanted.name && lag === wanted.lag)];
}

/** As good as the weakest value that was read, and resting on no more than the one that rests on the fewest. */
function madeOf(used: readonly ValueOutcome[]): Pick<ValueOutcome, 'n' | 'quality'> {
  let n: number | undefined;
  for (const one of used) if (one.n !== undefined && (n === undefined || one.n < n)) n = one.n;
  return { n, quality: used.every(({ quality }) => quality === 'normal') ? 'normal' : weakest(used.map(qualityOf)) };
}

const qualityOf = ({ quality }: ValueOutcome) => quality;

function formulaFault(at: At, step: FormulaStep, { source, inputs }: Inputs): Outcome {
  if (step.state === 'value') throw new Error(`${source.formula} has a value and has none`);
  const { state } = step;
  const names = step.inputs.map((name) => resolved(source, name));
  if (names.length === 0) return none(state, ownFault(at, source.formula, step), namesUnder(step, source));
  const references = formulaOf(source)?.references ?? [];
  const faults = inputs.flatMap((of, i) => {
    const { name = '' } = references[i] ?? {};
    return of !== undefined && step.inputs.includes(name) && input(of, 1).state === state ? [faultOf(of, state)] : [];
  });
  const spot = { ...at.ask, indicator: names[0] ?? '' };
  const words = faults.length > 0 ? faultsWords(at.ask, faults) : ABSENT.nothingEarlier(spot);
  return none(state, words, names);
}

const referencesIn = (step: FormulaStep): readonly { readonly name: string; readonly lag: number }[] =>
  step.reference === undefined ? step.parts.flatMap(referencesIn) : [step.reference];

function ownFault({ ask }: At, text: string, step: FormulaStep): Words {
  const part = step.state === 'value' ? text : text.slice(step.at.start, step.at.end);
  return step.state === 'division-by-zero' ? ABSENT.formulaByZero(ask, part) : ABSENT.formulaFails(ask, part);
}

/** The inputs in the part that fails by itself; of a division those under the line. */
function namesUnder(step: FormulaStep, source: FormulaSource): readonly string[] {
  if (step.state === 'value') return [];
  const { at } = step;
  const find = (one: FormulaStep): FormulaStep | undefined =>
    one.place.start === at.start && one.place.end === at.end && one.parts.length > 0
      ? one
      : one.parts.map(find).find((found) => found !== undefined);
  const failing = find(step);
  const under = step.state === 'division-by-zero' ? failing?.parts.at(-1) : failing;
  return under === undefined ? [] : referencesIn(under).map(({ name }) => resolved(source, name));
}
