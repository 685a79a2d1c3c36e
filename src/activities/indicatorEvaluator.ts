import type { EvaluationOptions, Evaluator, Facts } from '../domain/indicators/evaluation';
import { evaluator } from '../domain/indicators/evaluate';
import type { Figure } from '../domain/indicators/facts';
import { firstDayOf, type Period } from '../domain/indicators/period';
import { canonicalJson } from '../domain/shared/canonicalJson';
import type { LocalDate } from '../domain/shared/time';
import type { LoadedFacts } from './indicatorFacts';

const NONE: readonly Figure[] = [];
type ByPeriod = Map<Period, Map<string, Figure[]>>;

/** Versions by indicator, period and unit. */
function indexed(figures: readonly Figure[]): ReadonlyMap<string, ByPeriod> {
  const all = new Map<string, ByPeriod>();
  for (const figure of figures) {
    const periods = all.get(figure.indicator) ?? new Map<string, Map<string, Figure[]>>();
    const units = periods.get(figure.period) ?? new Map<string, Figure[]>();
    const versions = units.get(figure.unit);
    if (versions === undefined) units.set(figure.unit, [figure]);
    else versions.push(figure);
    all.set(figure.indicator, periods.set(figure.period, units));
  }
  return all;
}

/** Rules that stand in for figures, and lags, are followed so far back before the first one. */
const YEARS_BEFORE = 10;

/** `undefined`: figures come from cases, answers or books as well, and may be of any time. */
function earliestOf({ closure, figures }: LoadedFacts): LocalDate | undefined {
  const sources = [...closure.values()].flatMap(({ definitions }) => definitions.map((one) => one.definition.source));
  if (sources.some(({ type }) => type === 'cases' || type === 'survey' || type === 'programme')) return undefined;
  let first: LocalDate | undefined;
  for (const { period } of figures) {
    const day = firstDayOf(period);
    if (first === undefined || day < first) first = day;
  }
  return first && `${String(Math.max(1, Number(first.slice(0, 4)) - YEARS_BEFORE)).padStart(4, '0')}-01-01`;
}

function factsOver(loaded: LoadedFacts): Facts {
  const { closure, units, closings, computed } = loaded;
  const figures = indexed(loaded.figures);
  const earliest = earliestOf(loaded);
  return {
    indicator: (id) => closure.get(id),
    units,
    figures: (indicator, unit, period) => figures.get(indicator)?.get(period)?.get(unit) ?? NONE,
    hasFigures: (indicator, period) => figures.get(indicator)?.has(period) === true,
    computed: (ask) => computed.get(canonicalJson(ask)) ?? 'not-loaded',
    closings,
    ...(earliest !== undefined && { earliest }),
  };
}

type Over = { readonly facts: Facts; readonly evaluators: Map<string, Evaluator> };
const known = new WeakMap<LoadedFacts, Over>();
/** About a kilobyte each. */
const MOST_VALUES = 200_000;

/** Whoever asks the same facts for one indicator after another has what they share computed once. */
export function evaluatorOver(loaded: LoadedFacts, options: EvaluationOptions): Evaluator {
  const { facts, evaluators } = known.get(loaded) ?? {
    facts: factsOver(loaded),
    evaluators: new Map<string, Evaluator>(),
  };
  known.set(loaded, { facts, evaluators });
  const key = canonicalJson(options);
  const there = evaluators.get(key);
  const one = there !== undefined && there.kept() < MOST_VALUES ? there : evaluator(facts, options);
  evaluators.set(key, one);
  return one;
}
