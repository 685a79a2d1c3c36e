import { refuse } from '../shared/result';
import { Exact, scored, type Scored } from './scored';
import type { Steps } from './scoring.schema';

type Step = readonly [Exact, Exact];

/** Seen from the other side a falling value rises: the steps of `lower` are those of `higher`, mirrored. */
function mirrored({ points, better }: Pick<Steps, 'points' | 'better'>): readonly Step[] {
  const steps = points.map(([at, worth]): Step => [new Exact(at), new Exact(worth)]);
  return better === 'higher' ? steps : steps.map(([at, worth]): Step => [at.negated(), worth]).reverse();
}

function between([from, less]: Step, [to, more]: Step, value: Exact): Exact {
  const share = value.minus(from).dividedBy(to.minus(from));
  return less.plus(more.minus(less).times(share));
}

/**
 * Points by steps: those of the highest step reached (its value included), between two steps in proportion where asked;
 * 0 before the first, those of the last beyond it. In points. `STEPS_DO_NOT_RISE`: values equal or out of order.
 * Domain facts §3.2.
 */
export function steps({ value, points, between: how, better }: Omit<Steps, 'rule'>): Scored {
  const wrong = points.findIndex(([at], i) => i > 0 && at <= (points[i - 1]?.[0] ?? Number.NEGATIVE_INFINITY));
  if (wrong > 0) return refuse('STEPS_DO_NOT_RISE', { field: `/points/${wrong}`, params: { step: wrong + 1 } });
  const all = mirrored({ points, better });
  const at = better === 'higher' ? new Exact(value) : new Exact(value).negated();
  const reached = all.filter(([edge]) => at.greaterThanOrEqualTo(edge)).length;
  const [last, next] = [all[reached - 1], all[reached]];
  if (last === undefined) return scored(new Exact(at.isNaN() ? at : 0));
  return scored(next === undefined || how === 'step' ? last[1] : between(last, next, at));
}
