import { describe, expect, it } from '@jest/globals';
import { circleRefusal, definitionRefusal, programmeWarnings } from '../../../src/domain/programmes/check';
import { programmeOf } from '../../../src/domain/programmes/programme';
import { ProgrammeDefinition } from '../../../src/domain/programmes/programme.schema';
import { statusOn } from '../../../src/domain/programmes/status';
import { amount, programme } from './made';

const milestones = [
  { key: 'survey', name: 'Survey', planned: '2025-03-31', actual: '2025-03-20', weight: 1 },
  { key: 'build', name: 'Build', planned: '2025-08-31', actual: '2025-09-10', weight: 2 },
  { key: 'hand-over', name: 'Hand over', planned: '2025-12-15', weight: 1 },
];
const started = { actualStart: '2025-01-10', milestones };
const books = [
  amount('budget-initial', '2025', 900),
  amount('budget-supplementary', '2025-Q3', 100),
  amount('spent', '2025-Q1', 200),
  amount('spent', '2025-Q2', 300),
  amount('spent', '2025-Q4', 150),
  amount('committed', '2025-Q3', 120),
];

describe('how a programme stands on a day', () => {
  it('is read from its dates', () => {
    const stateOn = (over: object, day: string) => statusOn(programme('p', over), [], day).state;
    expect(stateOn({}, '2025-06-30')).toBe('planned');
    expect(stateOn(started, '2025-01-09')).toBe('planned');
    expect(stateOn(started, '2025-01-10')).toBe('running');
    expect(stateOn({ ...started, actualEnd: '2025-12-01' }, '2025-11-30')).toBe('running');
    expect(stateOn({ ...started, actualEnd: '2025-12-01' }, '2025-12-01')).toBe('finished');
    expect(stateOn({ ...started, cancelled: '2025-05-05' }, '2025-05-05')).toBe('cancelled');
  });

  it('says what share of the initial and supplementary budget is spent, of periods that have begun', () => {
    const { money } = statusOn(programme('p', started), books, '2025-09-30');
    expect(money).toEqual({
      initial: 900,
      supplementary: 100,
      budget: 1000,
      spent: 500,
      committed: 120,
      remaining: 500,
      administrativeCost: null,
      executionRate: 0.5,
    });
    expect(statusOn(programme('p'), [], '2025-09-30').money.executionRate).toBeNull();
  });

  it('counts milestones that are due, reached and late', () => {
    const { milestones: found } = statusOn(programme('p', started), [], '2025-09-05');
    expect(found).toMatchObject({ total: 3, due: 2, reached: 1, late: 1 });
    expect(found.items.map(({ state }) => state)).toEqual(['reached', 'late', 'ahead']);
    const later = statusOn(programme('p', started), [], '2025-12-31').milestones.items;
    expect(later.map(({ state, daysLate }) => [state, daysLate])).toEqual([
      ['reached', undefined],
      ['reached-late', 10],
      ['late', 16],
    ]);
  });

  it('has earned value, its indices and an estimate at completion from weights of milestones', () => {
    const { earnedValue } = statusOn(programme('p', started), books, '2025-09-30');
    expect(earnedValue).toMatchObject({
      plannedValue: 750,
      earnedValue: 750,
      actualCost: 500,
      schedulePerformance: 1,
      costPerformance: 1.5,
      because: [],
    });
    expect(earnedValue.estimateAtCompletion).toBeCloseTo(666.6667, 3);
    expect(statusOn(programme('p', started), books, '2025-09-05').earnedValue.schedulePerformance).toBeCloseTo(
      1 / 3,
      12,
    );
  });

  it('says in words why there is none', () => {
    const nothing = statusOn(programme('p'), [], '2025-09-30').earnedValue;
    expect(nothing).toMatchObject({ plannedValue: null, earnedValue: null, estimateAtCompletion: null });
    expect(nothing.because.map(({ en }) => en)).toEqual([
      expect.stringContaining('No budget'),
      expect.stringContaining('no milestones'),
      expect.stringContaining('Nothing is recorded as spent'),
    ]);
    const early = statusOn(programme('p', started), books, '2025-02-01').earnedValue;
    expect(early).toMatchObject({ plannedValue: 0, schedulePerformance: null, costPerformance: 0 });
    expect(early.because.map(({ en }) => en)).toEqual([
      expect.stringContaining('No milestone is due'),
      expect.stringContaining('No milestone is reached'),
    ]);
  });

  it('is on time against the end first approved, whatever it was moved to', () => {
    const first = programme('p').definition;
    const versions = [
      { value: first, recordedAt: '2025-01-01T00:00:00.000Z', by: 'head' },
      {
        value: { ...first, plannedEnd: '2026-03-31' },
        recordedAt: '2025-11-01T00:00:00.000Z',
        by: 'head',
        reason: 'Flood',
      },
      {
        value: { ...first, plannedEnd: '2026-03-31', actualStart: '2025-02-01', actualEnd: '2026-03-01' },
        recordedAt: '2026-03-02T00:00:00.000Z',
        by: 'head',
      },
    ];
    const found = programmeOf('p', versions);
    if (found === undefined) throw new Error('no programme');
    expect(found).toMatchObject({ approvedEnd: '2025-12-31', moved: [{ to: '2026-03-31', reason: 'Flood' }] });
    const { onTime } = statusOn(found, [], '2026-03-31');
    expect(onTime.verdict).toBe('no');
    expect(onTime.words).toEqual({
      vi: 'Hoàn thành ngày 01/03/2026, trễ 60 ngày so với hạn phê duyệt đầu tiên (31/12/2025). Ngày kết thúc dự kiến đã được dời 1 lần.',
      en: 'Finished on 1 March 2026, 60 days after the first approved end (31 December 2025). Times the planned end was moved: 1.',
      ja: '2026年3月1日に完了。当初承認の終了予定日（2025年12月31日）から 60 日遅れです。終了予定日の変更：1 回。',
    });
  });

  it('is on budget while all that is spent stays within both budgets, to the last đồng', () => {
    const verdict = (spent: number) =>
      statusOn(programme('p'), [amount('budget-initial', '2025', 0.3), amount('spent', '2025', spent)], '2025-12-31')
        .onBudget;
    expect(verdict(0.1 + 0.2).verdict).toBe('no');
    expect(verdict(0.3).verdict).toBe('yes');
    const tenths = ['2025-01', '2025-02', '2025-03'].map((month) => amount('spent', month, 0.1));
    const exact = statusOn(programme('p'), [amount('budget-initial', '2025', 0.3), ...tenths], '2025-12-31');
    expect(exact.onBudget.verdict).toBe('yes');
  });
});

describe('a programme is refused', () => {
  const definition = (over: object) => ProgrammeDefinition.parse({ ...programme('p').definition, ...over });
  const code = (over: object) => definitionRefusal(definition(over))?.code;

  it('when its days contradict each other', () => {
    expect(code({ plannedEnd: '2024-12-31' })).toBe('PROGRAMME_ENDS_BEFORE_IT_STARTS');
    expect(code({ actualStart: '2025-05-01', actualEnd: '2025-04-30' })).toBe('PROGRAMME_FINISHED_BEFORE_IT_STARTED');
    expect(code({ actualEnd: '2024-12-31' })).toBe('PROGRAMME_FINISHED_BEFORE_IT_STARTED');
    expect(code({ actualStart: '2024-11-01', actualEnd: '2024-12-31' })).toBeUndefined();
    expect(code({ actualEnd: '2025-05-01', cancelled: '2025-05-02' })).toBe('PROGRAMME_FINISHED_AND_CANCELLED');
    expect(code({ milestones: [milestones[0], milestones[0]] })).toBe('MILESTONE_GIVEN_TWICE');
  });

  it('when its end is moved without a reason', () => {
    const before = programme('p');
    const moved = definition({ plannedEnd: '2026-01-31' });
    expect(definitionRefusal(moved, before)).toMatchObject({ code: 'MOVED_DATE_NEEDS_A_REASON', field: '/reason' });
    expect(definitionRefusal(moved, before, 'Flood')).toBeUndefined();
    expect(definitionRefusal(definition({ name: 'Other' }), before)).toBeUndefined();
  });

  it('when it would belong to itself, however far', () => {
    const parents = new Map([
      ['b', 'c'],
      ['c', 'a'],
    ]);
    expect(circleRefusal('a', 'b', parents)?.params).toEqual({ circle: 'a → b → c → a' });
    expect(circleRefusal('a', 'a', new Map())?.code).toBe('PROGRAMMES_FORM_A_CIRCLE');
    expect(circleRefusal('d', 'b', parents)).toBeUndefined();
  });

  it('but not for a milestone outside its span, which is only said', () => {
    const late = definition({ milestones: [{ key: 'm', name: 'Review', planned: '2026-02-01' }] });
    expect(definitionRefusal(late)).toBeUndefined();
    expect(programmeWarnings(late)).toMatchObject([
      {
        code: 'MILESTONE_OUTSIDE_THE_SPAN',
        field: '/milestones/0/planned',
        words: { vi: expect.stringContaining('01/02/2026') },
      },
    ]);
  });
});
