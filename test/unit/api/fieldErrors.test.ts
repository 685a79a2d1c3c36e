import { describe, expect, it } from '@jest/globals';
import { parsed } from '../../../src/api/http/fieldErrors';
import { CycleCommand } from '../../../src/domain/cycle/cycle.schema';

describe('what is wrong with a body', () => {
  it('names the kinds there are when a command is of none of them', () => {
    const result = parsed(CycleCommand, { type: 'Approve' }, 'body');
    const [error] = result.ok ? [] : result.errors('en');
    expect(error).toMatchObject({ in: 'body', field: '/type' });
    expect(error?.message).toMatch(/^must be one of: RevisePlan, WithdrawPlan, ApprovePlan/);
  });
});
