import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AnyEvaluationCommand } from '../../../src/domain/evaluations/decide';
import { delaysOf } from '../../../src/domain/evaluations/state';
import {
  after,
  assessment,
  by,
  done,
  eventsOf,
  opened,
  published,
  RATINGS,
  rating,
  refusedBy,
  scoreNow,
  VECTOR,
  work,
} from './support';
import type { Step } from './support';

const approval = by('approver', { type: 'Approve' }, '2026-04-02');
const rated = (steps: readonly Step[] = VECTOR) => after([...steps, assessment, rating, approval]);
const told = () => after([published(scoreNow(rated()).total)], rated());
const item = (steps: readonly Step[]) => after(steps).items[0] ?? fail();
const fail = (): never => {
  throw new Error('no item');
};

describe('work', () => {
  test('gives the score of the vector of the domain facts', () => {
    const { total, class: band } = scoreNow(rated());
    expect([total?.toFixed(3), band]).toEqual(['64.333', 'completed']);
  });
  test('takes coefficient and category from the product of the catalogue', () => {
    const one = item([
      by('manager', { type: 'AssignWork', item: 'p', title: 'p', product: 'plan', quantity: 2, due: '2026-03-18' }),
    ]);
    expect(one).toMatchObject({ coefficient: 3, quantity: 2, category: 'b' });
  });
  test('that is late has one delay by itself, and each noted one is another', () => {
    const late = [by('manager', work('w', 1, '2026-03-11')), by('binh', done('w', '2026-03-13'))];
    expect(delaysOf(item(late))).toBe(1);
    expect(delaysOf(item([...late, by('manager', { type: 'NoteDelay', item: 'w', on: '2026-03-12' })]))).toBe(2);
  });
  test('that waits for others is not late by the working days of waiting, whenever they are entered', () => {
    const steps = [
      by('binh', { type: 'BeginWaiting', item: 'w', on: '2026-03-10', waitingFor: 'Sở Tài chính' }),
      by('binh', { type: 'EndWaiting', item: 'w', on: '2026-03-13' }),
      by('binh', done('w', '2026-03-13')),
    ] as const;
    const [begin, end, finish] = steps;
    const assigned = by('manager', work('w', 1, '2026-03-11'));
    for (const order of [
      [begin, end, finish],
      [begin, finish, end],
      [finish, begin, end],
    ])
      expect(item([assigned, ...order]).lateDays).toBe(0);
  });
  test('due on a day off is in time on the next working day', () => {
    expect(item([by('manager', work('w', 1, '2026-03-14')), by('binh', done('w', '2026-03-16'))]).lateDays).toBe(0);
  });
  test('entered late within the grace is marked and not punished; after it the manager enters it', () => {
    const assigned = after([by('manager', work('w', 1))]);
    const marked = after([by('binh', done('w'), '2026-04-02')], assigned);
    expect(marked.items[0]).toMatchObject({ lateEntry: true, lateDays: 0 });
    expect(refusedBy(by('binh', done('w'), '2026-04-10'), assigned)).toBe('GRACE_IS_OVER');
    expect(refusedBy(by('manager', done('w'), '2026-04-10'), assigned)).toBeUndefined();
  });
  test('has its grace from the opening where the period was opened after its end', () => {
    const late = { ...after([by('manager', work('w', 1))]), openedAt: '2026-05-04T02:00:00.000Z' };
    expect(refusedBy(by('binh', done('w'), '2026-05-07'), late)).toBeUndefined();
    expect(refusedBy(by('binh', done('w'), '2026-05-12'), late)).toBe('GRACE_IS_OVER');
  });
  test('done after the period belongs to the next one', () => {
    expect(refusedBy(by('manager', done('w', '2026-04-01'), '2026-04-02'), after([by('manager', work('w', 1))]))).toBe(
      'DONE_AFTER_THE_PERIOD /doneOn',
    );
  });
  test('is excused by somebody else than who asked', () => {
    const asked = after([
      by('manager', work('w', 1)),
      by('manager', { type: 'RequestObjectiveCause', item: 'w', reason: 'Bão' }),
    ]);
    const granted = { type: 'DecideObjectiveCause', item: 'w', granted: true, reason: 'Đúng' } as const;
    expect(refusedBy(by('manager', granted), asked)).toBe('CAUSE_DECIDED_BY_ANOTHER');
    expect(after([by('head', granted)], asked).items[0]?.objectiveCause.is).toBe('granted');
  });
});

describe('ratings', () => {
  test('go from oneself to the manager, to approval, to calibration', () => {
    expect(after([assessment]).phase).toBe('rating');
    expect(after([assessment, rating]).phase).toBe('approving');
    expect(rated().phase).toBe('calibrating');
    const calibrated = by('body', { type: 'Calibrate', ratings: { 'general/ethics': 20 }, reason: 'Đồng đều' });
    expect(scoreNow(after([calibrated], rated())).total).toBeCloseTo(66.333, 3);
  });
  test('need a reason where they differ from the self-assessment', () => {
    const other = { ...RATINGS, 'general/ethics': 15 };
    const one = after([assessment]);
    expect(refusedBy(by('manager', { type: 'Rate', ratings: other }), one)).toBe(
      'DIFFERENCE_NEEDS_A_REASON /reasons/general~1ethics',
    );
    const reasons = { 'general/ethics': 'Chậm báo cáo' };
    expect(refusedBy(by('manager', { type: 'Rate', ratings: other, reasons }), one)).toBeUndefined();
  });
  test('name the criterion with too many points, unknown, or missing', () => {
    const given = (ratings: Record<string, number>) => refusedBy(by('binh', { type: 'AssessSelf', ratings }), opened());
    expect(given({ ...RATINGS, 'general/ethics': 21 })).toBe('TOO_MANY_POINTS /ratings/general~1ethics');
    expect(given({ ...RATINGS, other: 1 })).toBe('NO_SUCH_CRITERION /ratings/other');
    expect(given({ 'general/ethics': 1 })).toBe('RATINGS_INCOMPLETE /ratings');
  });
  test('are not approved by whoever rated, nor by oneself', () => {
    const one = after([assessment, rating]);
    expect(refusedBy(by('manager', { type: 'Approve' }), one)).toBe('RATED_BY_THE_SAME_PERSON');
    expect(refusedBy(by('binh', { type: 'Approve' }), one)).toBe('NOT_ONES_OWN_EVALUATION');
  });
  test('sent back are rated anew', () => {
    expect(after([assessment, rating, by('approver', { type: 'SendBack', reason: 'Xem lại' })]).phase).toBe('rating');
  });
});

describe('exclusion, pause and transfer', () => {
  test('an excluded person is in no phase until included', () => {
    const out = after([by('head', { type: 'Exclude', reason: 'Nghỉ ốm' })]);
    expect(out.phase).toBe('excluded');
    expect(after([by('head', { type: 'Include', reason: 'Đã đi làm' })], out).phase).toBe('collecting');
  });
  test('nothing is entered while it is paused', () => {
    const paused = after([by('head', { type: 'Pause', reason: 'Biệt phái' })]);
    expect(refusedBy(by('manager', work('w', 1)), paused)).toBe('EVALUATION_IS_PAUSED');
    expect(after([by('head', { type: 'Resume', reason: 'Về' })], paused).paused).toBeUndefined();
  });
  test('a transfer carries items and ratings', () => {
    const moved = after(
      [by('head', { type: 'Transfer', unit: 'v', on: '2026-03-16', manager: 'lan', reason: 'Điều động' })],
      after(VECTOR),
    );
    expect(moved).toMatchObject({ unit: 'v', manager: 'lan' });
    expect(moved.segments.map(({ unit, from, to }) => [unit, from, to])).toEqual([
      ['u', '2026-03-01', '2026-03-15'],
      ['v', '2026-03-16', '2026-03-31'],
    ]);
    expect(moved.items).toHaveLength(4);
  });
  test('a transfer in the middle of the period changes no score: who rates, who approves and the office are those there', () => {
    const rated = after([...VECTOR, assessment, rating]);
    const newPlace = { agency: 'v-office', manager: 'lan', approver: 'hoa' };
    const moved = after(
      [{ ...by('head', { type: 'Transfer', unit: 'v', on: '2026-03-16', reason: 'Điều động' }), newPlace }],
      rated,
    );
    expect(moved).toMatchObject({ unit: 'v', agency: 'v-office', manager: 'lan', approver: 'hoa' });
    expect([moved.items, moved.ratings, scoreNow(moved)]).toEqual([rated.items, rated.ratings, scoreNow(rated)]);
  });
  test('posts that do not know yet of a transfer do not undo it; later ones move the person on', () => {
    const moved = after([by('head', { type: 'Transfer', unit: 'v', on: '2026-03-16', manager: 'lan', reason: 'x' })]);
    const placed = (unit: string, from: string): AnyEvaluationCommand => ({
      ...{ type: 'AdjustPlace', unit, agency: unit, position: 'officer', duties: 'officer', kind: 'civil-servant' },
      ...{ leader: false, workingShare: 0.9, segments: [{ unit, from, to: '2026-03-31' }] },
    });
    const adjusted = after([by('kairyo', placed('u', '2026-03-01'))], moved);
    expect(adjusted).toMatchObject({ unit: 'v', manager: 'lan', workingShare: 0.9, segments: moved.segments });
    expect(after([by('kairyo', placed('w', '2026-03-20'))], adjusted).unit).toBe('w');
  });
});

describe('after publication', () => {
  const dispute = { part: 'item', key: 'w2', why: 'Lỗi của phần mềm' } as const;
  const upheld = { key: 'w2', upheld: true, reason: 'Đúng' };
  const changes = { items: { w2: { qualityFailures: 0 } } };
  test('an appeal names points, is decided by somebody else, and tells the new result with the old one', () => {
    const appealed = after([by('binh', { type: 'Appeal', points: [dispute] }, '2026-04-13')], told());
    expect(appealed.phase).toBe('appealed');
    expect(appealed.appeal?.decideUntil).toBe('2026-04-28');
    const decision: AnyEvaluationCommand = { type: 'DecideAppeal', decisions: [upheld], changes };
    expect(refusedBy(by('manager', decision), appealed)).toBe('DECIDED_BY_WHOEVER_RATED');
    expect(refusedBy(by('approver', decision), appealed)).toBe('DECIDED_BY_WHOEVER_RATED');
    expect(refusedBy(by('binh', decision), appealed)).toBe('NOT_ONES_OWN_EVALUATION');
    const decided = after([by('head', decision)], appealed);
    expect(decided.published?.total).toBeCloseTo(65.5, 3);
    expect(decided.corrections[0]?.before.total).toBeCloseTo(64.333, 3);
  });
  test('an appeal is too late after the working days of the scheme, and names what is there', () => {
    expect(told().published?.appealUntil).toBe('2026-04-17');
    expect(refusedBy(by('binh', { type: 'Appeal', points: [dispute] }, '2026-04-20'), told())).toBe(
      'APPEAL_IS_TOO_LATE',
    );
    const strange = { ...dispute, key: 'other' };
    expect(refusedBy(by('binh', { type: 'Appeal', points: [strange] }, '2026-04-13'), told())).toBe(
      'NO_SUCH_POINT_TO_DISPUTE /points/0/key',
    );
  });
  test('an upheld point without a change is refused', () => {
    const appealed = after([by('binh', { type: 'Appeal', points: [dispute] }, '2026-04-13')], told());
    expect(refusedBy(by('head', { type: 'DecideAppeal', decisions: [upheld] }), appealed)).toBe(
      'UPHELD_WITHOUT_A_CHANGE /changes',
    );
  });
  test('a correction leaves the trace of what was told before', () => {
    const corrected = after([by('head', { type: 'Correct', changes, reason: 'Nhập nhầm' })], told());
    expect(corrected.items[1]?.checks).toHaveLength(1);
    expect(corrected.corrections).toHaveLength(1);
  });
  test('a finding stands above the points, and revoking it gives them back', () => {
    const found = after(
      [by('head', { type: 'RecordOverride', override: 'corruption', document: 'QĐ 12', from: '2026-03-02' })],
      told(),
    );
    expect(found.published?.class).toBe('not-completed');
    const back = after([by('head', { type: 'RevokeOverride', override: 'corruption', reason: 'Hủy' })], found);
    expect(back.published?.class).toBe('completed');
  });
});

const FACTS: readonly Step[] = [
  ...VECTOR.filter(({ command }) => command.type !== 'AssignWork'),
  by('binh', { type: 'BeginWaiting', item: 'w1', on: '2026-03-12', waitingFor: 'Sở Tư pháp' }),
  by('binh', done('w4', '2026-03-20')),
  by('head', { type: 'RecordOverride', override: 'corruption', document: 'QĐ', from: '2026-04-02' }),
  by('binh', { type: 'RequestObjectiveCause', item: 'w2', reason: 'Mất điện' }),
  assessment,
];
const ASSIGNED = VECTOR.filter(({ command }) => command.type === 'AssignWork');
const finished = (steps: readonly Step[]) => scoreNow(after([rating, approval], after([...ASSIGNED, ...steps])));

test('any order of the same facts gives the same final score', () => {
  const expected = finished(FACTS);
  fc.assert(
    fc.property(fc.shuffledSubarray([...FACTS], { minLength: FACTS.length }), (steps) => {
      expect(finished(steps)).toEqual(expected);
    }),
  );
});

test('a late penalty never raises a score', () => {
  const day = fc.integer({ min: 1, max: 20 }).map((n) => `2026-03-${String(n).padStart(2, '0')}`);
  fc.assert(
    fc.property(fc.constantFrom('w1', 'w2', 'w3', 'w4'), fc.array(day, { maxLength: 6 }), (late, days) => {
      const notes = days.map((on, i) => by('manager', { type: 'NoteDelay', item: late, on, note: `${i}` }));
      const totals = notes.map((_one, i) => finished([...FACTS, ...notes.slice(0, i)]).total ?? 0);
      expect([...totals].sort((a, b) => b - a)).toEqual(totals);
    }),
  );
});

test('the same said again changes nothing', () => {
  const one = after(VECTOR);
  const again: readonly AnyEvaluationCommand[] = [
    done('w1'),
    { type: 'NoteDelay', item: 'w3', on: '2026-03-10' },
    { type: 'BeginStep', phase: 'self' },
  ];
  const begun = after([by('kairyo', { type: 'BeginStep', phase: 'self' })], one);
  for (const command of again) expect(eventsOf(by('manager', command), begun)).toEqual([]);
});
