import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { CycleView } from '../api/queries';
import { useWords } from '../words/words';
import { useIndicatorName } from './a3';
import { ProblemNote, Waiting } from './notes';
import { Trend } from './trend';
import type { Level, TrendPoint } from './trend';

type PlanIndicator = NonNullable<CycleView['plan']['indicators']>[number];
type Seen = { readonly from?: string; readonly to?: string; readonly changeAt?: string };

/** Every indicator of the plan month by month, before and after the change. */
export function CycleCharts({ cycle }: { readonly cycle: CycleView }) {
  const { say } = useWords();
  const { indicators = [] } = cycle.plan;
  if (indicators.length === 0) return <p className="hint">{say('a3.notYet')}</p>;
  return (
    <div className="charts">
      {indicators.map((one) => (
        <IndicatorChart key={one.key} cycle={cycle} indicator={one} />
      ))}
    </div>
  );
}

const lastCheck = (cycle: CycleView) => ('checks' in cycle ? cycle.checks.at(-1) : undefined);

/** From the first day of "before" to the last of "after"; while those are not known, everything there is. */
function windowOf(cycle: CycleView): Seen {
  const check = lastCheck(cycle);
  if (check !== undefined)
    return { from: check.window.before.from, to: check.window.after.to, changeAt: check.window.after.from };
  const { baseline, changeFrom } = cycle.plan;
  const begun = 'approvedAt' in cycle ? cycle.approvedAt.slice(0, 10) : undefined;
  const changeAt = changeFrom ?? begun;
  return { ...(baseline !== undefined && { from: baseline.from }), ...(changeAt !== undefined && { changeAt }) };
}

type ChartProps = { readonly cycle: CycleView; readonly indicator: PlanIndicator };

function IndicatorChart({ cycle, indicator }: ChartProps) {
  const nameOf = useIndicatorName();
  const { from, to, changeAt } = windowOf(cycle);
  const { data, error } = useQuery({
    queryKey: ['cycle', cycle.id, 'series', indicator.key, from, to],
    queryFn: () => seriesOf(cycle, indicator, { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }),
  });
  if (error !== null) return <ProblemNote error={error} />;
  if (data === undefined) return <Waiting />;
  return (
    <Trend
      title={nameOf(indicator)}
      unit={data.unit}
      points={data.points}
      changeAt={changeAt}
      target={indicator.target}
      levels={levelsOf(cycle, indicator, data.points)}
    />
  );
}

type Series = { readonly unit: string; readonly points: readonly TrendPoint[] };

async function seriesOf(cycle: CycleView, indicator: PlanIndicator, range: Omit<Seen, 'changeAt'>): Promise<Series> {
  const { aggregation: key, indicator: library, parameters } = indicator;
  if (key !== undefined) {
    const { days, net } = parameters ?? {};
    const query = {
      ...range,
      by: 'month' as const,
      ...(days !== undefined && { days }),
      ...(net !== undefined && { net: net ? ('true' as const) : ('false' as const) }),
    };
    const path = { procedure: cycle.procedure, key };
    return answer(api.GET('/v1/procedures/{procedure}/aggregations/{key}', { params: { path, query } }));
  }
  const query = { unit: cycle.unit, ...range };
  const path = { indicator: library ?? '' };
  const { values, unitOfMeasure } = await answer(
    api.GET('/v1/indicators/{indicator}/values', { params: { path, query } }),
  );
  const points = values.map((one) => ({ period: one.period, ...(one.state === 'value' && { value: one.value }) }));
  return { unit: unitOfMeasure, points };
}

/** The middle of each side as the check has it, where it is not a count by period. */
function levelsOf(cycle: CycleView, { key }: PlanIndicator, points: readonly TrendPoint[]): readonly Level[] {
  const check = lastCheck(cycle);
  const verdict = check?.verdicts.find(({ indicator }) => indicator === key);
  const [first, last] = [points[0]?.period, points.at(-1)?.period];
  if (check === undefined || verdict === undefined || first === undefined || last === undefined) return [];
  const { before, after } = verdict.window ?? check.window;
  const month = (day: string) => day.slice(0, first.length);
  const inside = (day: string) => points.filter(({ period }) => period < month(day)).at(-1)?.period ?? first;
  const sides = [
    { from: month(before.from), to: inside(before.to), value: verdict.before.value },
    { from: month(after.from), to: inside(after.to), value: verdict.after.value },
  ];
  return sides.flatMap(({ value, ...side }) =>
    value === undefined ? [] : [{ ...side, value, kind: 'middle' as const }],
  );
}
