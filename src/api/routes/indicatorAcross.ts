import { z } from 'zod';
import { childrenIn } from '../../domain/access/place';
import { acrossUnits, NO_FUNNEL } from '../../domain/indicators/across';
import { periodAsked } from '../../domain/indicators/askedPeriods';
import { periodOfDay, shifted } from '../../domain/indicators/period';
import type { Period } from '../../domain/indicators/period';
import { Id } from '../../domain/shared/ids.schema';
import { inWords } from '../../domain/shared/language';
import { route } from '../http/route';
import type { Context } from '../http/route';
import * as examples from './indicatorExamples';
import { AsOf, IndicatorParams, parameterProblem, PeriodOrDay } from './indicatorReading';
import { asked } from './indicatorValues';
import type { Asked } from './indicatorValues';
import { IndicatorValueView, PeriodName, ValuesHead, valuesHead, valueView } from './indicatorViews';

const Limits = z.object({
  place: z.enum(['within', 'near-limit', 'beyond']).describe('near-limit: outside 95 %; beyond: outside 99.8 %'),
  value: z.number(),
  lowerFar: z.number().describe('99.8 %'),
  lowerNear: z.number().describe('95 %'),
  upperNear: z.number(),
  upperFar: z.number(),
});
const UnitAcross = z.object({
  unit: Id,
  name: z.string(),
  value: IndicatorValueView,
  denominator: z.number().optional(),
  limits: Limits.optional(),
  signal: z.enum(['improvement', 'concern']).optional().describe('Of a unit beyond the limits: the better side or not'),
});
const shared = {
  ...ValuesHead.shape,
  period: PeriodName,
  hidden: z.number().int().min(0).describe('Units that the caller may not read; they are left out'),
  units: z.array(UnitAcross).describe('In the order of the tree: no ranking'),
};
export const AcrossView = z.discriminatedUnion('method', [
  z.object({
    method: z.literal('funnel'),
    ...shared,
    kind: z.enum(['share', 'rate']),
    per: z.number(),
    centre: z.number().describe('Σ numerator ÷ Σ denominator, times `per`'),
    dispersion: z
      .number()
      .describe('How much more units differ than counting explains; the limits are widened by its root'),
  }),
  z.object({
    method: z.literal('values'),
    ...shared,
    because: z.string().describe('Why there are no limits, in the language of the caller'),
    median: z.number().optional(),
  }),
]);

const one = examples.values.values[0];
export const acrossExample = {
  method: 'values',
  ...{ indicator: 'thoi-gian-giai-quyet', name: 'Thời gian giải quyết trung vị', unit: 'so-khdt' },
  ...{ unitOfMeasure: 'days', direction: 'lower', frequency: 'month', period: '2026-01', hidden: 0 },
  units: [{ unit: 'phong-dkkd', name: 'Phòng Đăng ký kinh doanh', value: one }],
  because: NO_FUNNEL.NO_COUNTS.vi,
  median: 2.25,
};

/** The units directly below a unit beside each other, for one period. */
export const indicatorAcross = route({
  method: 'get',
  path: '/v1/indicators/{indicator}/across',
  id: 'compareIndicatorUnits',
  tag: 'Indicators',
  summary: 'The units below a unit beside each other: a funnel plot, no league table',
  description:
    'Each unit directly below `unit`, with all below it. Where counts stand behind the values, limits of 95 % and 99.8 % by ' +
    'how much stands behind each, widened by how much more the units differ than counting explains (Spiegelhalter 2005). ' +
    'Other values stand without limits, and the answer says why.',
  action: 'indicator.value.read',
  params: IndicatorParams,
  query: z
    .object({
      unit: Id.optional().describe("Unit whose units are compared; default is the indicator's home"),
      period: PeriodOrDay.optional().describe('A period, or a day in it; default: the last one that has ended'),
      asOf: AsOf.optional(),
    })
    .strict(),
  responses: {
    200: { description: 'Units and limits', schema: AcrossView, headers: ['ETag'], example: acrossExample },
  },
  problems: ['NOT_FOUND', 'UNKNOWN_UNIT', 'PERIODS_ARE_FINER'],
  handle: async ({ params: { indicator: id }, query }, context) => {
    const about = await asked(id, query, context);
    const { moment } = about;
    const { definition } = about.version;
    const wanted = query.period === undefined ? undefined : periodAsked(query.period, definition.frequency);
    if (wanted?.ok === false) throw parameterProblem(wanted.refusal);
    const period = wanted?.period ?? shifted(periodOfDay(moment.today, definition.frequency), -1);
    return { status: 200, body: await acrossAnswer(about, period, context) };
  },
});

/** The units below a unit beside each other for a period, those that the caller may read. */
export async function acrossAnswer(about: Asked, period: Period, context: Context) {
  const { version, unit, moment, stored } = about;
  const { shown, hidden } = await unitsBelow(about, context);
  const known = moment.knownAt === undefined ? {} : { asOf: moment.knownAt };
  const read = ({ id: at }: Named) =>
    context.deps.indicatorValues.values({ indicator: stored.id, unit: at, from: period, to: period, ...known });
  const values = (await Promise.all(shown.map(read))).flat();
  const { units, ...drawn } = acrossUnits(values, version.definition);
  const { language } = context;
  const told = drawn.method === 'values' ? { because: inWords(NO_FUNNEL[drawn.because], language) } : {};
  const rows = units.map(({ value, ...rest }, at) => ({
    ...{ unit: value.unit, name: shown[at]?.name ?? value.unit },
    ...{ value: valueView(value, language), ...rest },
  }));
  const head = valuesHead(version, unit, language);
  return { ...head, period, hidden, ...drawn, ...told, units: rows };
}

type Named = { readonly id: string; readonly name: string };

/** Those the caller may read the values of, by name. */
async function unitsBelow({ unit }: Asked, context: Context) {
  const all = await context.deps.organisation.allUnits();
  const below = new Set(childrenIn(all).get(unit) ?? []);
  const named = all
    .filter(({ id }) => below.has(id))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true }));
  const shown: Named[] = [];
  for (const one of named) if (await context.may('indicator.value.read', { unit: one.id })) shown.push(one);
  return { shown, hidden: named.length - shown.length };
}
