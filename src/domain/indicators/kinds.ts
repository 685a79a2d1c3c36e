import type { IndicatorDefinition } from './indicator.schema';

/** What of an indicator's kind is stated, in whichever form: input, output, outcome, leading, lagging. */
export function kindsOf({ kind }: Pick<IndicatorDefinition, 'kind'>): readonly string[] {
  if (kind === undefined) return [];
  if (typeof kind === 'string') return [kind];
  return 'length' in kind ? kind : Object.values(kind).filter((one) => one !== undefined);
}
