import { useWords } from '../words/words';

/** The drawing's size and its margins, in the units of its view box. */
export type Box = {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};
export type Scale = {
  readonly box: Box;
  readonly ticks: readonly number[];
  /** Between two points, in the units of the view box. */
  readonly step: number;
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
};

/** Where points in a row, and values among these marks, are drawn. */
export function scaleOf(box: Box, marks: readonly number[], count: number): Scale {
  const ticks = ticksOf(marks);
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const step = (box.width - box.left - box.right) / Math.max(1, count - 1);
  return {
    ...{ box, ticks, step },
    x: (index) => box.left + index * step,
    y: (value) => box.top + ((high - value) / (high - low)) * (box.height - box.top - box.bottom),
  };
}

type AxesProps = {
  readonly scale: Scale;
  readonly unit: string;
  readonly periods: readonly string[];
  /** About so many periods are named. */
  readonly named: number;
};

/** Horizontal lines with their values, and periods below. */
export function Axes({ scale: { box, ticks, x, y }, unit, periods, named }: AxesProps) {
  const { format } = useWords();
  const every = Math.ceil(periods.length / named);
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="grid" x1={box.left} x2={box.width - box.right} y1={y(tick)} y2={y(tick)} />
          <text x={box.left - 6} y={y(tick) + 4} textAnchor="end">
            {format.value(tick, unit)}
          </text>
        </g>
      ))}
      {periods.map((period, index) =>
        index % every === 0 ? (
          <text key={period} x={x(index)} y={box.height - 8} textAnchor={index === 0 ? 'start' : 'middle'}>
            {format.period(period)}
          </text>
        ) : null,
      )}
    </>
  );
}

/** A line over the whole width. */
export const TargetLine = ({ scale: { box, y }, target }: { readonly scale: Scale; readonly target: number }) => (
  <line className="target" x1={box.left} x2={box.width - box.right} y1={y(target)} y2={y(target)} />
);

const STEPS = [1, 2, 2.5, 5, 10];

/** Round numbers that hold every mark: three to six of them. */
function ticksOf(marks: readonly number[]): readonly number[] {
  const [least, most] = [Math.min(...marks), Math.max(...marks)];
  const spread = most - least || Math.abs(most) || 1;
  const power = 10 ** Math.floor(Math.log10(spread / 3));
  const step = (STEPS.find((one) => one * power >= spread / 4) ?? 10) * power;
  const first = Math.floor(least / step);
  const count = Math.max(1, Math.ceil(most / step - 1e-9) - first);
  return Array.from({ length: count + 1 }, (_none, index) => Number(((first + index) * step).toPrecision(12)));
}

/** A line that stops where a value is missing: empty is not zero. */
export function pathOf(points: readonly { readonly value?: number }[], { x, y }: Scale): string {
  const parts: string[] = [];
  points.forEach(({ value }, index) => {
    if (value === undefined) return;
    const joined = index > 0 && points[index - 1]?.value !== undefined;
    parts.push(`${joined ? 'L' : 'M'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`);
  });
  return parts.join('');
}
