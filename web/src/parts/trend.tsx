import { useId } from 'react';
import { useWords } from '../words/words';
import { Axes, pathOf, scaleOf, TargetLine } from './plot';

export type TrendPoint = {
  readonly period: string;
  readonly value?: number;
  readonly n?: number;
  readonly signal?: boolean;
};
export type TrendProps = {
  readonly title: string;
  readonly unit: string;
  readonly points: readonly TrendPoint[];
  /** First period of the new way. */
  readonly changeAt?: string | undefined;
  readonly target?: number | undefined;
  /** Levels drawn over a part of the periods: the middle before and after, or limits. */
  readonly levels?: readonly Level[];
};
export type Level = {
  readonly from: string;
  readonly to: string;
  readonly value: number;
  readonly kind: 'middle' | 'limit';
};
const BOX = { width: 440, height: 210, left: 48, right: 14, top: 22, bottom: 28 };

/** Values in order of time, with what was aimed at and where the change began; the same as a table behind. */
export function Trend(props: TrendProps) {
  const { say, format } = useWords();
  const id = useId();
  const { title, unit, points, target } = props;
  if (points.every(({ value }) => value === undefined))
    return (
      <figure className="trend">
        <figcaption>{title}</figcaption>
        <p className="hint">{say('chart.none')}</p>
      </figure>
    );
  return (
    <figure className="trend">
      <figcaption id={id}>{title}</figcaption>
      <Drawing {...props} labelledBy={id} />
      {target !== undefined && <p className="hint">{say('chart.targetKey', { value: format.value(target, unit) })}</p>}
      <details>
        <summary>{say('chart.table')}</summary>
        <div className="scroll" tabIndex={0} role="region" aria-label={`${title}: ${say('chart.table')}`}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say('chart.period')}</th>
                <th scope="col" className="number">
                  {say('chart.value')}
                </th>
                <th scope="col" className="number">
                  {say('chart.n')}
                </th>
              </tr>
            </thead>
            <tbody>
              {points.map(({ period, value, n, signal }) => (
                <tr key={period}>
                  <th scope="row">
                    {format.period(period)}
                    {signal === true && ` (${say('chart.signal')})`}
                  </th>
                  <td className="number">{value === undefined ? '–' : format.value(value, unit)}</td>
                  <td className="number">{n === undefined ? '–' : format.number(n)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}

function Drawing({
  unit,
  points,
  changeAt,
  target,
  levels = [],
  labelledBy,
}: TrendProps & { readonly labelledBy: string }) {
  const { say, format } = useWords();
  const values = points.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const marks = [...values, ...levels.map(({ value }) => value), ...(target === undefined ? [] : [target])];
  const scale = scaleOf(BOX, marks, points.length);
  const { x, y, step } = scale;
  const at = (period: string) => points.findIndex((point) => point.period === period);
  const change =
    changeAt === undefined ? -1 : points.findIndex(({ period }) => period >= changeAt.slice(0, period.length));
  return (
    <svg className="chart" viewBox={`0 0 ${BOX.width} ${BOX.height}`} role="img" aria-labelledby={labelledBy}>
      <Axes {...{ scale, unit, named: 5 }} periods={points.map(({ period }) => period)} />
      {levels.map(({ from, to, value, kind }) => (
        <line
          key={`${from} ${kind} ${value}`}
          className={kind}
          x1={x(Math.max(0, at(from)))}
          x2={x(at(to) < 0 ? points.length - 1 : at(to))}
          y1={y(value)}
          y2={y(value)}
        />
      ))}
      {target !== undefined && <TargetLine {...{ scale, target }} />}
      {change > 0 && (
        <g>
          <line
            className="change"
            x1={x(change) - step / 2}
            x2={x(change) - step / 2}
            y1={BOX.top - 6}
            y2={BOX.height - BOX.bottom}
          />
          <text x={x(change) - step / 2 + 5} y={BOX.top - 8}>
            {say('chart.change')}
          </text>
        </g>
      )}
      <path className="values" d={pathOf(points, scale)} />
      {points.length <= 120 &&
        points.map(({ period, value, signal }, index) =>
          value === undefined ? null : (
            <Dot
              key={period}
              signal={signal === true}
              x={x(index)}
              y={y(value)}
              says={`${format.period(period)}: ${format.value(value, unit)}`}
            />
          ),
        )}
    </svg>
  );
}

type DotProps = { readonly signal: boolean; readonly x: number; readonly y: number; readonly says: string };
/** A flagged point is a square: its form says it too, not only its colour. */
const Dot = ({ signal, x, y, says }: DotProps) =>
  signal ? (
    <rect className="dot signal" x={x - 4.5} y={y - 4.5} width={9} height={9}>
      <title>{says}</title>
    </rect>
  ) : (
    <circle className="dot" cx={x} cy={y} r={3.5}>
      <title>{says}</title>
    </circle>
  );
