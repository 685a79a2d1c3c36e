import { describe, expect, it } from '@jest/globals';
import type { RemindersInput } from '../../../src/domain/reminders/fired';
import { STANDARD_POLICY } from '../../../src/domain/reminders/policy';
import { ReminderPolicy } from '../../../src/domain/reminders/policy.schema';
import { remindersDue } from '../../../src/domain/reminders/remindersDue';
import { due, person, PEOPLE, world } from './world';

const none: ReadonlySet<string> = new Set();
const say = (more: Partial<RemindersInput> = {}, recorded = none) => remindersDue({ ...world(more), recorded });
const told = (more: Partial<RemindersInput> = {}): readonly string[] =>
  say(more)
    .map((message) => message.person)
    .sort();
const steps = (more: Partial<RemindersInput> = {}): readonly string[] =>
  say(more).flatMap(({ reminders }) => reminders.map((key) => key.slice(key.indexOf('/', key.indexOf('@')) + 1)));
const ONE_STEP = (step: ReminderPolicy['steps'][number]): ReminderPolicy => ({
  id: 'standard',
  name: 'x',
  steps: [step],
});

describe('when a reminder comes', () => {
  it.each([
    ['2026-08-17T09:00:00.000Z', ['opening/an'], 'four working days before'],
    ['2026-08-18T01:00:00.000Z', ['opening/an', '-3/an'], 'three working days before'],
    ['2026-08-21T01:00:00.000Z', ['opening/an', '-3/an', '0/an'], 'on the day'],
    ['2026-08-22T01:00:00.000Z', ['opening/an', '-3/an', '0/an', '1/an'], 'on the worked Saturday after it'],
    ['2026-08-23T01:00:00.000Z', ['opening/an', '-3/an', '0/an', '1/an'], 'not yet on Sunday'],
    [
      '2026-08-25T01:00:00.000Z',
      ['opening/an', '-3/an', '0/an', '1/an', '3^1/an', '3^1/binh'],
      'three working days late',
    ],
  ])('at %s: %j (%s)', (at, expected) => {
    expect(steps({ at })).toEqual(expected);
  });

  it('leaves out steps that lie before the item was opened, but not one on the same day', () => {
    const dues = [due({ openedAt: '2026-08-21T03:00:00.000Z' })];
    expect(steps({ dues, at: '2026-08-21T07:00:00.000Z' })).toEqual(['opening/an', '0/an']);
  });

  it('on a due date that is a day off, the day itself is the last working day before', () => {
    const dues = [due({ dueAt: '2026-08-23T10:00:00.000Z' })];
    const policies = [ONE_STEP({ workingDays: 0, level: 0 })];
    expect(steps({ dues, policies, at: '2026-08-21T01:00:00.000Z' })).toEqual([]);
    expect(steps({ dues, policies, at: '2026-08-22T01:00:00.000Z' })).toEqual(['0/an']);
  });

  it('takes a due date at midnight for the day that ends with it', () => {
    const dues = [due({ dueAt: '2026-08-21T17:00:00.000Z' })];
    expect(say({ dues, at: '2026-08-21T01:00:00.000Z' })[0]?.subject).toContain('due today');
  });

  it('follows signed durations to the second', () => {
    const policies = [ONE_STEP({ duration: '-PT5S', level: 0 })];
    expect(steps({ policies, at: '2026-08-21T09:59:54.999Z' })).toEqual([]);
    expect(steps({ policies, at: '2026-08-21T09:59:55.000Z' })).toEqual(['-PT5S/an']);
  });

  it('is silent while the cycle is paused', () => {
    expect(say({ dues: [due({ paused: true })] })).toEqual([]);
  });

  it("follows the item's own policy, else the office's, else the standard", () => {
    const own = { ...ONE_STEP({ workingDays: -10, level: 0 }), id: 'own' };
    const office = { ...ONE_STEP({ workingDays: -9, level: 0 }), id: 'office' };
    const input = { policies: [own, office], defaultPolicy: 'office' };
    expect(steps({ ...input, dues: [due({ policy: 'own' })] })).toEqual(['-10/an']);
    expect(steps(input)).toEqual(['-9/an']);
    expect(steps({ ...input, dues: [due({ policy: 'gone' })] })).toEqual(['-9/an']);
    expect(steps()).toEqual(['opening/an', '-3/an', '0/an']);
  });
});

describe('what counts as new', () => {
  const recorded = new Set(say().flatMap(({ reminders }) => reminders));

  it('nothing that is recorded', () => expect(say({}, recorded)).toEqual([]));

  it('a moved due date', () => {
    const dues = [due({ dueAt: '2026-08-24T10:00:00.000Z' })];
    expect(say({ dues }, recorded).map(({ person }) => person)).toEqual(['an']);
  });

  it('a changed reviewer', () => {
    expect(say({ dues: [due({ persons: ['chi'] })] }, recorded).map(({ person }) => person)).toEqual(['chi']);
  });

  it('not a policy in which a step was put before the others', () => {
    const steps = [{ workingDays: -30, level: 0 }, ...STANDARD_POLICY.steps];
    expect(say({ policies: [{ ...STANDARD_POLICY, steps }] }, recorded)).toEqual([]);
  });
});

describe('who is told', () => {
  const late = '2026-09-10T01:00:00.000Z';
  const away = [{ from: '2026-09-10', to: '2026-09-10' }];
  const with_ = (...changed: ReturnType<typeof person>[]) => [
    ...PEOPLE.filter(({ id }) => !changed.some((other) => other.id === id)),
    ...changed,
  ];

  it('whoever owes it, the superior, and the superior of that', () => {
    expect(told({ at: late })).toEqual(['an', 'binh', 'chi']);
  });

  it('the deputy in place of an absent superior', () => {
    const people = with_(person('binh', { manager: 'chi', deputy: 'dung', absences: away }));
    expect(told({ at: late, people })).toEqual(['an', 'chi', 'dung']);
    expect(say({ at: late, people }).find(({ person }) => person === 'dung')?.body).toContain(
      'in place of Name of binh, who is away',
    );
  });

  it("the deputy's deputy when the deputy is away too", () => {
    const people = with_(
      person('binh', { manager: 'chi', deputy: 'dung', absences: away }),
      person('dung', { deputy: 'em', absences: away }),
      person('em'),
    );
    expect(told({ at: late, people })).toEqual(['an', 'chi', 'em']);
  });

  it('the next superior when nobody is there in between, even if deputies stand in for each other', () => {
    const people = with_(
      person('binh', { manager: 'chi', deputy: 'dung', absences: away }),
      person('dung', { deputy: 'binh', absences: away }),
    );
    expect(told({ at: late, people })).toEqual(['an', 'chi']);
  });

  it('the deputy in place of an absent reviewer, and the reviewer when back', () => {
    const people = with_(person('an', { manager: 'binh', deputy: 'dung', absences: away }));
    expect(told({ at: '2026-08-21T01:00:00.000Z', people })).toEqual(['an']);
    expect(told({ at: late, people })).toEqual(['binh', 'chi', 'dung']);
  });

  it('the absent head too, when the whole chain is away: the message waits', () => {
    const people = PEOPLE.map((one) => ({ ...one, absences: away }));
    expect(told({ at: late, people })).toEqual(['an', 'binh', 'chi']);
  });

  it.each([
    ['a circle of managers', [person('an', { manager: 'binh' }), person('binh', { manager: 'an' })], ['an', 'binh']],
    ['a manager who is gone', [person('an', { manager: 'gone' })], ['an']],
    ['a person who is gone', [], ['an']],
    ['a manager of themself', [person('an', { manager: 'an' })], ['an']],
  ])('ends at the head with %s', (_, people, expected) => {
    expect(told({ at: late, people })).toEqual(expected);
  });
});

describe('what a message says', () => {
  it('names everything at once, the most pressing first, each item once', () => {
    const dues = [
      due({ key: 'b', title: 'Second', dueAt: '2026-08-24T10:00:00.000Z' }),
      due({ key: 'a', title: 'First' }),
    ];
    const [message, ...others] = say({ dues, at: '2026-08-24T11:00:00.000Z' });
    expect(others).toEqual([]);
    expect(message?.items).toMatchObject([
      { due: 'a', step: '1', title: 'First' },
      { due: 'b', step: '0', title: 'Second' },
    ]);
    expect(message?.reminders).toHaveLength(7);
    expect(message?.subject).toBe('Reminder: 2 things to do, 2 overdue');
    expect(message?.key).toBe('2026-08-24T11:00:00.000Z~office~an');
  });

  it('in English', () => {
    const messages = say({ at: '2026-08-25T01:00:00.000Z' });
    expect(messages.map(({ subject, body }) => `${subject}\n${body}`)).toMatchSnapshot();
  });

  it('in the language of its reader', () => {
    const people = [
      person('an', { name: 'Nguyễn Văn An', manager: 'binh', language: 'vi' }),
      person('binh', { name: '平', language: 'ja' }),
    ];
    const messages = say({ at: '2026-08-25T01:00:00.000Z', people, office: { id: 'o', name: 'Sở Xây dựng' } });
    expect(messages.map(({ language }) => language)).toEqual(['vi', 'ja']);
    expect(messages.map(({ subject, body }) => `${subject}\n${body}`)).toMatchSnapshot();
  });

  it('spells out thirty items and counts the rest, and records them all', () => {
    const dues = Array.from({ length: 33 }, (_, i) => due({ key: `k${i}`, persons: ['chi'] }));
    const [message] = say({ dues });
    expect(message?.body).toContain('… and 3 more');
    expect(message?.items).toHaveLength(33);
  });

  it('keeps line breaks of a title out of the subject', () => {
    expect(say({ dues: [due({ title: 'a\r\nBcc: x' })] })[0]?.subject).toContain('a Bcc: x');
  });
});

describe('the standard policy', () => {
  it('is one an office could have sent', () => {
    const { id: _, ...body } = STANDARD_POLICY;
    expect(ReminderPolicy.parse(body)).toEqual(body);
  });
});

describe('an office that calls a cycle otherwise', () => {
  it('says so in its letters, and leaves titles and names as people wrote them', () => {
    const terms = { vi: { 'called.cycle': 'sáng kiến', 'called.product': 'Cải tiến Khánh Hòa' } };
    const people = PEOPLE.map((one) => ({ ...one, language: 'vi' as const }));
    const [message] = say({ terms, people, dues: [due({ title: 'Chu kỳ nhanh hơn' })] });
    expect(message?.subject).toContain('Chu kỳ nhanh hơn');
    expect(message?.body).toContain('Mã sáng kiến: ');
    expect(message?.body).toContain('Thông báo tự động của Cải tiến Khánh Hòa');
    expect(message?.body).not.toMatch(/[\uE000\uE001]/);
  });
});
