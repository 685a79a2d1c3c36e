import type { ScorecardReading, StoredScorecard } from '../../activities/scorecards.ports';
import { grainOf, isFiner, lastDayOf, periodOfDay, shifted } from '../../domain/indicators/period';
import type { Period } from '../../domain/indicators/period';
import { inForceOrNext } from '../../domain/indicators/versions';
import type { ScorecardDefinition } from '../../domain/scorecards/scorecard.schema';
import type { ObjectiveView } from '../../domain/scorecards/view';
import type { Instant } from '../../domain/shared/time';
import type { Context } from '../http/route';
import { mayRead, newestOf } from './scorecardReading';

/** Each is a scorecard to be computed. */
export const SCORECARDS_READ = 200;

type Placed = { readonly scorecard: string; readonly objective: ObjectiveView };
/** Scorecards above and below one, as they are read for its period, of those the caller may read. */
export type CascadeFacts = {
  readonly reading: (scorecard: string) => ScorecardReading | undefined;
  readonly above: (objective: ObjectiveView) => Placed | undefined;
  readonly below: (scorecard: string, objective: string) => readonly Placed[];
  readonly hidden: number;
  readonly leftOut: number;
};
type Wanted = { readonly asOf: Instant | undefined; readonly depth: number };
type Found = {
  readonly readings: Map<string, ScorecardReading>;
  readonly hidden: Set<string>;
  readonly leftOut: Set<string>;
};

export async function cascadeFacts(reading: ScorecardReading, wanted: Wanted, context: Context): Promise<CascadeFacts> {
  const found: Found = { readings: new Map([[reading.id, reading]]), hidden: new Set(), leftOut: new Set() };
  const from = { reading, asOf: wanted.asOf, found };
  const { scorecards } = context.deps;
  const up = (level: readonly ScorecardReading[]) => {
    const ids = level.flatMap(({ version }) =>
      version.value.objectives.flatMap((one) => one.contributesTo?.scorecard ?? []),
    );
    return scorecards.many([...new Set(ids)]);
  };
  const down = (level: readonly ScorecardReading[]) =>
    scorecards.pointingAt(
      'above',
      level.map(({ id }) => id),
    );
  for (const way of [up, down]) {
    let level: readonly ScorecardReading[] = [reading];
    for (let left = wanted.depth; left > 0 && level.length > 0; left -= 1)
      level = await readAll(await way(level), from, context);
  }
  return { ...placesIn(found.readings), hidden: found.hidden.size, leftOut: found.leftOut.size };
}

type From = { readonly reading: ScorecardReading; readonly asOf: Instant | undefined; readonly found: Found };

/** Those of them that were not read before. */
async function readAll(stored: readonly StoredScorecard[], from: From, context: Context) {
  const { readings, hidden, leftOut } = from.found;
  const level: ScorecardReading[] = [];
  for (const one of stored) {
    if (readings.has(one.id)) continue;
    const definition = inForceOrNext(one.versions, from.reading.today, from.asOf)?.value ?? newestOf(one);
    if (!(await mayRead(definition, context)) || !(await mayRead(newestOf(one), context))) hidden.add(one.id);
    else if (readings.size > SCORECARDS_READ) leftOut.add(one.id);
    else {
      const period = periodThere(from.reading.period, definition.frequency);
      const read = await context.deps.scorecardReader.read(one, { period, asOf: from.asOf });
      if (read === undefined) continue;
      readings.set(one.id, read);
      level.push(read);
    }
  }
  return level;
}

/** The same period; of a scorecard with longer ones the last one that had ended by then. */
function periodThere(period: Period, frequency: ScorecardDefinition['frequency']): Period {
  if (!isFiner(grainOf(period), frequency)) return period;
  const around = periodOfDay(lastDayOf(period), frequency);
  return lastDayOf(around) > lastDayOf(period) ? shifted(around, -1) : around;
}

function placesIn(readings: ReadonlyMap<string, ScorecardReading>) {
  const all = [...readings.values()].flatMap(({ id, view }) =>
    view.perspectives
      .flatMap(({ objectives }) => objectives)
      .map((objective): Placed => ({ scorecard: id, objective })),
  );
  const byPlace = new Map(all.map((one) => [`${one.scorecard}/${one.objective.key}`, one]));
  const placeOf = ({ contributesTo: to }: ObjectiveView) => to && `${to.scorecard}/${to.objective}`;
  const below = new Map<string, Placed[]>();
  for (const one of all) {
    const to = placeOf(one.objective);
    if (to !== undefined) below.set(to, [...(below.get(to) ?? []), one]);
  }
  return {
    reading: (scorecard: string) => readings.get(scorecard),
    above: (objective: ObjectiveView) => byPlace.get(placeOf(objective) ?? ''),
    below: (scorecard: string, key: string) => below.get(`${scorecard}/${key}`) ?? [],
  };
}
