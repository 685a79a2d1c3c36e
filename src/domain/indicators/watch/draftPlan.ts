import { findAggregation } from '../../cases/aggregations/catalogue';
import type { DraftPlan } from '../../cycle/cycle.schema';
import type { DefinitionVersion } from '../facts';
import type { Finding } from './watchFinding';
import { nameOf } from './words';
import { given } from '../../shared/given';

/**
 * The plan of a draft cycle, as far as the data says: the problem in both languages, and, of an indicator over cases, the
 * indicator with the newest value as its baseline. Causes are for people to find.
 */
export function draftPlan(
  indicator: string,
  { source, target, direction, ...definition }: DefinitionVersion['definition'],
  { words, newest }: { readonly words: Finding['words']; readonly newest?: number },
): DraftPlan {
  const problem = `${words.vi}\n${words.en}`;
  if (source.type !== 'cases' || findAggregation(source.aggregation) === undefined) return { problem };
  const { vi } = nameOf({ ...definition, source, direction });
  return {
    problem,
    indicators: [
      {
        key: indicator,
        name: vi,
        aggregation: source.aggregation,
        role: 'outcome',
        ...(newest !== undefined && { baseline: newest }),
        ...(source.parameters !== undefined && { parameters: given(source.parameters) }),
        ...(direction !== 'range' && { better: direction }),
        ...(target !== undefined && { target }),
      },
    ],
  };
}
