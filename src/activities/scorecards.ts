import { placeOf } from '../domain/access/place';
import { localDateOf } from '../domain/calendar/zone';
import { closedAt } from '../domain/indicators/closedAt';
import { definitionAt } from '../domain/indicators/definitionAt';
import { grainOf, isFiner, isPeriod, lastDayOf, periodOfDay, shifted } from '../domain/indicators/period';
import type { Period } from '../domain/indicators/period';
import { inForceOrNext, knownBy } from '../domain/indicators/versions';
import { evaluateScorecard } from '../domain/scorecards/evaluate';
import type { ScorecardDefinition } from '../domain/scorecards/scorecard.schema';
import type { MeasureFacts } from '../domain/scorecards/view';
import type { Instant, LocalDate } from '../domain/shared/time';
import type { Closings, Indicators, IndicatorValues, StoredIndicator } from './indicators.ports';
import { calendarOf } from './officeCalendar';
import type { Clock, Organisation } from './ports';
import { explainedScorecard } from './scorecardExplain';
import type { ScorecardAsked, ScorecardReader, ScorecardReading, StoredScorecard } from './scorecards.ports';

export type ScorecardsDeps = {
  readonly indicators: Pick<Indicators, 'many'>;
  readonly indicatorValues: Pick<IndicatorValues, 'values' | 'together' | 'explain'>;
  readonly closings: Pick<Closings, 'of'>;
  readonly organisation: Organisation;
  readonly clock: Clock;
};
/** Periods read for where a measure moves: two years of months. */
const PERIODS_READ = 24;

/** Reads scorecards over indicators, figures and closings as they are stored. */
export const scorecardReader = (deps: ScorecardsDeps): ScorecardReader => ({
  read: (stored, asked) => readScorecard(stored, asked, deps),
  explain: (reading, wanted) => explainedScorecard(reading, wanted, deps),
});

/** The newest version that is known at the moment; `undefined`: none was yet. */
const newestKnown = ({ versions }: StoredScorecard, asOf?: Instant) => knownBy(versions, asOf).at(-1);

/** The scorecard as computed for a period. `undefined`: it was not known yet at `asOf`. */
export async function readScorecard(
  stored: StoredScorecard,
  { period: wished, asOf, periods = PERIODS_READ }: ScorecardAsked,
  deps: ScorecardsDeps,
): Promise<ScorecardReading | undefined> {
  const newest = newestKnown(stored, asOf);
  if (newest === undefined) return undefined;
  const { timeZone } = await calendarOf(deps.organisation, { unit: newest.value.unit, procedure: '' });
  const today = localDateOf(asOf ?? deps.clock.now(), timeZone);
  const now = inForceOrNext(stored.versions, today, asOf) ?? newest;
  const period = periodOf(wished, now.value, today);
  const closed = await closingOf(newest.value.unit, { period, asOf }, deps);
  const known = closed === undefined || newestKnown(stored, closed) === undefined ? asOf : closed;
  const version = inForceOrNext(stored.versions, lastDayOf(period), known) ?? newest;
  const measures = await measuresOf(version.value, { period, asOf, known, periods }, deps);
  const view = evaluateScorecard({ definition: version.value, period, today, measures: shortened(measures) });
  const at = closed !== undefined && known === closed ? { closedAt: closed } : {};
  return { id: stored.id, version, period, today, ...at, measures, view };
}

function periodOf(wished: string | undefined, { frequency }: ScorecardDefinition, today: LocalDate): Period {
  if (wished === undefined) return shifted(periodOfDay(today, frequency), -1);
  return isPeriod(wished) ? wished : periodOfDay(wished, frequency);
}

/** The same whoever reads: how a measure moves does not depend on how far back somebody else looks. */
const shortened = (measures: ScorecardReading['measures']): ScorecardReading['measures'] =>
  new Map([...measures].map(([id, facts]) => [id, { ...facts, series: facts.series.slice(-PERIODS_READ) }]));

type MeasureMoment = Moment & { readonly known: Instant | undefined; readonly periods?: number };
type Moment = { readonly period: Period; readonly asOf: Instant | undefined };

async function closingOf(unit: string, moment: Moment, deps: ScorecardsDeps): Promise<Instant | undefined> {
  const unitLine = placeOf(await deps.organisation.allUnits(), unit);
  return closedAt(await deps.closings.of(unitLine), { unitLine, ...moment });
}

async function measuresOf(
  { unit, objectives }: ScorecardDefinition,
  moment: MeasureMoment,
  deps: ScorecardsDeps,
): Promise<ReadonlyMap<string, MeasureFacts>> {
  const ids = [...new Set(objectives.flatMap(({ measures }) => measures.map(({ indicator }) => indicator)))];
  const stored = await deps.indicators.many(ids);
  const read = stored.flatMap((one) => definedThen(one, moment) ?? []);
  const { asOf } = moment;
  const wanted = read.map(({ id: indicator, from, at: to }) => ({ indicator, from, to }));
  const values = await deps.indicatorValues.together({ unit, wanted, ...(asOf !== undefined && { asOf }) });
  return new Map(read.map(({ id, definition, at }, i) => [id, { definition, period: at, series: values[i] ?? [] }]));
}

type Reading = { readonly moment: MeasureMoment; readonly deps: ScorecardsDeps };

/** The values of an indicator for a unit up to a period, oldest first, and its definition then. */
export async function measureFacts(
  stored: StoredIndicator,
  unit: string,
  { moment, deps }: Reading,
): Promise<MeasureFacts | undefined> {
  const found = definedThen(stored, moment);
  if (found === undefined) return undefined;
  const { definition, from, at } = found;
  const { asOf } = moment;
  const asked = { indicator: stored.id, unit, from, to: at, ...(asOf !== undefined && { asOf }) };
  return { definition, period: at, series: await deps.indicatorValues.values(asked) };
}

/** Its definition then, and the periods that are read; `undefined`: it was not there. */
function definedThen(stored: StoredIndicator, { period, asOf, known, periods = PERIODS_READ }: MeasureMoment) {
  const version = definitionAt(stored, period, known) ?? inForceOrNext(stored.definitions, lastDayOf(period), asOf);
  if (version === undefined) return undefined;
  const { definition } = version;
  const at = periodRead(period, definition.frequency);
  return { id: stored.id, definition, at, from: shifted(at, 1 - periods) };
}

/** The period itself; of an indicator with longer ones the last one that had ended by then. */
function periodRead(period: Period, frequency: ScorecardDefinition['frequency']): Period {
  if (!isFiner(grainOf(period), frequency)) return period;
  const around = periodOfDay(lastDayOf(period), frequency);
  return lastDayOf(around) > lastDayOf(period) ? shifted(around, -1) : around;
}
