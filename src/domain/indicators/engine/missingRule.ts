import { Exact } from '../../scoring/scored';
import { ABSENT } from '../absentWords';
import { none, valued, type Outcome } from '../outcome';
import { grainOf, type Period } from '../period';
import { asked, made, type At } from './at';
import type { Computed, Work } from './computed';
import { holding, isEntered } from './holding';

/** How far back a value is carried forward, in periods. */
const CARRIED = 120;

/** What stands in where a value is missing. Not yet due and not applicable are not missing. */
export function* byMissingRule(at: At, measured: Computed): Work {
  const { missing: rule } = at.version.definition;
  if (measured.pending === true || rule === 'ignore') return measured;
  if (rule === 'zero') return standIn(at, measured, { outcome: zero(), rule });
  if (rule === 'block') {
    const outcome = none('blocked', ABSENT.blocked(at.ask), [at.ask.indicator]);
    return standIn(at, measured, { outcome, rule });
  }
  for (let by = 1; by <= CARRIED; by++) {
    const period = at.world.back(at.ask.period, by);
    if (period === undefined) return measured;
    if (isEmpty(at, period)) continue;
    const from = yield asked(at, { period, counting: at.ask.counting, bare: true });
    const { outcome } = from;
    if (outcome.state === 'not-in-force') return measured;
    if (outcome.state !== 'value') continue;
    const carried = { ...outcome, quality: 'estimated', stoodIn: { by: 'carry-forward', period } } as const;
    return standIn(at, measured, { outcome: carried, rule, from });
  }
  return measured;
}

/** Of what is entered in no unit there is no value, and nothing else ends the search there: no unit below is looked at. */
function isEmpty({ world, ask, knownAt }: At, period: Period): boolean {
  if (world.facts.hasFigures?.(ask.indicator, period) !== false) return false;
  const record = world.facts.indicator(ask.indicator);
  if (record?.definitions.every(({ definition }) => isEntered(definition)) !== true) return false;
  const held = holding(world, record, { unit: ask.unit, period, knownAt }).version?.definition;
  return held !== undefined && held.retired !== true && held.frequency === grainOf(period);
}

const zero = (): Outcome => valued(new Exact(0), { quality: 'estimated', stoodIn: { by: 'zero' } });

type StandIn = {
  readonly outcome: Outcome;
  readonly rule: 'zero' | 'carry-forward' | 'block';
  readonly from?: Computed;
};
const standIn = (at: At, missing: Computed, { outcome, rule, from }: StandIn): Computed => ({
  ...made(at, outcome, { how: 'missing-rule', rule, missing, ...(from !== undefined && { from }) }),
  reported: false,
});
