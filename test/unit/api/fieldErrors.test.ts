import { describe, expect, it } from '@jest/globals';
import { parsed } from '../../../src/api/http/fieldErrors';
import { ObservationEntries } from '../../../src/domain/indicators/observation.schema';
import { CycleCommand } from '../../../src/domain/cycle/cycle.schema';

describe('what is wrong with a body', () => {
  it('names the kinds there are when a command is of none of them', () => {
    const result = parsed(CycleCommand, { type: 'Approve' }, 'body');
    const [error] = result.ok ? [] : result.errors('en');
    expect(error).toMatchObject({ in: 'body', field: '/type' });
    expect(error?.message).toMatch(/^must be one of: RevisePlan, WithdrawPlan, ApprovePlan/);
  });

  it.each([
    [
      { period: '2026-01', value: '5' },
      '/value',
      'must be a number, not a text',
      'phải là một số, không phải một chuỗi ký tự',
    ],
    [{ period: '2026-01', value: Infinity }, '/value', 'this number is too large', 'số này quá lớn'],
    [{ value: 1 }, '/period', 'missing; a text is needed', 'còn thiếu; cần một chuỗi ký tự'],
    [{ period: '2026-01', value: 1, n: -1 }, '/n', 'must be at least 0', 'phải từ 0 trở lên'],
    [{ period: '2026-01', value: 1, reason: '' }, '/reason', 'must not be empty', 'không được để trống'],
    [{ items: [] }, '/items', 'must not be empty', 'không được để trống'],
  ])('says of %j what %s has to be, as a person would', (body, field, en, vi) => {
    const result = parsed(ObservationEntries, body, 'body');
    expect(result.ok ? [] : result.errors('en')).toMatchObject([{ field, message: en }]);
    expect(result.ok ? [] : result.errors('vi')).toMatchObject([{ field, message: vi }]);
  });
});
