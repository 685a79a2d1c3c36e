import { hashOf } from '../domain/shared/chain';
import { sha256 } from './cycle.activities';
import type { Recorded } from './ports';

/** Events under the hash chain of their stream. */
export function chained<Event>(
  stream: string,
  first: number,
  commandId: string,
  events: readonly Event[],
  head: string,
): readonly Recorded<Event>[] {
  let previous = head;
  return events.map((event, index) => {
    const link = { stream, sequence: first + index, commandId, previous, event };
    previous = hashOf(link, sha256);
    return { ...link, hash: previous };
  });
}
