import { z } from 'zod';
import type { StoredIndicator } from '../../activities/indicators.ports';
import { GRAINS } from '../../domain/cases/periods';
import { longerPeriods, periodAsked, periodsAsked } from '../../domain/indicators/askedPeriods';
import type { DefinitionVersion } from '../../domain/indicators/facts';
import { periodOfDay, shifted } from '../../domain/indicators/period';
import { Id } from '../../domain/shared/ids.schema';
import { afterOf, keptPage, pageQuery } from '../http/cursor';
import { route } from '../http/route';
import type { Context, Route } from '../http/route';
import { ProblemError } from '../problems/problem';
import * as examples from './indicatorExamples';
import { firstDay } from './indicatorHome';
import {
  allowValues,
  AsOf,
  definitionAt,
  demandUnit,
  IndicatorParams,
  momentOf,
  newestOf,
  parameterProblem,
  PeriodOrDay,
  placeIn,
  presentIndicator,
} from './indicatorReading';
import type { Moment } from './indicatorReading';
import {
  explainView,
  ExplainView,
  IndicatorValueView,
  valuesHead,
  ValuesHead,
  ValuesView,
  valueView,
} from './indicatorViews';
import { pageOfItems } from './views';

const TAG = 'Indicators';
const unit = Id.optional().describe("Unit of the organisation; default is the indicator's home");

export const RangeQuery = {
  unit,
  from: PeriodOrDay.optional().describe('First period, or a day in it; default: eleven before the last'),
  to: PeriodOrDay.optional().describe('Last period; default: the one that lies in today'),
  asOf: AsOf.optional(),
};
type Place = { readonly unit?: string | undefined; readonly asOf?: string | undefined };
/** An indicator, in a unit, at a moment, by a person who may read its values there. */
export type Asked = {
  readonly stored: StoredIndicator;
  readonly version: DefinitionVersion;
  readonly unit: string;
  readonly moment: Moment;
};

export async function asked(id: string, { unit: wished, asOf }: Place, context: Context): Promise<Asked> {
  const stored = await presentIndicator(id, 'indicator.value.read', context);
  const newest = newestOf(stored).definition;
  const at = wished ?? newest.home;
  await allowValues(newest.owner, at, context);
  await demandUnit(at, context);
  const moment = await momentOf(at, asOf, context);
  return { stored, version: definitionAt(stored, moment), unit: at, moment };
}

type Range = Parameters<typeof periodsAsked>[0];

/** The values of a range of periods. @throws ProblemError of what `periodsAsked` refuses */
export async function valuesOf({ stored, version, unit: at, moment }: Asked, range: Range, { deps }: Context) {
  const periods = periodsAsked(range, version.definition.frequency, moment.today);
  if (!periods.ok) throw parameterProblem(periods.refusal);
  const { from, to } = periods;
  const known = moment.knownAt === undefined ? {} : { asOf: moment.knownAt };
  return deps.indicatorValues.values({ indicator: stored.id, unit: at, from, to, ...known });
}

const values = route({
  method: 'get',
  path: '/v1/indicators/{indicator}/values',
  id: 'getIndicatorValues',
  tag: TAG,
  summary: 'The values of an indicator for a unit, period by period',
  description:
    '`from` and `to` are periods of any length or days; both are included. The answer has periods of the length the ' +
    'indicator is measured by; from one quarter to another (or one year to another) it has quarters (years), rolled up over ' +
    'time; `by` says it outright. `asOf` reads everything as it was known then. ' +
    'Numbers are unrounded. A period without a value says why by its `state` and in words.',
  action: 'indicator.value.read',
  params: IndicatorParams,
  query: z
    .object({
      ...RangeQuery,
      by: z.enum(GRAINS).optional().describe('Length of the periods answered: that of the indicator, or longer'),
    })
    .strict(),
  responses: {
    200: { description: 'The values, oldest first', schema: ValuesView, headers: ['ETag'], example: examples.values },
  },
  problems: ['NOT_FOUND', 'UNKNOWN_UNIT', 'PERIODS_ARE_FINER', 'FROM_IS_AFTER_TO', 'TOO_MANY_PERIODS'],
  handle: async ({ params: { indicator: id }, query: { from, to, by, ...place } }, context) => {
    const about = await asked(id, place, context);
    const long = longerPeriods({ from, to, by }, about.version.definition.frequency);
    const found = await valuesOf(about, { from, to, by: long }, context);
    const { language } = context;
    const head = valuesHead(about.version, about.unit, language);
    return { status: 200, body: { ...head, values: found.map((one) => valueView(one, language)) } };
  },
});

const explain = route({
  method: 'get',
  path: '/v1/indicators/{indicator}/explain',
  id: 'explainIndicator',
  tag: TAG,
  summary: 'How a value came about, down to figures and cases',
  action: 'indicator.value.read',
  params: IndicatorParams,
  query: z.object({ unit, period: PeriodOrDay.describe('A period, or a day in it'), asOf: AsOf.optional() }).strict(),
  responses: {
    200: { description: 'Value and tree', schema: ExplainView, headers: ['ETag'], example: examples.explanation },
  },
  problems: ['NOT_FOUND', 'UNKNOWN_UNIT', 'PERIODS_ARE_FINER'],
  handle: async ({ params: { indicator: id }, query: { period: text, ...place } }, context) => {
    const about = await asked(id, place, context);
    const one = periodAsked(text, about.version.definition.frequency);
    if (!one.ok) throw parameterProblem(one.refusal);
    const { knownAt } = about.moment;
    const { value, tree } = await context.deps.indicatorValues.explain({
      ...{ indicator: id, unit: about.unit, period: one.period },
      ...(knownAt !== undefined && { asOf: knownAt }),
    });
    const { language } = context;
    return { status: 200, body: { value: valueView(value, language), tree: explainView(tree, language) } };
  },
});

const ofUnit = route({
  method: 'get',
  path: '/v1/units/{unit}/indicators',
  id: 'listUnitIndicators',
  tag: TAG,
  summary: 'Every indicator of a unit and of those above it, with its value for the unit',
  description:
    'Retired indicators are left out. An indicator that is measured by longer periods answers with the one `period` lies in.',
  action: 'indicator.value.read',
  params: z.object({ unit: Id }),
  query: z
    .object({ period: PeriodOrDay.optional().describe('Default: the last one that has ended'), ...pageQuery })
    .strict(),
  responses: {
    200: {
      description: 'Indicators, by id',
      schema: pageOfItems(ValuesHead.extend({ value: IndicatorValueView })),
      headers: ['Link', 'ETag'],
    },
  },
  problems: ['NOT_FOUND', 'INVALID_CURSOR'],
  handle: async ({ params: { unit: id }, query: { period, cursor, limit } }, context) => {
    await context.allow('indicator.value.read', { unit: id });
    const homes = await placeIn(id, context);
    if (homes.length === 0) throw new ProblemError('NOT_FOUND', { params: { kind: 'unit', id } });
    const moment = await momentOf(id, undefined, context);
    const page = await keptPage(
      (after, most) => context.deps.indicators.list(after, Math.max(most, 500)),
      { after: afterOf(cursor), limit, keyOf: (stored) => stored.id },
      (stored) => {
        const { home, retired } = definitionAt(stored, moment).definition;
        return homes.includes(home) && retired !== true;
      },
    );
    const items: unknown[] = [];
    for (const stored of page.items) items.push(await withValue({ stored, unit: id, moment, period }, context));
    return { status: 200, body: { ...page, items } };
  },
});

type Wanted = Omit<Asked, 'version'> & { readonly period: string | undefined };

async function withValue({ stored, unit: at, moment, period }: Wanted, { deps, language }: Context) {
  const version = definitionAt(stored, moment);
  const { frequency } = version.definition;
  const asks = period === undefined ? undefined : periodAsked(period, frequency);
  const last = shifted(periodOfDay(moment.today, frequency), -1);
  const one = asks === undefined ? last : asks.ok ? asks.period : periodOfDay(firstDay(period ?? ''), frequency);
  const [value] = await deps.indicatorValues.values({ indicator: stored.id, unit: at, from: one, to: one });
  if (value === undefined) throw new Error(`no value of ${stored.id} for ${one}`);
  return { ...valuesHead(version, at, language), value: valueView(value, language) };
}

export const indicatorValueRoutes: readonly Route[] = [values, explain, ofUnit];
