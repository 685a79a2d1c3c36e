import type { DraftPlan } from '../../../src/domain/cycle/cycle.schema';
import { decide } from '../../../src/domain/cycle/decide';
import type { AnyCycleCommand, CycleDecision, Facts } from '../../../src/domain/cycle/decide';
import type { CycleEvent } from '../../../src/domain/cycle/events';
import { evolve } from '../../../src/domain/cycle/evolve';
import type { Cycle } from '../../../src/domain/cycle/state';
import type { CheckResult, IndicatorVerdict } from '../../../src/domain/cycle/verdict';

export const completePlan: DraftPlan = {
  problem: 'Business licences take three weeks',
  causes: ['Files come in incomplete'],
  aim: { text: 'Half of the files within 5 days', indicator: 'median', by: '2026-12-31' },
  indicators: [
    {
      key: 'median',
      aggregation: 'median',
      role: 'outcome',
      speed: true,
      baseline: 12,
      prediction: { atMost: 6 },
      target: 5,
    },
    { key: 'rework', aggregation: 'rework-share', role: 'balancing', baseline: 0.1, prediction: { atMost: 0.12 } },
  ],
  countermeasures: [{ key: 'checklist', title: 'Checklist at the counter', owner: 'binh', due: '2026-09-30', cost: 0 }],
  pilot: { scope: 'Counter 1', smallScale: true },
  do: 'P3M',
  reviewers: ['chi', 'dung'],
};

export const launched = (plan: DraftPlan = completePlan): CycleEvent => ({
  type: 'CycleLaunched',
  at: '2026-08-21T01:30:00.000Z',
  by: 'an',
  id: 'kh~licence~1',
  unit: 'kh',
  procedure: 'licence',
  no: 1,
  stage: 1,
  title: 'Faster licences',
  lead: 'an',
  plan,
});

export const deadline = (at: string): NonNullable<Facts['deadline']> => ({ at, basis: { kind: 'fixed', at } });

export const verdict = (over: Partial<IndicatorVerdict> = {}): IndicatorVerdict => ({
  indicator: 'median',
  aggregation: 'median',
  unit: 'days',
  better: 'lower',
  verdict: 'improved',
  method: 'mann-whitney',
  methodBecause: { vi: '…', en: '…' },
  before: { value: 12, n: 100 },
  after: { value: 5, n: 80 },
  prediction: 'held',
  points: { before: 6, after: 6 },
  words: { vi: 'Tốt hơn', en: 'Better' },
  ...over,
});

export const result = (...verdicts: readonly IndicatorVerdict[]): CheckResult => ({
  computedAt: '2026-11-23T00:30:00.000Z',
  window: { before: { from: '2026-05-21', to: '2026-08-21' }, after: { from: '2026-08-21', to: '2026-11-23' } },
  verdicts: verdicts.length > 0 ? verdicts : [verdict()],
});

export const given = (...events: readonly CycleEvent[]): Cycle => {
  const cycle = events.reduce<Cycle | undefined>(evolve, undefined);
  if (cycle === undefined) throw new Error('given nothing');
  return cycle;
};

export const AT = '2026-08-24T02:00:00.000Z';

export const when = (cycle: Cycle, command: AnyCycleCommand, by = 'binh', facts: Facts = {}, at = AT): CycleDecision =>
  decide(command, cycle, { at, by }, facts);

/** Carries a command out, or fails the test with its refusal. */
export const after = (cycle: Cycle, command: AnyCycleCommand, by = 'binh', facts: Facts = {}, at = AT): Cycle => {
  const decision = when(cycle, command, by, facts, at);
  if (!decision.ok) throw new Error(`refused: ${decision.refusal.code}`);
  return decision.events.reduce<Cycle | undefined>(evolve, cycle) ?? cycle;
};

export const inDo = (): Cycle =>
  after(given(launched()), { type: 'ApprovePlan' }, 'head', { deadline: deadline('2026-11-23T00:30:00.000Z') });

export const inCheck = (check: CheckResult = result()): Cycle =>
  after(
    inDo(),
    { type: 'OpenCheck' },
    'kairyo',
    { result: check, deadline: deadline('2026-12-07T10:00:00.000Z') },
    '2026-11-23T00:30:00.000Z',
  );

export const REVIEW = {
  type: 'RecordReview',
  strengths: ['Fewer returns'],
  weaknesses: [],
  learning: ['The checklist is enough'],
  predictionCompared: 'Predicted 6, came out at 5',
} as const;

export const inAct = (check: CheckResult = result()): Cycle => {
  const facts = { deadline: deadline('2026-12-20T10:00:00.000Z') };
  return after(
    after(inCheck(check), { ...REVIEW, strengths: [], weaknesses: [], learning: ['x'] }, 'chi', facts),
    { ...REVIEW, strengths: [], weaknesses: [], learning: [] },
    'dung',
    facts,
  );
};
