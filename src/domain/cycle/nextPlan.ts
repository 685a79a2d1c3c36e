import type { CycleCommand, DraftPlan } from './cycle.schema';
import type { ApprovedPlan } from './events';

type Following = Extract<CycleCommand, { type: 'AdaptChange' | 'ExpandChange' }>;

/**
 * The draft of the cycle that follows. What was learned about (problem, causes, indicators, reviewers) is carried over; what
 * belonged to the time that has passed (windows, dates of countermeasures, the aim's date) is not: the gate asks for it anew.
 */
export function nextPlan(command: Following, plan: ApprovedPlan): DraftPlan {
  const { changeFrom: _from, changeTo: _to, baseline: _baseline, aim, countermeasures, pilot, ...kept } = plan;
  const carried: DraftPlan = {
    ...kept,
    aim: { text: aim.text, ...(aim.indicator === undefined ? {} : { indicator: aim.indicator }) },
    countermeasures: countermeasures.map(({ due: _due, ...countermeasure }) => countermeasure),
    ...(pilot === undefined ? {} : { pilot }),
  };
  if (command.type === 'AdaptChange') return { ...carried, ...command.changes };
  return {
    ...carried,
    pilot: {
      scope: command.scope,
      smallScale: false,
      ...(command.filter === undefined ? {} : { filter: command.filter }),
    },
  };
}
