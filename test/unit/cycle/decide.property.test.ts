import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide, refusalOf } from '../../../src/domain/cycle/decide';
import type { AnyCycleCommand } from '../../../src/domain/cycle/decide';
import type { CycleEvent } from '../../../src/domain/cycle/events';
import { evolve } from '../../../src/domain/cycle/evolve';
import { nextAlarm } from '../../../src/domain/cycle/alarm';
import type { Cycle } from '../../../src/domain/cycle/state';
import { completePlan, deadline, given, launched, result } from './examples';

const reason = 'because';
const commands: readonly AnyCycleCommand[] = [
  { type: 'RevisePlan', plan: { causes: ['changed'] } },
  { type: 'RevisePlan', plan: completePlan },
  { type: 'WithdrawPlan', reason },
  { type: 'ApprovePlan' },
  { type: 'ProgressCountermeasure', countermeasure: 'checklist', status: 'done' },
  { type: 'ProgressCountermeasure', countermeasure: 'unknown', status: 'done' },
  { type: 'NoteDeviation', text: 'x' },
  { type: 'PauseCycle', reason },
  { type: 'ResumeCycle', reason },
  { type: 'ExtendDo', by: 'P1M', reason },
  { type: 'EndDoEarly', reason },
  { type: 'CancelCycle', reason },
  { type: 'ChangeReviewers', reviewers: ['chi'], reason },
  { type: 'RecomputeCheck', reason },
  { type: 'RecordReview', strengths: [], weaknesses: [], learning: ['l'], predictionCompared: 'p' },
  { type: 'CloseEarlierDecision', status: 'done', reason },
  { type: 'AdoptChange', reason, newVersion: '2', training: 't', sustainAfter: 'P6M' },
  { type: 'AdaptChange', reason, changes: {} },
  { type: 'ExpandChange', reason, scope: 's' },
  { type: 'AbandonChange', reason },
  { type: 'OpenCheck' },
  { type: 'CheckSustain' },
  { type: 'RescheduleCycle', reason },
];
const step = fc.record({
  command: fc.constantFrom(...commands),
  by: fc.constantFrom('an', 'binh', 'chi', 'dung', 'head'),
  hours: fc.integer({ min: 0, max: 2000 }),
});

type History = { readonly cycle: Cycle; readonly events: readonly CycleEvent[] };

/** Plays commands as the workflow does; refused ones leave no trace. */
function play(steps: readonly { command: AnyCycleCommand; by: string; hours: number }[]): History {
  let clock = Date.parse('2026-08-21T01:30:00.000Z');
  let history: History = { cycle: given(launched()), events: [launched()] };
  for (const { command, by, hours } of steps) {
    clock += hours * 3_600_000;
    const facts = {
      deadline: deadline(new Date(clock + 30 * 86_400_000).toISOString()),
      result: result(),
      next: { id: 'kh~licence~2', unit: 'kh', no: 2 },
    };
    const decision = decide(command, history.cycle, { at: new Date(clock).toISOString(), by }, facts);
    if (!decision.ok) continue;
    history = {
      cycle: decision.events.reduce<Cycle>(evolve, history.cycle),
      events: [...history.events, ...decision.events],
    };
  }
  return history;
}

describe('whatever is asked of a cycle, in whatever order', () => {
  const anyHistory = fc.array(step, { maxLength: 60 });

  it('replaying its events gives the same state', () => {
    fc.assert(
      fc.property(anyHistory, (steps) => {
        const { cycle, events } = play(steps);
        expect(given(...events)).toEqual(cycle);
      }),
      { numRuns: 500 },
    );
  });

  it('its state and events survive JSON', () => {
    fc.assert(
      fc.property(anyHistory, (steps) => {
        const history = play(steps);
        expect(JSON.parse(JSON.stringify(history))).toEqual(history);
      }),
      { numRuns: 300 },
    );
  });

  it('predictions never change once Do began', () => {
    fc.assert(
      fc.property(anyHistory, (steps) => {
        const { cycle, events } = play(steps);
        const approval = events.find((event) => event.type === 'PlanApproved');
        if (approval === undefined) return;
        expect(cycle.plan.indicators).toEqual(approval.plan.indicators);
      }),
      { numRuns: 500 },
    );
  });

  it('nobody approves what they wrote', () => {
    fc.assert(
      fc.property(anyHistory, (steps) => {
        const { events } = play(steps);
        const approval = events.findIndex(({ type }) => type === 'PlanApproved');
        if (approval < 0) return;
        const authors = events
          .slice(0, approval)
          .filter(({ type }) => type === 'PlanRevised' || type === 'CycleLaunched')
          .map(({ by }) => by);
        expect(authors).not.toContain(events[approval]?.by);
      }),
      { numRuns: 500 },
    );
  });

  it('a closed cycle takes nothing but its sustain check', () => {
    fc.assert(
      fc.property(anyHistory, step, (steps, { command, by }) => {
        const { cycle } = play(steps);
        if (cycle.phase !== 'closed' || command.type === 'CheckSustain' || command.type === 'RescheduleCycle') return;
        expect(refusalOf(command, cycle, { at: '2030-01-01T00:00:00.000Z', by })?.code).toBe('CYCLE_IS_CLOSED');
      }),
      { numRuns: 300 },
    );
  });

  it('what the validator lets through, the handler carries out or refuses for a fact', () => {
    const forAFact = new Set(['EXTENSION_MUST_BE_LATER', 'NEXT_CYCLE_ALREADY_OPEN']);
    fc.assert(
      fc.property(anyHistory, step, (steps, { command, by }) => {
        const { cycle } = play(steps);
        const context = { at: '2030-01-01T00:00:00.000Z', by };
        if (refusalOf(command, cycle, context) !== undefined) return;
        const decision = decide(command, cycle, context, {
          deadline: deadline('2029-01-01T00:00:00.000Z'),
          result: result(),
          next: { id: 'n', unit: 'kh', no: 2 },
        });
        expect(decision.ok || forAFact.has(decision.refusal.code)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('Do always ends: a running Do has an alarm', () => {
    fc.assert(
      fc.property(anyHistory, (steps) => {
        const { cycle } = play(steps);
        if (cycle.phase === 'do' && cycle.paused === undefined) expect(nextAlarm(cycle)).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });
});
