import type { CycleEvent } from './events';
import type { Cycle } from './state';

type In<Phase extends Cycle['phase']> = Extract<Cycle, { phase: Phase }>;
type Launched = Extract<CycleEvent, { type: 'CycleLaunched' }>;

/** The state after an event. Total over every history the engine wrote; a history that cannot be is a fault. */
export function evolve(cycle: Cycle | undefined, event: CycleEvent): Cycle {
  if (event.type === 'CycleLaunched') return launched(event);
  if (cycle === undefined) throw new Error(`history starts with ${event.type}`);
  switch (event.type) {
    case 'PlanRevised':
      return {
        ...within(cycle, 'plan'),
        plan: event.plan,
        title: event.title ?? cycle.title,
        authors: withAuthor(cycle, event.by),
      };
    case 'PlanWithdrawn':
      return {
        ...within(cycle, 'plan'),
        phase: 'closed',
        outcome: 'withdrawn',
        closedAt: event.at,
        reason: event.reason,
      };
    case 'PlanApproved':
      return approved(within(cycle, 'plan'), event);
    case 'CountermeasureProgressed':
      return progressed(within(cycle, 'do', 'check', 'act'), event);
    case 'DeviationNoted': {
      const running = within(cycle, 'do', 'check', 'act');
      const { text, by, at, occurredOn } = event;
      return {
        ...running,
        deviations: [...running.deviations, { text, by, at, ...(occurredOn === undefined ? {} : { occurredOn }) }],
      };
    }
    case 'CyclePaused':
      return {
        ...within(cycle, 'do', 'check', 'act'),
        paused: { at: event.at, reason: event.reason, remainingMs: event.remainingMs },
      };
    case 'CycleResumed': {
      const { paused: _ended, ...rest } = within(cycle, 'do', 'check', 'act');
      return withDue(rest, event.due);
    }
    case 'CycleRescheduled':
      return withDue(within(cycle, 'do', 'check', 'act'), event.due);
    case 'DoExtended':
      return { ...within(cycle, 'do'), doEnds: event.doEnds };
    case 'DoEndedEarly':
      return { ...within(cycle, 'do'), endedEarly: event.reason };
    case 'CycleCancelled':
      return cancelled(within(cycle, 'do', 'check', 'act'), event);
    case 'ReviewersChanged': {
      const running = within(cycle, 'do', 'check');
      return { ...running, plan: { ...running.plan, reviewers: [...event.reviewers] } };
    }
    case 'CheckOpened': {
      const { doEnds: _doEnds, ...rest } = within(cycle, 'do');
      return {
        ...rest,
        phase: 'check',
        checkOpenedAt: event.at,
        checks: [event.result],
        reviews: [],
        reviewDue: event.reviewDue,
      };
    }
    case 'CheckRecomputed': {
      const checked = within(cycle, 'check', 'act');
      return { ...checked, checks: [...checked.checks, event.result] };
    }
    case 'ReviewRecorded': {
      const checked = within(cycle, 'check');
      return { ...checked, reviews: [...checked.reviews, event.review] };
    }
    case 'EarlierDecisionClosed':
      return cycle.earlier === undefined
        ? cycle
        : { ...cycle, earlier: { ...cycle.earlier, closed: { status: event.status, reason: event.reason } } };
    case 'ActOpened': {
      const { reviewDue: _reviewDue, ...rest } = within(cycle, 'check');
      return { ...rest, phase: 'act', decisionDue: event.decisionDue };
    }
    case 'CycleDecided':
      return decided(within(cycle, 'act'), event);
    case 'SustainChecked':
      return sustained(cycle, event);
  }
}

const launched = ({ id, unit, procedure, no, stage, title, lead, plan, earlier, at, by }: Launched): Cycle => ({
  phase: 'plan',
  id,
  unit,
  procedure,
  no,
  stage,
  title,
  lead,
  plan,
  launchedAt: at,
  authors: by === 'kairyo' ? [] : [by],
  ...(earlier === undefined ? {} : { earlier }),
});

const withAuthor = ({ authors }: Cycle, by: string): readonly string[] =>
  authors.includes(by) ? authors : [...authors, by];

function approved(cycle: In<'plan'>, event: Extract<CycleEvent, { type: 'PlanApproved' }>): Cycle {
  return {
    ...cycle,
    phase: 'do',
    plan: event.plan,
    approvedBy: event.by,
    ...(event.inPlaceOf === undefined ? {} : { approvedInPlaceOf: event.inPlaceOf }),
    approvedAt: event.at,
    progress: {},
    deviations: [],
    doEnds: event.doEnds,
  };
}

function progressed(
  cycle: In<'do'> | In<'check'> | In<'act'>,
  event: Extract<CycleEvent, { type: 'CountermeasureProgressed' }>,
): Cycle {
  const { status, note, at } = event;
  return {
    ...cycle,
    progress: { ...cycle.progress, [event.countermeasure]: { status, at, ...(note === undefined ? {} : { note }) } },
  };
}

/** Moves the deadline of the phase the cycle is in. */
function withDue(cycle: In<'do'> | In<'check'> | In<'act'>, due: In<'do'>['doEnds']): Cycle {
  switch (cycle.phase) {
    case 'do':
      return { ...cycle, doEnds: due };
    case 'check':
      return { ...cycle, reviewDue: due };
    case 'act':
      return { ...cycle, decisionDue: due };
  }
}

function cancelled(
  cycle: In<'do'> | In<'check'> | In<'act'>,
  event: Extract<CycleEvent, { type: 'CycleCancelled' }>,
): Cycle {
  const { id, unit, procedure, no, stage, title, lead, launchedAt, authors, earlier, plan } = cycle;
  return {
    ...{ id, unit, procedure, no, stage, title, lead, launchedAt, authors, plan },
    ...(earlier === undefined ? {} : { earlier }),
    phase: 'closed',
    outcome: 'cancelled',
    closedAt: event.at,
    reason: event.reason,
  };
}

function decided(cycle: In<'act'>, event: Extract<CycleEvent, { type: 'CycleDecided' }>): Cycle {
  const { decisionDue: _decisionDue, paused: _paused, ...rest } = cycle;
  return {
    ...rest,
    phase: 'closed',
    outcome: 'decided',
    closedAt: event.at,
    decision: event.decision,
    fidelity: event.fidelity,
    ...(event.sustainDue === undefined ? {} : { sustain: { due: event.sustainDue } }),
  };
}

function sustained(cycle: Cycle, event: Extract<CycleEvent, { type: 'SustainChecked' }>): Cycle {
  const closed = within(cycle, 'closed');
  if (closed.outcome !== 'decided' || closed.sustain === undefined) throw new Error('no sustain check was scheduled');
  return { ...closed, sustain: { ...closed.sustain, result: event.result, held: event.held } };
}

function within<Phase extends Cycle['phase']>(cycle: Cycle, ...phases: readonly Phase[]): In<Phase> {
  if (!(phases as readonly string[]).includes(cycle.phase))
    throw new Error(`a cycle in ${cycle.phase} cannot have this event`);
  return cycle as In<Phase>;
}
