import { useId } from 'react';
import { useWords } from '../words/words';

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
const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [440, 210, 48, 14, 22, 28];

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
  const ticks = ticksOf(marks);
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const step = (WIDTH - LEFT - RIGHT) / Math.max(1, points.length - 1);
  const x = (index: number) => LEFT + index * step;
  const y = (value: number) => TOP + ((high - value) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  const at = (period: string) => points.findIndex((point) => point.period === period);
  const change =
    changeAt === undefined ? -1 : points.findIndex(({ period }) => period >= changeAt.slice(0, period.length));
  const every = Math.ceil(points.length / 5);
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={labelledBy}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
            {format.value(tick, unit)}
          </text>
        </g>
      ))}
      {points.map(({ period }, index) =>
        index % every === 0 ? (
          <text key={period} x={x(index)} y={HEIGHT - 8} textAnchor={index === 0 ? 'start' : 'middle'}>
            {format.period(period)}
          </text>
        ) : null,
      )}
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
      {target !== undefined && <line className="target" x1={LEFT} x2={WIDTH - RIGHT} y1={y(target)} y2={y(target)} />}
      {change > 0 && (
        <g>
          <line
            className="change"
            x1={x(change) - step / 2}
            x2={x(change) - step / 2}
            y1={TOP - 6}
            y2={HEIGHT - BOTTOM}
          />
          <text x={x(change) - step / 2 + 5} y={TOP - 8}>
            {say('chart.change')}
          </text>
        </g>
      )}
      <path className="values" d={pathOf(points, x, y)} />
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

const STEPS = [1, 2, 2.5, 5, 10];

/** Round numbers that hold every mark: three to six of them. */
export function ticksOf(marks: readonly number[]): readonly number[] {
  const [least, most] = [Math.min(...marks), Math.max(...marks)];
  const spread = most - least || Math.abs(most) || 1;
  const power = 10 ** Math.floor(Math.log10(spread / 3));
  const step = (STEPS.find((one) => one * power >= spread / 4) ?? 10) * power;
  const first = Math.floor(least / step);
  const count = Math.max(1, Math.ceil(most / step - 1e-9) - first);
  return Array.from({ length: count + 1 }, (_none, index) => Number(((first + index) * step).toPrecision(12)));
}

/** A line that stops where a value is missing: empty is not zero. */
export function pathOf(
  points: readonly Pick<TrendPoint, 'value'>[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  const parts: string[] = [];
  points.forEach(({ value }, index) => {
    if (value === undefined) return;
    const joined = index > 0 && points[index - 1]?.value !== undefined;
    parts.push(`${joined ? 'L' : 'M'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`);
  });
  return parts.join('');
}
