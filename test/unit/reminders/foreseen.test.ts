import { describe, expect, it } from '@jest/globals';
import { VIETNAM } from '../../../src/domain/calendar/vietnam';
import type { Person } from '../../../src/domain/organisation/organisation.schema';
import type { DueItem } from '../../../src/domain/reminders/due';
import { foreseen, type ForeseenInput } from '../../../src/domain/reminders/foreseen';

const person = (id: string, over: Partial<Person> = {}): Person => ({
  ...{ id, name: id, unit: 'office', roles: [], language: 'vi' },
  ...over,
});
const PEOPLE = [person('lan', { manager: 'binh', deputy: 'hoa' }), person('hoa'), person('binh')];
const DUE: DueItem = {
  ...{ key: 'c/review', kind: 'review', stream: 'c', unit: 'office', procedure: 'permit', title: 'Permits' },
  persons: ['lan'],
  openedAt: '2026-08-17T02:00:00.000Z',
  dueAt: '2026-09-04T10:00:00.000Z',
};
const told = (over: Partial<ForeseenInput>) => {
  const office = { id: 'office', name: 'Office' };
  const base = { steps: [{ workingDays: 0, level: 0 }], due: DUE, calendar: VIETNAM, people: PEOPLE, office };
  const { rounds, unsent } = foreseen({ ...base, rounds: undefined, ...over });
  return {
    days: rounds.map(({ at, reminders }) => [at, ...reminders.map((one) => `${one.step} ${one.person}`)]),
    unsent,
  };
};

describe('the rounds to come', () => {
  it('count working days over holidays and worked Saturdays, and climb to the superior', () => {
    const steps = [
      { opening: true as const, level: 0 },
      { workingDays: -3, level: 0 },
      { workingDays: 2, level: 1 },
    ];
    expect(told({ steps })).toEqual({
      days: [
        ['2026-08-17T07:00:00.000Z', 'opening lan'],
        ['2026-08-27T01:00:00.000Z', '-3 lan'],
        ['2026-09-08T01:00:00.000Z', '2^1 lan', '2^1 binh'],
      ],
      unsent: [],
    });
  });

  it('tell the deputy of somebody absent, and the person too once back', () => {
    const away = PEOPLE.map((one) =>
      one.id === 'lan' ? { ...one, absences: [{ from: '2026-09-01', to: '2026-09-04' }] } : one,
    );
    const steps = [
      { workingDays: 0, level: 0 },
      { workingDays: 1, level: 0 },
    ];
    expect(told({ steps, people: away }).days).toEqual([
      ['2026-09-04T01:00:00.000Z', '0 hoa'],
      ['2026-09-07T01:00:00.000Z', '0 lan', '1 lan'],
    ]);
  });

  it('leave out steps whose day is before the item is opened', () => {
    const steps = [
      { workingDays: -60, level: 0 },
      { workingDays: 0, level: 0 },
    ];
    expect(told({ steps }).unsent).toEqual([0]);
  });

  it("come at the office's own times", () => {
    expect(told({ rounds: { at: ['16:30'] } }).days).toEqual([['2026-09-04T09:30:00.000Z', '0 lan']]);
  });
});
