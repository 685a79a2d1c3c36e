import type { EvaluationEvent, EventOf, Placed } from './events';
import { evolveItems } from './evolveItems';
import { phaseOf } from './state';
import type { Changes, Evaluation, Finding, Reasoned } from './state';

/** The state after an event. A history that cannot be is a fault. */
export function evolve(evaluation: Evaluation | undefined, event: EvaluationEvent): Evaluation {
  if (event.type === 'EvaluationOpened') return opened(event);
  if (evaluation === undefined) throw new Error(`history starts with ${event.type}`);
  const next =
    'item' in event ? { ...evaluation, items: evolveItems(evaluation.items, event) } : after(evaluation, event);
  return { ...next, phase: phaseOf(next) };
}

function opened({ type: _type, at, by, excluded, ...rest }: EventOf<'EvaluationOpened'>): Evaluation {
  const begun = {
    ...rest,
    openedAt: at,
    openedBy: by,
    items: [],
    ratings: { calibrated: [] },
    goals: [],
    indicators: {},
    findings: [],
    corrections: [],
    ...(excluded !== undefined && { excluded: { at, by, reason: excluded } }),
  };
  return { ...begun, phase: phaseOf(begun) };
}

type Rest = Exclude<EvaluationEvent, { readonly item: string } | { readonly type: 'EvaluationOpened' }>;

function after(evaluation: Evaluation, event: Rest): Evaluation {
  const { at, by } = event;
  const reasoned = (reason: string): Reasoned => ({ at, by, reason });
  switch (event.type) {
    case 'PlaceAdjusted':
      return placed(evaluation, event);
    case 'StepBegan':
      return evaluation.begun === 'rating' ? evaluation : { ...evaluation, begun: event.phase };
    case 'SelfAssessed':
    case 'Rated':
    case 'Approved':
    case 'SentBack':
    case 'Calibrated':
      return rated(evaluation, event);
    case 'GoalsSet':
      return { ...evaluation, goals: event.goals, goalsSet: { at, by } };
    case 'IndicatorsNoted':
      return { ...evaluation, indicators: event.scores, indicatorsNoted: { at, by } };
    case 'OverrideRecorded': {
      const { override, document, from } = event;
      return { ...evaluation, findings: [...evaluation.findings, { at, by, override, document, from }] };
    }
    case 'OverrideRevoked':
      return { ...evaluation, findings: revoked(evaluation.findings, [event.override], reasoned(event.reason)) };
    case 'Excluded':
      return { ...evaluation, excluded: reasoned(event.reason) };
    case 'Included':
      return without(evaluation, 'excluded');
    case 'Paused':
      return { ...evaluation, paused: reasoned(event.reason) };
    case 'Resumed':
      return without(evaluation, 'paused');
    case 'Transferred':
      return transferred(evaluation, event);
    case 'EvaluationFinal':
      return { ...evaluation, finalAt: at };
    default:
      return told(evaluation, event);
  }
}

function without<Key extends 'excluded' | 'paused'>(evaluation: Evaluation, key: Key): Evaluation {
  const { [key]: _gone, ...rest } = evaluation;
  return rest as Evaluation;
}

function placed(evaluation: Evaluation, event: EventOf<'PlaceAdjusted'>): Evaluation {
  const { type: _type, at, by, excluded, ...place } = event;
  const { manager: _manager, approver: _approver, ...rest } = evaluation;
  const moved: Evaluation = { ...rest, ...(place satisfies Omit<Placed, 'excluded'>) };
  return excluded === undefined ? moved : { ...moved, excluded: { at, by, reason: excluded } };
}

function rated(
  evaluation: Evaluation,
  event: EventOf<'SelfAssessed' | 'Rated' | 'Approved' | 'SentBack' | 'Calibrated'>,
): Evaluation {
  const { ratings } = evaluation;
  const { at, by } = event;
  switch (event.type) {
    case 'SelfAssessed':
      return { ...evaluation, ratings: { ...ratings, self: { at, by, points: event.ratings, ...noteOf(event) } } };
    case 'Rated': {
      const { ratings: points, leader, reasons } = event;
      const rating = { at, by, points, ...noteOf(event) };
      const manager = { ...rating, ...(leader && { leader }), ...(reasons && { reasons }) };
      return { ...evaluation, ratings: { ...ratings, manager, ...(event.approved && { approved: rating }) } };
    }
    case 'Approved': {
      const points = ratings.manager?.points ?? {};
      return { ...evaluation, ratings: { ...ratings, approved: { at, by, points, ...noteOf(event) } } };
    }
    case 'SentBack': {
      const { manager: _manager, approved: _approved, ...kept } = ratings;
      return { ...evaluation, ratings: kept, begun: 'rating' };
    }
    case 'Calibrated': {
      const one = { at, by, points: event.ratings, reason: event.reason };
      return { ...evaluation, ratings: { ...ratings, calibrated: [...ratings.calibrated, one] } };
    }
  }
}

const noteOf = ({ note }: { readonly note?: string }) => (note === undefined ? {} : { note });

const revoked = (findings: readonly Finding[], keys: readonly string[], why: Reasoned): readonly Finding[] =>
  findings.map((one) => (one.revoked === undefined && keys.includes(one.override) ? { ...one, revoked: why } : one));

/** Items and ratings stay with the person: only where they are, who rates and who approves is another. */
function transferred(evaluation: Evaluation, event: EventOf<'Transferred'>): Evaluation {
  const { unit, agency = evaluation.agency, on, manager = evaluation.manager } = event;
  const { approver: before, ...rest } = evaluation;
  const approver = event.approver ?? (before === manager ? undefined : before);
  const last = evaluation.segments.at(-1);
  const until = new Date(Date.parse(on) - 86_400_000).toISOString().slice(0, 10);
  const earlier = evaluation.segments.filter(({ from }) => from < on);
  const closed = earlier.map((one, i) => (i === earlier.length - 1 ? { ...one, to: until } : one));
  const now = { unit, from: on, to: last?.to ?? on, ...(manager !== undefined && { manager }) };
  return {
    ...rest,
    ...{ unit, agency, segments: [...closed, now], transferred: { unit, on } },
    ...(manager !== undefined && { manager }),
    ...(approver !== undefined && { approver }),
  };
}

function told(
  evaluation: Evaluation,
  event: EventOf<'ResultPublished' | 'Appealed' | 'AppealWithdrawn' | 'AppealDecided' | 'Corrected' | 'ResultRevised'>,
): Evaluation {
  const { at, by } = event;
  const { appeal } = evaluation;
  switch (event.type) {
    case 'ResultPublished': {
      const { type: _type, by: _by, ...published } = event;
      return { ...evaluation, published };
    }
    case 'Appealed':
      return { ...evaluation, appeal: { at, by, points: event.points, decideUntil: event.decideUntil } };
    case 'AppealWithdrawn':
      return appeal
        ? { ...evaluation, appeal: { ...appeal, withdrawn: { at, by, reason: event.reason } } }
        : evaluation;
    case 'AppealDecided': {
      const { decisions, changes } = event;
      const decided = { at, by, decisions, ...(changes && { changes }) };
      const changed = corrected(evaluation, changes, {
        at,
        by,
        reason: decisions.map(({ reason }) => reason).join('; '),
      });
      return appeal ? { ...changed, appeal: { ...appeal, decided } } : changed;
    }
    case 'Corrected':
      return corrected(evaluation, event.changes, { at, by, reason: event.reason });
    case 'ResultRevised':
      return revised(evaluation, event);
  }
}

function revised(evaluation: Evaluation, event: EventOf<'ResultRevised'>): Evaluation {
  const { at, by, before, after: now, reason, subordinates } = event;
  const { published } = evaluation;
  if (published === undefined) throw new Error('a result was revised before it was published');
  const { total: _total, class: _class, why: _why, ...rest } = published;
  return {
    ...evaluation,
    published: { ...rest, ...now, ...(subordinates && { subordinates }) },
    corrections: [...evaluation.corrections, { at, by, reason, before, after: now }],
  };
}

/** What was entered stays as it was; the change stands above it. */
function corrected(evaluation: Evaluation, changes: Changes | undefined, why: Reasoned): Evaluation {
  const { ratings, items = {}, revokedOverrides = [] } = changes ?? {};
  return {
    ...evaluation,
    ...(ratings && {
      ratings: { ...evaluation.ratings, corrected: { ...evaluation.ratings.corrected, ...ratings }, correctedAs: why },
    }),
    items: evaluation.items.map((one) => {
      const change = items[one.item];
      return change === undefined ? one : { ...one, corrected: { ...one.corrected, ...change }, correctedAs: why };
    }),
    findings: revoked(evaluation.findings, revokedOverrides, why),
  };
}
