import { heartbeat } from '@temporalio/activity';
import { withUnitsBelow } from '../domain/access/place';
import { officesOf } from '../domain/organisation/offices';
import type { Collectors } from './collect.ports';
import type { Unit } from '../domain/organisation/organisation.schema';
import type { CycleReader, Organisation, Telling } from './ports';

export type AnnounceDeps = {
  readonly organisation: Organisation;
  readonly cycles: CycleReader;
  readonly telling: Telling;
  readonly collectors: Pick<Collectors, 'all'>;
};
export type Change = { readonly kind: string; readonly id: string; readonly at: string };

/** How many are told at once. */
const AT_ONCE = 10;

/** Safe to repeat: whoever is told twice computes twice and finds nothing to change. */
export function announceActivities({ organisation, cycles, telling, collectors }: AnnounceDeps) {
  return {
    async announceChange(change: Change): Promise<void> {
      const units = await organisation.allUnits();
      const offices = change.kind === 'procedure' ? [] : officesOf(units);
      for (const office of offices) await telling.office(office);
      for (const collector of await concernedCollectors(change, units)) {
        await telling.collector(collector);
        heartbeat(collector);
      }
      const concerned = await cycles.openIds(concern(change, units));
      for (let start = 0; start < concerned.length; start += AT_ONCE) {
        await Promise.all(concerned.slice(start, start + AT_ONCE).map((cycle) => telling.cycle(cycle, change)));
        heartbeat(start);
      }
    },
  };

  /** Their schedules are read in the time zone of the office. */
  async function concernedCollectors({ kind, id }: Change, units: readonly Unit[]): Promise<readonly string[]> {
    if (kind === 'procedure') return [];
    const below = kind === 'unit' ? withUnitsBelow(units, id) : units.map((unit) => unit.id);
    return (await collectors.all()).filter(({ unit }) => below.includes(unit)).map((collector) => collector.id);
  }
}
export type AnnounceActivities = ReturnType<typeof announceActivities>;

/** A procedure concerns its cycles, a unit those of it and below; a calendar may concern any. */
function concern({ kind, id }: Change, units: readonly Unit[]): Parameters<CycleReader['openIds']>[0] {
  if (kind === 'procedure') return { procedure: id };
  if (kind === 'unit') return { units: withUnitsBelow(units, id) };
  return {};
}
