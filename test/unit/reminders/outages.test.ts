import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateOfDay, dayNumber } from '../../../src/domain/calendar/civil';
import type { Person } from '../../../src/domain/organisation/organisation.schema';
import type { DueItem } from '../../../src/domain/reminders/due';
import { firedReminders } from '../../../src/domain/reminders/fired';
import { remindersDue, type ReminderMessage } from '../../../src/domain/reminders/remindersDue';
import { chainOf, standInOf } from '../../../src/domain/reminders/recipients';
import { due, person, world } from './world';

const IDS = ['a', 'b', 'c', 'd', 'e'];
const days = fc.integer({ min: dayNumber('2026-08-10'), max: dayNumber('2026-09-30') }).map(dateOfDay);
const instants = fc
  .integer({ min: Date.parse('2026-08-10T00:00Z'), max: Date.parse('2026-10-10T00:00Z') })
  .map((ms) => new Date(ms).toISOString());
const ids = fc.constantFrom(...IDS, 'gone');
/** Any tangle of managers, deputies and absences. */
const people: fc.Arbitrary<readonly Person[]> = fc
  .tuple(...IDS.map(() => fc.tuple(ids, ids, fc.array(fc.tuple(days, days), { maxLength: 2 }))))
  .map((all) =>
    all.map(([manager, deputy, away], i) =>
      person(IDS[i] ?? '', { manager, deputy, absences: away.map(([from, to]) => ({ from, to })) }),
    ),
  );
const dues: fc.Arbitrary<readonly DueItem[]> = fc
  .array(fc.tuple(instants, fc.subarray(IDS, { minLength: 1 }), fc.boolean()), { minLength: 1, maxLength: 4 })
  .map((all) => all.map(([dueAt, persons, paused], i) => due({ key: `due${i}`, dueAt, persons, paused })));
const rounds = fc.uniqueArray(instants, { minLength: 1, maxLength: 12 }).map((all) => all.sort());

/** Rounds as they would be held: each records what it said. A crash between two rounds changes nothing about that. */
function play(at: readonly string[], more: { dues: readonly DueItem[]; people: readonly Person[] }) {
  const recorded = new Set<string>();
  return at.map((now) => {
    const messages = remindersDue({ ...world(more), at: now, recorded });
    for (const key of messages.flatMap(({ reminders }) => reminders)) recorded.add(key);
    return messages;
  });
}
const keysOf = (messages: readonly ReminderMessage[]): string[] => messages.flatMap(({ reminders }) => reminders);

describe('over any rounds and outages, with any tangle of people', () => {
  it('no reminder is repeated', () => {
    fc.assert(
      fc.property(rounds, dues, people, (at, owed, who) => {
        const keys = play(at, { dues: owed, people: who }).flatMap(keysOf);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('none is lost: after the last round everything that had to be said by then is said', () => {
    fc.assert(
      fc.property(rounds, dues, people, (at, owed, who) => {
        const said = new Set(play(at, { dues: owed, people: who }).flatMap(keysOf));
        const last = at.at(-1) ?? '';
        for (const { key } of firedReminders(world({ dues: owed, people: who, at: last }))) expect(said).toContain(key);
      }),
    );
  });

  it('each round has one message a person, with each item once', () => {
    fc.assert(
      fc.property(rounds, dues, people, (at, owed, who) => {
        for (const messages of play(at, { dues: owed, people: who })) {
          expect(new Set(messages.map((m) => m.person)).size).toBe(messages.length);
          for (const { items } of messages) expect(new Set(items.map((item) => item.due)).size).toBe(items.length);
        }
      }),
    );
  });

  it('with everyone there, what is said does not depend on when the rounds were', () => {
    fc.assert(
      fc.property(rounds, dues, people, (at, owed, who) => {
        const present = who.map(({ absences: _, ...one }) => one);
        const last = at.at(-1) ?? '';
        const often = play(at, { dues: owed, people: present }).flatMap(keysOf).sort();
        expect(often).toEqual(play([last], { dues: owed, people: present }).flatMap(keysOf).sort());
      }),
    );
  });

  it('someone who is there is told whenever anyone in the chain or a deputy of theirs is there', () => {
    fc.assert(
      fc.property(people, days, fc.constantFrom(...IDS), (who, day, id) => {
        const known = new Map(who.map((one) => [one.id, one]));
        const told = known.get(standInOf(known, id, day));
        const away = (one?: Person): boolean =>
          one?.absences?.some(({ from, to }) => from <= day && day <= to) ?? false;
        if (away(told)) expect(chainOf(known, id).every((superior) => away(known.get(superior)))).toBe(true);
      }),
    );
  });
});
