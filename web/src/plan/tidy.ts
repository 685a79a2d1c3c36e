import type { DraftPlan } from '../../../src/domain/cycle/cycle.schema';

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** Without what was left empty, however deep; texts trimmed. */
export function tidied(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(tidied).filter((one) => !isEmpty(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, one]) => [name, tidied(one)] as const)
      .filter(([, one]) => !isEmpty(one)),
  );
}

/** The plan without what was left empty: the API takes a missing member for "not yet", and no empty text. */
export function tidyPlan(plan: DraftPlan): DraftPlan {
  const whole = tidied(plan) as DraftPlan;
  const { aim, pilot, baseline, ...others } = whole;
  return {
    ...others,
    ...(aim?.text !== undefined && { aim }),
    ...(pilot?.scope !== undefined && { pilot }),
    ...(baseline?.from !== undefined && baseline.to !== undefined && { baseline }),
  };
}

/** A key for a new item that no other has: `median`, `median-2` … */
export function freshKey(wanted: string, taken: readonly string[]): string {
  const base = wanted === '' ? 'item' : wanted;
  let key = base;
  for (let count = 2; taken.includes(key); count += 1) key = `${base}-${count}`;
  return key;
}
