import type { XmrLimits } from './xmr';

export const XMR_RULES = ['outside', 'trend', 'two-of-three', 'shift'] as const;
export type XmrRule = (typeof XMR_RULES)[number];

/** Which rules a point is part of, the strongest first, and the side it points to: 1 high or rising, −1 low or falling. */
export type Flagged = { readonly rules: readonly XmrRule[]; readonly side: -1 | 0 | 1 };

const RUN = 7;
/** Values that differ from the centre by rounding only lie on it: a constant series must not signal. */
const ROUNDING = 1e-12;

type Sign = -1 | 0 | 1;

function sign(difference: number, scale: number): Sign {
  if (Math.abs(difference) <= ROUNDING * scale) return 0;
  return difference > 0 ? 1 : -1;
}

/** The signs of all windows of `length` that hold as a whole for one side, spread over their members. */
function members(count: number, length: number, holds: (start: number) => Sign): readonly Sign[] {
  const flagged: Sign[] = Array.from({ length: count }, () => 0);
  for (let start = 0; start + length <= count; start += 1) {
    const side = holds(start);
    if (side !== 0) flagged.fill(side, start, start + length);
  }
  return flagged;
}

/** All of one sign other than 0: that sign. */
function common(signs: readonly Sign[]): Sign {
  const [first = 0] = signs;
  return signs.every((s) => s === first) ? first : 0;
}

/** 7 on one side of the centre. */
const shifts = (sides: readonly Sign[]): readonly Sign[] =>
  members(sides.length, RUN, (start) => common(sides.slice(start, start + RUN)));

/** 7 rising or falling, that is 6 steps. */
const trends = (steps: readonly Sign[]): readonly Sign[] =>
  members(steps.length + 1, RUN, (start) => common(steps.slice(start, start + RUN - 1)));

/** Of 3 consecutive on one side, at least 2 between near limit and limit: those are flagged. */
function twoOfThree(sides: readonly Sign[], near: readonly boolean[]): readonly Sign[] {
  const windows = members(sides.length, 3, (start) => {
    const close = near.slice(start, start + 3).filter(Boolean).length;
    return close >= 2 ? common(sides.slice(start, start + 3)) : 0;
  });
  return windows.map((side, i) => (near[i] === true ? side : 0));
}

/**
 * The four rules of special cause, as NHSRplotthedots flags them: every member of a run is flagged. Where nothing varies
 * (mean range 0) there are no limits to be outside of.
 */
export function xmrRules(values: readonly number[], limits: XmrLimits): readonly Flagged[] {
  const scale = Math.max(Math.abs(limits.centre), ...values.map(Math.abs));
  const varies = limits.meanRange > ROUNDING * scale;
  const sides = values.map((value) => sign(value - limits.centre, scale));
  const steps = values.slice(1).map((value, i) => sign(value - (values[i] ?? value), scale));
  const outside = values.map((value, i) =>
    varies && (value > limits.upper || value < limits.lower) ? (sides[i] ?? 0) : 0,
  );
  const near = values.map(
    (value, i) => varies && outside[i] === 0 && (value > limits.nearUpper || value < limits.nearLower),
  );
  const found = { outside, trend: trends(steps), 'two-of-three': twoOfThree(sides, near), shift: shifts(sides) };
  return values.map((_, i) => {
    const rules = XMR_RULES.filter((rule) => (found[rule][i] ?? 0) !== 0);
    const [strongest] = rules;
    return { rules, side: strongest === undefined ? 0 : (found[strongest][i] ?? 0) };
  });
}
