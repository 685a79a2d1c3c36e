import type { CaseFact } from '../case';
import { MS_PER_DAY } from './duration';

/** Monday 3 August 2026, 08:00 in Vietnam. */
export const EXAMPLE_START = Date.parse('2026-08-03T01:00:00.000Z');

/** Cases received on the same morning and decided after so many days; `undefined`: still open. */
export function casesDecidedAfter(...days: readonly (number | undefined)[]): readonly CaseFact[] {
  return days.map((after, i) => ({
    id: `case-${i + 1}`,
    receivedAt: EXAMPLE_START,
    ...(after === undefined ? {} : { decidedAt: EXAMPLE_START + after * MS_PER_DAY }),
  }));
}
