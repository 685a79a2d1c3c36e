import { Problem } from '../api/client';
import { Choice } from '../parts/choices';
import { ProblemNote, Waiting } from '../parts/notes';
import { Trend } from '../parts/trend';
import { useWords } from '../words/words';
import { ControlChart } from './chart';
import { firstYearShown, useChart, useValues, useVersions } from './queries';
import type { ChartAsk, Definition } from './queries';

const CHARTS = ['xmr', 'run-chart', 'p-prime'] as const;
type Props = {
  readonly definition: Definition;
  readonly unit: string;
  readonly search: URLSearchParams;
  readonly set: (name: string, value: string) => void;
};

/** The chart, and how it is drawn: all of it stands in the address. */
export function ChartPanel({ definition, unit, search, set }: Props) {
  const { say, format } = useWords();
  const kind = CHARTS.find((one) => one === search.get('chart')) ?? 'xmr';
  const [from, rebaseAt, baselineTo] = [search.get('from'), search.get('rebaseAt'), search.get('baselineTo')];
  const range = { unit, from: from ?? firstYearShown() };
  const ask: ChartAsk = {
    ...{ ...range, chart: kind },
    ...(kind === 'xmr' && rebaseAt !== null && { rebaseAt }),
    ...(kind === 'xmr' && baselineTo !== null && { baselineTo }),
  };
  const { data: told } = useValues(definition.id, range);
  const periods = (told?.values ?? []).flatMap(({ period, state }) => (state === 'value' ? [period] : []));
  const options = periods.map((period) => ({ value: period, text: format.period(period) }));
  const years = Array.from({ length: 10 }, (_none, back) => `${new Date().getFullYear() - back}`);
  return (
    <>
      <div className="filters">
        <Choice
          label={say('chart.kind')}
          value={kind}
          options={CHARTS.map((value) => ({ value, text: say(`chart.${value}`) }))}
          onChange={(value) => set('chart', value === 'xmr' ? '' : value)}
        />
        <Choice
          label={say('chart.from')}
          value={range.from}
          options={[...new Set([...years, range.from])].map((year) => ({ value: year, text: year }))}
          onChange={(value) => set('from', value === firstYearShown() ? '' : value)}
        />
        {kind === 'xmr' && (
          <>
            <Choice
              label={say('chart.rebase')}
              value={rebaseAt ?? ''}
              options={options}
              empty={say('chart.noRebase')}
              onChange={(value) => set('rebaseAt', value)}
            />
            <Choice
              label={say('chart.baselineTo')}
              value={baselineTo ?? ''}
              options={options}
              empty={say('chart.noFreeze')}
              onChange={(value) => set('baselineTo', value)}
            />
          </>
        )}
      </div>
      <Drawn definition={definition} ask={ask} />
    </>
  );
}

function Drawn({ definition, ask }: { readonly definition: Definition; readonly ask: ChartAsk }) {
  const { data, error } = useChart(definition.id, ask);
  const { data: versions = [] } = useVersions(definition.id);
  const { data: told } = useValues(definition.id, { unit: ask.unit, from: ask.from });
  if (error instanceof Problem && error.code === 'TOO_FEW_VALUES' && told !== undefined) {
    const points = told.values.flatMap((one) =>
      one.state === 'value' ? [{ period: one.period, value: one.value }] : [],
    );
    return (
      <>
        <Trend title={told.name} unit={told.unitOfMeasure} points={points} target={definition.target} />
        <p className="hint">{error.message}</p>
      </>
    );
  }
  if (error !== null) return <ProblemNote error={error} />;
  if (data === undefined) return <Waiting />;
  const definitions = versions.flatMap((one) =>
    one.kind === 'definition' ? [{ period: periodOf(one.validFrom, definition.frequency), no: one.version }] : [],
  );
  const target = told?.values.findLast((one) => one.target !== undefined)?.target;
  return <ControlChart chart={data} target={target} definitions={definitions} />;
}

function periodOf(day: string, frequency: Definition['frequency']): string {
  if (frequency === 'year') return day.slice(0, 4);
  if (frequency === 'month') return day.slice(0, 7);
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}
