import type { Formula } from '../formula/formula';
import { parseFormula } from '../formula/parse';
import type { IndicatorDefinition, IndicatorSource } from './indicator.schema';

/** What the source of an indicator reads: the ids of others, each once, and what else. */
export type Reads = {
  readonly references: readonly string[];
  /** Those of `references` that are read at the same period; the others are only read at earlier ones. */
  readonly atOnce: readonly string[];
  readonly procedure?: string;
  readonly survey?: string;
  readonly programme?: string;
};
export type FormulaSource = Extract<IndicatorSource, { type: 'formula' }>;

/** The indicator behind a name in a formula: the one `inputs` gives it, else the one whose id it is. */
export const resolved = ({ inputs = {} }: FormulaSource, name: string): string =>
  Object.hasOwn(inputs, name) ? (inputs[name] ?? name) : name;

const read = new WeakMap<FormulaSource, Formula | 'unreadable'>();

/** The formula of a source, read once; `undefined`: it cannot be read. */
export function formulaOf(source: FormulaSource): Formula | undefined {
  let formula = read.get(source);
  if (formula === undefined) {
    const parsed = parseFormula(source.formula, 'number');
    formula = parsed.ok ? parsed.formula : 'unreadable';
    read.set(source, formula);
  }
  return formula === 'unreadable' ? undefined : formula;
}

type Read = readonly [indicator: string, lag: number];

function readBy(source: IndicatorSource): readonly Read[] {
  switch (source.type) {
    case 'ratio':
      return [source.numerator, source.denominator].flatMap((id) => (id === undefined ? [] : [[id, 0] as const]));
    case 'indicator':
      return [[source.indicator, source.lag ?? 0]];
    case 'formula':
      return (formulaOf(source)?.references ?? []).map(({ name, lag }) => [resolved(source, name), lag] as const);
    default:
      return [];
  }
}

/** What a definition reads. A formula that cannot be read reads nothing. */
export function readsOf({ source }: Pick<IndicatorDefinition, 'source'>): Reads {
  const reads = readBy(source);
  return {
    references: [...new Set(reads.map(([id]) => id))],
    atOnce: [...new Set(reads.filter(([, lag]) => lag === 0).map(([id]) => id))],
    ...(source.type === 'cases' && { procedure: source.procedure }),
    ...(source.type === 'survey' && { survey: source.survey }),
    ...(source.type === 'programme' && { programme: source.programme }),
  };
}
