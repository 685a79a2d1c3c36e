import { useQuery } from '@tanstack/react-query';
import { call } from '../api/client';
import { Choice } from '../parts/choices';
import { ProblemNote, Waiting } from '../parts/notes';
import { useEditorWords } from '../words/indicatorEditor';
import { AcrossTable } from './acrossTable';
import type { Across } from './acrossUnits';
import { FunnelPlot } from './funnelPlot';
import { useValues } from './queries';
import type { Definition } from './queries';
import { Explanations } from '../parts/explained';

type Props = {
  readonly definition: Definition;
  readonly unit: string;
  readonly period: string | null;
  readonly setPeriod: (period: string) => void;
};

/** The units below beside each other for a period, with what chance alone would do: no league table. */
export function AcrossPanel({ definition, unit, period, setPeriod }: Props) {
  const { say, format } = useEditorWords();
  const { data, error } = useQuery({
    queryKey: ['indicator', definition.id, 'across', unit, period],
    retry: false,
    queryFn: () => {
      const query = new URLSearchParams({ unit, ...(period !== null && { period }) });
      return call<Across>('GET', `/v1/indicators/${encodeURIComponent(definition.id)}/across?${query}`);
    },
  });
  const { data: told } = useValues(definition.id, { unit, from: `${new Date().getFullYear() - 2}` });
  if (error !== null) return <ProblemNote error={error} />;
  if (data === undefined) return <Waiting />;
  if (data.units.length + data.hidden === 0) return <p>{say('ed.acrossNone')}</p>;
  const periods = new Set([...(told?.values ?? []).map((one) => one.period), data.period]);
  return (
    <>
      <p className="hint">{say('ed.acrossWhat')}</p>
      <div className="filters">
        <Choice
          label={say('chart.period')}
          value={data.period}
          options={[...periods]
            .toSorted()
            .reverse()
            .map((value) => ({ value, text: format.period(value) }))}
          onChange={setPeriod}
        />
      </div>
      {data.hidden > 0 && <p className="hint">{say('ed.acrossHidden', { count: data.hidden })}</p>}
      {data.method === 'funnel' && <Explanations terms={['funnel']} />}
      {data.method === 'funnel' ? <FunnelPlot across={data} title={say('ed.across')} /> : <NoLimits across={data} />}
      <AcrossTable across={data} />
    </>
  );
}

function NoLimits({ across }: { readonly across: Extract<Across, { method: 'values' }> }) {
  const { say, format } = useEditorWords();
  const { because, median, unitOfMeasure } = across;
  return (
    <>
      <p className="note">{because}</p>
      {median !== undefined && <p>{say('ed.median', { value: format.value(median, unitOfMeasure) })}</p>}
    </>
  );
}
