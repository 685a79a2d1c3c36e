import { explainedMeasure, explainedObjective, explainedWhole } from '../domain/scorecards/explain';
import type { Trees } from '../domain/scorecards/explain';
import type { MeasureView } from '../domain/scorecards/view';
import type { Instant } from '../domain/shared/time';
import { refuse } from '../domain/shared/result';
import type { IndicatorValues } from './indicators.ports';
import type { ScoreExplained, ScoreWanted, ScorecardReading } from './scorecards.ports';

type Deps = { readonly indicatorValues: Pick<IndicatorValues, 'explain'> };

/** How a score came about; of an objective or a measure down to the figures of its indicators. */
export async function explainedScorecard(
  reading: ScorecardReading,
  { objective: key, measure: indicator, asOf }: ScoreWanted,
  deps: Deps,
): Promise<ScoreExplained> {
  const { id, view } = reading;
  if (key === undefined && indicator === undefined) return { ok: true, tree: explainedWhole(id, view) };
  const all = view.perspectives.flatMap(({ objectives }) => objectives);
  const objectives = key === undefined ? all : all.filter((one) => one.key === key);
  const [objective] = objectives;
  if (objective === undefined)
    return refuse('UNKNOWN_OBJECTIVE', { field: '/objective', params: { key: key ?? '', scorecard: id } });
  const trees = (measures: readonly MeasureView[]) => treesOf(measures, { unit: view.unit, asOf, deps });
  if (indicator === undefined)
    return { ok: true, tree: explainedObjective(objective, await trees(objective.measures)) };
  const measure = objectives.flatMap(({ measures }) => measures).find((one) => one.indicator === indicator);
  if (measure === undefined)
    return refuse('UNKNOWN_MEASURE', { field: '/measure', params: { id: indicator, scorecard: id } });
  return { ok: true, tree: explainedMeasure(measure, await trees([measure])) };
}

async function treesOf(
  measures: readonly MeasureView[],
  { unit, asOf, deps }: { readonly unit: string; readonly asOf: Instant | undefined; readonly deps: Deps },
): Promise<Trees> {
  const read = measures
    .filter(({ value }) => value !== undefined)
    .map(async ({ indicator, period }) => {
      const asked = { indicator, unit, period, ...(asOf !== undefined && { asOf }) };
      return [indicator, (await deps.indicatorValues.explain(asked)).tree] as const;
    });
  return new Map(await Promise.all(read));
}
