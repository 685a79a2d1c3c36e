import { analysePPrime } from '../analyses/pPrime';
import { analyseRunChart } from '../analyses/runChart';
import { analyseXmr } from '../analyses/xmr';
import type { IndicatorDefinition } from './indicator.schema';
import type { Period } from './period';
import type { IndicatorValue } from './value';

export const CHARTS = ['xmr', 'p-prime', 'run-chart'] as const;
type Pair = { readonly numerator: number | null; readonly denominator: number | null };
export type ChartAsked = {
  readonly screen: boolean;
  /** Periods at which new limits begin. */
  readonly rebaseAt: readonly Period[];
  /** Last period of those that make the limits of the segment it lies in. */
  readonly baselineTo?: Period | undefined;
};

const numberOf = (one: IndicatorValue): number | null => (one.state === 'value' ? one.value : null);
const better = ({ direction }: IndicatorDefinition) => (direction === 'range' ? undefined : direction);
const firstAt = (values: readonly IndicatorValue[], period: Period): number => {
  const at = values.findIndex((one) => one.period >= period);
  return at < 0 ? values.length : at;
};

/** XmR chart of values, in the unit of measure; segments and points name periods. Refusals as `analyseXmr`. */
export function xmrOf(values: readonly IndicatorValue[], definition: IndicatorDefinition, asked: ChartAsked) {
  const rebaseAt = asked.rebaseAt.map((period) => firstAt(values, period));
  const { baselineTo } = asked;
  const to = baselineTo;
  const start = Math.max(0, ...rebaseAt.filter((at) => to !== undefined && (values[at]?.period ?? '~') <= to));
  const made = values
    .slice(start)
    .filter((one) => one.state === 'value' && to !== undefined && one.period <= to).length;
  const target = values.findLast((one) => one.target !== undefined)?.target;
  const tried = analyseXmr({
    ...{ values: values.map(numberOf), screen: asked.screen, factor: 'nhs', rebaseAt },
    better: better(definition),
    target,
    baseline: to === undefined ? undefined : made,
  });
  if (!tried.ok) return tried;
  if (to !== undefined && made < 2) return tooFew(made);
  const { points, segments, ...rest } = tried.analysis;
  const at = (index: number): Period => values[index]?.period ?? '';
  return {
    ok: true as const,
    analysis: {
      ...rest,
      points: points.map(({ index, ...point }) => ({ period: at(index), ...point })),
      segments: segments.map(({ from, to: end, ...limits }) => ({ from: at(from), to: at(end - 1), ...limits })),
    },
  };
}

const tooFew = (given: number) => ({
  ok: false as const,
  refusal: { code: 'TOO_FEW_VALUES' as const, field: '/baselineTo', params: { given, least: 2 } },
});

function pairOf(one: IndicatorValue): Pair {
  const has = one.state === 'value' && one.numerator !== undefined && one.denominator !== undefined;
  return has
    ? { numerator: one.numerator ?? null, denominator: one.denominator ?? null }
    : { numerator: null, denominator: null };
}

/** p′ chart of the numerators and denominators behind values, in the unit of measure. Refusals as `analysePPrime`. */
export function pPrimeOf(values: readonly IndicatorValue[], definition: IndicatorDefinition) {
  const pairs = values.map(pairOf);
  if (pairs.every(({ denominator }) => denominator === null))
    return { ok: false as const, refusal: { code: 'NO_COUNTS_TO_CHART' as const, field: '/chart' } };
  const tried = analysePPrime({
    numerators: pairs.map(({ numerator }) => numerator),
    denominators: pairs.map(({ denominator }) => denominator),
  });
  if (!tried.ok) return tried;
  return { ok: true as const, analysis: chartOf(tried.analysis, values, definition) };
}

type PPrime = Extract<ReturnType<typeof analysePPrime>, { ok: true }>['analysis'];

function chartOf(
  { points, centre, ...rest }: PPrime,
  values: readonly IndicatorValue[],
  definition: IndicatorDefinition,
) {
  const { source } = definition;
  const per = source.type === 'ratio' ? (source.per ?? 1) : 1;
  const wished = better(definition);
  return {
    ...rest,
    centre: centre * per,
    points: points.map(({ index, value, lower, upper, outside }) => ({
      period: values[index]?.period ?? '',
      ...{ value: value * per, lower: lower * per, upper: upper * per, outside },
      ...(outside &&
        wished !== undefined && {
          signal: value > centre === (wished === 'higher') ? ('improvement' as const) : ('concern' as const),
        }),
    })),
  };
}

/** Run chart of values. Refusals as `analyseRunChart`. */
export function runChartOf(values: readonly IndicatorValue[]) {
  const tried = analyseRunChart({ values: values.map(numberOf) });
  if (!tried.ok) return tried;
  const points = values.flatMap((one) => (one.state === 'value' ? [{ period: one.period, value: one.value }] : []));
  return { ok: true as const, analysis: { ...tried.analysis, points } };
}
