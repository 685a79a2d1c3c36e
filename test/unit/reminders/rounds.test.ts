import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { VIETNAM } from '../../../src/domain/calendar/vietnam';
import { isWorkingDay } from '../../../src/domain/calendar/workingDays';
import { localDateOf } from '../../../src/domain/calendar/zone';
import { DELIVERY_RETRIES, nextAttempt } from '../../../src/domain/reminders/backoff';
import { missedRoundAt, nextRoundAt } from '../../../src/domain/reminders/rounds';

describe("an office's rounds", () => {
  it.each([
    ['2026-08-21T00:00:00.000Z', '2026-08-21T01:00:00.000Z', 'in the morning'],
    ['2026-08-21T01:00:00.000Z', '2026-08-21T07:00:00.000Z', 'after the first comes the second'],
    ['2026-08-21T07:00:00.000Z', '2026-08-22T01:00:00.000Z', 'the Saturday is worked'],
    ['2026-08-22T07:00:00.000Z', '2026-08-24T01:00:00.000Z', 'Sunday is not'],
    ['2026-08-28T07:00:00.000Z', '2026-09-03T01:00:00.000Z', 'nor are the days around National Day'],
  ])('after %s comes %s: %s', (after, next) => {
    expect(nextRoundAt(VIETNAM, undefined, after)).toBe(next);
  });

  it('are always later, always on a working day, and none is skipped', () => {
    const instants = fc.integer({ min: Date.parse('2024-01-01T00:00Z'), max: Date.parse('2027-12-20T00:00Z') });
    fc.assert(
      fc.property(instants, (ms) => {
        const after = new Date(ms).toISOString();
        const next = nextRoundAt(VIETNAM, { at: ['16:30', '07:45'] }, after);
        expect(next > after).toBe(true);
        expect(isWorkingDay(VIETNAM, localDateOf(next, VIETNAM.timeZone))).toBe(true);
        const between = new Date((ms + Date.parse(next)) / 2).toISOString();
        expect(between < next ? nextRoundAt(VIETNAM, { at: ['16:30', '07:45'] }, between) : next).toBe(next);
      }),
    );
  });

  it('of a demonstration come every few seconds at any hour', () => {
    expect(nextRoundAt(VIETNAM, { everySeconds: 3 }, '2026-08-23T00:00:00.000Z')).toBe('2026-08-23T00:00:03.000Z');
  });

  it('that were missed are held at once when the office is open, else at the next time', () => {
    expect(missedRoundAt(VIETNAM, undefined, '2026-08-21T03:00:00.000Z')).toBe('2026-08-21T03:00:00.000Z');
    expect(missedRoundAt(VIETNAM, undefined, '2026-08-21T13:00:00.000Z')).toBe('2026-08-22T01:00:00.000Z');
    expect(missedRoundAt(VIETNAM, undefined, '2026-08-23T03:00:00.000Z')).toBe('2026-08-24T01:00:00.000Z');
  });
});

describe('a delivery that fails', () => {
  it('is tried again with growing pauses for five days, and then given up', () => {
    const firstAttemptAt = '2026-08-21T01:00:00.000Z';
    const minutes: number[] = [];
    let at: string | undefined = firstAttemptAt;
    for (let attempts = 1; at !== undefined; attempts += 1) {
      minutes.push((Date.parse(at) - Date.parse(firstAttemptAt)) / 60_000);
      at = nextAttempt(DELIVERY_RETRIES, { attempts, firstAttemptAt, at });
    }
    expect(minutes.slice(0, 6)).toEqual([0, 1, 6, 36, 156, 516]);
    expect(minutes.at(-1)).toBeGreaterThan(4.7 * 24 * 60);
    expect(minutes.at(-1)).toBeLessThanOrEqual(5 * 24 * 60);
  });
});
