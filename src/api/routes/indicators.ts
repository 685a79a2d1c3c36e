import { z } from 'zod';
import type { IndicatorEdited, StoredIndicator } from '../../activities/indicators.ports';
import { FROM_THE_BEGINNING } from '../../domain/indicators/facts';
import type { DefinitionVersion } from '../../domain/indicators/facts';
import { PeriodText } from '../../domain/indicators/indicator.schema';
import { readsOf } from '../../domain/indicators/reads';
import { inForceOn } from '../../domain/indicators/versions';
import { IsoDate } from '../../domain/shared/ids.schema';
import type { LocalDate } from '../../domain/shared/time';
import { expectedVersion } from '../http/preconditions';
import { route } from '../http/route';
import type { Answer, Context, Route } from '../http/route';
import { ProblemError } from '../problems/problem';
import { demandEdit, Strict } from './documents';
import { demandSound } from './indicatorChecks';
import { refusedByCircle } from './indicatorCircles';
import * as examples from './indicatorExamples';
import { firstDay, homeOf } from './indicatorHome';
import { definitionAt, IndicatorParams, isInForce, momentOf, newestOf, presentIndicator } from './indicatorReading';
import { IndicatorInput, indicatorView, IndicatorView } from './indicatorViews';
import { DayOrInstant } from './query';

const TAG = 'Indicators';
const shown = { schema: IndicatorView, headers: ['ETag', 'Location'], example: examples.indicatorAnswer } as const;

const put = route({
  method: 'put',
  path: '/v1/indicators/{indicator}',
  id: 'putIndicator',
  tag: TAG,
  summary: 'Define an indicator, or change it from a date on',
  description:
    'Every change makes a new version, valid from `validFrom`: a day, or a period, which means its first day. By default ' +
    'the first version holds from the beginning and later ones from today. `validFrom` may lie in the past: open periods ' +
    'are then computed again; periods that are closed keep the definition they were closed with. The same definition ' +
    'again changes nothing. What GET answers may be sent back: its `validFrom`, beside its `recordedAt`, is then no wish, ' +
    'and a change holds from today. The answer is the version that was put. `If-Match` and `If-None-Match` as with every ' +
    'document.',
  action: 'indicator.edit',
  params: IndicatorParams,
  query: Strict,
  body: IndicatorInput,
  bodyExample: examples.indicator,
  responses: {
    200: { description: 'The version, recorded (or there already)', ...shown },
    201: { description: 'The indicator, made', ...shown },
  },
  problems: [
    ...['ID_DIFFERS', 'CHANGED_MEANWHILE', 'PRECONDITION_NEEDED', 'NO_UNIT_YET', 'UNKNOWN_UNIT'],
    ...['UNKNOWN_PERSON', 'UNKNOWN_PROCEDURE', 'UNKNOWN_SURVEY', 'UNKNOWN_INDICATOR', 'OWN_COUNTER_INDICATOR'],
    'NO_SUCH_AGGREGATION',
  ] as const,
  handle: async ({ params: { indicator: id }, query: { strict }, body }, context) => {
    if (body.id !== undefined && body.id !== id) throw new ProblemError('ID_DIFFERS', { field: '/id', params: { id } });
    const before = await context.deps.indicators.get(id);
    const expected = () => expectedVersion(context, before?.version ?? 0, strict === 'true');
    return defineIndicator({ id, body, before, expected }, context);
  },
});

type Defining = {
  readonly id: string;
  readonly body: Body;
  readonly before: StoredIndicator | undefined;
  /** Asked once the edit is allowed: whoever may not edit does not learn which version there is. */
  readonly expected: () => number | undefined;
  readonly coming?: ReadonlySet<string>;
};

/** Records a definition for whoever may: of the route above, and of a pack. @throws ProblemError with the rule it breaks */
export async function defineIndicator(defining: Defining, context: Context): Promise<Answer> {
  const { id, body, before, expected, coming } = defining;
  const { definition, validFrom, reason } = await editOf(body, before, context);
  await allowEdit(before, definition.home, context);
  return record(
    { id, validFrom, reason, expected: expected(), ...(coming !== undefined && { coming }) },
    definition,
    context,
  );
}

type Definition = DefinitionVersion['definition'];
type Body = z.output<typeof IndicatorInput>;

/** What is to be recorded: the definition alone, with its home and its first day. */
export async function editOf(body: Body, before: StoredIndicator | undefined, context: Context) {
  const {
    id: _id,
    version: _v,
    definitionVersion: _d,
    inForce: _f,
    by: _b,
    versions: _vs,
    warnings: _w,
    ...rest
  } = body;
  const { validFrom, recordedAt, reason, ...stated } = rest;
  const home = await homeOf(stated, before && newestOf(before).definition.home, context);
  const { today } = await momentOf(home, undefined, context);
  const echoes = before?.definitions.some((one) => one.recordedAt === recordedAt && one.validFrom === validFrom);
  const wished = echoes === true ? undefined : validFrom;
  const byDefault = before === undefined ? FROM_THE_BEGINNING : today;
  // A reason that came with what was read is the reason of that version, not of this one.
  const own = recordedAt !== undefined && before?.definitions.some((one) => one.reason === reason) === true;
  return {
    definition: { ...stated, home },
    validFrom: wished === undefined ? byDefault : firstDay(wished),
    reason: own ? undefined : reason,
  };
}

/** At the home it has and at the one it is to have. */
export async function allowEdit(before: StoredIndicator | undefined, home: string, { allow }: Context): Promise<void> {
  const homes = [...(before === undefined ? [] : [newestOf(before).definition.home]), home];
  for (const unit of new Set(homes)) await allow('indicator.edit', { unit });
}

type Recording = {
  readonly id: string;
  readonly validFrom: LocalDate;
  readonly reason: string | undefined;
  readonly expected: number | undefined;
  readonly coming?: ReadonlySet<string>;
};

async function record(recording: Recording, definition: Definition, context: Context): Promise<Answer> {
  const { id, validFrom, reason, expected, coming } = recording;
  const reads = readsOf(definition);
  await demandSound({ id, definition, reads, ...(coming !== undefined && { coming }) }, context);
  const by = { by: context.person.id, ...(reason !== undefined && { reason }) };
  const editing = { id, validFrom, ...by, ...(expected !== undefined && { expected }) };
  const edited: IndicatorEdited = await context.deps.indicators.define(
    editing,
    definition,
    reads,
    refusedByCircle(id, definition, reads),
  );
  const { stored, created } = demandEdit(edited);
  // Told even when it was there already: the request before this one may have died before it could tell.
  await context.deps.onIndicatorChange({ kind: 'definition', indicator: id });
  const version = inForceOn(stored.definitions, validFrom) ?? newestOf(stored);
  return { ...(await answerOf(stored, version, context)), status: created ? 201 : 200, ...at(id, created) };
}

const at = (id: string, created: boolean) => (created ? { location: `/v1/indicators/${encodeURIComponent(id)}` } : {});

/** A version of the definition, told whether it is the one in force today. */
async function answerOf(stored: StoredIndicator, version: DefinitionVersion, context: Context): Promise<Answer> {
  const today = await momentOf(version.definition.home, undefined, context);
  const { language } = context;
  const body = indicatorView(stored, version, { inForce: isInForce(stored, version, today), language });
  return { status: 200, body, version: stored.version };
}

const get = route({
  method: 'get',
  path: '/v1/indicators/{indicator}',
  id: 'getIndicator',
  tag: TAG,
  summary: 'Read the definition of an indicator',
  description:
    '`asOf` a day: the version that holds on that day. An instant: the one that held then, as far as it was known then. ' +
    'Where none is in force, the first one that will be.',
  action: 'indicator.read',
  params: IndicatorParams,
  query: z.object({ asOf: DayOrInstant.optional().describe('Day or instant; default: now') }).strict(),
  responses: { 200: { description: 'The definition', schema: IndicatorView, headers: ['ETag'] } },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { indicator: id }, query: { asOf } }, context) => {
    const stored = await presentIndicator(id, 'indicator.read', context);
    const { home } = newestOf(stored).definition;
    await context.allow('indicator.read', { unit: home });
    const moment = await momentOf(home, asOf, context);
    const asked = asOf?.includes('T') === true ? moment : { today: moment.today, timeZone: moment.timeZone };
    const version = definitionAt(stored, asked);
    const { language } = context;
    const body = indicatorView(stored, version, { inForce: isInForce(stored, version, asked), language });
    return { status: 200, body, version: stored.version };
  },
});

const RetireBody = z
  .object({
    reason: z.string().trim().min(1).max(4000),
    validFrom: z.union([IsoDate, PeriodText]).optional().describe('First day (or period) without it; default today'),
  })
  .strict();

const retire = route({
  method: 'post',
  path: '/v1/indicators/{indicator}/retire',
  id: 'retireIndicator',
  tag: TAG,
  summary: 'Stop an indicator from a date on',
  description:
    'Makes versions with `retired: true`; everything stays readable. To take it up again, PUT a definition that is not retired.',
  action: 'indicator.edit',
  params: IndicatorParams,
  body: RetireBody,
  bodyExample: { reason: 'Thay bằng chỉ số mới', validFrom: '2027-01' },
  responses: { 200: { description: 'The indicator as it is from then on', schema: IndicatorView, headers: ['ETag'] } },
  problems: ['NOT_FOUND', 'CHANGED_MEANWHILE'],
  handle: async ({ params: { indicator: id }, body }, context) => {
    const before = await presentIndicator(id, 'indicator.edit', context);
    const { home } = newestOf(before).definition;
    await allowEdit(before, home, context);
    const expected = expectedVersion(context, before.version, false);
    const { today } = await momentOf(home, undefined, context);
    const validFrom = body.validFrom === undefined ? today : firstDay(body.validFrom);
    const stored = await retireFrom(before, { id, validFrom, reason: body.reason, expected }, context);
    await context.deps.onIndicatorChange({ kind: 'definition', indicator: id });
    return answerOf(stored, inForceOn(stored.definitions, validFrom) ?? newestOf(stored), context);
  },
});

/** The version of that day, and every one that would take over later, again as a retired one. */
async function retireFrom(before: StoredIndicator, { validFrom, reason, expected }: Recording, context: Context) {
  const { definitions } = before;
  const later = definitions.map((one) => one.validFrom).filter((day) => day > validFrom);
  let stored = before;
  for (const day of [validFrom, ...[...new Set(later)].sort()]) {
    const version = inForceOn(definitions, day);
    if (version === undefined) continue;
    const definition = { ...version.definition, retired: true };
    const held = stored === before ? expected : stored.version;
    const editing = { id: before.id, validFrom: day, by: context.person.id, ...(reason !== undefined && { reason }) };
    const edited = await context.deps.indicators.define(
      { ...editing, ...(held !== undefined && { expected: held }) },
      definition,
      readsOf(definition),
    );
    stored = demandEdit(edited).stored;
  }
  return stored;
}

export const indicatorRoutes: readonly Route[] = [put, get, retire];
