import { useId } from 'react';
import { useQuery } from '@tanstack/react-query';
import { funnelLimits } from '../../../src/domain/statistics/funnel';
import type { FunnelKind, FunnelLimits, FunnelPlace } from '../../../src/domain/statistics/funnel';
import { call } from '../api/client';
import { Choice } from '../parts/choices';
import { ProblemNote, Waiting } from '../parts/notes';
import { scaleOf } from '../parts/plot';
import { useWords } from '../words/words';
import { useValues } from './queries';
import type { Definition, Value } from './queries';

type UnitAcross = {
  readonly unit: string;
  readonly name: string;
  readonly value: Value;
  readonly denominator?: number;
  readonly limits?: FunnelLimits & { readonly value: number; readonly place: FunnelPlace };
  readonly signal?: 'improvement' | 'concern';
};
type Shared = {
  readonly unitOfMeasure: string;
  readonly period: string;
  readonly hidden: number;
  readonly units: readonly UnitAcross[];
};
type Funnel = Shared & {
  readonly method: 'funnel';
  readonly kind: FunnelKind;
  readonly per: number;
  readonly centre: number;
  readonly dispersion: number;
};
type Across = Funnel | (Shared & { readonly method: 'values'; readonly because: string; readonly median?: number });

type Props = {
  readonly definition: Definition;
  readonly unit: string;
  readonly period: string | null;
  readonly setPeriod: (period: string) => void;
};

/** The units below beside each other for a period, with what chance alone would do: no league table. */
export function AcrossPanel({ definition, unit, period, setPeriod }: Props) {
  const { say, format } = useWords();
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
      {data.method === 'funnel' ? <FunnelPlot across={data} title={say('ed.across')} /> : <NoLimits across={data} />}
      <AcrossTable across={data} />
    </>
  );
}

function NoLimits({ across }: { readonly across: Extract<Across, { method: 'values' }> }) {
  const { say, format } = useWords();
  const { because, median, unitOfMeasure } = across;
  return (
    <>
      <p className="note">{because}</p>
      {median !== undefined && <p>{say('ed.median', { value: format.value(median, unitOfMeasure) })}</p>}
    </>
  );
}

const BOX = { width: 760, height: 340, left: 64, right: 24, top: 20, bottom: 44 };
const STEPS = 60;
const LIMITS = ['lowerFar', 'lowerNear', 'upperNear', 'upperFar'] as const;

function FunnelPlot({ across, title }: { readonly across: Funnel; readonly title: string }) {
  const { say, format } = useWords();
  const [heading, summary] = [useId(), useId()];
  const points = across.units.flatMap((one) => (one.limits === undefined ? [] : [one]));
  const count = (place: FunnelPlace) => points.filter(({ limits }) => limits?.place === place).length;
  const what = say('entry.denominator');
  return (
    <figure className="trend">
      <figcaption id={heading}>
        {title}: {format.period(across.period)}
      </figcaption>
      <div className="scroll" tabIndex={0} role="region" aria-label={title}>
        <Drawing across={across} points={points} labelledBy={`${heading} ${summary}`} />
      </div>
      <p className="hint" id={summary}>
        {say('ed.acrossSummary', { count: points.length, beyond: count('beyond'), near: count('near-limit') })}{' '}
        {say('ed.allTogether', { value: format.value(across.centre, across.unitOfMeasure) })}.
      </p>
      <p className="hint">{say('ed.funnelLegend', { what })}</p>
      {across.dispersion > 1.05 && (
        <p className="hint">{say('ed.dispersion', { times: format.number(across.dispersion) })}</p>
      )}
    </figure>
  );
}

type DrawingProps = {
  readonly across: Funnel;
  readonly points: readonly UnitAcross[];
  readonly labelledBy: string;
};
function Drawing({ across, points, labelledBy }: DrawingProps) {
  const { say, format } = useWords();
  const { kind, per, centre, dispersion, unitOfMeasure } = across;
  const most = Math.max(...points.map(({ denominator = 0 }) => denominator)) * 1.05;
  const least = Math.min(...points.map(({ denominator = 0 }) => denominator)) * 0.6;
  const x = (n: number): number => BOX.left + (n / most) * (BOX.width - BOX.left - BOX.right);
  const mouth = { kind, centre: centre / per, dispersion };
  const places = Array.from({ length: STEPS + 1 }, (_none, at) => least + (at / STEPS) * (most - least));
  const curves = places.map((n) => ({ n, limits: funnelLimits(mouth, n) }));
  const marks = [
    ...points.flatMap(({ limits }) => (limits === undefined ? [] : [limits.value])),
    ...curves.flatMap(({ limits }) => [limits.lowerFar * per, limits.upperFar * per]),
  ];
  const scale = scaleOf(BOX, marks, 2);
  const counts = scaleOf(BOX, [0, most], 2).ticks.filter((one) => one <= most);
  const { y } = scale;
  const curve = (limit: (typeof LIMITS)[number]) =>
    curves.map(({ n, limits }, at) => `${at === 0 ? 'M' : 'L'}${x(n).toFixed(1)} ${y(limits[limit] * per).toFixed(1)}`);
  return (
    <svg className="chart wide" viewBox={`0 0 ${BOX.width} ${BOX.height}`} role="img" aria-labelledby={labelledBy}>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line className="grid" x1={BOX.left} x2={BOX.width - BOX.right} y1={y(tick)} y2={y(tick)} />
          <text x={BOX.left - 6} y={y(tick) + 4} textAnchor="end">
            {format.value(tick, unitOfMeasure)}
          </text>
        </g>
      ))}
      {counts.map((count) => (
        <text key={count} x={x(count)} y={BOX.height - 22} textAnchor="middle">
          {format.number(count)}
        </text>
      ))}
      <text x={BOX.width - BOX.right} y={BOX.height - 4} textAnchor="end">
        {say('entry.denominator')} →
      </text>
      {LIMITS.map((limit) => (
        <path key={limit} className={limit.endsWith('Near') ? 'limit inner' : 'limit'} d={curve(limit).join('')} />
      ))}
      <line className="middle" x1={BOX.left} x2={BOX.width - BOX.right} y1={y(centre)} y2={y(centre)} />
      {points.map((one) => (
        <Mark key={one.unit} one={one} x={x(one.denominator ?? 0)} y={y(one.limits?.value ?? 0)} unit={unitOfMeasure} />
      ))}
    </svg>
  );
}

type MarkProps = { readonly one: UnitAcross; readonly x: number; readonly y: number; readonly unit: string };
/** A unit beyond the outer limits is a square with its name: its form says it too, not only its colour. */
function Mark({ one: { name, limits, signal }, x, y, unit }: MarkProps) {
  const { say, format } = useWords();
  if (limits === undefined) return null;
  const said = `${name}: ${format.value(limits.value, unit)}, ${say(`ed.place.${limits.place}`)}`;
  if (limits.place !== 'beyond')
    return (
      <circle className="dot" cx={x} cy={y} r={4}>
        <title>{said}</title>
      </circle>
    );
  const end = x > BOX.width / 2;
  return (
    <g>
      <rect className={signal === 'improvement' ? 'flag good-flag' : 'flag'} x={x - 6} y={y - 6} width={12} height={12}>
        <title>{said}</title>
      </rect>
      <text x={end ? x - 10 : x + 10} y={y + 4} textAnchor={end ? 'end' : 'start'}>
        {name}
      </text>
    </g>
  );
}

function AcrossTable({ across }: { readonly across: Across }) {
  const { say, format } = useWords();
  const { units, unitOfMeasure, method } = across;
  const told = (value: number) => format.value(value, unitOfMeasure);
  const funnel = method === 'funnel';
  return (
    <details open={!funnel}>
      <summary>{say('chart.table')}</summary>
      <div className="scroll" tabIndex={0} role="region" aria-label={`${say('ed.across')}: ${say('chart.table')}`}>
        <table className="whole-words">
          <thead>
            <tr>
              <th scope="col">{say('cycle.unit')}</th>
              <th scope="col" className="number">
                {say('ind.value')}
              </th>
              {funnel && (
                <>
                  <th scope="col" className="number">
                    {say('entry.denominator')}
                  </th>
                  <th scope="col" className="number">
                    {say('ed.limits95')}
                  </th>
                  <th scope="col">{say('ed.place')}</th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {units.map(({ unit, name, value, denominator, limits, signal }) => (
              <tr key={unit}>
                <th scope="row">{name}</th>
                <td className="number">
                  {value.state === 'value' ? (
                    told(value.value)
                  ) : (
                    <span className="hint">{say(`state.${value.state}`)}</span>
                  )}
                </td>
                {funnel && (
                  <>
                    <td className="number">{denominator === undefined ? '–' : format.number(denominator)}</td>
                    <td className="number">
                      {limits === undefined ? '–' : `${told(limits.lowerNear)} – ${told(limits.upperNear)}`}
                    </td>
                    <td>
                      {limits === undefined ? '–' : say(`ed.place.${limits.place}`)}
                      {signal !== undefined && ` (${say(`chart.${signal}`)})`}
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
