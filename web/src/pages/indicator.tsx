import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';
import { answer, api, Problem } from '../api/client';
import { UnitChoice } from '../parts/choices';
import { ProblemNote, Waiting } from '../parts/notes';
import { Trend } from '../parts/trend';
import type { Level } from '../parts/trend';
import { PageTitle } from '../shell';
import { useWords } from '../words/words';
import { nameIn } from './indicators';

/** What an indicator is, and its values for a unit on a control chart. */
export default function IndicatorPage({ id }: { readonly id: string }) {
  const { say, language } = useWords();
  const [search, setSearch] = useSearchParams();
  const { data, error } = useQuery({
    queryKey: ['indicator', id],
    queryFn: () => answer(api.GET('/v1/indicators/{indicator}', { params: { path: { indicator: id } } })),
  });
  if (data === undefined) return error === null ? <Waiting /> : <ProblemNote error={error} />;
  const unit = search.get('unit') ?? data.home;
  const description = nameIn(data.description, language);
  return (
    <>
      <PageTitle>{nameIn(data.name, language)}</PageTitle>
      {description !== '' && <p className="lead">{description}</p>}
      <search className="filters">
        <UnitChoice value={unit} onChange={(value) => setSearch({ unit: value }, { replace: true })} />
      </search>
      <section className="card">
        <h2>{say('indicator.chart')}</h2>
        <ControlChart id={id} unit={unit} />
      </section>
    </>
  );
}

function ControlChart({ id, unit }: { readonly id: string; readonly unit: string }) {
  const { say } = useWords();
  const { data, error } = useQuery({
    queryKey: ['indicator', id, 'chart', unit],
    queryFn: () => charted(id, unit),
  });
  if (error !== null) return <ProblemNote error={error} />;
  if (data === undefined) return <Waiting />;
  return (
    <>
      <Trend title={data.name} unit={data.unitOfMeasure} points={data.points} levels={data.levels} />
      {data.notes.map((note) => (
        <p key={note} className="hint">
          {note}
        </p>
      ))}
      {data.levels.length > 0 && <p className="hint">{say('indicator.legend')}</p>}
    </>
  );
}

const YEARS_BACK = 3;

/** With limits where there are enough values for them, else the values alone. */
async function charted(indicator: string, unit: string) {
  const params = { path: { indicator }, query: { unit, from: `${new Date().getFullYear() - YEARS_BACK}` } };
  try {
    const chart = await answer(api.GET('/v1/indicators/{indicator}/chart', { params }));
    if (chart.chart !== 'xmr') throw new Error('the chart is of another kind than was asked for');
    const points = chart.points.map(({ period, value, rules }) => ({ period, value, signal: rules.length > 0 }));
    const levels = chart.segments.flatMap(({ from, to, centre, lower, upper }): readonly Level[] => [
      { from, to, value: centre, kind: 'middle' },
      ...[lower, upper].flatMap((value) => (value === undefined ? [] : [{ from, to, value, kind: 'limit' as const }])),
    ]);
    return { ...chart, points, levels, notes: chart.notes.map(({ message }) => message) };
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'TOO_FEW_VALUES') throw error;
    const { values, ...head } = await answer(api.GET('/v1/indicators/{indicator}/values', { params }));
    const measured = values.flatMap((one, index) => (one.state === 'value' ? [index] : []));
    const points = values
      .slice(measured[0] ?? 0, (measured.at(-1) ?? 0) + 1)
      .map((one) => ({ period: one.period, ...(one.state === 'value' && { value: one.value }) }));
    return { ...head, points, levels: [] as readonly Level[], notes: [error.message] };
  }
}
