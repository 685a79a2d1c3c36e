import { refuse } from '../shared/result';
import { sum } from '../statistics/mean';
import { pPrime, uChart, type ChartPoint, type PrimeChart } from '../statistics/prime';
import { assurance, FEW_POINTS } from '../statistics/xmr';
import type { PPrimeAsked } from './analyses.schema';
import { blanksNoted, noted, type Note } from './notes';
import { analysed, type Analysed } from './refusals';

/** `sigmaZ` is missing where nobody or everybody was counted: chance then has no spread to compare with. */
export type PPrimeAnalysis = Omit<PrimeChart, 'sigmaZ'> &
  Partial<Pick<PrimeChart, 'sigmaZ'>> & {
    readonly assurance?: ReturnType<typeof assurance>;
    readonly notes: readonly Note[];
  };

/** Without `chart` and `prime`: the p′ chart. */
export type PPrimeGiven = Omit<PPrimeAsked, 'chart' | 'prime'> & Partial<Pick<PPrimeAsked, 'chart' | 'prime'>>;

type Pair = { readonly index: number; readonly numerator: number; readonly denominator: number };
const LEAST = 2;

function pairsOf({ numerators, denominators }: PPrimeGiven): readonly Pair[] {
  return numerators.flatMap((numerator, index) => {
    const denominator = denominators[index] ?? 0;
    return numerator === null || denominator === 0 ? [] : [{ index, numerator, denominator }];
  });
}

/** Nobody or everybody: every point lies on the centre, and so do the limits. */
function still(pairs: readonly Pair[]): Omit<PPrimeAnalysis, 'notes'> {
  const centre = sum(pairs.map(({ numerator }) => numerator)) > 0 ? 1 : 0;
  const on = { value: centre, lower: centre, upper: centre, outside: false };
  return { centre, points: pairs.map(({ index }): ChartPoint => ({ index, ...on })) };
}

/** By the limits of the last point: what is to be expected next. */
function assured({ better, target }: PPrimeGiven, points: readonly ChartPoint[]): Pick<PPrimeAnalysis, 'assurance'> {
  const last = points.at(-1);
  if (better === undefined || target === undefined || last === undefined) return {};
  return { assurance: assurance(last, target, better) };
}

/**
 * p′, u′, p or u chart of own counts (see `statistics/prime`). `index` is the place in the given lists, from 0; blanks and
 * denominators of 0 are left out. `LENGTHS_DIFFER`, `PART_EXCEEDS_WHOLE` (of shares), `TOO_FEW_VALUES`: under two points.
 */
export function analysePPrime(asked: PPrimeGiven): Analysed<PPrimeAnalysis> {
  const [numerators, denominators] = [asked.numerators.length, asked.denominators.length];
  if (numerators !== denominators)
    return refuse('LENGTHS_DIFFER', { field: '/denominators', params: { numerators, denominators } });
  const pairs = pairsOf(asked);
  const { chart: kind = 'p', prime = true } = asked;
  const over = kind === 'p' ? pairs.find(({ numerator, denominator }) => numerator > denominator) : undefined;
  if (over !== undefined)
    return refuse('PART_EXCEEDS_WHOLE', { field: `/numerators/${over.index}`, params: { ...over } });
  if (pairs.length < LEAST)
    return refuse('TOO_FEW_VALUES', { field: '/numerators', params: { given: pairs.length, least: LEAST } });
  const chart = (kind === 'p' ? pPrime : uChart)(
    pairs.map(({ numerator }) => numerator),
    pairs.map(({ denominator }) => denominator),
    { prime },
  );
  const notes = [
    ...blanksNoted(numerators - pairs.length),
    ...noted(pairs.length < FEW_POINTS, 'FEW_POINTS', FEW_POINTS),
    ...noted(!chart.ok || chart.sigmaZ === 0, 'CONSTANT'),
  ];
  if (!chart.ok) return analysed({ ...still(pairs), notes });
  const points = chart.points.map((point, i) => ({ ...point, index: pairs[i]?.index ?? i }));
  return analysed({ centre: chart.centre, sigmaZ: chart.sigmaZ, points, ...assured(asked, points), notes });
}
