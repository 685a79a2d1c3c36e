import { lineOf } from '../../domain/access/place';
import { findAggregation } from '../../domain/cases/aggregations/catalogue';
import type { PlanIndicator } from '../../domain/cycle/cycle.schema';
import type { Cycle } from '../../domain/cycle/state';
import { readable } from '../../domain/indicators/named';
import { periodOfDay, shifted } from '../../domain/indicators/period';
import type { Language } from '../../domain/shared/language';
import { mergedTerms } from '../../domain/terms/inTerms';
import type { Drawn } from '../print/chart';
import type { Reader } from '../print/reader';
import type { LastValue } from '../print/report';
import { saying } from '../print/words';
import type { Context } from '../http/route';
import { aggregated } from './aggregations';
import { definitionAt, momentOf, placeIn } from './indicatorReading';

type Place = { readonly unit: string; readonly procedure: string };
type About = { readonly place: Place; readonly about: object; readonly language: Language };

/** Names are looked up once; who is not known any more is called by id. `about`: everyone it names is known by name. */
export async function readerOf({ place, about, language }: About, { deps, at }: Context): Promise<Reader> {
  const { organisation } = deps;
  const { timeZone } = await deps.calendarOf(place);
  const locale = language === 'en' ? 'en-GB' : language;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  const names = new Map<string, string>();
  for (const id of textsIn(about)) {
    const person = await organisation.people.get(id);
    if (person !== undefined) names.set(id, person.value.name);
  }
  const procedure = await organisation.procedures.get(place.procedure);
  if (procedure !== undefined) names.set(place.procedure, procedure.value.name);
  const unit = await organisation.units.get(place.unit);
  if (unit !== undefined) names.set(place.unit, unit.value.name);
  const name = (id: string) => names.get(id) ?? id;
  const day = (when: string) => format.format(new Date(when));
  const terms = mergedTerms(await organisation.termsOf(lineOf(await organisation.allUnits(), place.unit)));
  return { language, say: saying(language, terms), name, day, office: name(place.unit), at };
}

const PEOPLE = new Set([
  'lead',
  'leads',
  'owner',
  'reviewers',
  'reviewer',
  'signer',
  'by',
  'dues',
  'owners',
  'persons',
  'contributors',
]);

/** Ids of the people that a thing names, wherever in it. */
function textsIn(about: unknown, within = false): ReadonlySet<string> {
  if (typeof about === 'string') return new Set(within ? [about] : []);
  if (Array.isArray(about)) return new Set(about.flatMap((one) => [...textsIn(one, within)]));
  if (typeof about !== 'object' || about === null) return new Set();
  return new Set(Object.entries(about).flatMap(([key, value]) => [...textsIn(value, PEOPLE.has(key))]));
}

/** The figures of each indicator of the plan before and after the change, where there are some and the caller may read them. */
export async function seriesOf(cycle: Cycle, context: Context): Promise<ReadonlyMap<string, Drawn>> {
  const found = new Map<string, Drawn>();
  for (const indicator of cycle.plan.indicators ?? []) {
    const drawn =
      indicator.aggregation === undefined
        ? stored(cycle, indicator)
        : await counted({ cycle, indicator, key: indicator.aggregation }, context);
    if (drawn !== undefined && drawn.points.some(({ value }) => value !== undefined)) found.set(indicator.key, drawn);
  }
  return found;
}

/** Of an indicator of the library the check keeps the figures it compared. */
function stored(cycle: Cycle, { key }: PlanIndicator): Drawn | undefined {
  const verdict = 'checks' in cycle ? cycle.checks.at(-1)?.verdicts.find((one) => one.indicator === key) : undefined;
  if (verdict?.series === undefined) return undefined;
  const { before, after } = verdict.series;
  return { unit: verdict.unit, points: [...before, ...after], changeAt: after[0]?.period };
}

type Counted = { readonly cycle: Cycle; readonly indicator: PlanIndicator; readonly key: string };

async function counted({ cycle, indicator, key }: Counted, { deps, may }: Context): Promise<Drawn | undefined> {
  const procedure = (await deps.organisation.procedures.get(cycle.procedure))?.value;
  if (procedure === undefined || findAggregation(key) === undefined) return undefined;
  if (!(await may('aggregation.read', { unit: procedure.unit }))) return undefined;
  const window = 'checks' in cycle ? cycle.checks.at(-1)?.window : undefined;
  const { baseline, changeFrom } = cycle.plan;
  const from = window?.before.from ?? baseline?.from;
  if (from === undefined) return undefined;
  const range = { from, to: window?.after.to, by: 'month' as const };
  const { days, net } = indicator.parameters ?? {};
  const parameters = { ...(days !== undefined && { days }), ...(net !== undefined && { net }) };
  const { unit, points } = await aggregated({ procedure, key, parameters, range }, deps);
  const changeAt = window?.after.from ?? changeFrom;
  return { unit, points, changeAt: changeAt?.slice(0, 7) };
}

const MOST = 60;

/** The indicators of a unit and those above it, with what the last two periods that have ended say; none without the right to them. */
export async function lastValuesOf(unit: string, language: Language, context: Context): Promise<readonly LastValue[]> {
  const { deps, may } = context;
  if (!(await may('indicator.value.read', { unit }))) return [];
  const homes = await placeIn(unit, context);
  const moment = await momentOf(unit, undefined, context);
  const found: LastValue[] = [];
  for (const one of await deps.indicators.list(undefined, 500)) {
    const { home, retired, frequency, name, unit: measure, direction } = definitionAt(one, moment).definition;
    if (!homes.includes(home) || retired === true || found.length >= MOST) continue;
    const period = shifted(periodOfDay(moment.today, frequency), -1);
    const asked = { indicator: one.id, unit, from: shifted(period, -1), to: period };
    const [before, last] = await deps.indicatorValues.values(asked);
    found.push({
      ...{ name: readable(name, language), unit: measure, direction, period },
      value: last?.state === 'value' ? last.value : undefined,
      before: before?.state === 'value' ? before.value : undefined,
      target: last?.state === 'value' ? last.target : undefined,
    });
  }
  return found;
}
