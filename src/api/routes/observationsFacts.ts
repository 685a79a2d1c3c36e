import type { StoredIndicator } from '../../activities/indicators.ports';
import type { Action } from '../../domain/access/actions';
import { placeOf } from '../../domain/access/place';
import { localDateOf } from '../../domain/calendar/zone';
import { homeOf } from '../../domain/indicators/entry';
import type { EntryFacts } from '../../domain/indicators/entry';
import type { Figure } from '../../domain/indicators/facts';
import type { ObservationEntry } from '../../domain/indicators/observation.schema';
import type { Unit } from '../../domain/organisation/organisation.schema';
import type { LocalDate } from '../../domain/shared/time';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import { actingFor } from './standing';

/** The indicator, when it is there. Whoever works here learns that there is none; @throws ProblemError NOT_FOUND */
export async function demandIndicator(id: string, action: Action, context: Context): Promise<StoredIndicator> {
  const stored = await context.deps.indicators.get(id);
  if (stored !== undefined && stored.definitions.length > 0) return stored;
  await context.allow(action, { relations: ['owner'] });
  throw new ProblemError('NOT_FOUND', { params: { kind: 'indicator', id } });
}

/** Whether the person answers for the indicator, or stands in for whoever does. */
export async function ownerTie({ definitions }: StoredIndicator, context: Context): Promise<readonly 'owner'[]> {
  const owner = definitions.at(-1)?.definition.owner;
  if (owner === undefined) return [];
  const { id, standsInFor = [] } = await actingFor(context);
  return [id, ...standsInFor].includes(owner) ? ['owner'] : [];
}

/** Asks for a permission in each of these units. @throws ProblemError of the policy's refusal */
export async function allowIn(
  units: readonly string[],
  stored: StoredIndicator,
  { action, context }: { readonly action: Action; readonly context: Context },
): Promise<void> {
  const relations = await ownerTie(stored, context);
  for (const unit of new Set(units)) await context.allow(action, { unit, relations });
}

/** The day of the office that a unit belongs to. */
export async function todayIn(unit: string, { deps, at }: Context): Promise<LocalDate> {
  const { timeZone } = await deps.calendarOf({ unit, procedure: '' });
  return localDateOf(at, timeZone);
}

export type Given = {
  readonly stored: StoredIndicator;
  readonly entries: readonly ObservationEntry[];
  readonly kind: EntryFacts['kind'];
};
const keyOf = (unit: string, period: string): string => `${unit}|${period}`;

/** Everything entries are judged by, read as it is now. `units`: the whole tree. */
export async function entryFacts(
  { stored, entries, kind }: Given,
  units: readonly Unit[],
  context: Context,
): Promise<EntryFacts> {
  const { deps, person } = context;
  const home = homeOf(stored.definitions);
  const named = [...new Set(entries.map(({ unit }) => unit ?? home))];
  const above = [...new Set(named.flatMap((unit) => placeOf(units, unit)))];
  const files = [...new Set(entries.flatMap(({ evidence = [] }) => evidence))];
  const [figures, closings, evidence, today] = await Promise.all([
    figuresOf(stored.id, entries, { named, deps }),
    deps.closings.of(above),
    files.length === 0 ? [] : deps.evidence.many(files),
    todayIn(home, context),
  ]);
  const latest = new Map(figures.map((figure) => [keyOf(figure.unit, figure.period), figure]));
  return {
    indicator: stored.id,
    definitions: stored.definitions,
    units,
    closings,
    latest: (unit, period) => latest.get(keyOf(unit, period)),
    evidence: new Set(evidence.map(({ id }) => id)),
    today,
    by: person.id,
    at: context.at,
    kind,
  };
}

const UNITS_A_QUERY = 500;

/** Versions of the units and the span of periods that are entered, oldest first. */
async function figuresOf(
  indicator: string,
  entries: readonly ObservationEntry[],
  { named, deps }: { readonly named: readonly string[]; readonly deps: Context['deps'] },
): Promise<readonly Figure[]> {
  const periods = entries.map(({ period }) => period).sort();
  const [from = '', to = ''] = [periods[0], periods.at(-1)];
  const portions = Array.from({ length: Math.ceil(named.length / UNITS_A_QUERY) }, (_, i) =>
    named.slice(i * UNITS_A_QUERY, (i + 1) * UNITS_A_QUERY),
  );
  const found: Figure[] = [];
  for (const units of portions) found.push(...(await deps.figures.find({ indicators: [indicator], units, from, to })));
  return found;
}
