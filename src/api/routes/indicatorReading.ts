import { z } from 'zod';
import type { StoredIndicator } from '../../activities/indicators.ports';
import type { Action } from '../../domain/access/actions';
import { placeOf } from '../../domain/access/place';
import { instantAt, localDateOf } from '../../domain/calendar/zone';
import type { DefinitionVersion } from '../../domain/indicators/facts';
import { PeriodText } from '../../domain/indicators/indicator.schema';
import { inForceOn, inForceOrNext } from '../../domain/indicators/versions';
import { Id, IsoInstant } from '../../domain/shared/ids.schema';
import type { Refusal } from '../../domain/shared/result';
import type { Instant, LocalDate } from '../../domain/shared/time';
import type { Context } from '../http/route';
import { fill, ProblemError } from '../problems/problem';
import { isProblemCode, WORDS } from '../problems/table';
import { Day } from './query';
import { actingFor } from './standing';

export const IndicatorParams = z.object({ indicator: Id });
/** A period as people may name it: the period itself, a longer one, or a day in it. */
export const PeriodOrDay = z.union([
  PeriodText.refine((period) => period >= '1900' && period < '2200', { message: 'a period from 1900 to 2199' }),
  Day,
]);
export const AsOf = z
  .union([Day, IsoInstant])
  .describe('As it was known then: an instant, or a day, which means its end in the office’s time zone');

export const newestOf = ({ id, definitions }: StoredIndicator): DefinitionVersion => {
  const newest = definitions.at(-1);
  if (newest === undefined) throw new Error(`the indicator ${id} has no definition`);
  return newest;
};

/** The indicator, when it is there. @throws ProblemError NOT_FOUND, after the policy was asked */
export async function presentIndicator(id: string, action: Action, context: Context): Promise<StoredIndicator> {
  const stored = await context.deps.indicators.get(id);
  if (stored !== undefined && stored.definitions.length > 0) return stored;
  await context.allow(action);
  throw new ProblemError('NOT_FOUND', { params: { kind: 'indicator', id } });
}

/** What day it is, and as known when, for a question about an indicator of a unit. */
export type Moment = { readonly today: LocalDate; readonly timeZone: string; readonly knownAt?: Instant };

/** `asOf` a day: its last millisecond in the office's time zone. */
export async function momentOf(unit: string, asOf: string | undefined, { deps, at }: Context): Promise<Moment> {
  const { timeZone } = await deps.calendarOf({ unit, procedure: '' });
  if (asOf === undefined) return { today: localDateOf(at, timeZone), timeZone };
  if (!asOf.includes('T'))
    return {
      today: asOf,
      timeZone,
      knownAt: new Date(Date.parse(instantAt(asOf, '24:00', timeZone)) - 1).toISOString(),
    };
  const knownAt = new Date(asOf).toISOString();
  return { today: localDateOf(knownAt, timeZone), timeZone, knownAt };
}

/** The definition a reader at that moment goes by: in force then, else what comes first, else (not known yet) the first one. */
export function definitionAt({ definitions }: StoredIndicator, { today, knownAt }: Moment): DefinitionVersion {
  const known = inForceOn(definitions, today, knownAt) ?? inForceOrNext(definitions, today, knownAt) ?? definitions[0];
  if (known === undefined) throw new Error('an indicator without a definition');
  return known;
}

/** Whether it is this version that holds at that moment. */
export const isInForce = ({ definitions }: StoredIndicator, version: DefinitionVersion, moment: Moment): boolean =>
  inForceOn(definitions, moment.today, moment.knownAt)?.version === version.version;

/** Asks for the permission to read values in a unit; whoever answers for the indicator, or stands in for them, may. */
export async function allowValues(owner: string | undefined, unit: string, context: Context): Promise<void> {
  if (await context.may('indicator.value.read', { unit })) return;
  const { id, standsInFor = [] } = await actingFor(context);
  const owns = owner !== undefined && [id, ...standsInFor].includes(owner);
  await context.allow('indicator.value.read', { unit, relations: owns ? ['owner'] : [] });
}

/** @throws ProblemError UNKNOWN_UNIT, naming the parameter */
export async function demandUnit(unit: string, { deps }: Context): Promise<void> {
  if ((await deps.organisation.units.get(unit)) === undefined)
    throw parameterProblem({ code: 'UNKNOWN_UNIT', field: '/unit', params: { id: unit } });
}

/** The unit and those above it. */
export const placeIn = async (unit: string, { deps }: Context) => placeOf(await deps.organisation.allUnits(), unit);

/** A refusal that is about a parameter of the address, not about the body. */
export function parameterProblem({ code, field, params = {} }: Refusal): ProblemError {
  if (!isProblemCode(code)) throw new Error(`the refusal ${code} has no HTTP status`);
  return new ProblemError(code, {
    params,
    errors: (language) => [
      { in: 'query', field: field ?? '', rule: code, message: fill(WORDS[code], params, language) },
    ],
  });
}
