import type { DraftPlan } from './cycle.schema';
import type { TemplatePlan } from './planTemplate.schema';

type Optional<T> = { [K in keyof T]?: T[K] | undefined };

/** What of a plan may be used again: without days, people, cases of one office, and what was measured there before. */
export function templateOf(plan: DraftPlan): TemplatePlan {
  const { problem, causes, aim, indicators, countermeasures, pilot, do: howLong, check, act } = plan;
  return present<TemplatePlan>({
    problem,
    causes: causes === undefined ? undefined : [...causes],
    aim: aim === undefined ? undefined : present({ text: aim.text, indicator: aim.indicator }),
    indicators: indicators?.map(({ baseline: _before, speed: _speed, unit: _unit, ...indicator }) => indicator),
    countermeasures: countermeasures?.map(({ key, title, cost }) => present({ key, title, cost })),
    pilot: pilot === undefined ? undefined : { scope: pilot.scope, smallScale: pilot.smallScale },
    do: howLong,
    check,
    act,
  });
}

const present = <T extends object>(members: Optional<T>): T =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;
