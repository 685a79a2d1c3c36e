import { heartbeat } from '@temporalio/activity';
import { withUnitsBelow } from '../domain/access/place';
import { officesOf } from '../domain/organisation/offices';
import type { CycleReader, Organisation, Telling } from './ports';

export type AnnounceDeps = {
  readonly organisation: Organisation;
  readonly cycles: CycleReader;
  readonly telling: Telling;
};
export type Change = { readonly kind: string; readonly id: string; readonly at: string };

/** How many are told at once. */
const AT_ONCE = 10;

/** Safe to repeat: whoever is told twice computes twice and finds nothing to change. */
export function announceActivities({ organisation, cycles, telling }: AnnounceDeps) {
  return {
    async announceChange(change: Change): Promise<void> {
      const units = await organisation.allUnits();
      const offices = change.kind === 'procedure' ? [] : officesOf(units);
      for (const office of offices) await telling.office(office);
      const concerned = await cycles.openIds(concern(change, units));
      for (let start = 0; start < concerned.length; start += AT_ONCE) {
        await Promise.all(concerned.slice(start, start + AT_ONCE).map((cycle) => telling.cycle(cycle, change)));
        heartbeat(start);
      }
    },
  };
}
export type AnnounceActivities = ReturnType<typeof announceActivities>;

/** A procedure concerns its cycles, a unit those of it and below; a calendar may concern any. */
function concern(
  { kind, id }: Change,
  units: Awaited<ReturnType<Organisation['allUnits']>>,
): Parameters<CycleReader['openIds']>[0] {
  if (kind === 'procedure') return { procedure: id };
  if (kind === 'unit') return { units: withUnitsBelow(units, id) };
  return {};
}
