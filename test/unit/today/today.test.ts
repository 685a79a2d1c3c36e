import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Cycle } from '../../../src/domain/cycle/state';
import type { Figure } from '../../../src/domain/indicators/facts';
import type { CycleDueKind, DueItem } from '../../../src/domain/reminders/due';
import { today } from '../../../src/domain/today/today';
import type { TodayCycle, TodayFacts } from '../../../src/domain/today/today';
import { PLAN } from '../../system/support/office';

const AT = '2026-08-21T01:30:00.000Z';
const base = {
  id: 'office~permit~1',
  unit: 'office',
  procedure: 'permit',
  no: 1,
  stage: 1,
  title: 'Permits',
  lead: 'lan',
  launchedAt: '2026-01-05T00:00:00.000Z',
  authors: ['lan'],
} as const;
const drafted: Cycle = { ...base, phase: 'plan', plan: { problem: 'slow' } };
const complete: Cycle = { ...base, phase: 'plan', plan: PLAN };

const due = (over: Partial<DueItem<CycleDueKind>> = {}): DueItem<CycleDueKind> => ({
  key: `${base.id}/review`,
  kind: 'review',
  stream: base.id,
  unit: base.unit,
  procedure: base.procedure,
  title: base.title,
  persons: ['chi', 'dung'],
  openedAt: '2026-08-01T00:00:00.000Z',
  dueAt: '2026-08-28T10:00:00.000Z',
  ...over,
});
const running = (...dues: DueItem<CycleDueKind>[]): TodayCycle => ({
  cycle: { ...base, phase: 'do', plan: PLAN } as unknown as Cycle,
  dues,
  mayApprove: false,
  approvers: [],
  mayDecide: false,
  heads: [],
});
const planned = (cycle: Cycle, over: Partial<TodayCycle> = {}): TodayCycle => ({
  cycle,
  dues: [],
  mayApprove: false,
  approvers: ['head', 'lan'],
  mayDecide: false,
  heads: [],
  ...over,
});
const facts = (me: string, over: Partial<TodayFacts> = {}): TodayFacts => ({
  me,
  standsInFor: [],
  at: AT,
  cycles: [],
  reviews: [],
  evaluations: [],
  toApprove: [],
  entered: [],
  messages: [],
  ...over,
});

describe('what waits for me', () => {
  it('is a plan that lacks something, for whoever leads it, on the page where it is written', () => {
    const { waiting } = today(facts('lan', { cycles: [planned(drafted)] }));
    expect(waiting).toMatchObject([
      { kind: 'complete-plan', action: { href: '/cycles/office~permit~1/plan', command: 'RevisePlan' } },
    ]);
    expect(today(facts('head', { cycles: [planned(drafted, { mayApprove: true })] })).waiting).toEqual([]);
  });

  it('is a whole plan to approve, for a head who did not write on it', () => {
    const cycles = [planned(complete, { mayApprove: true })];
    expect(today(facts('head', { cycles })).waiting).toMatchObject([
      { kind: 'approve-plan', title: { en: 'Approve the plan: Permits' }, action: { command: 'ApprovePlan' } },
    ]);
    expect(today(facts('lan', { cycles })).waiting).toEqual([]);
  });

  it('is what I owe a cycle, with the date and whether it is past', () => {
    const cycles = [running(due())];
    expect(today(facts('chi', { cycles })).waiting).toMatchObject([
      { kind: 'review', dueAt: '2026-08-28T10:00:00.000Z', overdue: false, action: { command: 'RecordReview' } },
    ]);
    expect(today(facts('chi', { cycles, at: '2026-08-29T00:00:00.000Z' })).waiting[0]?.overdue).toBe(true);
    expect(today(facts('hoa', { cycles })).waiting).toEqual([]);
  });

  it('names the countermeasure that is owed', () => {
    const owed = due({ key: `${base.id}/countermeasure/checklist`, kind: 'countermeasure', persons: ['binh'] });
    const [item] = today(facts('binh', { cycles: [running(owed)] })).waiting;
    expect(item?.title.en).toBe('Carry out the countermeasure: Checklist at the counter (Permits)');
  });

  it('is nothing of a cycle that is paused', () => {
    expect(today(facts('chi', { cycles: [running(due({ paused: true }))] }))).toEqual({ waiting: [], waitingFor: [] });
  });

  it('marks what waits for an absent person whose deputy I am', () => {
    const cycles = [running(due()), planned(drafted)];
    const { waiting } = today(facts('hoa', { standsInFor: ['chi', 'lan'], cycles }));
    expect(waiting.map(({ kind, inPlaceOf }) => [kind, inPlaceOf])).toEqual([
      ['review', 'chi'],
      ['complete-plan', 'lan'],
    ]);
  });

  it('is a figure to decide on, on the page of its indicator', () => {
    const figure = { indicator: 'seen', unit: 'office', period: '2026-07' } as Figure;
    const { waiting } = today(
      facts('head', { toApprove: [{ figure, name: { vi: 'a', en: 'Seen', ja: '見た' }, who: [] }] }),
    );
    expect(waiting).toMatchObject([
      { kind: 'approve-observation', action: { href: '/indicators/seen?unit=office&period=2026-07' } },
    ]);
  });
});

describe('a decision that is due', () => {
  const decision = due({ key: `${base.id}/decision`, kind: 'decision', persons: ['lan'] });
  const acting = (over: Partial<TodayCycle>): readonly TodayCycle[] => [
    { ...running(decision), heads: ['head'], mayDecide: true, ...over },
  ];
  it('waits for the lead and for the heads nearest to the cycle, who may decide, and for nobody else', () => {
    expect(today(facts('lan', { cycles: acting({}) })).waiting).toMatchObject([{ kind: 'decision' }]);
    expect(today(facts('head', { cycles: acting({}) })).waiting).toMatchObject([{ kind: 'decision' }]);
    expect(today(facts('minister', { cycles: acting({}) })).waiting).toEqual([]);
  });
  it('is what a lead who may not decide waits for, from the heads', () => {
    const { waiting, waitingFor } = today(facts('lan', { cycles: acting({ mayDecide: false }) }));
    expect(waiting).toEqual([]);
    expect(waitingFor).toMatchObject([{ kind: 'decision', who: ['head'] }]);
  });
  it('waits for the deputy of an absent head, marked', () => {
    const { waiting } = today(facts('binh', { standsInFor: ['head'], cycles: acting({}) }));
    expect(waiting).toMatchObject([{ kind: 'decision', inPlaceOf: 'head' }]);
  });
});

describe('a plan to approve in the place of an absent head', () => {
  const asked = (approvesInPlaceOf: readonly string[]) =>
    today(
      facts('binh', { standsInFor: ['head'], cycles: [planned(complete, { mayApprove: true, approvesInPlaceOf })] }),
    );
  it('waits for the deputy, marked', () => {
    expect(asked(['head']).waiting).toMatchObject([{ kind: 'approve-plan', inPlaceOf: 'head' }]);
  });
  it('does not wait where the absent head wrote it', () => {
    expect(asked(['lan']).waiting).toEqual([]);
  });
});

describe('what I wait for', () => {
  it('is the approval of my plan, from those who may and did not write it', () => {
    const { waitingFor } = today(facts('lan', { cycles: [planned(complete)] }));
    expect(waitingFor).toMatchObject([
      { kind: 'approve-plan', who: ['head'], action: { href: '/cycles/office~permit~1' } },
    ]);
    expect(waitingFor[0]?.action.command).toBeUndefined();
  });

  it('is what others owe a cycle that I lead, and nothing of cycles that others lead', () => {
    const cycles = [running(due())];
    expect(today(facts('lan', { cycles })).waitingFor).toMatchObject([{ kind: 'review', who: ['chi', 'dung'] }]);
    expect(today(facts('chi', { cycles })).waitingFor).toEqual([]);
  });
});

describe('the order', () => {
  it('is by due date, what has none last, whatever comes in which order', () => {
    const dates = fc.array(fc.integer({ min: 1, max: 28 }), { maxLength: 8 });
    fc.assert(
      fc.property(dates, fc.boolean(), (days, draft) => {
        const dues = days.map((day, i) =>
          due({ key: `${base.id}/review${i}`, dueAt: `2026-08-${String(day).padStart(2, '0')}T00:00:00.000Z` }),
        );
        const cycles = [...(draft ? [planned({ ...drafted, lead: 'chi' })] : []), running(...dues)];
        const found = today(facts('chi', { cycles })).waiting.map(({ dueAt }) => dueAt ?? '~');
        return found.length === days.length + (draft ? 1 : 0) && [...found].sort().join() === found.join();
      }),
    );
  });
});
