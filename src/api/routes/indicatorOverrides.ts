import { z } from 'zod';
import type { StoredIndicator } from '../../activities/indicators.ports';
import { checkOverride } from '../../domain/indicators/checkDefinition';
import { FROM_THE_BEGINNING } from '../../domain/indicators/facts';
import type { OverrideVersion } from '../../domain/indicators/facts';
import { IndicatorOverride, PeriodText } from '../../domain/indicators/indicator.schema';
import { inForceOn } from '../../domain/indicators/versions';
import { Id, IsoDate } from '../../domain/shared/ids.schema';
import type { LocalDate } from '../../domain/shared/time';
import { afterOf, pageOf, pageQuery } from '../http/cursor';
import { expectedVersion } from '../http/preconditions';
import { route } from '../http/route';
import type { Context, Route } from '../http/route';
import { ProblemError, problemOf } from '../problems/problem';
import { demandEdit, Strict } from './documents';
import * as examples from './indicatorExamples';
import { firstDay } from './indicatorHome';
import { momentOf, newestOf, placeIn, presentIndicator } from './indicatorReading';
import { OverrideView } from './indicatorViews';
import { pageOfItems } from './views';

const FIGURES = Object.keys(IndicatorOverride.shape);
const OverrideInput = z
  .object({
    ...IndicatorOverride.shape,
    validFrom: z
      .union([IsoDate, PeriodText])
      .optional()
      .describe('First day (or period) it holds; default: the first one from the beginning, others from today'),
    reason: z.string().trim().min(1).max(4000).optional(),
  })
  .strict()
  .refine((own) => Object.entries(own).some(([key, value]) => FIGURES.includes(key) && value !== undefined), {
    message: 'give target or weight',
  });

const put = route({
  method: 'put',
  path: '/v1/indicators/{indicator}/overrides/{unit}',
  id: 'putIndicatorOverride',
  tag: 'Indicators',
  summary: 'State the target or weight a unit has instead',
  description:
    'Holds for the unit and all below it that have none nearer, from `validFrom` on. A unit may say how much, not what: ' +
    'target, stretch, trajectory and weight, nothing else. What is not stated stays as the definition has it.',
  action: 'indicator.override',
  params: z.object({ indicator: Id, unit: Id }),
  query: Strict,
  body: OverrideInput,
  bodyExample: examples.override,
  responses: {
    200: { description: 'The override, recorded (or there already)', schema: OverrideView, headers: ['ETag'] },
    201: { description: 'The first override of the unit', schema: OverrideView, headers: ['ETag', 'Location'] },
  },
  problems: ['NOT_FOUND', 'UNKNOWN_UNIT', 'UNIT_IS_NOT_BELOW_HOME', 'CHANGED_MEANWHILE', 'PRECONDITION_NEEDED'],
  handle: async ({ params: { indicator: id, unit }, query: { strict }, body }, context) => {
    const before = await presentIndicator(id, 'indicator.override', context);
    await context.allow('indicator.override', { unit });
    await demandBelowHome(before, unit, context);
    const expected = expectedVersion(context, before.version, strict === 'true');
    const { validFrom: wished, reason, ...override } = body;
    const refusal = checkOverride(override, newestOf(before).definition);
    if (refusal !== undefined) throw problemOf(refusal);
    const first = !before.overrides.some((one) => one.unit === unit);
    const validFrom = wished === undefined ? await byDefault(first, unit, context) : firstDay(wished);
    const by = { by: context.person.id, ...(reason !== undefined && { reason }) };
    const editing = { id, validFrom, ...by, ...(expected !== undefined && { expected }) };
    const { stored } = demandEdit(await context.deps.indicators.override(editing, unit, override));
    await context.deps.onIndicatorChange({ kind: 'definition', indicator: id });
    const answer = { body: overrideView(stored, unit, validFrom), version: stored.version };
    const location = `/v1/indicators/${encodeURIComponent(id)}/overrides`;
    return first ? { status: 201, ...answer, location } : { status: 200, ...answer };
  },
});

const takeBack = route({
  method: 'delete',
  path: '/v1/indicators/{indicator}/overrides/{unit}',
  id: 'deleteIndicatorOverride',
  tag: 'Indicators',
  summary: 'Take back what a unit states for itself, from a date on',
  description:
    'Makes a version that says “as the unit above”, from `validFrom` (default today) on; versions that would take over ' +
    'later are taken back too. Everything stays readable, and closed periods keep what they were closed with.',
  action: 'indicator.override',
  params: z.object({ indicator: Id, unit: Id }),
  query: z
    .object({
      validFrom: z.union([IsoDate, PeriodText]).optional().describe('First day (or period) without it; default today'),
      reason: z.string().trim().min(1).max(4000).optional(),
    })
    .strict(),
  responses: { 204: { description: 'Taken back (or there was none from that day on)' } },
  problems: ['NOT_FOUND', 'CHANGED_MEANWHILE'],
  handle: async ({ params: { indicator: id, unit }, query: { validFrom: wished, reason } }, context) => {
    const before = await presentIndicator(id, 'indicator.override', context);
    await context.allow('indicator.override', { unit });
    const own = before.overrides.filter((one) => one.unit === unit);
    if (own.length === 0) throw new ProblemError('NOT_FOUND', { params: { kind: 'override', id: unit } });
    const expected = expectedVersion(context, before.version, false);
    const first = wished === undefined ? await byDefault(false, unit, context) : firstDay(wished);
    const later = own.map(({ validFrom }) => validFrom).filter((day) => day > first);
    let held = expected;
    for (const validFrom of [first, ...[...new Set(later)].sort()]) {
      const by = { by: context.person.id, ...(reason !== undefined && { reason }) };
      const editing = { id, validFrom, ...by, ...(held !== undefined && { expected: held }) };
      const { stored } = demandEdit(await context.deps.indicators.override(editing, unit, 'as-above'));
      held = stored.version;
    }
    await context.deps.onIndicatorChange({ kind: 'definition', indicator: id });
    return { status: 204 };
  },
});

async function byDefault(first: boolean, unit: string, context: Context): Promise<LocalDate> {
  return first ? FROM_THE_BEGINNING : (await momentOf(unit, undefined, context)).today;
}

async function demandBelowHome(stored: StoredIndicator, unit: string, context: Context): Promise<void> {
  const place = await placeIn(unit, context);
  if (place.length === 0) throw new ProblemError('UNKNOWN_UNIT', { params: { id: unit } });
  const { home } = newestOf(stored).definition;
  if (!place.includes(home))
    throw new ProblemError('UNIT_IS_NOT_BELOW_HOME', { params: { indicator: stored.id, home, unit } });
}

const shown = ({ indicator: _same, ...override }: OverrideVersion) => ({ kind: 'override' as const, ...override });

function overrideView({ id, overrides }: StoredIndicator, unit: string, day: LocalDate) {
  const own = inForceOn(
    overrides.filter((one) => one.unit === unit),
    day,
  );
  if (own === undefined) throw new Error(`the override of ${id} for ${unit} is gone`);
  return shown(own);
}

const list = route({
  method: 'get',
  path: '/v1/indicators/{indicator}/overrides',
  id: 'listIndicatorOverrides',
  tag: 'Indicators',
  summary: 'What units have instead: every version, by unit, oldest first',
  action: 'indicator.read',
  params: z.object({ indicator: Id }),
  query: z.object(pageQuery).strict(),
  responses: { 200: { description: 'Overrides', schema: pageOfItems(OverrideView), headers: ['Link', 'ETag'] } },
  problems: ['NOT_FOUND', 'INVALID_CURSOR'],
  handle: async ({ params: { indicator: id }, query: { cursor, limit } }, context) => {
    const stored = await presentIndicator(id, 'indicator.read', context);
    await context.allow('indicator.read', { unit: newestOf(stored).definition.home });
    const keyOf = ({ unit, version }: OverrideVersion) => `${unit}~${String(version).padStart(8, '0')}`;
    const after = afterOf(cursor) ?? '';
    const rest = stored.overrides.filter((one) => keyOf(one) > after).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    const page = pageOf(rest.slice(0, limit + 1), limit, keyOf);
    return { status: 200, body: { ...page, items: page.items.map(shown) } };
  },
});

export const overrideRoutes: readonly Route[] = [put, takeBack, list];
