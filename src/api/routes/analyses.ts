import type { z } from 'zod';
import { CompareAsked, PPrimeAsked, RunChartAsked, XmrAsked } from '../../domain/analyses/analyses.schema';
import { analyseChange } from '../../domain/analyses/compare';
import { analysePPrime } from '../../domain/analyses/pPrime';
import { analysed, type Analysed } from '../../domain/analyses/refusals';
import { analyseRunChart } from '../../domain/analyses/runChart';
import { analyseXmr } from '../../domain/analyses/xmr';
import { bandOf } from '../../domain/scoring/bands';
import { scoreBy } from '../../domain/scoring/catalogue';
import { SCORING_REFUSALS } from '../../domain/scoring/refusals';
import type { ScoringRefusalCode } from '../../domain/scoring/refusals';
import { ScoringAsked } from '../../domain/scoring/scoring.schema';
import type { Refusal } from '../../domain/shared/result';
import { route } from '../http/route';
import type { Route } from '../http/route';
import { problemOf } from '../problems/problem';
import type { ProblemCode } from '../problems/table';
import { ComparisonView, PPrimeView, RunChartView, ScoreView, XmrView } from './analysisViews';

type Tried<T> = Analysed<T> | { readonly ok: false; readonly refusal: Refusal<ScoringRefusalCode> };
type Method<B extends z.ZodType> = {
  readonly name: string;
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly body: B;
  readonly bodyExample: unknown;
  readonly answer: z.ZodType;
  readonly problems: readonly ProblemCode[];
  readonly analyse: (asked: z.output<B>) => Tried<object>;
};

/** A method anyone signed in may try on own numbers: pure, nothing is stored. */
function analysis<B extends z.ZodType>(method: Method<B>): Route {
  const { name, id, summary, description, body, bodyExample, answer, problems, analyse } = method;
  return route({
    method: 'post',
    path: `/v1/analyses/${name}`,
    id,
    tag: 'Analyses',
    summary,
    description,
    action: 'analysis.try',
    body,
    bodyExample,
    responses: { 200: { description: 'The analysis', schema: answer } },
    problems,
    handle: async (input, { allow }) => {
      await allow('analysis.try');
      const tried = analyse(input.body);
      if (!tried.ok) throw problemOf(tried.refusal);
      return { status: 200, body: tried.analysis };
    },
  });
}

const xmr = analysis({
  name: 'xmr',
  id: 'tryXmr',
  summary: 'Chart own values with the limits of an XmR chart',
  description:
    'Special causes are flagged by four rules: outside a limit; 7 on one side of the centre (shift); 7 rising or falling ' +
    '(trend); 2 of 3 between near limit and limit. `index` counts from 0.',
  body: XmrAsked,
  bodyExample: { values: [12, 11, 13, 12, 14, 11, 12, 13, 12, 11, 13, 12], screen: true },
  answer: XmrView,
  problems: ['TOO_FEW_VALUES'],
  analyse: analyseXmr,
});

const runChart = analysis({
  name: 'run-chart',
  id: 'tryRunChart',
  summary: "Look for a signal in own values by Anhøj's run chart rules",
  description:
    'Values on the median are left out. A signal: the longest run is longer than its limit, or there are fewer crossings.',
  body: RunChartAsked,
  bodyExample: { values: [4, 6, 5, 7, 3, 6, 8, 9, 8, 9, 10, 9] },
  answer: RunChartView,
  problems: ['TOO_FEW_VALUES'],
  analyse: analyseRunChart,
});

const pPrime = analysis({
  name: 'p-prime',
  id: 'tryPPrime',
  summary: 'Chart own shares or rates with limits for each point',
  description:
    "Laney's p′ chart, or u′ for rates: large numbers do not make a signal of everything. Limits are not clipped. " +
    '`"prime": false` gives the plain p or u chart.',
  body: PPrimeAsked,
  bodyExample: { numerators: [53, 116, 107, 101], denominators: [70, 136, 117, 106] },
  answer: PPrimeView,
  problems: ['LENGTHS_DIFFER', 'PART_EXCEEDS_WHOLE', 'TOO_FEW_VALUES'],
  analyse: analysePPrime,
});

const compare = analysis({
  name: 'compare',
  id: 'tryCompare',
  summary: 'Did it change? Compare own values or shares before and after',
  description:
    "Values: Mann–Whitney with the Hodges–Lehmann shift, Welch's test, or a seeded permutation of means. Shares " +
    '`{successes, n}`: Newcombe and Wilson. Fewer than 6 on a side: `too-few-data`, and no test is made. Values in order of ' +
    'time: `interrupted-time-series` compares level and slope, from 8 on each side (fewer are refused).',
  body: CompareAsked,
  bodyExample: { before: [9, 8, 7, 9, 10, 8, 9, 11], after: [6, 5, 7, 6, 5, 4, 6, 5], better: 'lower' },
  answer: ComparisonView,
  problems: ['TOO_FEW_VALUES'],
  analyse: analyseChange,
});

function scoreOf(asked: ScoringAsked): Tried<z.output<typeof ScoreView>> {
  const scored = scoreBy(asked);
  if (!scored.ok) return scored;
  const band = bandOf(scored.score, asked.bands ?? []);
  const figures = { score: scored.score.toNumber(), raw: scored.raw.toNumber() };
  return analysed({ ...figures, ...(band !== undefined && { band }) });
}

const score = analysis({
  name: 'score',
  id: 'tryScore',
  summary: 'Score an own value by one of the scoring rules',
  description:
    '`progress`, `lower-ratio`, `attainment` and `range` score in ratios (1 is 100 %), `goal-red-flag` from 0 to 10, `steps` in the given ' +
    'points. Computed in decimals; a band is chosen by the unrounded score.',
  body: ScoringAsked,
  bodyExample: { rule: 'progress', value: 20, baseline: 10, target: 30 },
  answer: ScoreView,
  problems: Object.keys(SCORING_REFUSALS) as ScoringRefusalCode[],
  analyse: scoreOf,
});

export const analysisRoutes = [xmr, runChart, pPrime, compare, score];
