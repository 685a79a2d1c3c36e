import { useId } from 'react';
import type { XmrRule } from '../../../src/domain/statistics/xmrRules';
import { Axes, pathOf, scaleOf, TargetLine } from '../parts/plot';
import type { Scale } from '../parts/plot';
import { useWords } from '../words/words';
import type { Chart } from './queries';
import { Explanations } from '../parts/explained';

/** A limit or the middle, as it is at each point: constant within a segment of XmR, moving with the denominators of p′. */
type Drawn = {
  readonly period: string;
  readonly value?: number;
  readonly centre?: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly flags: readonly (XmrRule | 'outside')[];
  readonly signal?: 'improvement' | 'concern';
};

/** The values of a chart in order of time; periods without a value stand among them, empty. */
function drawnOf(chart: Chart): readonly Drawn[] {
  const points =
    chart.chart === 'xmr' ? xmrPoints(chart) : chart.chart === 'p-prime' ? primePoints(chart) : runPoints(chart);
  const [first, last] = [points[0]?.period ?? '', points.at(-1)?.period ?? ''];
  const gaps = chart.missing.filter(({ period }) => period > first && period < last);
  const empty = gaps.map(({ period }): Drawn => ({ period, flags: [] }));
  return [...points, ...empty].sort((a, b) => (a.period < b.period ? -1 : 1));
}

type Of<Kind extends Chart['chart']> = Extract<Chart, { chart: Kind }>;
const xmrPoints = ({ points, segments }: Of<'xmr'>): readonly Drawn[] =>
  points.map(({ period, value, rules, signal }) => {
    const segment = segments.find(({ from, to }) => period >= from && period <= to);
    const { centre, lower, upper } = segment ?? {};
    const limits = { ...(centre !== undefined && { centre }), ...(lower !== undefined && { lower }) };
    return { period, value, ...limits, ...(upper !== undefined && { upper }), flags: rules, ...(signal && { signal }) };
  });
const primePoints = ({ points, centre }: Of<'p-prime'>): readonly Drawn[] =>
  points.map(({ outside, signal, ...point }) => ({
    ...{ ...point, centre, flags: outside ? (['outside'] as const) : [] },
    ...(signal && { signal }),
  }));
const runPoints = ({ points, median }: Of<'run-chart'>): readonly Drawn[] =>
  points.map((point) => ({ ...point, centre: median, flags: [] }));

type Props = {
  readonly chart: Chart;
  readonly target?: number | undefined;
  /** First period in which a later definition holds, and its number. */
  readonly definitions: readonly { readonly period: string; readonly no: number }[];
};

/** A chart with its limits and flagged points; the same as a table behind. */
export function ControlChart({ chart, target, definitions }: Props) {
  const { say, format } = useWords();
  const [title, summary] = [useId(), useId()];
  const points = drawnOf(chart);
  const flagged = points.filter(({ flags }) => flags.length > 0).length;
  const count = points.filter(({ value }) => value !== undefined).length;
  return (
    <figure className="trend">
      <figcaption id={title}>{chart.name}</figcaption>
      <div className="scroll" tabIndex={0} role="region" aria-label={chart.name}>
        <Drawing
          points={points}
          unit={chart.unitOfMeasure}
          {...{ target, definitions, labelledBy: `${title} ${summary}` }}
        />
      </div>
      <p className="hint" id={summary}>
        {say('chart.summary', { count, flagged })}
      </p>
      <p className="hint">{say('chart.legend')}</p>
      <Explanations terms={['xmr', 'limits', 'specialcause']} />
      {target !== undefined && (
        <p className="hint">{say('chart.targetKey', { value: format.value(target, chart.unitOfMeasure) })}</p>
      )}
      {chart.notes.map(({ code, message }) => (
        <p key={`${code} ${message}`} className="hint">
          {message}
        </p>
      ))}
      <details>
        <summary>{say('chart.table')}</summary>
        <ChartTable points={points} unit={chart.unitOfMeasure} name={chart.name} />
      </details>
    </figure>
  );
}

type TableProps = { readonly points: readonly Drawn[]; readonly unit: string; readonly name: string };
function ChartTable({ points, unit, name }: TableProps) {
  const { say, format } = useWords();
  const told = (value: number | undefined) => (value === undefined ? '–' : format.value(value, unit));
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={`${name}: ${say('chart.table')}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('chart.period')}</th>
            {(['chart.value', 'chart.lower', 'chart.centre', 'chart.upper'] as const).map((word) => (
              <th key={word} scope="col" className="number">
                {say(word)}
              </th>
            ))}
            <th scope="col">{say('chart.rule')}</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ period, value, lower, centre, upper, flags, signal }) => (
            <tr key={period}>
              <th scope="row">{format.period(period)}</th>
              {[value, lower, centre, upper].map((one, place) => (
                <td key={place} className="number">
                  {told(one)}
                </td>
              ))}
              <td>
                {flags.map((flag) => say(`rule.${flag}`)).join(', ')}
                {signal !== undefined && ` (${say(`chart.${signal}`)})`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const BOX = { width: 760, height: 300, left: 60, right: 16, top: 26, bottom: 30 };
const LETTERS: Readonly<Record<XmrRule, string>> = { outside: 'X', trend: 'T', 'two-of-three': '2', shift: 'S' };
const MOST_DOTS = 160;

type DrawingProps = Omit<Props, 'chart'> & { points: readonly Drawn[]; unit: string; labelledBy: string };
function Drawing({ points, unit, target, definitions, labelledBy }: DrawingProps) {
  const { say } = useWords();
  const marks = points.flatMap(({ value, lower, centre, upper }) => [value, lower, centre, upper]);
  const scale = scaleOf(
    BOX,
    [...marks, target].filter((one) => one !== undefined),
    points.length,
  );
  const { x, y } = scale;
  const line = (of: 'lower' | 'centre' | 'upper') =>
    steppedPath(
      points.map((one) => one[of]),
      scale,
    );
  return (
    <svg className="chart wide" viewBox={`0 0 ${BOX.width} ${BOX.height}`} role="img" aria-labelledby={labelledBy}>
      <Axes {...{ scale, unit, named: 7 }} periods={points.map(({ period }) => period)} />
      <path className="limit" d={line('upper')} />
      <path className="limit" d={line('lower')} />
      <path className="middle" d={line('centre')} />
      {target !== undefined && <TargetLine {...{ scale, target }} />}
      {definitions.map(({ period, no }) => {
        const at = points.findIndex((point) => point.period >= period);
        return at <= 0 ? null : (
          <g key={no}>
            <line
              className="definition"
              x1={x(at - 0.5)}
              x2={x(at - 0.5)}
              y1={BOX.top - 6}
              y2={BOX.height - BOX.bottom}
            />
            <text x={x(at - 0.5) + 4} y={BOX.top - 10}>
              {say('chart.definition', { no })}
            </text>
          </g>
        );
      })}
      <path className="values" d={pathOf(points, scale)} />
      {points.map((point, index) =>
        point.value !== undefined && (points.length <= MOST_DOTS || point.flags.length > 0) ? (
          <Dot key={point.period} point={point} x={x(index)} y={y(point.value)} unit={unit} />
        ) : null,
      )}
    </svg>
  );
}

type DotProps = { readonly point: Drawn; readonly x: number; readonly y: number; readonly unit: string };
/** A flagged point is a square with a letter: its form says it too, not only its colour. */
function Dot({ point: { period, value = 0, flags, signal }, x, y, unit }: DotProps) {
  const { say, format } = useWords();
  const says = [`${format.period(period)}: ${format.value(value, unit)}`, ...flags.map((one) => say(`rule.${one}`))];
  const [flag] = flags;
  if (flag === undefined)
    return (
      <circle className="dot" cx={x} cy={y} r={3.5}>
        <title>{says[0]}</title>
      </circle>
    );
  return (
    <g>
      <rect className={signal === 'improvement' ? 'flag good-flag' : 'flag'} x={x - 6} y={y - 6} width={12} height={12}>
        <title>{says.join(', ')}</title>
      </rect>
      <text className="flag-letter" x={x} y={y + 3} aria-hidden="true">
        {LETTERS[flag]}
      </text>
    </g>
  );
}

/** Level over each period, with a jump where it changes; broken where there is none. */
function steppedPath(levels: readonly (number | undefined)[], { box, x, y, step }: Scale): string {
  const parts: string[] = [];
  levels.forEach((level, index) => {
    if (level === undefined) return;
    const [from, to] = [x(index) - step / 2, x(index) + step / 2];
    const same = index > 0 && levels[index - 1] === level;
    parts.push(
      `${same ? '' : `M${Math.max(box.left, from).toFixed(1)} ${y(level).toFixed(1)}`}H${Math.min(box.width - box.right, to).toFixed(1)}`,
    );
  });
  return parts.join('');
}
