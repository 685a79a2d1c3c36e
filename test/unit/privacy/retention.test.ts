import { describe, expect, it } from '@jest/globals';
import { cutoffs, keptSince } from '../../../src/domain/privacy/retention';
import { Retention } from '../../../src/domain/privacy/retention.schema';

describe('how long personal data is kept', () => {
  it('is counted in months of the calendar', () => {
    expect(keptSince(1, '2026-03-31T08:00:00.000Z')).toBe('2026-02-28T08:00:00.000Z');
    expect(keptSince(12, '2028-02-29T00:00:00.000Z')).toBe('2027-02-28T00:00:00.000Z');
  });

  it('is assumed where the office says nothing, kind by kind', () => {
    const { months } = Retention.parse({ months: { messages: 6 } });
    expect(months).toEqual({ messages: 6, signIns: 12, refusals: 12, accessLog: 36, conversationNotes: 24 });
    expect(cutoffs(months, '2026-11-24T00:00:00.000Z')).toContainEqual({
      kind: 'messages',
      before: '2026-05-24T00:00:00.000Z',
    });
  });

  it('is at least a month', () => {
    expect(Retention.safeParse({ months: { messages: 0 } }).success).toBe(false);
  });
});
