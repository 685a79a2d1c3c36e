import type { Mapping } from '../organisation/organisation.schema';
import { STILL_WAITING, type Step } from './case';

type Interval = readonly [number, number];

/**
 * The intervals [from, to) in epoch ms in which the office waited for the applicant: from each `from` activity to the next
 * `to` activity, at the latest to the decision; merged where they overlap. An open case that still waits ends at STILL_WAITING.
 */
export function waitingIntervals(
  steps: readonly Step[],
  pairs: NonNullable<Mapping['waiting']>,
  decidedAt: number | undefined,
): readonly Interval[] {
  const end = decidedAt ?? STILL_WAITING;
  const intervals = pairs.flatMap((pair) => intervalsOf(steps, pair, end));
  return merged(intervals.map(([from, to]): Interval => [from, Math.min(to, end)]).filter(([from, to]) => from < to));
}

function intervalsOf(steps: readonly Step[], pair: { from: string; to: string }, end: number): readonly Interval[] {
  const intervals: Interval[] = [];
  let since: number | undefined;
  for (const { activity, at } of steps) {
    if (since !== undefined && activity === pair.to) {
      intervals.push([since, Date.parse(at)]);
      since = undefined;
    } else if (since === undefined && activity === pair.from) since = Date.parse(at);
  }
  return since === undefined ? intervals : [...intervals, [since, end]];
}

function merged(intervals: readonly Interval[]): readonly Interval[] {
  const result: Interval[] = [];
  for (const next of [...intervals].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last !== undefined && next[0] <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], next[1])];
    else result.push(next);
  }
  return result;
}
