import { describe, expect, it } from '@jest/globals';
import { aggregationProblem } from '../../../src/domain/cases/aggregations/problem';

describe('an aggregation that cannot be computed is refused early', () => {
  it('names what there is when the key is unknown', () => {
    const problem = aggregationProblem({ aggregation: 'medain' });
    expect(problem).toMatchObject({ code: 'NO_SUCH_AGGREGATION', field: 'aggregation' });
    expect(problem?.params?.['known']).toContain('median');
  });

  it('accepts keys and aliases', () => {
    expect(aggregationProblem({ aggregation: 'median' })).toBeUndefined();
    expect(aggregationProblem({ aggregation: 'on-time-share' })).toBeUndefined();
  });

  it('asks for a limit where neither the indicator nor the procedure has one', () => {
    const asked = { aggregation: 'share-within-working-days' };
    expect(aggregationProblem(asked)).toMatchObject({ code: 'AGGREGATION_NEEDS_A_LIMIT' });
    expect(aggregationProblem(asked, { limitWorkingDays: 15 })).toBeUndefined();
    expect(aggregationProblem({ ...asked, parameters: { days: 5 } })).toBeUndefined();
  });

  it('does not ignore a parameter that the aggregation does not take', () => {
    const problem = aggregationProblem({ aggregation: 'median', parameters: { days: 5 } });
    expect(problem).toMatchObject({ code: 'AGGREGATION_TAKES_NO_SUCH_PARAMETER', params: { parameters: ['days'] } });
  });
});
