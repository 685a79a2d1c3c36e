import { z } from 'zod';
import { NOTE_CODES } from '../../domain/analyses/notes';
import { periodAsked } from '../../domain/indicators/askedPeriods';
import { CHARTS, pPrimeOf, runChartOf, xmrOf } from '../../domain/indicators/chart';
import { NO_VALUE } from '../../domain/indicators/value';
import type { IndicatorValue } from '../../domain/indicators/value';
import { XMR_RULES } from '../../domain/statistics/xmrRules';
import { inWords } from '../../domain/shared/language';
import type { Language } from '../../domain/shared/language';
import { route } from '../http/route';
import { PPrimeView, RunChartView, XmrView } from './analysisViews';
import { IndicatorParams, parameterProblem, PeriodOrDay } from './indicatorReading';
import { asked, RangeQuery, valuesOf } from './indicatorValues';
import type { Asked } from './indicatorValues';
import { PeriodName, ValuesHead, valuesHead } from './indicatorViews';

const Notes = z.array(z.object({ code: z.enum(NOTE_CODES), message: z.string() }));
const Signal = z.enum(['improvement', 'concern']).optional();
const head = {
  ...ValuesHead.shape,
  missing: z
    .array(z.object({ period: PeriodName, state: z.enum(NO_VALUE), message: z.string() }))
    .describe('Periods without a value: left out of the chart, never a zero'),
  notes: Notes,
};
const point = { period: PeriodName, value: z.number() };
const { points: _p, segments: _s, notes: _n, assurance, ...limits } = XmrView.shape;
const { points: _pp, notes: _pn, ...prime } = PPrimeView.shape;
const { notes: _rn, ...run } = RunChartView.shape;
const ChartView = z.discriminatedUnion('chart', [
  z.object({
    chart: z.literal('xmr'),
    ...head,
    ...limits,
    assurance,
    points: z.array(z.object({ ...point, rules: z.array(z.enum(XMR_RULES)), signal: Signal })),
    segments: z.array(z.object({ from: PeriodName, to: PeriodName.describe('Last period'), ...limits })),
  }),
  z.object({
    chart: z.literal('p-prime'),
    ...head,
    ...prime,
    points: z.array(z.object({ ...point, lower: z.number(), upper: z.number(), outside: z.boolean(), signal: Signal })),
  }),
  z.object({ chart: z.literal('run-chart'), ...head, ...run, points: z.array(z.object(point)) }),
]);

const Query = z
  .object({
    ...RangeQuery,
    chart: z.enum(CHARTS).default('xmr'),
    rebaseAt: z
      .string()
      .transform((text) => text.split(','))
      .pipe(z.array(PeriodOrDay).max(100))
      .optional()
      .describe('Periods at which new limits begin, separated by commas'),
    baselineTo: PeriodOrDay.optional().describe('The limits are made of the values up to this period and frozen'),
    screen: z.enum(['true', 'false']).default('false').describe('true: leave out extreme moving ranges, once'),
  })
  .strict();
type Wanted = z.output<typeof Query>;

function drawn(values: readonly IndicatorValue[], { version }: Asked, wanted: Wanted) {
  const { definition } = version;
  const of = (text: string) => {
    const one = periodAsked(text, definition.frequency);
    if (!one.ok) throw parameterProblem(one.refusal);
    return one.period;
  };
  if (wanted.chart === 'run-chart') return runChartOf(values);
  if (wanted.chart === 'p-prime') return pPrimeOf(values, definition);
  const { rebaseAt = [], baselineTo, screen } = wanted;
  const to = baselineTo === undefined ? undefined : of(baselineTo);
  return xmrOf(values, definition, { screen: screen === 'true', rebaseAt: rebaseAt.map(of), baselineTo: to });
}

const missingOf = (values: readonly IndicatorValue[], language: Language) =>
  values.flatMap((one) =>
    one.state === 'value'
      ? []
      : [{ period: one.period, state: one.state, message: inWords(one.because.words, language) }],
  );

export const indicatorChart = route({
  method: 'get',
  path: '/v1/indicators/{indicator}/chart',
  id: 'getIndicatorChart',
  tag: 'Indicators',
  summary: 'The values of an indicator on a chart with limits and signals',
  description:
    'XmR by default; `p-prime` where numerators and denominators are behind the values; `run-chart`. In the unit of ' +
    'measure of the indicator. `rebaseAt` and `baselineTo` are for XmR.',
  action: 'indicator.value.read',
  params: IndicatorParams,
  query: Query,
  responses: { 200: { description: 'The chart', schema: ChartView, headers: ['ETag'] } },
  problems: [
    ...(['NOT_FOUND', 'UNKNOWN_UNIT', 'FROM_IS_AFTER_TO', 'TOO_MANY_PERIODS', 'PERIODS_ARE_FINER'] as const),
    ...(['TOO_FEW_VALUES', 'PART_EXCEEDS_WHOLE', 'NO_COUNTS_TO_CHART'] as const),
  ],
  handle: async ({ params: { indicator: id }, query }, context) => {
    const about = await asked(id, query, context);
    const values = await valuesOf(about, { from: query.from, to: query.to }, context);
    const tried = drawn(values, about, query);
    if (!tried.ok) throw parameterProblem(tried.refusal);
    const { language } = context;
    const notes = tried.analysis.notes.map(({ code, words }) => ({ code, message: inWords(words, language) }));
    const about_ = { ...valuesHead(about.version, about.unit, language), missing: missingOf(values, language) };
    return { status: 200, body: { chart: query.chart, ...about_, ...tried.analysis, notes } };
  },
});
